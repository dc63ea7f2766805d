/// Finds scopes by words over ids, titles, categories and summaries, best first where asked.
///
/// Every word of a query has to be found, in any order. What a word is worth follows from where it
/// stands (`WordPlace`): the whole id before a part of it, that before the start of a part, then the
/// title, the middle of the id, the categories around it, an abbreviation of the id, the summary.
/// A scope's score is the sum over the words; of equals the shorter id comes first, then the one
/// that stands first in the tree. Capitals do not matter, but start a part: `describe` and
/// `instances` are both starts in `DescribeInstances`.
public struct ScopeSearch: Sendable {
  private let texts: SearchTexts
  private let categories: CategoryNames

  /// Prepares a catalog for searching.
  public init(catalog: Catalog) {
    let shared = catalog.texts.flatMap { TextTable(sharing: $0) }
    texts = SearchTexts(shared ?? Self.copy(catalog.scopes))
    categories = CategoryNames(catalog: catalog)
  }

  private static func copy(_ scopes: [Scope]) -> TextTable {
    var copy = TextTable.Copy()
    for scope in scopes.indices {
      scopes[scope].idText.append(to: &copy.bytes)
      copy.end()
      scopes[scope].titleText.append(to: &copy.bytes)
      copy.end()
      scopes[scope].summaryText.append(to: &copy.bytes)
      copy.end()
    }
    return TextTable(copy)
  }

  /// What a query finds, scopes in tree order; nil for an empty query.
  ///
  /// What an earlier query has found makes the next letter cheap.
  public func matches(_ query: String, after previous: SearchMatches? = nil) -> SearchMatches? {
    search(query, after: previous)
  }

  /// Where the words of a query stand in an id, as ranges of its UTF-8.
  public static func marks(_ query: String, in id: String) -> [Range<Int>] {
    let bytes = Array(id.utf8)
    let span = bytes.span
    var marks: [Range<Int>] = []
    for word in SearchQuery.words(of: query) {
      if let best = WordPattern(word).flatMap({ WordPlace.best($0, bytes.indices, of: span) }) {
        marks.append(best.place..<best.place + word.count)
      } else if let short = Abbreviation(word) {
        marks += short.pieces(bytes.indices, of: span)
      }
    }
    return marks
  }
}

extension ScopeSearch: WordSearch {
  var nameLengths: [UInt8] { texts.nameLengths }

  static func score(points: Int32, nameLength: Int32) -> Int32 {
    points * 128 - min(nameLength, 127)
  }

  func points(of word: [UInt8], after shorter: WordHits?) -> [UInt8] {
    guard let pattern = WordPattern(word) else { return Array(repeating: 0, count: texts.count) }
    let around = categories.points(of: pattern, count: texts.count)
    var points = texts.points(among: shorter?.points) { item, row, bytes in
      var best = around[item]
      // Nearly every name has a letter; what is longer is mostly not there.
      if word.count == 1 || pattern.mayStand(in: row.names, of: bytes) {
        let id = WordPlace.inID(pattern, row.name, of: bytes)?.rawValue ?? 0
        // Nothing else is worth more than such a place.
        if id > WordPlace.wordOfTitle.rawValue { return id }
        let title = WordPlace.inTitle(pattern, row.title, of: bytes)?.rawValue ?? 0
        best = max(best, id, title)
      }
      if best > 0 { return best }
      return WordPlace.inSummary(pattern, row.summary, of: bytes)?.rawValue ?? 0
    }
    if !Self.isNamed(points), let short = Abbreviation(word) {
      // What is no name's part is looked for among abbreviations: of those that the shorter word
      // stands for, or of all where it stands in a name.
      let candidates = shorter.flatMap { Self.isNamed($0.points) ? nil : $0.points }
      let found = texts.points(among: candidates) { _, row, bytes in
        short.matches(row.name, of: bytes) ? WordPlace.abbreviation.rawValue : 0
      }
      for item in points.indices { points[item] = max(points[item], found[item]) }
    }
    return points
  }

  /// Whether a word stands in an id, a title or a category's name.
  private static func isNamed(_ points: [UInt8]) -> Bool {
    (points.max() ?? 0) > WordPlace.abbreviation.rawValue
  }
}
