/// A search that looks for the words of a query one by one and remembers what each has found.
protocol WordSearch: Sendable {
  /// The search for keeping with what it finds.
  var kept: AnySearch { get }

  /// How long the name of each item is: of equals the shorter comes first.
  var nameLengths: [UInt8] { get }

  /// Where a word is found.
  ///
  /// With what the start of the word has found, only that is looked at: it stands nowhere else.
  func hits(of word: [UInt8], after shorter: WordHits?) -> WordHits

  /// What a word is worth at each of the items that are found, in numbers above 0.
  func points(of hits: WordHits, among found: [UInt8]) -> [UInt8]

  /// The item with the highest score of those that are found, the first of several.
  func best(of words: [WordHits], among found: [UInt8]) -> Int?

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
      return self.hits(of: word, after: shorter)
    }
    // Starts of the words stay known; others are not needed again.
    var seen = Set(words)
    let earlier = known.filter { old in
      hits.contains { $0.word.starts(with: old.word) } && seen.insert(old.word).inserted
    }
    return SearchMatches(
      words: hits, earlier: Array(earlier.prefix(SearchQuery.mostKnown)), found: found(by: hits),
      search: kept)
  }

  /// For each item whether all words find it, above 0.
  private func found(by hits: [WordHits]) -> [UInt8] {
    var found = hits[0].places
    for hit in hits.dropFirst() {
      for (item, place) in hit.places.enumerated() where place == 0 { found[item] = 0 }
    }
    return found
  }

  /// For each item its score; 0 where it is not found.
  func scores(of words: [WordHits], among found: [UInt8]) -> [Int32] {
    var scores = Array(repeating: Int32(0), count: found.count)
    for hits in words {
      for (item, points) in points(of: hits, among: found).enumerated() where found[item] > 0 {
        scores[item] += Int32(points)
      }
    }
    for (item, length) in nameLengths.enumerated() where scores[item] > 0 {
      scores[item] = Self.score(points: scores[item], nameLength: Int32(length))
    }
    return scores
  }

  func best(of words: [WordHits], among found: [UInt8]) -> Int? {
    let scores = scores(of: words, among: found)
    guard let highest = scores.max(), highest > 0 else { return nil }
    return scores.firstIndex(of: highest)
  }
}

/// A search of either kind.
indirect enum AnySearch: Sendable {
  case scopes(ScopeSearch)
  case operations(OperationSearch)

  /// The item with the highest score of those that are found, the first of several.
  func best(of words: [WordHits], among found: [UInt8]) -> Int? {
    switch self {
    case .scopes(let search): search.best(of: words, among: found)
    case .operations(let search): search.best(of: words, among: found)
    }
  }

  /// For each item its score; 0 where it is not found.
  func scores(of words: [WordHits], among found: [UInt8]) -> [Int32] {
    switch self {
    case .scopes(let search): search.scores(of: words, among: found)
    case .operations(let search): search.scores(of: words, among: found)
    }
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
