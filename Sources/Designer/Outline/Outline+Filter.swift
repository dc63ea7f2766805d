import BitCollections
import Catalogs

/// What words let through, and in which order.
extension Outline {
  /// Makes ready what looks for words, so that the first letter need not.
  mutating func prepareFilter() {
    if finder == nil { finder = forest.makeFinder() }
  }

  /// Takes new words; the cursor goes to the best match, or keeps its node where the filter is gone.
  mutating func setFilter(_ words: String) {
    let kept = node ?? lastNode
    lastNode = kept
    let hadFilter = matched != nil
    query = words
    isChosenOnly = false
    prepareFilter()
    let found = finder?.matches(words)
    ranked = isRanked ? found?.ranked ?? [] : []
    guard let found else {
      if hadFilter { closed = closedWithoutFilter }
      matched = nil
      matchedUnknown = Array(unknown.indices)
      if let kept, case .leaf = item(ofNode: kept) { openAncestors(of: kept) }
      rebuild(keeping: kept)
      return
    }
    if !hadFilter { closedWithoutFilter = closed }
    closed = []
    showsUnknown = true
    matched = found.itemSet
    let parts = words.lowercased().split(separator: " ")
    matchedUnknown = unknown.indices.filter { place in
      let id = unknown[place].lowercased()
      return parts.allSatisfy { id.contains($0) }
    }
    rebuild(
      keeping: found.best.map { forest.tree.nodeOfLeaf[$0] }
        ?? matchedUnknown.first.map { $0 - unknown.count })
  }

  /// Shows some leaves alone, and some of what the catalog does not have, by place; as a tree.
  mutating func showOnly(_ leaves: BitSet, unknown places: [Int]) {
    let kept = node ?? lastNode
    if matched == nil { closedWithoutFilter = closed }
    (query, isRanked, ranked, closed) = ("", false, [], [])
    (isChosenOnly, showsUnknown, matched, matchedUnknown) = (true, true, leaves, places)
    lastNode = kept
    rebuild(keeping: kept)
    if case .leaf? = item { return }
    moveToMatch(forward: true)
  }

  /// Opens the groups around some leaves, and puts the cursor on the first of them.
  mutating func open(around leaves: some Sequence<Int>) {
    var first: Int?
    for leaf in leaves {
      let node = forest.tree.nodeOfLeaf[leaf]
      first = first ?? node
      openAncestors(of: node)
    }
    if let first { rebuild(keeping: first) }
  }

  /// Lists what the filter lets through best first instead of as a tree, or the other way round.
  mutating func changeOrder() {
    isRanked.toggle()
    guard matched != nil else { return }
    ranked = isRanked ? finder?.last?.ranked ?? [] : []
    rebuild(keeping: node)
  }

  /// Moves to the next matching scope, or the one before, around the end.
  mutating func moveToMatch(forward: Bool) {
    guard matched != nil, !rows.isEmpty else { return }
    for step in 1...rows.count {
      let row = (cursor + (forward ? step : rows.count - step % rows.count)) % rows.count
      switch item(ofNode: rows[row]) {
      case .leaf, .unknown:
        move(to: row)
        return
      case .group, .unknownHeading: break
      }
    }
  }
}
