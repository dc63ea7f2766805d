/// In which of a scope's texts a word is found.
private enum Place: UInt8 {
  case nowhere = 0
  case summary = 1
  /// Its letters are starts of the id's parts.
  case abbreviation = 2
  /// The id, the title, or the name of a category around it.
  case names = 3
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
    var places = texts.names(holding: pattern, among: shorter?.places, marked: Place.names.rawValue)
    let around = categories.points(of: pattern, count: texts.count)
    if let around {
      for item in places.indices where around[item] > 0 { places[item] = Place.names.rawValue }
    }
    texts.markSummaries(
      holding: pattern, among: shorter?.places, by: Place.summary.rawValue, in: &places)
    if !Self.isNamed(places), let short = Abbreviation(word) {
      // What is no name's part is looked for among abbreviations: of those that the shorter word
      // stands for, or of all where it stands in a name.
      let candidates = shorter.flatMap { Self.isNamed($0.places) ? nil : $0.places }
      let found = texts.points(among: candidates) { _, row, bytes in
        short.matches(row.name, of: bytes) ? Place.abbreviation.rawValue : 0
      }
      for item in places.indices { places[item] = max(places[item], found[item]) }
    }
    return WordHits(word: word, places: places, around: around)
  }

  /// Whether a word stands in an id, a title or a category's name.
  private static func isNamed(_ places: [UInt8]) -> Bool {
    places.max() == Place.names.rawValue
  }

  // MARK: - Ranking

  func points(of hits: WordHits, among found: [UInt8]) -> [UInt8] {
    guard let word = RankedWord(hits, wholeWords) else { return hits.places }
    return texts.points(among: found) { item, row, bytes in
      word.points(at: item, row, of: bytes)
    }
  }

  func best(of words: [WordHits], among found: [UInt8]) -> Int? {
    let words = words.compactMap { RankedWord($0, wholeWords) }
    // What each scope would be worth if every word stood as well in it as it can: most are known
    // not to be the best by that, without a look at their texts.
    var most = Array(repeating: Int32(0), count: found.count)
    for word in words { word.addMost(to: &most, nameLengths: nameLengths) }
    var best: (item: Int, score: Int32)?
    for item in found.indices where found[item] > 0 {
      let length = Int32(nameLengths[item])
      let least = best?.score ?? Int32.min
      guard Self.score(points: most[item], nameLength: length) > least else { continue }
      let points = texts.withTexts(of: item) { row, bytes in
        var points = most[item]
        for word in words {
          points += Int32(word.points(at: item, row, of: bytes))
          points -= Int32(word.most(at: item, nameLength: nameLengths[item]))
          // Of equals the first in the tree is the best.
          guard Self.score(points: points, nameLength: length) > least else { break }
        }
        return points
      }
      let score = Self.score(points: points, nameLength: length)
      if score > least { best = (item, score) }
    }
    return best?.item
  }
}

/// A word that was found, with what it takes to say how well it stands.
private struct RankedWord {
  private let hits: WordHits
  private let pattern: WordPattern
  /// What the word can be worth by its place in a scope, where it is not the whole id.
  private let mostInPlace: [UInt8]
  /// Whether the word may be a whole part of some id.
  private let mayBePart: Bool
  /// How long an id is that is the word; 255 for what is longer.
  private let wholeLength: UInt8

  init?(_ hits: WordHits, _ wholeWords: WholeWords) {
    guard let pattern = WordPattern(hits.word) else { return nil }
    self.hits = hits
    self.pattern = pattern
    mayBePart = wholeWords.mayContain(hits.word)
    wholeLength = UInt8(clamping: hits.word.count)
    mostInPlace = [
      0, WordPlace.startInSummary.rawValue, WordPlace.abbreviation.rawValue,
      (mayBePart ? WordPlace.partOfID : .startInID).rawValue,
    ]
  }

  /// What the word can be worth at a scope.
  func most(at item: Int, nameLength: UInt8) -> UInt8 {
    mayBePart && nameLength == wholeLength && hits.places[item] == Place.names.rawValue
      ? WordPlace.wholeID.rawValue : mostInPlace[Int(hits.places[item])]
  }

  /// Adds what the word can be worth at each scope.
  func addMost(to most: inout [Int32], nameLengths: [UInt8]) {
    for item in most.indices {
      most[item] += Int32(self.most(at: item, nameLength: nameLengths[item]))
    }
  }

  /// What the word is worth at a scope.
  func points(at item: Int, _ row: TextTable.Row, of bytes: borrowing Span<UInt8>) -> UInt8 {
    switch Place(rawValue: hits.places[item]) {
    case .nowhere, nil: return 0
    case .abbreviation: return WordPlace.abbreviation.rawValue
    case .summary: return WordPlace.inSummary(pattern, row.summary, of: bytes)?.rawValue ?? 0
    case .names: break
    }
    let id = WordPlace.inID(pattern, row.name, of: bytes)?.rawValue ?? 0
    // Nothing else is worth more than such a place.
    if id > WordPlace.wordOfTitle.rawValue { return id }
    let title = WordPlace.inTitle(pattern, row.title, of: bytes)?.rawValue ?? 0
    return max(id, title, hits.around?[item] ?? 0)
  }
}
