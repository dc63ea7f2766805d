/// Texts that may be an address.
enum AddressText {
  /// Says whether a word may be an address: a URL, a path, a host, or a variable for one.
  static func isAddress(_ word: some Collection<UInt8>) -> Bool {
    guard let first = word.first, first != UInt8(ascii: "-") else { return false }
    if "/{$<%".utf8.contains(first) { return true }
    var last: UInt8 = 0
    var hasDot = false
    for byte in word {
      if byte == UInt8(ascii: "/"), hasDot || last == UInt8(ascii: ":") { return true }
      if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") { break }
      if byte == UInt8(ascii: ".") { hasDot = true }
      if byte <= 0x20 || byte == UInt8(ascii: "(") { return false }
      last = byte
    }
    if word.starts(with: "localhost".utf8) || word.first == UInt8(ascii: ":") { return true }
    return hasDot && last != UInt8(ascii: ".") && last != UInt8(ascii: ",")
      && word.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":") }
  }

  /// Says whether a line is nothing but the URL or the path of a call that a platform has.
  static func isOperation(_ line: Span<UInt8>, of resolver: CallResolver) -> Bool {
    var end = line.count
    while end > 0, line[end - 1] <= 0x20 { end -= 1 }
    let start = LineBytes.skipBlanks(line, 0)
    guard start < end else { return false }
    let word = (start..<end).map { line[$0] }
    guard word.first == UInt8(ascii: "/") || isURL(word), word.allSatisfy({ $0 > 0x20 }) else {
      return false
    }
    return !resolver.operations(at: word).isEmpty
  }

  /// So many addresses of a line are looked at.
  private static let mostAddresses = 4

  /// Says whether a line names the URL of a call that a platform has.
  static func namesOperation(_ line: Span<UInt8>, of resolver: CallResolver) -> Bool {
    var from = 0
    for _ in 0..<mostAddresses {
      guard let sign = LineBytes.find("://", in: line, from: from) else { return false }
      var start = sign
      while start > 0, LineBytes.isLetter(line[start - 1]) { start -= 1 }
      var end = sign + 3
      while end < line.count, line[end] > 0x20, !"\"'<>`()[],;|\\".utf8.contains(line[end]) {
        end += 1
      }
      let address = (start..<end).map { line[$0] }
      if isURL(address), !resolver.operations(at: address).isEmpty { return true }
      from = end
    }
    return false
  }

  /// Says whether a word holds a whole URL.
  static func isURL(_ word: some Collection<UInt8>) -> Bool {
    let text = String(decoding: word.prefix(9), as: UTF8.self).lowercased()
    return text.utf8.starts(with: "http://".utf8) || text.utf8.starts(with: "https://".utf8)
      || "{$<%".utf8.contains(word.first ?? 0)
  }
}
