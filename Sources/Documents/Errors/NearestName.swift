/// Finds the valid name that a person most likely meant.
package enum NearestName {
  /// The candidate with the fewest edits, or nil where none is near (more than a third differs).
  package static func find(_ name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars.prefix(256))
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let scalars = Array(candidate.lowercased().unicodeScalars.prefix(256))
      let limit = min(best?.distance ?? .max, max(2, max(wanted.count, scalars.count) / 3 + 1))
      guard abs(scalars.count - wanted.count) < limit else { continue }
      let distance = editDistance(wanted, scalars, limit: limit)
      if distance < limit { best = (candidate, distance) }
    }
    return best?.name
  }

  /// A remedy that names the nearest candidate, or nil where none is near.
  ///
  /// Of several equally near the first by text, whatever the order of the candidates.
  package static func suggestion(_ name: String, among candidates: some Sequence<String>) -> String?
  {
    find(name, among: candidates.sorted()).map { nearest in
      let text: MessageText = "Perhaps \"\(nearest)\" was meant"
      return text.string
    }
  }

  /// The number of insertions, deletions, replacements and swaps of neighbors between two words.
  ///
  /// Gives up with `limit` as soon as it is clear that there are as many or more.
  package static func editDistance(
    _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int = .max
  ) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var beforeLast = Array(repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    var current = beforeLast
    var least = 0
    for row in 1...left.count {
      current[0] = row
      var leastOfRow = row
      for column in 1...right.count {
        let same = left[row - 1] == right[column - 1]
        var cost = min(
          last[column] + 1, current[column - 1] + 1, last[column - 1] + (same ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          cost = min(cost, beforeLast[column - 2] + 1)
        }
        current[column] = cost
        leastOfRow = min(leastOfRow, cost)
      }
      // A swap reaches back two rows: both have to be beyond the limit.
      if min(least, leastOfRow) >= limit { return limit }
      least = leastOfRow
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[right.count]
  }
}
