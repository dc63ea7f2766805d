import Documents

// Plain and quoted texts, and the keys of mappings.

extension YAMLTranscoder {
  /// Says whether a key with its colon stands here, without reading it.
  func startsMember() throws(ModelError) -> Bool {
    var place = position
    if let quote = peek(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      place += 1
      while place < bytes.count, bytes[place] != quote, bytes[place] != 0x0A {
        if quote == UInt8(ascii: "\""), bytes[place] == UInt8(ascii: "\\") { place += 1 }
        place += 1
        // Two apostrophes inside are one.
        if quote == UInt8(ascii: "'"), place + 1 < bytes.count, bytes[place] == quote,
          bytes[place + 1] == quote
        {
          place += 2
        }
      }
      guard place < bytes.count, bytes[place] == quote else { return false }
      place += 1
      while place < bytes.count, bytes[place] == 0x20 { place += 1 }
      return place < bytes.count && bytes[place] == UInt8(ascii: ":") && isSpace(at: place + 1)
    }
    while place < bytes.count {
      let byte = bytes[place]
      if byte == 0x0A { return false }
      if byte == UInt8(ascii: ":"), isSpace(at: place + 1) { return true }
      if byte == UInt8(ascii: "#"), place > position, isSpace(at: place - 1) { return false }
      place += 1
    }
    return false
  }

  /// Reads a key and its colon.
  mutating func key() throws(ModelError) {
    switch peek() {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      try quoted()
      skipSpaces()
    case UInt8(ascii: "?") where isSpace(at: position + 1):
      throw error("a key of several values stands here", remedy: "Use plain texts as keys")
    default:
      try checkPlainStart()
      let start = position
      while let byte = peek(), byte != 0x0A {
        if byte == UInt8(ascii: ":"), isSpace(at: position + 1) { break }
        if byte == UInt8(ascii: "#"), isSpace(at: position - 1) { break }
        position += 1
      }
      emit(Self.trimmed(bytes[start..<position]))
    }
    guard peek() == UInt8(ascii: ":") else {
      throw error("a key without a colon stands here", remedy: "Write \"key: value\"")
    }
    position += 1
  }

  mutating func scalar(parent: Int) throws(ModelError) {
    if peek() == UInt8(ascii: "\"") || peek() == UInt8(ascii: "'") {
      try quoted()
      skipSpaces()
      guard atLineEnd() else {
        throw error("something follows the closing quote", remedy: "Quote the whole text")
      }
    } else {
      try plain(parent: parent)
    }
  }

