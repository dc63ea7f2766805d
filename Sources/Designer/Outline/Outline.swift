import BitCollections
import Catalogs

/// A tree as it is shown: which groups are open, what the filter lets through, where the cursor
/// stands and how far the view has scrolled.
struct Outline: Sendable {
  /// How many rows stay visible above and below the cursor where there are that many.
  static let scrollMargin = 2

  /// What a row stands for.
  enum Item: Hashable, Sendable {
    /// A group, by index.
    case group(Int)
    /// A leaf, by index.
    case leaf(Int)
    /// The heading over what the catalog does not have.
    case unknownHeading
    /// Something that the catalog does not have, by its place in `unknown`.
    case unknown(Int)
  }

  let forest: Forest
  /// What an opened manifest names and the catalog does not have: it stands above the tree.
  ///
  /// Its nodes are negative, so that rows stay in the order of their nodes.
  let unknown: [String]
  /// The groups that are closed, by index.
  var closed: BitSet
  /// The words of the filter; empty for none.
  var query = ""
  /// Whether what shows was chosen when it was asked for, instead of what words find.
  var isChosenOnly = false
  /// The leaves that the filter lets through; nil where there is no filter.
  var matched: BitSet?
  /// The visible nodes, from the top.
  private(set) var rows: [Int] = []
  /// The row that the cursor is on.
  private(set) var cursor = 0
  /// The first row on the screen.
  private(set) var top = 0
  /// How many rows the screen shows.
  private(set) var height = 1
  var closedWithoutFilter: BitSet = []
  var finder: Finder?
  /// Whether a filter lists its matches best first.
  var isRanked = false
  /// The leaves in that order.
  var ranked: [Int] = []
  /// Whether what the catalog does not have shows.
  var showsUnknown = true
  /// What the filter lets through of it, by place.
  var matchedUnknown: [Int] = []
  /// The node that the cursor was on before a filter let nothing through.
  var lastNode: Int?

  init(_ forest: Forest, unknown: [String] = []) {
    self.forest = forest
    self.unknown = unknown
    matchedUnknown = Array(unknown.indices)
    closed = forest.closedAtFirst
    rebuild(keeping: nil)
  }

  /// The node under the cursor.
  var node: Int? { rows.indices.contains(cursor) ? rows[cursor] : nil }

  /// What stands under the cursor.
  var item: Item? {
    guard let node else { return nil }
    return item(ofNode: node)
  }

  /// What a node stands for.
  func item(ofNode node: Int) -> Item {
    guard node >= 0 else {
      return node < -unknown.count ? .unknownHeading : .unknown(node + unknown.count)
    }
    switch forest.tree.nodes[node].item {
    case .group(let group): return .group(group)
    case .leaf(let leaf): return .leaf(leaf)
    }
  }

  /// How many groups stand around a node.
  func depth(ofNode node: Int) -> Int {
    isFlat ? 0 : node >= 0 ? forest.tree.nodes[node].depth : node < -unknown.count ? 0 : 1
  }

  /// The node around a node, or nil at the top.
  func parent(ofNode node: Int) -> Int? {
    guard node >= 0 else { return node < -unknown.count ? nil : unknownHeading }
    let parent = forest.tree.nodes[node].parent
    return parent >= 0 ? parent : nil
  }

  private var unknownHeading: Int { -unknown.count - 1 }

  /// Whether the rows are a list, best first.
  var isFlat: Bool { isRanked && matched != nil }

  /// Says whether a group is open.
  func isOpen(_ group: Int) -> Bool { !closed.contains(group) }

  /// The leaves of a group that the filter lets through.
  func visibleLeaves(ofGroup group: Int) -> [Int] {
    let range = forest.leaves(ofGroup: group)
    guard let matched else { return Array(range) }
    return range.filter(matched.contains)
  }

