/// Finds scopes by words over ids, titles, categories and summaries, best first where asked.
///
/// Every word of a query has to be found, in any order. What a word is worth follows from where it
/// stands (`WordPlace`): the whole id before a part of it, that before the start of a part, then the
/// title, the middle of the id, the categories around it, an abbreviation of the id, the summary.
/// A scope's score is the sum over the words; of equals the shorter id comes first, then the one
/// that stands first in the tree. Capitals do not matter, but start a part: `describe` and
/// `instances` are both starts in `DescribeInstances`.
public struct ScopeSearch: Sendable {
  private let text: SearchText
  /// Queries of more words are cut: what nobody types must not take for ever.
  private static let mostWords = 32

  /// Prepares a catalog for searching.
  public init(catalog: Catalog) { text = SearchText(catalog: catalog) }

  /// What a query finds; nil for an empty query.
  ///
  /// With what an earlier query has found, a word that grew by a letter is looked for only where it
  /// was found before, and one that lost its last letter is not looked for at all.
  public func matches(_ query: String, after previous: ScopeMatches? = nil) -> ScopeMatches? {
    let words = Self.words(of: query)
    guard !words.isEmpty else { return nil }
    let known = (previous?.words ?? []) + (previous?.earlier ?? [])
    let hits = words.map { word -> WordHits in
      if let same = known.first(where: { $0.word == word }) { return same }
      let shorter = known.filter { word.starts(with: $0.word) }
        .max { $0.word.count < $1.word.count }
      return WordHits(word, in: text, after: shorter)
    }
    // Prefixes of the words stay known; others are not needed again.
    let earlier = known.filter { old in
      hits.contains { $0.word.count > old.word.count && $0.word.starts(with: old.word) }
    }
    let (scopes, scores) = joined(hits)
    return ScopeMatches(
      words: hits, earlier: Self.withoutRepetition(earlier), scopes: scopes, scores: scores)
  }

  /// Where the words of a query stand in an id, as ranges of its UTF-8.
  public static func marks(_ query: String, in id: String) -> [Range<Int>] {
    let bytes = Array(id.utf8)
    let span = bytes.span
    return words(of: query).flatMap { word -> [Range<Int>] in
      if let best = WordPlace.best(word, bytes.indices, of: span) {
        return [best.place..<best.place + word.count]
      }
      return Abbreviation.pieces(word, bytes.indices, of: span)
    }
  }

  static func words(of query: String) -> [[UInt8]] {
    var words: [[UInt8]] = []
    for part in query.split(separator: " ") {
      let word = Array(part.lowercased().utf8)
      if !words.contains(word), words.count < mostWords { words.append(word) }
    }
    return words
  }

  /// The scopes that all words find, with the sum of their points.
  private func joined(_ hits: [WordHits]) -> (scopes: [Int], scores: [Int]) {
    var scopes: [Int] = []
    var scores: [Int] = []
    guard let fewest = hits.min(by: { $0.scopes.count < $1.scopes.count }) else { return ([], []) }
    scopes.reserveCapacity(fewest.scopes.count)
    scores.reserveCapacity(fewest.scopes.count)
    var places = Array(repeating: 0, count: hits.count)
    next: for scope in fewest.scopes {
      var sum: Int32 = 0
      for (index, hit) in hits.enumerated() {
        var place = places[index]
        while place < hit.scopes.count, hit.scopes[place] < scope { place += 1 }
        places[index] = place
        guard place < hit.scopes.count, hit.scopes[place] == scope else { continue next }
        sum += hit.points[place]
      }
      scopes.append(Int(scope))
      scores.append(Int(sum) * 128 - min(text.range(.id, of: Int(scope)).count, 127))
    }
    return (scopes, scores)
  }

  private static func withoutRepetition(_ hits: [WordHits]) -> [WordHits] {
    var seen: Set<[UInt8]> = []
    return hits.filter { seen.insert($0.word).inserted }
  }
}
