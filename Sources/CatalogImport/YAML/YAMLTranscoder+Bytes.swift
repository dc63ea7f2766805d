import Documents

// Looking at bytes, skipping what says nothing, and saying what is wrong.

extension YAMLTranscoder {
  func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Says whether white space, or the end, stands at an offset.
  func isSpace(at offset: Int) -> Bool { offset >= bytes.count || bytes[offset] <= 0x20 }

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

  mutating func skipSpaces() {
    while let byte = peek(), byte == 0x20 || byte == 0x09 { position += 1 }
  }

  mutating func skipLine() {
    while let byte = peek(), byte != 0x0A { position += 1 }
  }

  /// Says whether nothing but a comment follows on the line.
  func atLineEnd() -> Bool {
    guard let byte = peek() else { return true }
    if byte == UInt8(ascii: "#") { return position == 0 || isSpace(at: position - 1) }
    return byte == 0x0A || byte == 0x0D
  }

  mutating func newLine() {
    position += 1
    line += 1
    lineStart = position
  }

  /// Says whether nothing but spaces stands on the line so far; they are counted once a line.
  private mutating func isInIndentation() -> Bool {
    if indentation.line != lineStart {
      indentation = (lineStart, bytes[lineStart...].firstIndex { $0 != 0x20 } ?? bytes.count)
    }
    return position <= indentation.end
  }

  /// Moves over white space, comments and line breaks to what comes next.
  mutating func skipToToken() throws(ModelError) {
    while let byte = peek() {
      switch byte {
      case 0x20, 0x0D: position += 1
      case 0x09:
        let isIndenting = isInIndentation()
        position += 1
        guard isIndenting else { continue }
        skipSpaces()
        if !atLineEnd() {
          throw error("a tab stands in the indentation", remedy: "Indent with spaces")
        }
      case 0x0A: newLine()
      case UInt8(ascii: "#") where position == 0 || isSpace(at: position - 1): skipLine()
      default: return
      }
    }
  }

  func error(_ problem: MessageText, remedy: String) -> ModelError {
    ModelError(
      place: .init(path: "", line: line, column: column + 1), problem: problem, remedy: remedy)
  }

  // MARK: - Output

  /// Starts as many lines in the output as were read.
  mutating func pad() {
    while outputLine < line {
      output.append(0x0A)
      outputLine += 1
    }
  }

  /// Writes null and says where.
  mutating func emitNull() -> Int {
    let start = output.count
    output.append(contentsOf: "null".utf8)
    return start
  }

  /// Writes a text as a JSON string.
  mutating func emit(_ text: some Collection<UInt8>) {
    output.append(UInt8(ascii: "\""))
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        output.append(UInt8(ascii: "\\"))
        output.append(byte)
      case 0x00..<0x20:
        output.append(contentsOf: (byte < 0x10 ? #"\u000"# : #"\u00"#).utf8)
        output.append(contentsOf: String(byte, radix: 16).utf8)
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  /// Writes a plain scalar as what it stands for: a word of JSON, a number or a text.
  mutating func emitPlain(_ text: ArraySlice<UInt8>) {
    switch text.count {
    case 0: output.append(contentsOf: "null".utf8)
    case 1 where text.first == UInt8(ascii: "~"): output.append(contentsOf: "null".utf8)
    case 4 where Self.isWord(text, "true"): output.append(contentsOf: "true".utf8)
    case 5 where Self.isWord(text, "false"): output.append(contentsOf: "false".utf8)
    case 4 where Self.isWord(text, "null"): output.append(contentsOf: "null".utf8)
    default:
      if Self.isNumber(text) { output.append(contentsOf: text) } else { emit(text) }
    }
  }

  /// Says whether a text is a word in small letters, in capitals, or with a capital.
  private static func isWord(_ text: ArraySlice<UInt8>, _ word: String) -> Bool {
    let found = String(decoding: text, as: UTF8.self)
    return found == word || found == word.uppercased()
      || found == word.prefix(1).uppercased() + word.dropFirst()
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
