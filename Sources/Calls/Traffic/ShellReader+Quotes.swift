import Documents

extension ShellReader {
  /// Reads a quoted part; where it never closes, reading goes on in the line after the quote.
  mutating func readQuoted(_ read: (inout Self) -> Bool) {
    let (start, startLine) = (index, line)
    hasWord = true
    if read(&self) { return }
    openQuotes.append(startLine)
    (index, line) = (start, startLine)
    skipLine()
    command = ShellCommand(line: line)
    dropWord()
  }

  mutating func readSingleQuoted() -> Bool {
    while let byte = next() {
      if byte == UInt8(ascii: "'") { return true }
      append(byte)
    }
    return false
  }

  mutating func readDoubleQuoted() -> Bool {
    while let byte = next() {
      switch byte {
      case UInt8(ascii: "\""): return true
      case UInt8(ascii: "$"): readDollar(isQuoted: true)
      case UInt8(ascii: "\\"):
        guard let escaped = next() else { return false }
        if escaped == UInt8(ascii: "\n") { continue }
        if !"\"\\$`".utf8.contains(escaped) { append(byte) }
        append(escaped)
      default: append(byte)
      }
    }
    return false
  }

  mutating func readEscape() {
    // People paste continuations with spaces after the backslash.
    var blanks = 0
    while let byte = peek(blanks), byte == 0x20 || byte == 0x09 || byte == 0x0D { blanks += 1 }
    if peek(blanks) == UInt8(ascii: "\n") {
      index += blanks
      continueLine()
    } else if peek(blanks) == nil {
      index += blanks
    } else if let escaped = next() {
      append(escaped)
    }
  }

  mutating func continueLine() {
    _ = next()
    endWordUnlessGlued()
    // The prompt of a continued line, as terminals show it.
    var blanks = 0
    while let byte = peek(blanks), byte == 0x20 { blanks += 1 }
    if peek(blanks) == UInt8(ascii: ">"), peek(blanks + 1) == 0x20 { index += blanks + 2 }
  }

  /// A word goes on behind a continuation only where the next line starts with it.
  mutating func endWordUnlessGlued() {
    if let byte = peek(), byte == 0x20 || byte == 0x09 { endWord() }
  }

  mutating func readBacktick() {
    if peek() == UInt8(ascii: "\n") || (peek() == 0x0D && peek(1) == UInt8(ascii: "\n")) {
      while peek() == 0x0D { index += 1 }
      continueLine()
      return
    }
    guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "`")) else { return }
    readInner(index..<end)
    line += bytes[index...end].count { $0 == UInt8(ascii: "\n") }
    append("{output}".utf8)
    index = end + 1
  }

  // MARK: - Variables

  mutating func readDollar(isQuoted: Bool) {
    guard let byte = peek() else { return append(UInt8(ascii: "$")) }
    switch byte {
    case UInt8(ascii: "'") where !isQuoted:
      index += 1
      readQuoted { $0.readANSIQuoted() }
    case UInt8(ascii: "{"):
      let end = bytes[index...].firstIndex(of: UInt8(ascii: "}")) ?? bytes.endIndex
      let name = bytes[index..<end].dropFirst().prefix(while: Self.isName)
      append("{".utf8 + name + "}".utf8)
      index = min(end + 1, bytes.count)
    case UInt8(ascii: "("):
      let end = endOfParenthesis(index + 1)
      readInner((index + 1)..<end)
      line += bytes[index..<end].count { $0 == UInt8(ascii: "\n") }
      append("{output}".utf8)
      index = min(end + 1, bytes.count)
    case _ where Self.isName(byte):
      let name = bytes[index...].prefix(while: Self.isName)
      append("{".utf8 + name + "}".utf8)
      index = name.endIndex
    case 0x20, 0x09, UInt8(ascii: "\n"): append(UInt8(ascii: "$"))
    default: append(UInt8(ascii: "$"))
    }
  }

  static func isName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x5F
  }

  func endOfParenthesis(_ start: Int) -> Int {
    var open = 1
    var place = start
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "(") { open += 1 }
      if bytes[place] == UInt8(ascii: ")") { open -= 1 }
      if open == 0 { return place }
      place += 1
    }
    return place
  }

  mutating func readInner(_ range: Range<Int>) {
    guard depth < Self.deepest else { return }
    var inner = ShellReader(Array(bytes[range]), line: line, depth: depth + 1)
    inner.read()
    commands += inner.commands
    openQuotes += inner.openQuotes
  }

  /// `$'…'`, with the escapes of C.
  mutating func readANSIQuoted() -> Bool {
    while let byte = next() {
      if byte == UInt8(ascii: "'") { return true }
      guard byte == UInt8(ascii: "\\") else {
        append(byte)
        continue
      }
      guard let escape = next() else { return false }
      switch escape {
      case UInt8(ascii: "n"): append(0x0A)
      case UInt8(ascii: "t"): append(0x09)
      case UInt8(ascii: "r"): append(0x0D)
      case UInt8(ascii: "x"): appendCode(digits: 2)
      case UInt8(ascii: "u"): appendCode(digits: 4)
      case UInt8(ascii: "U"): appendCode(digits: 8)
      default: append(escape)
      }
    }
    return false
  }

  mutating func appendCode(digits: Int) {
    var value: UInt32 = 0
    var count = 0
    while count < digits, let byte = peek(), let digit = PercentCoding.digit(byte) {
      value = value << 4 | UInt32(digit)
      index += 1
      count += 1
    }
    guard count > 0 else { return }
    append(String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")).utf8)
  }
}
