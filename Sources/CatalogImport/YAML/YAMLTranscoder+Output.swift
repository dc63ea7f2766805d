// Writing JSON.

extension YAMLTranscoder {
  /// Starts as many lines in the output as were read.
  mutating func pad() {
    while outputLine < place.line {
      output.append(0x0A)
      outputLine += 1
    }
  }

  mutating func emitNull() { output.append(contentsOf: "null".utf8) }

  /// Writes a text as a JSON string.
  mutating func emit(_ text: ArraySlice<UInt8>) {
    output.append(UInt8(ascii: "\""))
    escape(text)
    output.append(UInt8(ascii: "\""))
  }

  /// Writes the inside of a JSON string.
  mutating func escape(_ text: ArraySlice<UInt8>) {
    var place = text.startIndex
    while true {
      let end = Self.endOfPlain(text, from: place)
      output.append(contentsOf: text[place..<end])
      guard end < text.endIndex else { return }
      place = end + 1
      let byte = text[end]
      switch byte {
      case 0xED where end + 2 < text.endIndex && text[end + 1] >= 0xA0:
        let half = 0xD000 | UInt32(text[end + 1] & 0x3F) << 6 | UInt32(text[end + 2] & 0x3F)
        output.append(contentsOf: ("\\u" + String(half, radix: 16)).utf8)
        place = end + 3
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        output.append(UInt8(ascii: "\\"))
        output.append(byte)
      case 0x00..<0x20:
        output.append(contentsOf: (byte < 0x10 ? #"\u000"# : #"\u00"#).utf8)
        output.append(contentsOf: String(byte, radix: 16).utf8)
      default: output.append(byte)
      }
    }
  }

  /// The next place of what JSON may write otherwise: most texts hold nothing of it.
  private static func endOfPlain(_ text: ArraySlice<UInt8>, from start: Int) -> Int {
    var at = start
    while at < text.endIndex {
      let byte = text[at]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0xED {
        break
      }
      at += 1
    }
    return at
  }

  /// Writes a text that stood in quotes: a tag may make something else of it.
  mutating func emitQuoted(_ text: ArraySlice<UInt8>, _ properties: Properties) {
    if properties.isTyped { emitPlain(text) } else { emit(text) }
  }

  /// Writes a text that stood without quotes.
  mutating func emitScalar(_ text: ArraySlice<UInt8>, _ properties: Properties) {
    if properties.isText { emit(text) } else { emitPlain(text) }
  }

  /// Writes a plain scalar as what it stands for: a word of JSON, a number or a text.
  private mutating func emitPlain(_ text: ArraySlice<UInt8>) {
    switch text.count {
    case 0: emitNull()
    case 1 where text.first == UInt8(ascii: "~"): emitNull()
    case 4 where Self.isWord(text, "true"): output.append(contentsOf: "true".utf8)
    case 5 where Self.isWord(text, "false"): output.append(contentsOf: "false".utf8)
    case 4 where Self.isWord(text, "null"): emitNull()
    default:
      if Self.isNumber(text) {
        output.append(contentsOf: text)
      } else if let number = Self.prefixedNumber(text) {
        output.append(contentsOf: String(number).utf8)
      } else {
        emit(text)
      }
    }
  }

  /// The value of a number with a prefix, `0x1F` or `0o17`, that JSON has no way to write.
  private static func prefixedNumber(_ text: ArraySlice<UInt8>) -> Int? {
    guard text.first == UInt8(ascii: "0"), text.count > 2 else { return nil }
    let digits = text.dropFirst(2)
    guard digits.first != UInt8(ascii: "+"), digits.first != UInt8(ascii: "-") else { return nil }
    let radix: Int? =
      switch text[text.startIndex + 1] {
      case UInt8(ascii: "x"): 16
      case UInt8(ascii: "o"): 8
      default: nil
      }
    return radix.flatMap { Int(String(decoding: digits, as: UTF8.self), radix: $0) }
  }

  /// Says whether a text is a word in small letters, in capitals, or with a capital.
  private static func isWord(_ text: ArraySlice<UInt8>, _ word: StaticString) -> Bool {
    var capitals = 0
    for (offset, byte) in text.enumerated() {
      guard byte | 0x20 == word.utf8Start[offset] else { return false }
      if byte & 0x20 == 0 { capitals += 1 }
    }
    let startsWithCapital = text.first.map { $0 & 0x20 == 0 } ?? false
    return capitals == 0 || capitals == text.count || capitals == 1 && startsWithCapital
  }

  /// Says whether a text is a number as JSON writes one.
  private static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, first == UInt8(ascii: "-") || isDigit(first) else { return false }
    var rest = text
    if first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    func digits() -> Int {
      let count = rest.prefix(while: isDigit).count
      rest = rest.dropFirst(count)
      return count
    }
    let isZero = rest.first == UInt8(ascii: "0")
    let whole = digits()
    guard whole > 0, !isZero || whole == 1 else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard digits() > 0 else { return false }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") {
        rest = rest.dropFirst()
      }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
