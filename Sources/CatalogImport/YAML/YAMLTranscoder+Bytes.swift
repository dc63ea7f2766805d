import Documents

// Looking at bytes, skipping what says nothing, and saying what is wrong.

extension YAMLTranscoder {
  func peek() -> UInt8? { place.position < bytes.count ? bytes[place.position] : nil }

  /// Says whether white space, or the end, stands at an offset.
  func isSpace(at offset: Int) -> Bool { offset >= bytes.count || bytes[offset] <= 0x20 }

  /// Says whether a sign with white space behind it stands here: `?` or `:` of a mapping.
  func isIndicator(_ sign: UInt8) -> Bool {
    guard peek() == sign else { return false }
    return isSpace(at: position + 1)
      || depthOfFlow > 0 && sign == UInt8(ascii: ":") && Self.isFlowSign(bytes[position + 1])
  }

  /// Says whether an element of a list starts here.
  func isDash() -> Bool { peek() == UInt8(ascii: "-") && isSpace(at: position + 1) }

  static func isFlowSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
      UInt8(ascii: "}"):
      true
    default: false
    }
  }

  /// Says whether a document's mark stands here, at the start of a line.
  func isMarker(_ mark: StaticString) -> Bool {
    guard column == 0, position + 3 <= bytes.count, isSpace(at: position + 3) else { return false }
    for offset in 0..<3 where bytes[position + offset] != mark.utf8Start[offset] { return false }
    return true
  }

  func isAnyMarker() -> Bool { column == 0 && (isMarker("---") || isMarker("...")) }

  /// Moves over spaces and tabs, and says whether a tab was among them.
  @discardableResult
  mutating func skipSpaces() -> Bool {
    var hasTab = false
    var at = position
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 || bytes[at] == 0x0D {
      if bytes[at] == 0x09 { hasTab = true }
      at += 1
    }
    position = at
    return hasTab
  }

  mutating func skipLine() { position = endOfLine(from: position) }

  /// Where the line ends on which an offset is: at its line feed, or at the end.
  func endOfLine(from start: Int) -> Int {
    var at = start
    while at < bytes.count, bytes[at] != 0x0A { at += 1 }
    return at
  }

  /// Says whether nothing but a comment follows on the line.
  func atLineEnd() -> Bool {
    guard let byte = peek() else { return true }
    if byte == UInt8(ascii: "#") { return position == 0 || isSpace(at: position - 1) }
    return byte == 0x0A || byte == 0x0D
  }

  mutating func newLine() {
    place.position += 1
    place.line += 1
    place.lineStart = place.position
  }

  /// How many spaces this line starts with: only they indent.
  func indentation() -> Int {
    var at = place.lineStart
    while at < bytes.count, bytes[at] == 0x20 { at += 1 }
    return at - place.lineStart
  }

  /// Says whether a tab stands between the start of the line and what comes first on it, which is
  /// here.
  func isTabbed() -> Bool {
    var hasTab = false
    for at in place.lineStart..<min(position, bytes.count) where bytes[at] != 0x20 {
      guard bytes[at] == 0x09 else { return false }
      hasTab = true
    }
    return hasTab
  }

  /// Moves over white space, comments and line breaks to what comes next.
  mutating func skipToToken() throws(ModelError) {
    var at = position
    defer { position = at }
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x0D, 0x09: at += 1
      case 0x0A:
        at += 1
        place.line += 1
        place.lineStart = at
      case UInt8(ascii: "#") where at == 0 || isSpace(at: at - 1): at = endOfLine(from: at)
      default: return
      }
    }
  }

  /// Moves over white space and counts the line breaks in it.
  mutating func skipBreaks() -> Int {
    var breaks = 0
    while let byte = peek(), byte <= 0x20 {
      if byte == 0x0A {
        newLine()
        breaks += 1
      } else {
        position += 1
      }
    }
    return breaks
  }

  static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text
    while isTrimmed(text.last) { text.removeLast() }
    return text
  }

  static func isTrimmed(_ last: UInt8?) -> Bool {
    last == 0x20 || last == 0x09 || last == 0x0D
  }

  func tabbed() -> ModelError {
    error("the indentation has a tab", remedy: "Indent with spaces")
  }

  func error(_ problem: MessageText, remedy: String) -> ModelError {
    ModelError(
      place: .init(path: "", line: place.line, column: column + 1), problem: problem,
      remedy: remedy)
  }
}
