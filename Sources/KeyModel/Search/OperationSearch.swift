/// Finds operations by words over method, path, tag and summary.
///
/// Every word of a query has to occur. The path ranks above tag and summary, the start of a segment
/// above its middle, and later segments above earlier ones: they say what a call does.
public struct OperationSearch: Sendable {
  private let texts: [[UInt8]]
  private let notes: [[UInt8]]

  /// Prepares a catalog for searching.
  public init(catalog: Catalog) {
    texts = catalog.operations.map { Self.fold($0.call) }
    notes = catalog.operations.map { Self.fold($0.tag + " " + $0.summary) }
  }

  /// The operations that a query matches, in the catalog's order, with their scores; nil for an
  /// empty query.
  public func matches(_ query: String) -> [(operation: Int, score: Int)]? {
    let words = query.split(separator: " ").map { Self.fold(String($0)) }
    guard !words.isEmpty else { return nil }
    return texts.indices.compactMap { index in
      score(texts[index], notes[index], words).map { (index, $0) }
    }
  }

  private func score(_ text: [UInt8], _ note: [UInt8], _ words: [[UInt8]]) -> Int? {
    var total = 0
    for word in words {
      guard let place = Self.findLast(word, in: text) else {
        guard Self.findLast(word, in: note) != nil else { return nil }
        continue
      }
      let isStart = place == 0 || !(0x61...0x7A).contains(text[place - 1])
      let behind = text[(place + word.count)...].count { $0 == UInt8(ascii: "/") }
      total += (isStart ? 100 : 50) - min(behind, 9) * 5
    }
    return total * 10 - min(text.count, 200) / 20
  }

  private static func fold(_ text: String) -> [UInt8] { Array(text.lowercased().utf8) }

  /// The last place where a word stands in a text.
  private static func findLast(_ word: [UInt8], in text: [UInt8]) -> Int? {
    guard word.count <= text.count else { return nil }
    return stride(from: text.count - word.count, through: 0, by: -1).first { start in
      text[start] == word[0] && text[start..<start + word.count].elementsEqual(word)
    }
  }
}
