/// Finds operations by words over method, path, tag and summary.
///
/// Every word of a query has to occur. The path ranks above tag and summary, the start of a segment
/// above its middle, and later segments above earlier ones: they say what a call does.
public struct OperationSearch: Sendable {
  private let texts: [[UInt8]]
  private let notes: [[UInt8]]

  /// Prepares a catalog for searching.
  public init(catalog: Catalog) {
    texts = catalog.operations.map { ScopeSearch.fold($0.call) }
    notes = catalog.operations.map { ScopeSearch.fold($0.tag + " " + $0.summary) }
  }

  /// The operations that a query matches, in the catalog's order, with their scores; nil for an
  /// empty query.
  public func matches(_ query: String) -> [(operation: Int, score: Int)]? {
    let words = query.split(separator: " ").map { ScopeSearch.fold(String($0)) }
    guard !words.isEmpty else { return nil }
    return texts.indices.compactMap { index in
      score(texts[index], notes[index], words).map { (index, $0) }
    }
  }

  private func score(_ text: [UInt8], _ note: [UInt8], _ words: [[UInt8]]) -> Int? {
    var total = 0
    for word in words {
      guard let place = ScopeSearch.findLast(word, in: text) else {
        guard ScopeSearch.findLast(word, in: note) != nil else { return nil }
        continue
      }
      let isStart = place == 0 || !(0x61...0x7A).contains(text[place - 1])
      let behind = text[(place + word.count)...].count { $0 == UInt8(ascii: "/") }
      total += (isStart ? 100 : 50) - min(behind, 9) * 5
    }
    return total * 10 - min(text.count, 200) / 20
  }
}
