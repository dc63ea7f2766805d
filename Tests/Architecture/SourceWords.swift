/// The words of a Swift file without its comments and texts; what stands in an interpolation counts.
struct SourceWords {
  /// Identifiers and keywords, braces, dots and colons, in their order.
  private(set) var words: [String] = []

  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    readCode(inParentheses: false)
  }

  private mutating func readCode(inParentheses: Bool) {
    var depth = 0
    while place < bytes.count {
      if starts("//") {
        while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
      } else if starts("/*") {
        while place < bytes.count, !starts("*/") { place += 1 }
        place += 2
      } else if let fence = textFence() {
        readText(fence)
      } else if Self.isLetter(bytes[place]) {
        readWord()
      } else {
        let byte = bytes[place]
        place += 1
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") {
          if inParentheses, depth == 0 { return }
          depth -= 1
        }
        if "{}.:".utf8.contains(byte) { words.append(String(UnicodeScalar(byte))) }
      }
    }
  }

  private mutating func readWord() {
    let start = place
    while place < bytes.count, Self.isLetter(bytes[place]) || Self.isDigit(bytes[place]) {
      place += 1
    }
    words.append(String(decoding: bytes[start..<place], as: UTF8.self))
  }

  /// Number signs and quotes with which a text starts here, such as `#"`.
  private func textFence() -> (signs: Int, quotes: Int)? {
    var index = place
    while index < bytes.count, bytes[index] == UInt8(ascii: "#") { index += 1 }
    let signs = index - place
    var quotes = 0
    while index < bytes.count, quotes < 3, bytes[index] == UInt8(ascii: "\"") {
      quotes += 1
      index += 1
    }
    if quotes == 0 { return nil }
    return (signs, quotes == 3 ? 3 : 1)
  }

  private mutating func readText(_ fence: (signs: Int, quotes: Int)) {
    let signs = String(repeating: "#", count: fence.signs)
    let end = String(repeating: "\"", count: fence.quotes) + signs
    place += fence.signs + fence.quotes
    while place < bytes.count, !starts(end) {
      if starts("\\" + signs + "(") {
        place += 2 + fence.signs
        readCode(inParentheses: true)
      } else {
        place += starts("\\" + signs) ? 2 + fence.signs : 1
      }
    }
    place += end.utf8.count
  }

  private func starts(_ text: String) -> Bool { bytes[place...].starts(with: text.utf8) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
