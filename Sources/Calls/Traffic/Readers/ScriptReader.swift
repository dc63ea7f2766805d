/// Reads the calls of a text with command lines in it: scripts, notes, runbooks, CI files, notebooks,
/// terminal sessions.
///
/// Looks at every word `curl` (`wget`, `http`, `xh`, PowerShell's) that an address follows, whatever
/// stands before it, and reads the command from there. What belongs to no command goes to a reader of
/// lines. Each byte is looked at a bounded number of times.
struct ScriptReader {
  /// Commands within commands are looked at so deeply.
  static let deepest = 16

  let bytes: [UInt8]
  var scope = ShellScope()
  var outline: ScriptOutline
  var lines: TextReader
  var index = 0
  var line = 1
  var hereDocuments: [(name: [UInt8], isBody: Bool)] = []
  /// Whether the line before goes on in this one, as a backslash or `&&` at its end says.
  var goesOn = false
  /// Whether the body of a function is to follow.
  var awaitsBody = false
  /// How many bodies of here-documents are open.
  var bodies = 0
  /// How many bytes were looked at for the ends of here-documents.
  var looked = 0
  /// How many `((` are open.
  var arithmetic = 0

  /// Prepares the reading of a text.
  ///
  /// - Parameters:
  ///   - bytes: the text.
  ///   - lines: reads the lines that belong to no command.
  ///   - firstLine: the number of the text's first line.
  init(_ bytes: [UInt8], lines: TextReader, firstLine: Int = 1) {
    self.bytes = CaretText.isCaretText(bytes) ? CaretText.plain(bytes) : bytes
    self.lines = lines
    outline = ScriptOutline(self.bytes)
    line = firstLine
  }

  /// Says whether a text has a command with an address that makes a call.
  static func hasCommand(_ bytes: Span<UInt8>) -> Bool {
    CommandScout().finds(in: bytes)
  }

  /// Reads to the end of the text.
  mutating func read(into tally: inout CallTally) {
    readLines(to: bytes.count, depth: 0, into: &tally)
    lines.finish(into: &tally)
  }

  // MARK: - Lines

  /// What is known of the part of a line before a word.
  struct LineState {
    var quote: UInt8 = 0
    var isComment = false
    var isPrinted = false
    /// Whether only what may stand before a command was seen since the last separator.
    var isOpen = true
    /// Whether the words of the command are names that it sets to what is not known, as `read` does.
    var forgets = false
    /// Whether assignments last though words stand before them, as behind `export`; and whether they
    /// are a function's own.
    var isDeclaring = false
    var isLocal = false
    /// Whether the command gets its words from another's output, as with `xargs`.
    var isFed = false
    var isPiped = false
    /// Whether a text in quotes is a command of its own, as behind `sh -c`.
    var opensShell = false
    var hasAssignment = false
    var hasCommand = false

    /// Starts the next simple command.
    mutating func separate(isPiped: Bool = false) {
      isOpen = true
      isPrinted = false
      (forgets, isDeclaring, isLocal, isFed, opensShell) = (false, false, false, false, false)
      self.isPiped = isPiped
    }
  }

  mutating func readLines(to end: Int, depth: Int, into tally: inout CallTally) {
    while index < end {
      let start = index
      let number = line
      var state = LineState()
      while index < end, bytes[index] != UInt8(ascii: "\n") {
        step(&state, lineStart: start, end: end, depth: depth, into: &tally)
      }
      if !state.hasCommand {
        if !state.hasAssignment { scope.declare(in: bytes[start..<min(index, end)]) }
        if depth == 0 {
          lines.variables = scope.variables
          let text = bytes
          lines.read(text.span.extracting(start..<index), number, into: &tally)
          // Two holders of them would have them copied with the next assignment.
          lines.variables = ScriptVariables()
        }
      }
      endLine(state, start..<min(index, end))
      if index < end {
        index += 1
        line += 1
      }
      readHereDocuments(to: end, depth: depth, into: &tally)
    }
  }

  mutating func endLine(_ state: LineState, _ range: Range<Int>) {
    var last = range.upperBound
    while last > range.lowerBound, bytes[last - 1] <= 0x20 { last -= 1 }
    let text = bytes[range.lowerBound..<last]
    goesOn =
      !state.isComment && (text.last == UInt8(ascii: "\\") || text.last == UInt8(ascii: "|"))
      || text.suffix(2).elementsEqual("&&".utf8)
    scope.endQuote(atLineEnd: true)
    if !goesOn { scope.endCommand(isShared: false) }
  }

