import BitCollections
import KeyModel

/// The tree as it is shown: which categories are open, what the filter lets through, where the
/// cursor stands and how far the view has scrolled.
struct Outline: Sendable {
  /// How many rows stay visible above and below the cursor where there are that many.
  static let scrollMargin = 2

  /// What a row stands for.
  enum Item: Hashable, Sendable {
    /// A category, by index.
    case category(Int)
    /// A scope, by index.
    case scope(Int)
    /// The heading over the scopes that the catalog does not have.
    case unknownScopes
    /// A scope that the catalog does not have, by its place in `unknown`.
    case unknown(Int)
  }

  let catalog: Catalog
  /// The ids of an opened manifest that the catalog does not have: they stand above the tree.
  ///
  /// Their nodes are negative, so that rows stay in the order of their nodes.
  let unknown: [String]
  /// Made when the first word is asked for: it looks at every text of the catalog.
  private var search: ScopeSearch?
  private var found: ScopeMatches?
  /// The categories that are closed, by index.
  private(set) var closed: BitSet = []
  /// The words of the filter; empty for none.
  private(set) var query = ""
  /// The scopes that the filter lets through; nil without a filter.
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
  /// Whether the unknown scopes show.
  private(set) var showsUnknown = true
  /// The unknown scopes that the filter lets through.
  private(set) var matchedUnknown: [Int] = []
  /// The node that the cursor was on before a filter let nothing through.
  private var lastNode: Int?

  init(catalog: Catalog, unknown: [String] = []) {
    self.catalog = catalog
    self.unknown = unknown
    matchedUnknown = Array(unknown.indices)
    // A catalog that takes many screens starts as its list of categories.
    if catalog.scopes.count > 300 { closed = BitSet(catalog.categories.indices) }
    rebuild(keeping: nil)
  }

  /// The node under the cursor.
  var node: Int? { rows.indices.contains(cursor) ? rows[cursor] : nil }

  /// What stands under the cursor.
  var item: Item? { node.map { item(ofNode: $0) } }

  /// What a node stands for.
  func item(ofNode node: Int) -> Item {
    guard node >= 0 else {
      return node < -unknown.count ? .unknownScopes : .unknown(node + unknown.count)
    }
    switch catalog.tree.nodes[node].item {
    case .category(let category): return .category(category)
    case .scope(let scope): return .scope(scope)
    }
  }

  /// How many categories stand around a node.
  func depth(ofNode node: Int) -> Int {
    node >= 0 ? catalog.tree.nodes[node].depth : node < -unknown.count ? 0 : 1
  }

  /// The node around a node, or nil at the top.
  func parent(ofNode node: Int) -> Int? {
    guard node >= 0 else { return node < -unknown.count ? nil : unknownHeading }
    let parent = catalog.tree.nodes[node].parent
    return parent >= 0 ? parent : nil
  }

  private var unknownHeading: Int { -unknown.count - 1 }

  /// Says whether a category is open.
  func isOpen(_ category: Int) -> Bool { !closed.contains(category) }

  /// The scopes of a category that the filter lets through.
  func visibleScopes(ofCategory category: Int) -> [Int] {
    let range = catalog.categories[category].scopes
    guard let matched else { return Array(range) }
    return range.filter(matched.contains)
  }

  /// How many scopes the filter lets through.
  var matchCount: Int { (matched?.count ?? catalog.scopes.count) + matchedUnknown.count }

  // MARK: - Moving

  mutating func setHeight(_ rows: Int) {
    guard height != max(1, rows) else { return }
    height = max(1, rows)
    scroll()
  }

  mutating func move(by rows: Int) { move(to: cursor + rows) }

  mutating func move(to row: Int) {
    cursor = max(0, min(row, rows.count - 1))
    scroll()
  }

  /// Puts the cursor on a row that can be seen, without scrolling under the mouse.
  mutating func select(row: Int) { cursor = max(top, min(row, top + height - 1, rows.count - 1)) }

  /// Scrolls the view and takes the cursor along where it would leave the screen.
  mutating func scrollView(by count: Int) {
    top = max(0, min(top + count, rows.count - height))
    let margin = min(Self.scrollMargin, (height - 1) / 2)
    let first = top > 0 ? top + margin : 0
    let last = top + height < rows.count ? top + height - 1 - margin : rows.count - 1
    cursor = max(0, max(first, min(cursor, last)))
  }

  /// Puts the cursor on an unknown scope; drops the filter where that hides it.
  mutating func reveal(unknown id: String) {
    guard let place = unknown.firstIndex(of: id) else { return }
    if matched != nil, !matchedUnknown.contains(place) { setFilter("") }
    showsUnknown = true
    rebuild(keeping: place - unknown.count)
  }

