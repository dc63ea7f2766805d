/// Reads the words of one command from where its name ends; executes nothing.
///
/// Reads as a POSIX shell does, and what cmd, PowerShell, word processors and web pages make of it.
/// Goes over each byte once: what stands in `$(…)` is passed over with a stack of open signs, and is
/// looked at by itself.
struct CommandWords {
  /// Commands nested more deeply are not understood.
  static let deepest = 64

  let bytes: [UInt8]
  let end: Int
  let variables: ScriptVariables
  /// The quote that the whole command stands in, as in `sh -c "curl …"`; 0 for none.
  let enclosing: UInt8
  var index: Int
  var word: [UInt8] = []
  var hasWord = false
  var skipsNextWord = false
  /// Whether blanks in a variable's value part words: not in an assignment.
  var splits = true
  /// How many bytes were put in for variables.
  var expanded = 0

  /// The words, quotes and escapes taken out; a variable that is not set is `{name}`.
  var words: [[UInt8]] = []
  /// Where commands stand whose output is a part of a word.
  var inner: [Range<Int>] = []
  /// The names that end the here-documents of the command.
  var hereDocuments: [[UInt8]] = []
  /// Whether something is sent to the command's standard input.
  var hasInput = false
  /// A comment behind the command.
  var comment: Range<Int>?
  /// Why the command cannot be read.
  var failure: String?
  /// Where the quote opens that is never closed.
  var failureIndex = 0

  init(
    _ bytes: [UInt8], from start: Int, to end: Int, enclosing: UInt8, variables: ScriptVariables
  ) {
    self.bytes = bytes
    self.end = end
    self.enclosing = enclosing
    self.variables = variables
    index = start
  }

  /// Reads to the end of the command.
  mutating func read() {
    while failure == nil, let byte = peek(), readPart(byte) {}
    endWord()
  }

  /// Reads one word from where the reading stands: the value of an assignment.
  mutating func readValue() -> [UInt8] {
    splits = false
    while failure == nil, let byte = peek(), !hasEnded(at: byte), readPart(byte) {}
    return word
  }

  private func hasEnded(at byte: UInt8) -> Bool {
    !words.isEmpty || [0x20, 0x09, 0x0D].contains(byte)
  }

  /// Reads what starts with a byte; false where the command ends there.
  private mutating func readPart(_ byte: UInt8) -> Bool {
    if enclosing != 0, byte == enclosing { return false }
    switch byte {
    case UInt8(ascii: "\n"), UInt8(ascii: "|"), UInt8(ascii: ";"), UInt8(ascii: ")"),
      UInt8(ascii: "&"):
      return false
    case 0x20, 0x09, 0x0D:
      endWord()
      index += 1
    case UInt8(ascii: "#") where !hasWord: readComment()
    case UInt8(ascii: "'"): return readQuote(byte) { $0.readSingleQuoted() }
    case UInt8(ascii: "\""): return readQuote(byte) { $0.readDoubleQuoted() }
    case UInt8(ascii: "\\"): return readEscape()
    case UInt8(ascii: "$"): readDollar(isQuoted: false)
    case UInt8(ascii: "`"): return readBacktick()
    case UInt8(ascii: "<"), UInt8(ascii: ">"): readAngle(byte)
    case 0xC2 where peek(1) == 0xA0:
      endWord()
      index += 2
    case 0xE2 where peek(1) == 0x80: readTypography()
    default:
      append(byte)
      index += 1
    }
    return true
  }

  // MARK: - Words

  func peek(_ offset: Int = 0) -> UInt8? { index + offset < end ? bytes[index + offset] : nil }

  mutating func append(_ byte: UInt8) {
    word.append(byte)
    hasWord = true
  }

  mutating func append(_ text: some Sequence<UInt8>) {
    word.append(contentsOf: text)
    hasWord = true
  }

  mutating func endWord() {
    guard hasWord else { return }
    if skipsNextWord { skipsNextWord = false } else { words.append(variables.filling(word)) }
    word = []
    hasWord = false
  }

  mutating func fail(_ reason: String, at place: Int) {
    failure = failure ?? reason
    failureIndex = place
  }

  private mutating func readComment() {
    let start = index
    while let byte = peek(), byte != UInt8(ascii: "\n") { index += 1 }
    comment = start..<index
  }

  // MARK: - Escapes and continuations

