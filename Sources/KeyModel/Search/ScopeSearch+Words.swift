/// In which of a scope's texts a word is found.
private enum Place: UInt8, Comparable {
  case nowhere = 0
  case summary = 1
  /// Its letters are starts of the id's parts.
  case abbreviation = 2
  /// The id, the title, or the name of a category around it.
  case names = 3

  static func < (left: Place, right: Place) -> Bool { left.rawValue < right.rawValue }

  /// What a word in it can be worth; only one as long as the id can be all of that.
  func most(ofWholeID isWholeID: Bool, mayBePart: Bool) -> UInt8 {
    switch self {
    case .nowhere: 0
    case .summary: WordPlace.startInSummary.rawValue
    case .abbreviation: WordPlace.abbreviation.rawValue
    case .names where !mayBePart: WordPlace.startInID.rawValue
    case .names: (isWholeID ? WordPlace.wholeID : .partOfID).rawValue
    }
  }
}

extension ScopeSearch: WordSearch {
  var kept: AnySearch { .scopes(self) }

  var nameLengths: [UInt8] { texts.nameLengths }

  static func score(points: Int32, nameLength: Int32) -> Int32 {
    points * 128 - min(nameLength, 127)
  }

  // MARK: - Finding

  func hits(of word: [UInt8], after shorter: WordHits?) -> WordHits {
    guard let pattern = WordPattern(word) else {
      return WordHits(word: word, places: Array(repeating: 0, count: texts.count))
    }
    let around = categories.points(of: pattern, count: texts.count)
    var places = texts.points(among: shorter?.places) { item, row, bytes in
      if around[item] > 0 { return Place.names.rawValue }
      var isNamed = false
      pattern.find(in: row.names, of: bytes) { start in
        // A word does not go on from the id into the title.
        isNamed = start >= row.title.lowerBound || start + word.count <= row.name.upperBound
        return isNamed
      }
      if isNamed { return Place.names.rawValue }
      return pattern.stands(in: row.summary, of: bytes) ? Place.summary.rawValue : 0
    }
    if !Self.isNamed(places), let short = Abbreviation(word) {
      // What is no name's part is looked for among abbreviations: of those that the shorter word
      // stands for, or of all where it stands in a name.
      let candidates = shorter.flatMap { Self.isNamed($0.places) ? nil : $0.places }
      let found = texts.points(among: candidates) { _, row, bytes in
        short.matches(row.name, of: bytes) ? Place.abbreviation.rawValue : 0
      }
      for item in places.indices { places[item] = max(places[item], found[item]) }
    }
    return WordHits(word: word, places: places)
  }

  /// Whether a word stands in an id, a title or a category's name.
  private static func isNamed(_ places: [UInt8]) -> Bool {
    places.max() == Place.names.rawValue
  }

  // MARK: - Ranking

  func points(of hits: WordHits, among found: [UInt8]) -> [UInt8] {
    guard let word = RankedWord(hits, categories, wholeWords) else { return hits.places }
    return texts.points(among: found) { item, row, bytes in
      word.points(at: item, row, of: bytes, atLeast: 0)
    }
  }

  func best(of words: [WordHits], among found: [UInt8]) -> Int? {
    let words = words.compactMap { RankedWord($0, categories, wholeWords) }
    var best: (item: Int, score: Int32)?
    texts.forEach(among: found) { item, row, bytes in
      let length = Int32(UInt8(clamping: row.name.count))
      // What is not enough, even if every word stood as well as it can, need not be looked at.
      var most = words.reduce(0) { $0 + Int32($1.most(at: item, row)) }
      for word in words {
        let isBetter = Self.isBetter(Self.score(points: most, nameLength: length), item, best)
        guard isBetter else { return }
        let own = word.most(at: item, row)
        let needed = best.map { ($0.score + min(length, 127) + 127) / 128 - (most - Int32(own)) }
        let points = word.points(
          at: item, row, of: bytes, atLeast: UInt8(clamping: needed ?? 0))
        most += Int32(points) - Int32(own)
      }
      let score = Self.score(points: most, nameLength: length)
      if Self.isBetter(score, item, best) { best = (item, score) }
    }
    return best?.item
  }

  /// Whether a score is higher, or as high further up in the tree.
  private static func isBetter(
    _ score: Int32, _ item: Int, _ best: (item: Int, score: Int32)?
  ) -> Bool {
    guard let best else { return true }
    return score == best.score ? item < best.item : score > best.score
  }
}

/// A word that was found, with what it takes to say how well it stands.
private struct RankedWord {
  private let hits: WordHits
  private let pattern: WordPattern
  /// For each scope what the word is worth in the names of the categories around it.
  private let around: [UInt8]
  /// Whether the word may be a whole part of some id.
  private let mayBePart: Bool

  init?(_ hits: WordHits, _ categories: CategoryNames, _ wholeWords: WholeWords) {
    guard let pattern = WordPattern(hits.word) else { return nil }
    self.hits = hits
    self.pattern = pattern
    around = categories.points(of: pattern, count: hits.places.count)
    mayBePart = wholeWords.mayContain(hits.word)
  }

  /// What the word can be worth at a scope.
  func most(at item: Int, _ row: TextTable.Row) -> UInt8 {
    let isWholeID = hits.word.count == row.name.count
    return Place(rawValue: hits.places[item])?.most(ofWholeID: isWholeID, mayBePart: mayBePart)
      ?? 0
  }

  /// What the word is worth at a scope; where that is not enough, anything that is not either.
  func points(
    at item: Int, _ row: TextTable.Row, of bytes: borrowing Span<UInt8>, atLeast least: UInt8
  ) -> UInt8 {
    switch Place(rawValue: hits.places[item]) {
    case .nowhere, nil: return 0
    case .abbreviation: return WordPlace.abbreviation.rawValue
    case .summary: return WordPlace.inSummary(pattern, row.summary, of: bytes)?.rawValue ?? 0
    case .names: break
    }
    let id = WordPlace.inID(pattern, row.name, of: bytes)?.rawValue ?? 0
    // Nothing else is worth more than such a place.
    if max(id, least) > WordPlace.wordOfTitle.rawValue { return id }
    let title = WordPlace.inTitle(pattern, row.title, of: bytes)?.rawValue ?? 0
    return max(id, title, around[item])
  }
}