  /// How many of a group's chosen leaves are not to be seen: it is closed, or the filter hides them.
  func hiddenCount(ofGroup group: Int, chosen: BitSet) -> Int {
    let inside = chosen[members: forest.leaves(ofGroup: group)]
    guard isOpen(group) else { return inside.count }
    guard let matched else { return 0 }
    return inside.count { !matched.contains($0) }
  }

  /// How many leaves the filter lets through.
  var matchCount: Int { (matched?.count ?? forest.leafCount) + matchedUnknown.count }

  /// How many there are, what the catalog does not have included.
  var count: Int { forest.leafCount + unknown.count }

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

  /// Puts the cursor on what the catalog does not have; drops the filter where that hides it.
  mutating func reveal(unknown id: String) {
    guard let place = unknown.firstIndex(of: id) else { return }
    if matched != nil, !matchedUnknown.contains(place) { setFilter("") }
    showsUnknown = true
    rebuild(keeping: place - unknown.count)
  }

  /// Puts the cursor on a leaf, opening what hides it; drops the filter where that hides it.
  mutating func reveal(leaf: Int) {
    if let matched, !matched.contains(leaf) { setFilter("") }
    let node = forest.tree.nodeOfLeaf[leaf]
    openAncestors(of: node)
    rebuild(keeping: node)
  }

  mutating func openAncestors(of node: Int) {
    for ancestor in forest.tree.ancestors(of: node) {
      if case .group(let group) = forest.tree.nodes[ancestor].item { closed.remove(group) }
    }
  }

  // MARK: - Opening and closing

  mutating func setOpen(_ isOpen: Bool, group: Int) {
    let screenRow = cursor - top
    if isOpen { closed.remove(group) } else { closed.insert(group) }
    rebuild(keeping: forest.tree.nodeOfGroup[group], onScreenRow: screenRow)
  }

  mutating func setUnknownOpen(_ isOpen: Bool) {
    let screenRow = cursor - top
    showsUnknown = isOpen
    rebuild(keeping: unknownHeading, onScreenRow: screenRow)
  }

  mutating func setAllOpen(_ isOpen: Bool) {
    let screenRow = cursor - top
    closed = isOpen ? [] : BitSet(forest.groups)
    showsUnknown = isOpen
    var kept = node
    while !isOpen, let current = kept, let parent = parent(ofNode: current) { kept = parent }
    rebuild(keeping: kept, onScreenRow: screenRow)
  }

  // MARK: - Rows

  private mutating func rebuild(keeping kept: Int?, onScreenRow screenRow: Int) {
    rebuild(keeping: kept)
    // Opening and closing leave the cursor's row where it was on the screen.
    top = max(0, min(cursor - screenRow, rows.count - height))
    top = max(min(top, cursor), cursor - height + 1)
  }

  mutating func rebuild(keeping kept: Int?) {
    rows.removeAll(keepingCapacity: true)
    if isFlat {
      rows = matchedUnknown.map { $0 - unknown.count } + ranked.map { forest.tree.nodeOfLeaf[$0] }
    } else {
      addTreeRows()
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

  private mutating func addTreeRows() {
    if !matchedUnknown.isEmpty {
      rows.append(unknownHeading)
      if showsUnknown { rows += matchedUnknown.map { $0 - unknown.count } }
    }
    let nodes = forest.tree.nodes
    var node = 0
    while node < nodes.count {
      switch nodes[node].item {
      case .leaf(let leaf):
        if matched?.contains(leaf) ?? true { rows.append(node) }
        node += 1
      case .group(let group):
        if let matched, matched[members: forest.leaves(ofGroup: group)].isEmpty {
          node = nodes[node].end
          continue
        }
        rows.append(node)
        node = closed.contains(group) ? nodes[node].end : node + 1
      }
    }
  }

  /// The row of a node, by bisection: rows of a tree are in the order of their nodes.
  private func rowOf(node: Int) -> Int? {
    if isFlat { return rows.firstIndex(of: node) }
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
