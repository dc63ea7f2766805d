import Documents

// Texts in quotes.

extension YAMLTranscoder {
  /// The text in quotes at the position, whose further lines are indented so much at least.
  mutating func quoted(indentation least: Int) throws(ModelError) -> ArraySlice<UInt8> {
    let quote = peek()
    let start = place
    let isDouble = quote == UInt8(ascii: "\"")
    position += 1
    let inside = position
    // Most hold neither escapes nor line breaks.
    position = endOfQuotedRun(from: position, quote ?? 0)
    let next = position + 1 < bytes.count ? bytes[position + 1] : 0
    if peek() == quote, isDouble || next != quote {
      position += 1
      return bytes[inside..<position - 1]
    }
    var text = Array(bytes[inside..<position])
    // What an escape wrote is not trimmed before a line break.
    var kept = 0
    while let byte = peek() {
      if byte == quote {
        position += 1
        guard !isDouble, peek() == quote else { return text[...] }
        text.append(byte)
        position += 1
      } else if isDouble, byte == UInt8(ascii: "\\") {
        position += 1
        try readEscape(into: &text, least)
        kept = text.count
      } else if byte == 0x0A {
        while text.count > kept, Self.isTrimmed(text.last) { text.removeLast() }
        let breaks = skipBreaks()
        guard peek() != nil else { break }
        // YAML demands it of the closing quote as well, but people write that below the key.
        if peek() != quote || isTabbed() { try checkFlowLine(least) }
        text += breaks == 1 ? [0x20] : Array(repeating: 0x0A, count: breaks - 1)
        kept = text.count
      } else {
        let end = endOfQuotedRun(from: position + 1, quote ?? 0)
        text += bytes[position..<end]
        position = end
      }
    }
    place = start
    throw error("the quote is never closed", remedy: "Close it")
  }

  /// The next quote, backslash or line break.
  private func endOfQuotedRun(from start: Int, _ quote: UInt8) -> Int {
    var at = start
    while at < bytes.count, bytes[at] != quote, bytes[at] != UInt8(ascii: "\\"), bytes[at] != 0x0A {
      at += 1
    }
    return at
  }

  private mutating func readEscape(into text: inout [UInt8], _ least: Int) throws(ModelError) {
    guard let byte = peek() else { return }
    position += 1
    switch byte {
    case UInt8(ascii: "0"): text.append(0)
    case UInt8(ascii: "a"): text.append(7)
    case UInt8(ascii: "b"): text.append(8)
    case UInt8(ascii: "t"), 0x09: text.append(9)
    case UInt8(ascii: "n"): text.append(10)
    case UInt8(ascii: "v"): text.append(11)
    case UInt8(ascii: "f"): text.append(12)
    case UInt8(ascii: "r"): text.append(13)
    case UInt8(ascii: "e"): text.append(27)
    case 0x20, UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "\\"): text.append(byte)
    case UInt8(ascii: "N"): text += [0xC2, 0x85]
    case UInt8(ascii: "_"): text += [0xC2, 0xA0]
    case UInt8(ascii: "L"): text += [0xE2, 0x80, 0xA8]
    case UInt8(ascii: "P"): text += [0xE2, 0x80, 0xA9]
    case UInt8(ascii: "x"): try codePoint(2, into: &text)
    case UInt8(ascii: "u"): try codePoint(4, into: &text)
    case UInt8(ascii: "U"): try codePoint(8, into: &text)
    case 0x0A, 0x0D:
      // The line goes on below; empty lines between are kept.
      if byte == 0x0A { position -= 1 }
      let breaks = skipBreaks()
      guard peek() != nil else { return }
      try checkFlowLine(least)
      text += Array(repeating: 0x0A, count: breaks - 1)
    default:
      let shown = Character(Unicode.Scalar(byte))
      throw error("\"\\\(shown)\" is not a YAML escape", remedy: "Write \\\\ for a backslash")
    }
  }

  private mutating func codePoint(_ length: Int, into text: inout [UInt8]) throws(ModelError) {
    var value = try hexadecimal(length)
    // JSON's way to write what lies beyond U+FFFF.
    if (0xD800..<0xDC00).contains(value), peek() == UInt8(ascii: "\\"), position + 1 < bytes.count,
      bytes[position + 1] == UInt8(ascii: "u")
    {
      let here = place
      position += 2
      let second = try hexadecimal(4)
      if (0xDC00..<0xE000).contains(second) {
        value = 0x10000 + ((value - 0xD800) << 10) + (second - 0xDC00)
      } else {
        place = here
      }
    }
    if (0xD800..<0xE000).contains(value), length == 4 {
      // Half of a character, written as if it were one: JSON will have it as an escape, and whoever
      // reads the text decides.
      text += [0xED, UInt8(0x80 | (value >> 6) & 0x3F), UInt8(0x80 | value & 0x3F)]
      return
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw error("the escape is not a character", remedy: "Write the character itself")
    }
    text += Array(String(Character(scalar)).utf8)
  }

  private mutating func hexadecimal(_ length: Int) throws(ModelError) -> UInt32 {
    let digits = bytes[position..<min(bytes.count, position + length)]
    guard digits.count == length,
      digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw error("the escape is cut off", remedy: "Write \(length) digits") }
    position += length
    return value
  }
}
