import Documents

extension CommandWords {
  /// Reads a quoted part; false where the quote is the end of what the command stands in.
  mutating func readQuote(_ quote: UInt8, _ read: (inout Self) -> Bool) -> Bool {
    if endsHere() { return false }
    let start = index
    index += 1
    hasWord = true
    if !read(&self), failure == nil { fail(UnreadReason.openQuote, at: start) }
    return true
  }

  /// Says whether a quote right behind an address, with nothing more on its line, closes what was
  /// opened lines before: `bash -c '` and its commands.
  private func endsHere() -> Bool {
    guard word.count > 8, word.starts(with: "http".utf8) else { return false }
    guard let next = peek(1) else { return true }
    return "\n\r,;)]}".utf8.contains(next)
  }

  mutating func readSingleQuoted() -> Bool {
    while let byte = peek() {
      index += 1
      if byte == UInt8(ascii: "'") { return true }
      append(byte)
      if byte == UInt8(ascii: "\n"), startsCommand() { return false }
    }
    return false
  }

  mutating func readDoubleQuoted() -> Bool {
    while failure == nil, let byte = peek() {
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return true
      case UInt8(ascii: "$"): readDollar(isQuoted: true)
      case UInt8(ascii: "\\"):
        guard let escaped = peek(1) else { return false }
        index += 2
        if escaped == UInt8(ascii: "\n") { continue }
        if !"\"\\$`".utf8.contains(escaped) { append(byte) }
        append(escaped)
      default:
        append(byte)
        index += 1
        if byte == UInt8(ascii: "\n"), startsCommand() { return false }
      }
    }
    return false
  }

  /// A line within a quote that starts as a command does: a quote before it is not closed.
  private func startsCommand() -> Bool {
    var place = index
    while place < end, [0x20, 0x09, UInt8(ascii: "$")].contains(bytes[place]) { place += 1 }
    let rest = bytes[place..<min(end, place + 5)]
    return rest.elementsEqual("curl ".utf8) || rest.elementsEqual("wget ".utf8)
  }

  /// `\"…\"` within a text in quotes.
  mutating func readEscapedQuoted() {
    let start = index
    index += 2
    hasWord = true
    while let byte = peek() {
      if byte == enclosing {
        fail(UnreadReason.openQuote, at: start)
        return
      }
      guard byte == UInt8(ascii: "\\"), let next = peek(1) else {
        append(byte)
        index += 1
        continue
      }
      index += 2
      if next == UInt8(ascii: "\"") { return }
      if next == UInt8(ascii: "\\"), peek() == UInt8(ascii: "\\"), peek(1) == UInt8(ascii: "\"") {
        append(UInt8(ascii: "\""))
        index += 2
      } else {
        append(next)
      }
    }
    fail(UnreadReason.openQuote, at: start)
  }

  /// `$'…'`, with the escapes of C.
  mutating func readANSIQuoted() -> Bool {
    while let byte = peek() {
      index += 1
      if byte == UInt8(ascii: "'") { return true }
      guard byte == UInt8(ascii: "\\") else {
        append(byte)
        continue
      }
      guard let escape = peek() else { return false }
      index += 1
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

  private mutating func appendCode(digits: Int) {
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

  // MARK: - Variables

  mutating func readDollar(isQuoted: Bool) {
    guard let byte = peek(1) else {
      append(UInt8(ascii: "$"))
      index += 1
      return
    }
    switch byte {
    case UInt8(ascii: "'") where !isQuoted:
      index += 1
      _ = readQuote(byte) { $0.readANSIQuoted() }
    case UInt8(ascii: "\"") where !isQuoted: index += 1
    case UInt8(ascii: "$") where peek(2).map(Self.startsName) ?? false:
      // A Makefile's dollar for the shell.
      index += 1
    case UInt8(ascii: "{"): readBraces(isQuoted)
    case UInt8(ascii: "("): readParentheses()
    case _ where Self.isName(byte):
      let start = index + 1
      index = start
      if (0x30...0x39).contains(byte) {
        index += 1
      } else {
        while let next = peek(), Self.isName(next) { index += 1 }
      }
      appendVariable(bytes[start..<index], isQuoted)
    default:
      append(UInt8(ascii: "$"))
      index += 1
    }
  }

  private static func startsName(_ byte: UInt8) -> Bool {
    isName(byte) || byte == UInt8(ascii: "{")
  }

  private mutating func appendVariable(_ name: ArraySlice<UInt8>, _ isQuoted: Bool) {
    // `$env:NAME` of PowerShell.
    var name = name
    if name.elementsEqual("env".utf8), peek() == UInt8(ascii: ":") {
      let start = index + 1
      index = start
      while let next = peek(), Self.isName(next) { index += 1 }
      name = bytes[start..<index]
    }
    append(value: variables[name], of: name, isQuoted)
  }

  /// Appends the value of a variable; outside of quotes its blanks part words.
  private mutating func append(value: [UInt8]?, of name: ArraySlice<UInt8>, _ isQuoted: Bool) {
    guard let value, expanded <= ScriptVariables.longestText else {
      append("{".utf8 + name + "}".utf8)
      return
    }
    expanded += value.count
    guard splits, !isQuoted, value.contains(where: Self.isBlank) else {
      append(value)
      return
    }
    for byte in value {
      if Self.isBlank(byte) { endWord() } else { append(byte) }
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A
  }

  /// `${NAME}`, `${NAME:-default}` and `${{ env.NAME }}`.
  private mutating func readBraces(_ isQuoted: Bool) {
    let start = index + 2
    var close = start
    var depth = 0
    while close < end, bytes[close] != UInt8(ascii: "\n") {
      if bytes[close] == UInt8(ascii: "{") { depth += 1 }
      if bytes[close] == UInt8(ascii: "}") {
        if depth == 0 { break }
        depth -= 1
      }
      close += 1
    }
    index = min(close + 1, end)
    let content = bytes[start..<close]
    let name: ArraySlice<UInt8>
    let value: [UInt8]?
    if content.first == UInt8(ascii: "{") {
      name = ScriptVariables.name(in: content.dropFirst().prefix { $0 != UInt8(ascii: "}") })
      value = variables[name]
    } else {
      name = content.drop { "!#".utf8.contains($0) }
      value = ParameterExpansion.value(of: content, variables)
    }
    append(value: value, of: name.prefix(while: Self.isName), isQuoted)
  }

  private mutating func readParentheses() {
    let start = index + 2
    var close = start
    while close < end, Self.isName(bytes[close]) { close += 1 }
    if close > start, close < end, bytes[close] == UInt8(ascii: ")") {
      // `$(NAME)` of a Makefile, or a command without words.
      append(variables[bytes[start..<close]] ?? Array("{".utf8 + bytes[start..<close] + "}".utf8))
      index = close + 1
      return
    }
    index += 1
    skipSubstitution()
    append("{output}".utf8)
  }

  /// Passes over `(…)` with all that is nested in it; reading stands on the parenthesis.
  mutating func skipSubstitution() {
    let start = index
    // Open signs: a parenthesis or a double quote.
    var open: [UInt8] = []
    while let byte = peek() {
      let isInText = open.last == UInt8(ascii: "\"")
      index += 1
      switch byte {
      case UInt8(ascii: "\\"): index = min(index + 1, end)
      case UInt8(ascii: "'") where !isInText:
        while let other = peek(), other != UInt8(ascii: "'") { index += 1 }
        index = min(index + 1, end)
      case UInt8(ascii: "\""):
        if isInText { open.removeLast() } else { open.append(byte) }
      case UInt8(ascii: "(") where !isInText || bytes[index - 2] == UInt8(ascii: "$"):
        open.append(byte)
      case UInt8(ascii: ")") where !isInText:
        open.removeLast()
        if open.isEmpty {
          inner.append((start + 1)..<(index - 1))
          return
        }
      default: break
      }
      guard open.count <= Self.deepest else {
        fail(UnreadReason.tooNested, at: start)
        return
      }
    }
    fail(UnreadReason.openQuote, at: start)
  }
}
