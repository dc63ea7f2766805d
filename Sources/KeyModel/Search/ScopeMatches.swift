/// What a query finds among a catalog's scopes.
public struct ScopeMatches: Sendable {
  /// The words of the query with what each finds by itself.
  let words: [WordHits]
  /// The words found before, shorter ones first: what a backspace goes back to.
  let earlier: [WordHits]
  /// The scopes, in tree order.
  public let scopes: [Int]
  /// For each of them how well it matches; greater is better.
  public let scores: [Int]

  init(words: [WordHits], earlier: [WordHits], scopes: [Int], scores: [Int]) {
    self.words = words
    self.earlier = earlier
    self.scopes = scopes
    self.scores = scores
  }

  /// The scope that matches best, the first of several; nil where none does.
  public var best: Int? {
    guard var best = scopes.indices.first else { return nil }
    for index in scopes.indices where scores[index] > scores[best] { best = index }
    return scopes[best]
  }

  /// The scopes, best first; of equals the one that comes first in the tree.
  public var ranked: [Int] {
    // Scores are small: counting them sorts a hundred thousand scopes in one pass.
    guard let highest = scores.max(), let lowest = scores.min() else { return [] }
    var starts = Array(repeating: 0, count: highest - lowest + 2)
    for score in scores { starts[highest - score + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var ranked = Array(repeating: 0, count: scopes.count)
    for index in scopes.indices {
      let place = highest - scores[index]
      ranked[starts[place]] = scopes[index]
      starts[place] += 1
    }
    return ranked
  }
}
