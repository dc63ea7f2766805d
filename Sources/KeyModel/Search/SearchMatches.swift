public import BitCollections

/// What a query finds among a catalog's scopes, or its operations.
public struct SearchMatches: Sendable {
  /// The words of the query with what each finds by itself.
  let words: [WordHits]
  /// The words found before, of which these are longer: what a backspace goes back to.
  let earlier: [WordHits]
  /// For each item how well it matches; 0 where it does not.
  private let scoreOfItem: [Int32]

  init(words: [WordHits], earlier: [WordHits], scoreOfItem: [Int32]) {
    self.words = words
    self.earlier = earlier
    self.scoreOfItem = scoreOfItem
  }

  /// The items, in the order of the search.
  public var items: [Int] { scoreOfItem.indices.filter { scoreOfItem[$0] > 0 } }

  /// For each of the items how well it matches; greater is better.
  public var scores: [Int] { scoreOfItem.lazy.filter { $0 > 0 }.map { Int($0) } }

  /// The items as a set.
  public var itemSet: BitSet {
    var words: [UInt] = []
    words.reserveCapacity(scoreOfItem.count / UInt.bitWidth + 1)
    for start in stride(from: 0, to: scoreOfItem.count, by: UInt.bitWidth) {
      var word: UInt = 0
      for place in start..<min(start + UInt.bitWidth, scoreOfItem.count)
      where scoreOfItem[place] > 0 {
        word |= 1 << UInt(place - start)
      }
      words.append(word)
    }
    return BitSet(words: words)
  }

  /// The item that matches best, the first of several; nil where none does.
  public var best: Int? {
    guard let highest = scoreOfItem.max(), highest > 0 else { return nil }
    return scoreOfItem.firstIndex(of: highest)
  }

  /// The items, best first; of equals the one that comes first.
  public var ranked: [Int] {
    // Scores are small: counting them sorts a hundred thousand items in two passes.
    guard let highest = scoreOfItem.max(), highest > 0 else { return [] }
    var starts = Array(repeating: 0, count: Int(highest) + 1)
    var count = 0
    for score in scoreOfItem where score > 0 {
      starts[Int(highest - score) + 1] += 1
      count += 1
    }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var ranked = Array(repeating: 0, count: count)
    for (item, score) in scoreOfItem.enumerated() where score > 0 {
      let place = Int(highest - score)
      ranked[starts[place]] = item
      starts[place] += 1
    }
    return ranked
  }
}