  private mutating func readEscape() -> Bool {
    // People paste continuations with blanks after the backslash.
    var blanks = 1
    while let byte = peek(blanks), byte == 0x20 || byte == 0x09 || byte == 0x0D { blanks += 1 }
    if peek(blanks) == UInt8(ascii: "\n") || peek(blanks) == nil {
      index += blanks
      continueLine()
      return true
    }
    guard let escaped = peek(1) else { return false }
    if enclosing == UInt8(ascii: "\"") {
      // In a text of JSON a line ends in `\n`, and `\"` is a quote of the command.
      if escaped == UInt8(ascii: "n") || escaped == UInt8(ascii: "r") { return false }
      if escaped == UInt8(ascii: "\"") {
        readEscapedQuoted()
        return true
      }
    }
    append(escaped)
    index += 2
    return true
  }

  /// Goes on in the next line, behind the prompt that terminals show there.
  mutating func continueLine() {
    if peek() == UInt8(ascii: "\n") { index += 1 }
    if let byte = peek(), byte == 0x20 || byte == 0x09 { endWord() }
    var blanks = 0
    while let byte = peek(blanks), byte == 0x20 || byte == 0x09 { blanks += 1 }
    if peek(blanks) == UInt8(ascii: ">"), peek(blanks + 1) == 0x20 {
      endWord()
      index += blanks + 2
    }
  }

  private mutating func readBacktick() -> Bool {
    if peek(1) == UInt8(ascii: "\n") || (peek(1) == 0x0D && peek(2) == UInt8(ascii: "\n")) {
      index += 1
      while peek() == 0x0D { index += 1 }
      continueLine()
      return true
    }
    var close = index + 1
    while close < end, bytes[close] != UInt8(ascii: "`"), bytes[close] != UInt8(ascii: "\n") {
      close += 1
    }
    // Without its other half it is the end of a code span.
    guard close < end, bytes[close] == UInt8(ascii: "`") else { return false }
    inner.append((index + 1)..<close)
    append("{output}".utf8)
    index = close + 1
    return true
  }

  /// Curly quotes, blanks without width, and dashes that stand for hyphens.
  private mutating func readTypography() {
    let sign = peek(2) ?? 0
    switch sign {
    case 0x98...0x9F:
      let closers: [UInt8] = sign < 0x9C ? [0x98, 0x99] : [0x9C, 0x9D]
      var close = index + 3
      while close + 2 < end, bytes[close] != UInt8(ascii: "\n"),
        !(bytes[close] == 0xE2 && bytes[close + 1] == 0x80 && closers.contains(bytes[close + 2]))
      {
        close += 1
      }
      guard close + 2 < end, bytes[close] == 0xE2 else {
        fail(UnreadReason.openQuote, at: index)
        return
      }
      append(bytes[(index + 3)..<close])
      index = close + 3
    case 0x8B...0x8F: index += 3
    case 0x90...0x95:
      // Word processors make one sign of two hyphens, and of one.
      let isShort =
        sign < 0x94 && peek(3).map(Self.isName) ?? false && !(peek(4).map(Self.isName) ?? false)
      append(hasWord || sign < 0x93 || isShort ? "-".utf8 : "--".utf8)
      index += 3
    default:
      append(bytes[index..<min(index + 3, end)])
      index = min(index + 3, end)
    }
  }

  // MARK: - Redirections

  private mutating func readAngle(_ byte: UInt8) {
    let isInput = byte == UInt8(ascii: "<")
    if hasWord, word != [0x31], word != [0x32] {
      // In `/orders/<id>` the brackets stand for a value.
      let isBracket = isInput ? closesInWord() : word.contains(UInt8(ascii: "<"))
      if isBracket {
        append(byte)
        index += 1
        return
      }
      endWord()
    }
    word = []
    hasWord = false
    if isInput { hasInput = true }
    if isInput, peek(1) == UInt8(ascii: "<"), peek(2) != UInt8(ascii: "<") {
      readHereDocumentName()
      return
    }
    index += 1
    if peek() == UInt8(ascii: "(") {
      skipSubstitution()
      return
    }
    while let sign = peek(), "<>&|-".utf8.contains(sign) { index += 1 }
    skipsNextWord = true
  }

  private func closesInWord() -> Bool {
    var place = index + 1
    while place < end, bytes[place] > 0x20, !"'\"|;&<".utf8.contains(bytes[place]) {
      if bytes[place] == UInt8(ascii: ">") { return place > index + 1 }
      place += 1
    }
    return false
  }

  private mutating func readHereDocumentName() {
    index += 2
    while let byte = peek(), "- '\"\\".utf8.contains(byte) { index += 1 }
    let start = index
    while let byte = peek(), Self.isName(byte) { index += 1 }
    if index > start { hereDocuments.append(Array(bytes[start..<index])) }
    while let byte = peek(), "'\"".utf8.contains(byte) { index += 1 }
  }

  static func isName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x5F
  }
}