  mutating func step(
    _ state: inout LineState, lineStart: Int, end: Int, depth: Int, into tally: inout CallTally
  ) {
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"):
      readQuoteSign(byte, &state, end)
    case UInt8(ascii: "\\") where index + 1 < end && bytes[index + 1] != UInt8(ascii: "\n"):
      // `\n` and `\"` in a text of JSON.
      if bytes[index + 1] == UInt8(ascii: "n") {
        state.separate()
        scope.endCommand(isShared: false)
      }
      index += escapesName(end) ? 1 : 2
    case UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "&"), UInt8(ascii: "("),
      UInt8(ascii: ")"):
      readSeparator(byte, &state, end)
    case UInt8(ascii: "{"), UInt8(ascii: "}"):
      if state.quote == 0, !state.isComment { readBrace(isOpening: byte == UInt8(ascii: "{")) }
      index += 1
    case UInt8(ascii: "<") where opensHereDocument(state, end): readHereDocumentName(end)
    case UInt8(ascii: "#") where startsComment(state, lineStart):
      state.isComment = true
      index += 1
    case _ where Self.isTokenByte(byte):
      readToken(&state, lineStart: lineStart, end: end, depth: depth, into: &tally)
    default: index += 1
    }
  }

  /// Reads a sign that parts commands.
  mutating func readSeparator(_ byte: UInt8, _ state: inout LineState, _ end: Int) {
    let next = index + 1 < end ? bytes[index + 1] : UInt8(ascii: "\n")
    let isDouble = next == byte && (byte != UInt8(ascii: ")") || arithmetic > 0)
    let before = index > 0 ? bytes[index - 1] : 0
    index += isDouble ? 2 : 1
    if byte == UInt8(ascii: "("), state.quote == 0 || scope.isInQuote, !state.isComment {
      if isDouble { arithmetic += 1 } else if next == UInt8(ascii: ")") { awaitsBody = true }
      if !isDouble {
        scope.beginParenthesis(isSubshell: state.isOpen || "$<>".utf8.contains(before))
      }
    } else if byte == UInt8(ascii: ")") {
      guard scope.isInCase || !state.isComment && (state.quote == 0 || scope.isInQuote) else {
        return
      }
      scope.commit()
      if isDouble { arithmetic -= 1 } else { scope.endParenthesis() }
      guard scope.isInCase else { return }
    } else if byte == UInt8(ascii: "&"), !isDouble {
      // `2>&1` and `&>` part nothing.
      let isRedirection = next == UInt8(ascii: ">") || "<>".utf8.contains(before)
      if !state.isComment, !isRedirection { scope.endCommand(isShared: true) }
    } else if !state.isComment {
      switch byte {
      case UInt8(ascii: ";"):
        scope.endCommand(isShared: false)
        if isDouble { scope.endPattern() }
        awaitsBody = false
      case UInt8(ascii: "|") where !isDouble: scope.rollBack()
      default:
        scope.commit()
        scope.pass(isOr: byte == UInt8(ascii: "|"))
      }
    }
    state.separate(isPiped: byte == UInt8(ascii: "|") && !isDouble)
  }

  /// Reads a brace, which may start or end the body of a function.
  mutating func readBrace(isOpening: Bool) {
    if isOpening, awaitsBody {
      // What is called later sees what is set later.
      scope.begin(.function, assigning: outline.names(from: index))
    }
    awaitsBody = false
    scope.passBrace(isOpening: isOpening)
  }

  /// Says whether a backslash stands before a program's name, so that no alias takes its place.
  func escapesName(_ end: Int) -> Bool {
    var stop = index + 1
    while stop < end, Self.isTokenByte(bytes[stop]), !isBlankSign(stop) { stop += 1 }
    return CommandName(bytes[(index + 1)..<stop]).map { !$0.isCommonWord } ?? false
  }

  mutating func readQuoteSign(_ byte: UInt8, _ state: inout LineState, _ end: Int) {
    defer { index += 1 }
    if state.quote == byte {
      state.quote = 0
      if scope.isInQuote {
        scope.commit()
        scope.endQuote()
      }
    } else if state.quote == 0 {
      // In prose an apostrophe stands between letters.
      let isApostrophe =
        byte == UInt8(ascii: "'") && index > 0 && index + 1 < end
        && Self.isLetter(bytes[index - 1]) && Self.isLetter(bytes[index + 1])
      guard !isApostrophe else { return }
      state.quote = byte
      guard state.isOpen else { return }
      scope.rollBack()
      if state.opensShell { scope.begin(.quote(isLiteral: byte == UInt8(ascii: "'"))) }
    }
  }

  func startsComment(_ state: LineState, _ lineStart: Int) -> Bool {
    guard state.quote == 0, !state.isComment else { return false }
    guard index > lineStart else { return true }
    guard bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09 else { return false }
    // `root@box ~ # ` is the prompt of root.
    let before = bytes[lineStart..<index]
    let first = before.drop { $0 == 0x20 || $0 == 0x09 }.prefix { $0 != 0x20 && $0 != 0x09 }
    return !(state.isOpen && first.contains(UInt8(ascii: "@")))
  }

  // MARK: - Places

  /// Moves on within a command, which may end lines further down.
  mutating func advance(to place: Int) {
    if place > index { line += newlines(in: index..<place) }
    index = place
  }

  func newlines(in range: Range<Int>) -> Int {
    bytes[range].count { $0 == UInt8(ascii: "\n") }
  }

  func endOfLine(_ place: Int, _ end: Int) -> Int {
    var stop = place
    while stop < end, bytes[stop] != UInt8(ascii: "\n") { stop += 1 }
    return stop
  }
}
