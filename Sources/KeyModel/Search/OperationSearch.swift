/// Finds operations by words over method and path.
///
/// Every word of a query has to occur. The start of a segment ranks above its middle, and later
/// segments above earlier ones: they say what a call does.
public struct OperationSearch: Sendable {
  private let texts: [[UInt8]]

  /// Prepares a catalog for searching.
  public init(catalog: Catalog) {
    texts = catalog.operations.map { ScopeSearch.fold($0.call) }
  }

  /// The operations that a query matches, in the catalog's order, with their scores; nil for an
  /// empty query.
  public func matches(_ query: String) -> [(operation: Int, score: Int)]? {
    let words = query.split(separator: " ").map { ScopeSearch.fold(String($0)) }
    guard !words.isEmpty else { return nil }
    return texts.indices.compactMap { index in
      score(texts[index], words).map { (index, $0) }
    }
  }

  private func score(_ text: [UInt8], _ words: [[UInt8]]) -> Int? {
    var total = 0
    for word in words {
      guard let place = ScopeSearch.findLast(word, in: text) else { return nil }
      let isStart = place == 0 || !(0x61...0x7A).contains(text[place - 1])
      let behind = text[(place + word.count)...].count { $0 == UInt8(ascii: "/") }
      total += (isStart ? 100 : 50) - min(behind, 9) * 5
    }
    return total * 10 - min(text.count, 200) / 20
  }
}
