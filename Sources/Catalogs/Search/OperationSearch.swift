/// Finds operations by words over method, path, tag and summary.
///
/// Every word of a query has to occur. The path ranks above tag and summary, the start of a segment
/// above its middle, and later segments above earlier ones: they say what a call does. Of equals a
/// much shorter call comes first, then the one that stands first.
package struct OperationSearch: Sendable {
  private let texts: SearchTexts

  /// Prepares a catalog for searching.
  ///
  /// The order has all operations by index, as they are to be found; without it that is the
  /// catalog's.
  package init(catalog: Catalog, order: [Int]? = nil) {
    var copy = TextTable.Copy()
    for index in order ?? Array(catalog.operations.indices) {
      let operation = catalog.operations[index]
      copy.add {
        $0 += operation.method.utf8
        $0.append(0x20)
        operation.pathText.append(to: &$0)
      } title: {
        $0 += operation.tag.utf8
      } summary: {
        operation.summaryText.append(to: &$0)
      }
    }
    texts = SearchTexts(TextTable(copy))
  }

  /// What a query finds, by place in the order; nil for an empty query.
  ///
  /// What an earlier query has found makes the next letter cheap.
  package func matches(_ query: String, after previous: SearchMatches? = nil) -> SearchMatches? {
    search(query, after: previous)
  }
}

extension OperationSearch: WordSearch {
  var kept: AnySearch { .operations(self) }

  var nameLengths: [UInt8] { texts.nameLengths }

  static func score(points: Int32, nameLength: Int32) -> Int32 {
    // Tag and summary add nothing; that they hold the word still counts as found.
    points * 10 - min(nameLength, 200) / 20 + 1
  }

  /// Of a call it is known at once what a word is worth where it is found.
  func points(of hits: WordHits, among found: [UInt8]) -> [UInt8] { hits.places }

  func hits(of word: [UInt8], after shorter: WordHits?) -> WordHits {
    WordHits(word: word, places: points(of: word, after: shorter))
  }

  private func points(of word: [UInt8], after shorter: WordHits?) -> [UInt8] {
    guard let pattern = WordPattern(word) else { return Array(repeating: 0, count: texts.count) }
    return texts.points(among: shorter?.places) { _, row, bytes in
      if let points = Self.points(pattern, row.name, of: bytes) { return 1 + points }
      return pattern.stands(in: row.title, of: bytes) || pattern.stands(in: row.summary, of: bytes)
        ? 1 : 0
    }
  }

  /// What the last place of a word in a call is worth.
  private static func points(
    _ word: WordPattern, _ call: Range<Int>, of bytes: borrowing Span<UInt8>
  ) -> UInt8? {
    var last: Int?
    word.find(in: call, of: bytes) { place in
      last = place
      return place + 1
    }
    guard let last else { return nil }
    let isStart =
      last == call.lowerBound || SearchBytes.fold(bytes[last - 1]) &- 0x61 >= 26
    var behind: UInt8 = 0
    for place in last + word.word.count..<call.upperBound
    where bytes[place] == UInt8(ascii: "/") && behind < 9 {
      behind += 1
    }
    return (isStart ? 100 : 50) - behind * 5
  }
}
