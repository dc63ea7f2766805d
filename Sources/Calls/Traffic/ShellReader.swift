/// A command of a shell: its words, quotes and escapes taken out.
///
/// A variable or a command's output in a word becomes `{name}`.
struct ShellCommand: Hashable {
  /// The words.
  var words: [[UInt8]] = []
  /// The line that it starts on, from 1.
  var line: Int
}

/// Reads the commands of a text as a POSIX shell does, and what Windows makes of them.
///
/// Understands quotes of all kinds, line continuations by backslash, caret and backtick, comments,
/// pipes and lists, redirections, here-documents and commands inside `$(…)`. Executes nothing.
struct ShellReader {
  static let deepest = 16

  let bytes: [UInt8]
  var index: Int
  var line: Int
  let depth: Int
  var word: [UInt8] = []
  var hasWord = false
  var command: ShellCommand
  var skipsNextWord = false
  var hereDocuments: [[UInt8]] = []

  /// The commands found so far.
  var commands: [ShellCommand] = []
  /// The lines on which a quote opens that is never closed.
  var openQuotes: [Int] = []

  /// Prepares the reading of a text.
  init(_ bytes: [UInt8]) {
    self.init(CaretText.isCaretText(bytes) ? CaretText.plain(bytes) : bytes, line: 1, depth: 0)
  }

  init(_ bytes: [UInt8], line: Int, depth: Int) {
    self.bytes = bytes
    self.line = line
    self.depth = depth
    index = 0
    command = ShellCommand(line: line)
  }

  /// Reads to the end of the text.
  mutating func read() {
    while let byte = next() {
      switch byte {
      case UInt8(ascii: "\n"): endLine()
      case 0x20, 0x09, 0x0D: endWord()
      case UInt8(ascii: "#") where !hasWord: skipLine()
      case UInt8(ascii: "'"): readQuoted { $0.readSingleQuoted() }
      case UInt8(ascii: "\""): readQuoted { $0.readDoubleQuoted() }
      case UInt8(ascii: "\\"): readEscape()
      case UInt8(ascii: "$"): readDollar(isQuoted: false)
      case UInt8(ascii: "`"): readBacktick()
      case UInt8(ascii: "|"), UInt8(ascii: "&"), UInt8(ascii: ";"), UInt8(ascii: "("),
        UInt8(ascii: ")"):
        endCommand()
      case UInt8(ascii: "<"), UInt8(ascii: ">"): readAngle(byte)
      default: append(byte)
      }
    }
    endCommand()
  }

  // MARK: - Words

  func peek(_ offset: Int = 0) -> UInt8? {
    index + offset < bytes.count ? bytes[index + offset] : nil
  }

  mutating func next() -> UInt8? {
    guard let byte = peek() else { return nil }
    index += 1
    if byte == UInt8(ascii: "\n") { line += 1 }
    return byte
  }

  mutating func append(_ byte: UInt8) {
    word.append(byte)
    hasWord = true
  }

  mutating func append(_ text: some Sequence<UInt8>) {
    word.append(contentsOf: text)
    hasWord = true
  }

  mutating func dropWord() {
    word.removeAll(keepingCapacity: true)
    hasWord = false
  }

  mutating func endWord() {
    guard hasWord else { return }
    defer { dropWord() }
    if skipsNextWord {
      skipsNextWord = false
    } else {
      if command.words.isEmpty { command.line = line }
      command.words.append(word)
    }
  }

  mutating func endCommand() {
    endWord()
    if !command.words.isEmpty { commands.append(command) }
    command = ShellCommand(line: line)
    skipsNextWord = false
  }

  mutating func endLine() {
    let count = line
    line -= 1
    endCommand()
    line = count
    for name in hereDocuments { skipHereDocument(name) }
    hereDocuments = []
  }

  mutating func skipLine() {
    while let byte = peek(), byte != UInt8(ascii: "\n") { index += 1 }
  }

  // MARK: - Redirections

  mutating func readAngle(_ byte: UInt8) {
    // In `/orders/<id>` the brackets stand for a value.
    if hasWord, word != [0x31], word != [0x32] {
      append(byte)
      return
    }
    dropWord()
    if byte == UInt8(ascii: "<"), peek() == UInt8(ascii: "<"), peek(1) != UInt8(ascii: "<") {
      readHereDocumentName()
      return
    }
    while let sign = peek(), "<>&|-".utf8.contains(sign) { index += 1 }
    skipsNextWord = true
  }

  mutating func readHereDocumentName() {
    index += 1
    while let byte = peek(), "- '\"\\".utf8.contains(byte) { index += 1 }
    let name = bytes[index...].prefix(while: Self.isName)
    index = name.endIndex
    while let byte = peek(), "'\"".utf8.contains(byte) { index += 1 }
    if !name.isEmpty { hereDocuments.append(Array(name)) }
  }

  mutating func skipHereDocument(_ name: [UInt8]) {
    while index < bytes.count {
      let start = index
      skipLine()
      let text = bytes[start..<index].filter { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }
      _ = next()
      if text == name { return }
    }
  }
}
