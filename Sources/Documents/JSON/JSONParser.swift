/// Builds a document's tape in one pass over its bytes.
package struct JSONParser {
  let bytes: [UInt8]
  var nodes: [JSONDocument.Node] = []
  var position = 0
  var open: [Int] = []
  /// Whether flaws are noted that do not keep the rest from being read.
  let isForgiving: Bool
  /// The later names of those that stand twice in one object, in document order of their objects.
  var repeatedNames: [(object: Int, key: Int)] = []
  /// The strings with half of a surrogate pair.
  var halfCharacters: [Int] = []
  /// Whether a member is named `<<`.
  var mayMerge = false

  init(
    bytes: [UInt8], maximumBytes: Int = JSONDocument.maximumBytes, isForgiving: Bool = false
  ) throws(ModelError) {
    self.isForgiving = isForgiving
    guard !bytes.isEmpty else {
      throw ModelError(
        problem: "the document is empty", remedy: "Give a JSON document")
    }
    guard bytes.count <= maximumBytes else {
      throw ModelError(
        problem: "the document has \(bytes.count) bytes, more than \(maximumBytes >> 20) MiB",
        remedy: "Split it, or leave out what the program does not read")
    }
    try Self.checkEncoding(bytes)
    self.bytes = bytes
    nodes.reserveCapacity(bytes.count / 16)
  }

  /// Says whether a text begins as UTF-16 does: with its mark, or with a zero byte beside the first
  /// bracket.
  package static func isUTF16(_ bytes: [UInt8]) -> Bool {
    let isMarked = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let start = Set(bytes.prefix(2))
    return isMarked || start.contains(0) && !start.isDisjoint(with: "{[ \t\r\n".utf8)
  }

  private static func checkEncoding(_ bytes: [UInt8]) throws(ModelError) {
    if isUTF16(bytes) {
      throw ModelError(
        place: .init(path: "", line: 1, column: 1),
        problem: "the document is UTF-16, not UTF-8", remedy: "Save it as UTF-8")
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      throw ModelError(
        place: .init(path: "", line: 1, column: 1),
        problem: "the document starts with a byte order mark",
        remedy: "Save it as UTF-8 without one")
    }
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let offset = error.byteOffsets.lowerBound
      let (line, column) = lineAndColumn(of: offset, in: bytes)
      throw ModelError(
        place: .init(path: "", line: line, column: column),
        problem: "byte \(offset) is not UTF-8", remedy: "Save the document as UTF-8")
    }
  }

  static func lineAndColumn(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    var line = 1
    var lineStart = 0
    for index in 0..<min(offset, bytes.count) where bytes[index] == UInt8(ascii: "\n") {
      line += 1
      lineStart = index + 1
    }
    return (line, offset - lineStart + 1)
  }

  mutating func parse() throws(ModelError) {
    skipSpace()
    guard position < bytes.count else {
      throw error("the document holds only white space", remedy: "Give a JSON document")
    }
    try parseValue()
    while let container = open.last {
      skipSpace()
      let isObject = nodes[container].kind == .object
      let isFirst = nodes.count == container + 1
      guard let byte = peek() else { throw truncated() }
      if byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
        position += 1
        try close(container)
        continue
      }
      if !isFirst {
        guard byte == UInt8(ascii: ",") else { throw unexpected("a comma or a closing bracket") }
        position += 1
        skipSpace()
      }
      if isObject { try parseMemberName() }
      try parseValue()
    }
    skipSpace()
    guard position == bytes.count else { throw unexpected("the end of the document") }
  }

  // MARK: - Values

  private mutating func parseValue() throws(ModelError) {
    guard let byte = peek() else { throw truncated() }
    switch byte {
    case UInt8(ascii: "{"): try openContainer(.object)
    case UInt8(ascii: "["): try openContainer(.array)
    case UInt8(ascii: "\""): try parseString()
    case UInt8(ascii: "t"): try parseWord("true", .boolean)
    case UInt8(ascii: "f"): try parseWord("false", .boolean)
    case UInt8(ascii: "n"): try parseWord("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try parseNumber()
    default: throw unexpected("a value")
    }
  }

  private mutating func openContainer(_ kind: JSONDocument.Kind) throws(ModelError) {
    guard open.count < JSONDocument.maximumDepth else {
      throw error(
        "the document is nested more than \(JSONDocument.maximumDepth) levels deep",
        remedy: "Flatten it")
    }
    open.append(nodes.count)
    append(kind, start: position, end: position)
    position += 1
  }

  private mutating func close(_ container: Int) throws(ModelError) {
    nodes[container].end = UInt32(position)
    nodes[container].next = UInt32(nodes.count)
    open.removeLast()
    if nodes[container].kind == .object { try checkNames(of: container) }
  }

  private mutating func parseMemberName() throws(ModelError) {
    guard peek() == UInt8(ascii: "\"") else { throw unexpected("a member's name in quotes") }
    try parseString()
    if bytes[position - 2] == UInt8(ascii: "<"), bytes[position - 3] == UInt8(ascii: "<") {
      mayMerge = true
    }
    skipSpace()
    guard peek() == UInt8(ascii: ":") else { throw unexpected("a colon") }
    position += 1
    skipSpace()
  }

  private mutating func parseWord(
    _ word: StaticString, _ kind: JSONDocument.Kind
  ) throws(ModelError) {
    let start = position
    for offset in 0..<word.utf8CodeUnitCount {
      guard let byte = peek() else { throw truncated() }
      guard byte == word.utf8Start[offset] else { throw unexpected("\(word)") }
      position += 1
    }
    append(kind, start: start, end: position)
  }

  private mutating func parseNumber() throws(ModelError) {
    let start = position
    if peek() == UInt8(ascii: "-") { position += 1 }
    if peek() == UInt8(ascii: "0") { position += 1 } else { try parseDigits() }
    if peek() == UInt8(ascii: ".") {
      position += 1
      try parseDigits()
    }
    if peek() == UInt8(ascii: "e") || peek() == UInt8(ascii: "E") {
      position += 1
      if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { position += 1 }
      try parseDigits()
    }
    append(.number, start: start, end: position)
  }

  private mutating func parseDigits() throws(ModelError) {
    guard let byte = peek() else { throw truncated() }
    guard Self.isDigit(byte) else { throw unexpected("a digit") }
    while let byte = peek(), Self.isDigit(byte) { position += 1 }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private mutating func parseString() throws(ModelError) {
    position += 1
    let start = position
    var hasEscapes = false
    var isASCII = true
    while let byte = skipPlainCharacters(&isASCII) {
      if byte == UInt8(ascii: "\"") {
        append(.string, start: start, end: position, hasEscapes: hasEscapes)
        nodes[nodes.count - 1].isPlain = isASCII && !hasEscapes
        position += 1
        return
      }
      guard byte == UInt8(ascii: "\\") else {
        throw error(
          "a string has a control character (byte \(byte))",
          remedy: "Write it as an escape, or leave it out")
      }
      position += 1
      hasEscapes = true
      if try !parseEscape() {
        guard isForgiving else { throw loneSurrogate() }
        if halfCharacters.last != nodes.count { halfCharacters.append(nodes.count) }
      }
    }
    throw truncated()
  }

  /// Moves to the next quote, backslash or control character and returns it, or nil at the end.
  ///
  /// Notes on the way what is not printable ASCII.
  private mutating func skipPlainCharacters(_ isASCII: inout Bool) -> UInt8? {
    var place = position
    defer { position = place }
    while place < bytes.count {
      let byte = bytes[place]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return byte }
      if byte >= 0x7F { isASCII = false }
      place += 1
    }
    return nil
  }

  /// Moves over an escape, and says whether it is a whole character: half of a surrogate pair is
  /// none.
  private mutating func parseEscape() throws(ModelError) -> Bool {
    guard let escape = peek() else { throw truncated() }
    position += 1
    switch escape {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return true
    case UInt8(ascii: "u"):
      let high = try parseHexadecimal()
      if (0xDC00..<0xE000).contains(high) { return false }
      guard (0xD800..<0xDC00).contains(high) else { return true }
      guard peek() == UInt8(ascii: "\\"), position + 1 < bytes.count,
        bytes[position + 1] == UInt8(ascii: "u")
      else { return false }
      let second = position
      position += 2
      if (0xDC00..<0xE000).contains(try parseHexadecimal()) { return true }
      // What follows the half is an escape of its own.
      position = second
      return false
    default:
      position -= 1
      throw unexpected("an escape that JSON knows")
    }
  }

  private mutating func parseHexadecimal() throws(ModelError) -> UInt32 {
    guard position + 4 <= bytes.count else { throw truncated() }
    let value = JSONString.hexadecimal(bytes[position...], at: position)
    guard value != .max else { throw unexpected("four hexadecimal digits") }
    position += 4
    return value
  }

  // MARK: - Bytes

  func peek() -> UInt8? {
    position < bytes.count ? bytes[position] : nil
  }

  private mutating func skipSpace() {
    var place = position
    while place < bytes.count {
      let byte = bytes[place]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { break }
      place += 1
    }
    position = place
  }

  private mutating func append(
    _ kind: JSONDocument.Kind, start: Int, end: Int, hasEscapes: Bool = false
  ) {
    nodes.append(
      JSONDocument.Node(
        start: UInt32(start), end: UInt32(end), next: UInt32(nodes.count + 1), kind: kind,
        hasEscapes: hasEscapes))
  }
}