  private func checkPlainStart() throws(ModelError) {
    guard let byte = peek() else { return }
    switch byte {
    case UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "%"), UInt8(ascii: ","),
      UInt8(ascii: "]"), UInt8(ascii: "}"):
      throw error(
        "a text cannot start with \"\(Character(Unicode.Scalar(byte)))\"", remedy: "Quote it")
    default: break
    }
  }

  /// A text without quotes: to the end of its line, and on lines below that are indented more.
  private mutating func plain(parent: Int) throws(ModelError) {
    try checkPlainStart()
    let first = plainLine()
    var text: [UInt8] = []
    while true {
      let (here, hereLine, hereStart) = (position, line, lineStart)
      guard !(peek() == UInt8(ascii: "#")) else { break }
      var breaks = 0
      var isTabbed = false
      while let byte = peek(), byte <= 0x20 {
        if byte == 0x0A {
          newLine()
          breaks += 1
          isTabbed = false
        } else {
          if byte == 0x09, breaks > 0, column <= parent { isTabbed = true }
          position += 1
        }
      }
      if isTabbed, position < bytes.count {
        throw error("a tab stands in the indentation", remedy: "Indent with spaces")
      }
      guard breaks > 0, position < bytes.count, column > parent,
        peek() != UInt8(ascii: "#"), !isMarker("---"), !isMarker("...")
      else {
        (position, line, lineStart) = (here, hereLine, hereStart)
        break
      }
      if text.isEmpty { text += first }
      text += breaks == 1 ? [0x20] : Array(repeating: 0x0A, count: breaks - 1)
      text += plainLine()
      if peek() == UInt8(ascii: ":") {
        throw error(
          "a \":\" stands in a text of several lines", remedy: "Indent the line like its neighbors")
      }
    }
    if text.isEmpty { emitPlain(first) } else { emit(text) }
  }

  /// Moves over what is left of a plain text on this line.
  private mutating func plainLine() -> ArraySlice<UInt8> {
    let start = position
    while let byte = peek(), byte != 0x0A {
      if byte == UInt8(ascii: ":"), isSpace(at: position + 1) { break }
      if byte == UInt8(ascii: "#"), position > start, isSpace(at: position - 1) { break }
      position += 1
    }
    return Self.trimmed(bytes[start..<position])
  }

  static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text
    while isTrimmed(text.last) { text.removeLast() }
    return text
  }

  private static func isTrimmed(_ last: UInt8?) -> Bool {
    last == 0x20 || last == 0x09 || last == 0x0D
  }

  // MARK: - Quotes

  mutating func quoted() throws(ModelError) {
    let quote = peek()
    let (start, startLine, startOfLine) = (position, line, lineStart)
    let isDouble = quote == UInt8(ascii: "\"")
    position += 1
    let inside = position
    // Most hold neither escapes nor line breaks.
    while let byte = peek(), byte != quote, byte != UInt8(ascii: "\\"), byte != 0x0A {
      position += 1
    }
    let next = position + 1 < bytes.count ? bytes[position + 1] : 0
    if peek() == quote, isDouble || next != quote {
      emit(bytes[inside..<position])
      position += 1
      return
    }
    var text = Array(bytes[inside..<position])
    while let byte = peek() {
      if byte == quote {
        position += 1
        guard !isDouble, peek() == quote else { return emit(text) }
        text.append(byte)
        position += 1
      } else if isDouble, byte == UInt8(ascii: "\\") {
        position += 1
        try escape(&text)
      } else if byte == 0x0A {
        foldBreaks(&text)
      } else {
        text.append(byte)
        position += 1
      }
    }
    (position, line, lineStart) = (start, startLine, startOfLine)
    throw error("the quote is never closed", remedy: "Close it")
  }

  /// Reads line breaks inside quotes: one is a space, more are one fewer.
  private mutating func foldBreaks(_ text: inout [UInt8]) {
    while Self.isTrimmed(text.last) { text.removeLast() }
    var breaks = 0
    while let byte = peek(), byte <= 0x20 {
      if byte == 0x0A {
        newLine()
        breaks += 1
      } else {
        position += 1
      }
    }
    text += breaks == 1 ? [0x20] : Array(repeating: 0x0A, count: breaks - 1)
  }

  private static let simpleEscapes: [Character: UInt8] = [
    "0": 0, "a": 7, "b": 8, "t": 9, "n": 10, "v": 11, "f": 12, "r": 13, "e": 27, " ": 32, "\"": 34,
    "/": 47, "\\": 92, "\t": 9,
  ]
  private static let escapeLengths: [Character: Int] = ["x": 2, "u": 4, "U": 8]

  private mutating func escape(_ text: inout [UInt8]) throws(ModelError) {
    guard let byte = peek() else { return }
    position += 1
    let character = Character(Unicode.Scalar(byte))
    if let value = Self.simpleEscapes[character] {
      text.append(value)
    } else if byte == 0x0A {
      position -= 1
      newLine()
      skipSpaces()
    } else if character == "N" {
      text += [0xC2, 0x85]
    } else if character == "_" {
      text += [0xC2, 0xA0]
    } else if let length = Self.escapeLengths[character] {
      try codePoint(length, into: &text)
    } else {
      throw error("\"\\\(character)\" is no escape of YAML", remedy: "Write \\\\ for a backslash")
    }
  }

  private mutating func codePoint(_ length: Int, into text: inout [UInt8]) throws(ModelError) {
    var value = try hexadecimal(length)
    // JSON's way to write what lies beyond U+FFFF.
    if (0xD800..<0xDC00).contains(value), peek() == UInt8(ascii: "\\"), position + 1 < bytes.count,
      bytes[position + 1] == UInt8(ascii: "u")
    {
      position += 2
      let second = try hexadecimal(4)
      // Beside anything else the first half stays what it is: no character.
      if (0xDC00..<0xE000).contains(second) {
        value = 0x10000 + ((value - 0xD800) << 10) + (second - 0xDC00)
      }
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw error("the escape is no character", remedy: "Write the character itself")
    }
    text += Array(String(Character(scalar)).utf8)
  }

  private mutating func hexadecimal(_ length: Int) throws(ModelError) -> UInt32 {
    let digits = bytes[position..<min(bytes.count, position + length)]
    guard digits.count == length,
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw error("the escape is cut off", remedy: "Write \(length) digits") }
    position += length
    return value
  }
}