  /// Puts the cursor on a scope, opening what hides it; drops the filter where that hides it.
  mutating func reveal(scope: Int) {
    if let matched, !matched.contains(scope) { setFilter("") }
    let node = catalog.tree.nodeOfScope[scope]
    openAncestors(of: node)
    rebuild(keeping: node)
  }

  private mutating func openAncestors(of node: Int) {
    for ancestor in catalog.tree.ancestors(of: node) {
      if case .category(let category) = catalog.tree.nodes[ancestor].item {
        closed.remove(category)
      }
    }
  }

  // MARK: - Opening and closing

  mutating func setOpen(_ isOpen: Bool, category: Int) {
    let screenRow = cursor - top
    if isOpen { closed.remove(category) } else { closed.insert(category) }
    rebuild(keeping: catalog.tree.nodeOfCategory[category], onScreenRow: screenRow)
  }

  mutating func setUnknownOpen(_ isOpen: Bool) {
    let screenRow = cursor - top
    showsUnknown = isOpen
    rebuild(keeping: unknownHeading, onScreenRow: screenRow)
  }

  mutating func setAllOpen(_ isOpen: Bool) {
    let screenRow = cursor - top
    closed = isOpen ? [] : BitSet(catalog.categories.indices)
    showsUnknown = isOpen
    var kept = node
    while !isOpen, let current = kept, let parent = parent(ofNode: current) { kept = parent }
    rebuild(keeping: kept, onScreenRow: screenRow)
  }

  // MARK: - Filtering

  /// Takes new words; the cursor goes to the best match, or keeps its node where the filter is gone.
  mutating func setFilter(_ words: String) {
    let kept = node ?? lastNode
    lastNode = kept
    let hadFilter = matched != nil
    query = words
    guard let found = matches(words) else {
      if hadFilter { closed = closedWithoutFilter }
      matched = nil
      matchedUnknown = Array(unknown.indices)
      if let kept, case .scope = item(ofNode: kept) { openAncestors(of: kept) }
      rebuild(keeping: kept)
      return
    }
    if !hadFilter { closedWithoutFilter = closed }
    closed = []
    showsUnknown = true
    matched = BitSet(found.scopes)
    let parts = words.lowercased().split(separator: " ")
    matchedUnknown = unknown.indices.filter { place in
      let id = unknown[place].lowercased()
      return parts.allSatisfy { id.contains($0) }
    }
    rebuild(
      keeping: found.best.map { catalog.tree.nodeOfScope[$0] }
        ?? matchedUnknown.first.map { $0 - unknown.count })
  }

  private mutating func matches(_ words: String) -> ScopeMatches? {
    if search == nil { search = ScopeSearch(catalog: catalog) }
    found = search?.matches(words, after: found)
    return found
  }
  /// Moves to the next matching scope, or the one before, around the end.
  mutating func moveToMatch(forward: Bool) {
    guard matched != nil, !rows.isEmpty else { return }
    for step in 1...rows.count {
      let row = (cursor + (forward ? step : rows.count - step % rows.count)) % rows.count
      switch item(ofNode: rows[row]) {
      case .scope, .unknown:
        move(to: row)
        return
      case .category, .unknownScopes: break
      }
    }
  }

  // MARK: - Rows

  private mutating func rebuild(keeping kept: Int?, onScreenRow screenRow: Int) {
    rebuild(keeping: kept)
    // Opening and closing leave the cursor's row where it was on the screen.
    top = max(0, min(cursor - screenRow, rows.count - height))
    top = max(min(top, cursor), cursor - height + 1)
  }

  private mutating func rebuild(keeping kept: Int?) {
    rows.removeAll(keepingCapacity: true)
    if !matchedUnknown.isEmpty {
      rows.append(unknownHeading)
      if showsUnknown { rows += matchedUnknown.map { $0 - unknown.count } }
    }
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
      var candidates = [kept]
      while let parent = parent(ofNode: candidates[candidates.count - 1]) {
        candidates.append(parent)
      }
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

  /// Brings the cursor back into view, some rows at a time: a row at a time would paint the whole
  /// tree at every move along the edge.
  private mutating func scroll() {
    let margin = min(Self.scrollMargin, (height - 1) / 2)
    let jump = height / 4
    if cursor < top + margin { top = cursor - margin - jump }
    if cursor > top + height - 1 - margin { top = cursor - height + 1 + margin + jump }
    top = max(0, min(top, rows.count - height))
  }
}
