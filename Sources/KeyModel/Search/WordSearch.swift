/// A search that looks for the words of a query one by one and remembers what each has found.
protocol WordSearch: Sendable {
  /// How long the name of each item is: of equals the shorter comes first.
  var nameLengths: [UInt8] { get }

  /// What a word is worth at each item; 0 where it is not found.
  ///
  /// With what the start of the word has found, only that is looked at: it stands nowhere else.
  func points(of word: [UInt8], after shorter: WordHits?) -> [UInt8]

  /// How well an item matches, above 0, by what its words are worth together.
  static func score(points: Int32, nameLength: Int32) -> Int32
}

extension WordSearch {
  /// What a query finds; nil for an empty query.
  ///
  /// With what an earlier query has found, a word that grew by a letter is looked for only where it
  /// was found before, and one that lost its last letter is not looked for at all.
  func search(_ query: String, after previous: SearchMatches?) -> SearchMatches? {
    let words = SearchQuery.words(of: query)
    guard !words.isEmpty else { return nil }
    let known = (previous?.words ?? []) + (previous?.earlier ?? [])
    let hits = words.map { word -> WordHits in
      if let same = known.first(where: { $0.word == word }) { return same }
      let shorter = known.filter { word.starts(with: $0.word) }
        .max { $0.word.count < $1.word.count }
      return WordHits(word: word, points: points(of: word, after: shorter))
    }
    // Starts of the words stay known; others are not needed again.
    var seen = Set(words)
    let earlier = known.filter { old in
      hits.contains { $0.word.starts(with: old.word) } && seen.insert(old.word).inserted
    }
    return SearchMatches(
      words: hits, earlier: Array(earlier.prefix(SearchQuery.mostKnown)), scoreOfItem: joined(hits))
  }

  /// The scores of the items that all words find.
  private func joined(_ hits: [WordHits]) -> [Int32] {
    let lengths = nameLengths
    var scores = hits[0].points.map { Int32($0) }
    for hit in hits.dropFirst() {
      for (item, points) in hit.points.enumerated() {
        let sum = scores[item]
        scores[item] = sum > 0 && points > 0 ? sum + Int32(points) : 0
      }
    }
    for (item, length) in lengths.enumerated() where scores[item] > 0 {
      scores[item] = Self.score(points: scores[item], nameLength: Int32(length))
    }
    return scores
  }
}

/// The words of a query.
enum SearchQuery {
  /// Queries of more words are cut: what nobody types must not take for ever.
  private static let mostWords = 32
  /// So many earlier words are remembered.
  static let mostKnown = 64

  /// The different words, folded.
  static func words(of query: String) -> [[UInt8]] {
    var words: [[UInt8]] = []
    for part in query.split(separator: " ") {
      let word = Array(part.lowercased().utf8)
      if !words.contains(word), words.count < mostWords { words.append(word) }
    }
    return words
  }
}
