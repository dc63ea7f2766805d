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

  /// Says whether a word holds a whole URL.
  static func isURL(_ word: some Collection<UInt8>) -> Bool {
    let text = String(decoding: word.prefix(9), as: UTF8.self).lowercased()
    return text.utf8.starts(with: "http://".utf8) || text.utf8.starts(with: "https://".utf8)
      || "{$<%".utf8.contains(word.first ?? 0)
  }
}
