/// Finds scopes by words over ids, titles, categories and summaries.
///
/// Every word of a query has to occur. Better places rank higher: the id before the title, the
/// title before the category, that before the summary; the start of a part before its middle.
public struct ScopeSearch: Sendable {
  /// How well a scope matches; greater is better.
  public typealias Score = Int

  private struct Entry: Sendable {
    var id: [UInt8]
    var title: [UInt8]
    var category: [UInt8]
    var summary: [UInt8]
  }

  private let entries: [Entry]

  /// Prepares a catalog for searching.
  public init(catalog: Catalog) {
    let names = catalog.categories.map { Self.fold($0.name) }
    entries = catalog.scopes.map { scope in
      var category: [UInt8] = []
      var current: Int? = scope.category
      while let index = current {
        category += names[index] + [0x20]
        current = catalog.categories[index].parent
      }
      return Entry(
        id: Self.fold(scope.id), title: Self.fold(scope.title), category: category,
        summary: Self.fold(scope.summary))
    }
  }

  /// The scopes that a query matches, in tree order, with their scores; nil for an empty query.
  public func matches(_ query: String) -> [(scope: Int, score: Score)]? {
    let words = query.split(separator: " ").map { Self.fold(String($0)) }
    guard !words.isEmpty else { return nil }
    return entries.indices.compactMap { index in
      score(entries[index], words).map { (index, $0) }
    }
  }

  private func score(_ entry: Entry, _ words: [[UInt8]]) -> Score? {
    var total = 0
    for word in words {
      if entry.id == word {
        total += 1000
      } else if let place = Self.find(word, in: entry.id) {
        total += (Self.isBoundary(place, in: entry.id) ? 400 : 200) - min(entry.id.count, 100)
      } else if let place = Self.find(word, in: entry.title) {
        total += Self.isBoundary(place, in: entry.title) ? 90 : 60
      } else if Self.find(word, in: entry.category) != nil {
        total += 40
      } else if Self.find(word, in: entry.summary) != nil {
        total += 10
      } else {
        return nil
      }
    }
    return total
  }

  static func fold(_ text: String) -> [UInt8] { Array(text.lowercased().utf8) }

  /// The last place where a word stands in a text.
  static func findLast(_ word: [UInt8], in text: [UInt8]) -> Int? {
    guard word.count <= text.count else { return nil }
    return stride(from: text.count - word.count, through: 0, by: -1).first { start in
      text[start] == word[0] && text[start..<start + word.count].elementsEqual(word)
    }
  }

  private static func isBoundary(_ place: Int, in text: [UInt8]) -> Bool {
    place == 0 || !(0x61...0x7A).contains(text[place - 1])
  }

  private static func find(_ word: [UInt8], in text: [UInt8]) -> Int? {
    guard word.count <= text.count else { return nil }
    for start in 0...(text.count - word.count) where text[start] == word[0] {
      var length = 1
      while length < word.count, text[start + length] == word[length] { length += 1 }
      if length == word.count { return start }
    }
    return nil
  }
}
