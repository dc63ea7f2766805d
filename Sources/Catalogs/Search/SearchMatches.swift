import BitCollections

/// What a query finds among a catalog's scopes, or its operations.
///
/// Which items are found is known; how well they match is worked out when somebody asks.
package struct SearchMatches: Sendable {
  /// The words of the query with what each finds by itself.
  let words: [WordHits]
  /// The words found before, of which these are longer: what a backspace goes back to.
  let earlier: [WordHits]
  /// For each item whether all words find it, above 0.
  private let found: [UInt8]
  private let search: AnySearch

  init(words: [WordHits], earlier: [WordHits], found: [UInt8], search: AnySearch) {
    self.words = words
    self.earlier = earlier
    self.found = found
    self.search = search
  }

  /// The items, in the order of the search.
  package var items: [Int] { found.indices.filter { found[$0] > 0 } }

  /// For each of the items how well it matches; greater is better.
  package var scores: [Int] { scoreOfItem.lazy.filter { $0 > 0 }.map { Int($0) } }

  /// The items as a set.
  package var itemSet: BitSet {
    var words: [UInt] = []
    words.reserveCapacity(found.count / UInt.bitWidth + 1)
    for start in stride(from: 0, to: found.count, by: UInt.bitWidth) {
      var word: UInt = 0
      for place in start..<min(start + UInt.bitWidth, found.count) where found[place] > 0 {
        word |= 1 << UInt(place - start)
      }
      words.append(word)
    }
    return BitSet(words: words)
  }

  /// The item that matches best, the first of several; nil where none does.
  package var best: Int? { search.best(of: words, among: found) }

  /// The items, best first; of equals the one that comes first.
  package var ranked: [Int] {
    // Scores are small: counting them sorts a hundred thousand items in two passes.
    let scores = scoreOfItem
    guard let highest = scores.max(), highest > 0 else { return [] }
    var starts = Array(repeating: 0, count: Int(highest) + 1)
    var count = 0
    for score in scores where score > 0 {
      starts[Int(highest - score) + 1] += 1
      count += 1
    }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var ranked = Array(repeating: 0, count: count)
    for (item, score) in scores.enumerated() where score > 0 {
      let place = Int(highest - score)
      ranked[starts[place]] = item
      starts[place] += 1
    }
    return ranked
  }

  /// For each item how well it matches; 0 where it does not.
  private var scoreOfItem: [Int32] { search.scores(of: words, among: found) }
}
