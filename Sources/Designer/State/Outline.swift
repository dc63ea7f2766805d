import BitCollections
import KeyModel

/// The tree as it is shown: which categories are open, what the filter lets through, where the
/// cursor stands and how far the view has scrolled.
struct Outline: Sendable {
  /// How many rows stay visible above and below the cursor where there are that many.
  static let scrollMargin = 2

  let catalog: Catalog
  private let search: ScopeSearch
  /// The categories that are closed, by index.
  private(set) var closed: BitSet = []
  /// The words of the filter; empty for none.
  private(set) var query = ""
  /// The scopes that the filter lets through; nil where there is no filter.
  private(set) var matched: BitSet?
  /// The visible nodes, from the top.
  private(set) var rows: [Int] = []
  /// The row that the cursor is on.
  private(set) var cursor = 0
  /// The first row on the screen.
  private(set) var top = 0
  /// How many rows the screen shows.
  private(set) var height = 1
  private var closedWithoutFilter: BitSet = []

  init(catalog: Catalog) {
    self.catalog = catalog
    search = ScopeSearch(catalog: catalog)
    // A catalog that takes many screens starts as its list of categories.
    if catalog.scopes.count > 300 { closed = BitSet(catalog.categories.indices) }
    rebuild(keeping: nil)
  }

  /// The node under the cursor.
  var node: Int? { rows.indices.contains(cursor) ? rows[cursor] : nil }

  /// What stands under the cursor.
  var item: ScopeTree.Item? { node.map { catalog.tree.nodes[$0].item } }

  /// Says whether a category is open.
  func isOpen(_ category: Int) -> Bool { !closed.contains(category) }

  /// The scopes of a category that the filter lets through.
  func visibleScopes(ofCategory category: Int) -> [Int] {
    let range = catalog.categories[category].scopes
    guard let matched else { return Array(range) }
    return range.filter(matched.contains)
  }

  // MARK: - Moving

  mutating func setHeight(_ rows: Int) {
    height = max(1, rows)
    scroll()
  }

  mutating func move(by rows: Int) { move(to: cursor + rows) }

  mutating func move(to row: Int) {
    cursor = max(0, min(row, rows.count - 1))
    scroll()
  }

  /// Scrolls the view and takes the cursor along where it would leave the screen.
  mutating func scrollView(by count: Int) {
    top = max(0, min(top + count, rows.count - height))
    cursor = max(top, min(cursor, top + height - 1, rows.count - 1))
  }

  /// Puts the cursor on a scope, opening what hides it; drops the filter where that hides it.
  mutating func reveal(scope: Int) {
    if let matched, !matched.contains(scope) { setFilter("") }
    let node = catalog.tree.nodeOfScope[scope]
    for ancestor in catalog.tree.ancestors(of: node) {
      if case .category(let category) = catalog.tree.nodes[ancestor].item {
        closed.remove(category)
      }
    }
    rebuild(keeping: node)
  }

  // MARK: - Opening and closing

  mutating func setOpen(_ isOpen: Bool, category: Int) {
    let screenRow = cursor - top
    if isOpen { closed.remove(category) } else { closed.insert(category) }
    rebuild(keeping: catalog.tree.nodeOfCategory[category])
    // Closing a category leaves its row where it was on the screen.
    top = max(0, min(cursor - screenRow, rows.count - height))
    scroll()
  }

  mutating func setAllOpen(_ isOpen: Bool) {
    closed = isOpen ? [] : BitSet(catalog.categories.indices)
    var kept = node
    while !isOpen, let current = kept, catalog.tree.nodes[current].parent >= 0 {
      kept = catalog.tree.nodes[current].parent
    }
    rebuild(keeping: kept)
  }

  // MARK: - Filtering

  /// Takes new words; the cursor goes to the best match, or keeps its node where the filter is gone.
  mutating func setFilter(_ words: String) {
    let kept = node
    let hadFilter = matched != nil
    query = words
    guard let found = search.matches(words) else {
      if hadFilter { closed = closedWithoutFilter }
      matched = nil
      if let kept, case .scope = catalog.tree.nodes[kept].item {
        for ancestor in catalog.tree.ancestors(of: kept) {
          if case .category(let category) = catalog.tree.nodes[ancestor].item {
            closed.remove(category)
          }
        }
      }
      rebuild(keeping: kept)
      return
    }
    if !hadFilter { closedWithoutFilter = closed }
    closed = []
    matched = BitSet(found.lazy.map(\.scope))
    let best = found.max { $0.score < $1.score || ($0.score == $1.score && $0.scope > $1.scope) }
    rebuild(keeping: best.map { catalog.tree.nodeOfScope[$0.scope] })
  }

  /// Moves to the next matching scope, or the one before, around the end.
  mutating func moveToMatch(forward: Bool) {
    guard matched != nil, !rows.isEmpty else { return }
    for step in 1...rows.count {
      let row = (cursor + (forward ? step : rows.count - step % rows.count)) % rows.count
      if case .scope = catalog.tree.nodes[rows[row]].item {
        move(to: row)
        return
      }
    }
  }

  // MARK: - Rows

  private mutating func rebuild(keeping kept: Int?) {
    rows.removeAll(keepingCapacity: true)
    let nodes = catalog.tree.nodes
    var node = 0
    while node < nodes.count {
      switch nodes[node].item {
      case .scope(let scope):
        if matched?.contains(scope) ?? true { rows.append(node) }
        node += 1
      case .category(let category):
        if let matched, !hasMatch(category, matched) {
          node = nodes[node].end
          continue
        }
        rows.append(node)
        node = closed.contains(category) ? nodes[node].end : node + 1
      }
    }
    if let kept {
      // The kept node, or what is still visible of its surroundings.
      let candidates = [kept] + catalog.tree.ancestors(of: kept)
      for candidate in candidates {
        if let row = rowOf(node: candidate) {
          cursor = row
          break
        }
      }
    }
    cursor = max(0, min(cursor, rows.count - 1))
    scroll()
  }

  private func hasMatch(_ category: Int, _ matched: BitSet) -> Bool {
    let range = catalog.categories[category].scopes
    return matched[members: range].first != nil
  }

  /// The row of a node, by bisection: rows are in the order of their nodes.
  private func rowOf(node: Int) -> Int? {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < node { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low] == node ? low : nil
  }

  private mutating func scroll() {
    let margin = min(Self.scrollMargin, (height - 1) / 2)
    if cursor < top + margin { top = cursor - margin }
    if cursor > top + height - 1 - margin { top = cursor - height + 1 + margin }
    top = max(0, min(top, rows.count - height))
  }
}
