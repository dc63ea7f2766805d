/// A call of `fetch("URL", { method: … })`, as browsers copy it.
struct FetchCall {
  /// So far behind the address its options are looked at.
  private static let longestOptions = 1 << 16

  var call: CallEvidence
  /// The index behind the address.
  var end: Int

  /// Reads what follows `fetch(`; nil where that is not an address in quotes.
  init?(_ bytes: [UInt8], from start: Int, to limit: Int) {
    var index = start
    while index < limit, bytes[index] <= 0x20 { index += 1 }
    guard index < limit, "'\"`".utf8.contains(bytes[index]) else { return nil }
    let quote = bytes[index]
    let first = index + 1
    guard let close = bytes[first..<limit].firstIndex(of: quote),
      AddressText.isAddress(bytes[first..<close])
    else { return nil }
    end = close + 1
    let options = bytes[end..<min(limit, end + Self.longestOptions)]
    call = CallEvidence(
      method: Self.method(in: options), target: bytes[first..<close], hasVariables: true)
  }

  /// The value of `method` before the call ends.
  private static func method(in options: ArraySlice<UInt8>) -> [UInt8] {
    let name = Array("method".utf8)
    var index = options.startIndex
    while index < options.endIndex, options[index] != UInt8(ascii: ")") {
      let byte = options[index]
      let isQuote = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
      var word = options[index..<index]
      if isQuote {
        word = options[(index + 1)...].prefix { $0 != byte }
        index = word.endIndex + 1
      } else {
        word = options[index...].prefix { (0x61...0x7A).contains($0 | 0x20) }
        index = max(word.endIndex, index + 1)
      }
      guard word.elementsEqual(name) else { continue }
      let value = options[min(index, options.endIndex)...]
        .drop { "\"':= \t\n\r".utf8.contains($0) }.prefix { (0x61...0x7A).contains($0 | 0x20) }
      if !value.isEmpty { return Array(value) }
    }
    return Array("GET".utf8)
  }
}
