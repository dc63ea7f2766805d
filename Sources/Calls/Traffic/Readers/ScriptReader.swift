/// Reads the calls of a text with command lines in it: scripts, notes, runbooks, CI files, notebooks,
/// terminal sessions.
///
/// Looks at every word `curl` (`wget`, `http`, `xh`, PowerShell's) that an address follows, whatever
/// stands before it, and reads the command from there. What belongs to no command goes to a reader of
/// lines. Each byte is looked at a bounded number of times.
struct ScriptReader {
  /// Commands within commands are looked at so deeply.
  private static let deepest = 16

  private let bytes: [UInt8]
  private var variables = ScriptVariables()
  private var branches = ScriptBranches()
  private var lines: TextReader
  private var index = 0
  private var line = 1
  private var hereDocuments: [(name: [UInt8], isBody: Bool)] = []

  /// Prepares the reading of a text.
  ///
  /// - Parameters:
  ///   - bytes: the text.
  ///   - lines: reads the lines that belong to no command.
  ///   - firstLine: the number of the text's first line.
  init(_ bytes: [UInt8], lines: TextReader, firstLine: Int = 1) {
    self.bytes = CaretText.isCaretText(bytes) ? CaretText.plain(bytes) : bytes
    self.lines = lines
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
  private struct LineState {
    var quote: UInt8 = 0
    var isComment = false
    var isPrinted = false
    /// Whether only what may stand before a command was seen since the last separator.
    var isOpen = true
    var hasCommand = false
  }

  private mutating func readLines(to end: Int, depth: Int, into tally: inout CallTally) {
    while index < end {
      let start = index
      let number = line
      var state = LineState()
      while index < end, bytes[index] != UInt8(ascii: "\n") {
        step(&state, lineStart: start, end: end, depth: depth, into: &tally)
      }
      if !state.hasCommand {
        ScriptDeclaration.read(bytes[start..<min(index, end)], into: &variables)
        if depth == 0 {
          lines.variables = variables
          let text = bytes
          lines.read(text.span.extracting(start..<index), number, into: &tally)
        }
      }
      if index < end {
        index += 1
        line += 1
      }
      skipHereDocuments(to: end, into: &tally)
    }
  }

  private mutating func step(
    _ state: inout LineState, lineStart: Int, end: Int, depth: Int, into tally: inout CallTally
  ) {
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"):
      readQuoteSign(byte, &state, end)
    case UInt8(ascii: "\\") where index + 1 < end && bytes[index + 1] != UInt8(ascii: "\n"):
      // `\n` and `\"` in a text of JSON.
      if bytes[index + 1] == UInt8(ascii: "n") { state.isOpen = true }
      index += escapesName(end) ? 1 : 2
    case UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "&"), UInt8(ascii: "("):
      state.isOpen = true
      state.isPrinted = false
      index += 1
    case UInt8(ascii: ")") where branches.isInCase:
      state.isOpen = true
      index += 1
    case UInt8(ascii: "#") where startsComment(state, lineStart):
      state.isComment = true
      index += 1
    case _ where Self.isTokenByte(byte):
      readToken(&state, lineStart: lineStart, end: end, depth: depth, into: &tally)
    default: index += 1
    }
  }

  /// Says whether a backslash stands before a program's name, so that no alias takes its place.
  private func escapesName(_ end: Int) -> Bool {
    var stop = index + 1
    while stop < end, Self.isTokenByte(bytes[stop]), !isBlankSign(stop) { stop += 1 }
    return CommandName(bytes[(index + 1)..<stop]).map { !$0.isCommonWord } ?? false
  }

  private mutating func readQuoteSign(_ byte: UInt8, _ state: inout LineState, _ end: Int) {
    defer { index += 1 }
    if state.quote == byte {
      state.quote = 0
    } else if state.quote == 0 {
      // In prose an apostrophe stands between letters.
      let isApostrophe =
        byte == UInt8(ascii: "'") && index > 0 && index + 1 < end
        && Self.isLetter(bytes[index - 1]) && Self.isLetter(bytes[index + 1])
      if !isApostrophe { state.quote = byte }
    }
  }

  private func startsComment(_ state: LineState, _ lineStart: Int) -> Bool {
    guard state.quote == 0, !state.isComment else { return false }
    guard index > lineStart else { return true }
    guard bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09 else { return false }
    // `root@box ~ # ` is the prompt of root.
    let before = bytes[lineStart..<index]
    let first = before.drop { $0 == 0x20 || $0 == 0x09 }.prefix { $0 != 0x20 && $0 != 0x09 }
    return !(state.isOpen && first.contains(UInt8(ascii: "@")))
  }

  // MARK: - Words

  private static let leaders = Set(
    [
      "sudo", "doas", "env", "time", "nohup", "exec", "command", "xargs", "watch", "if", "while",
      "until", "then", "do", "else", "PS", "set", "export", "local", "readonly", "declare", "RUN",
      "CMD", "timeout", "nice", "bash", "sh", "eval",
    ].map { Array($0.utf8)[...] })

  private mutating func readToken(
    _ state: inout LineState, lineStart: Int, end: Int, depth: Int, into tally: inout CallTally
  ) {
    let start = index
    var stop = start
    while stop < end, Self.isTokenByte(bytes[stop]), !isBlankSign(stop) { stop += 1 }
    if stop == start { stop = start + 2 }
    let token = bytes[start..<min(stop, end)]
    let next = stop < end ? bytes[stop] : UInt8(ascii: "\n")
    if token.elementsEqual("fetch".utf8), next == UInt8(ascii: "(") {
      readFetch(from: stop + 1, end, &state, into: &tally)
      return
    }
    if let name = CommandName(token), isBlankSign(stop) || " \t\r\n\\^`".utf8.contains(next),
      !name.isCommonWord || state.isOpen
    {
      readCommand(name, from: stop, end, &state, depth, into: &tally)
      return
    }
    index = stop
    guard state.isOpen else { return }
    if token.elementsEqual("echo".utf8) || token.elementsEqual("printf".utf8) {
      state.isPrinted = true
    }
    if next == UInt8(ascii: "="), token.allSatisfy(CommandWords.isName), !state.isComment {
      assign(token, from: stop + 1, end)
      return
    }
    if !state.isComment { branches.pass(token, &variables) }
    let isSign = token.contains { "$%#@~:*-+[]!".utf8.contains($0) || $0 >= 0x80 }
    let isNumber = token.allSatisfy { (0x30...0x39).contains($0) }
    state.isOpen = isSign || isNumber || Self.leaders.contains(token)
  }

  /// Says whether a non-breaking blank starts at an index.
  private func isBlankSign(_ place: Int) -> Bool {
    place + 1 < bytes.count && bytes[place] == 0xC2 && bytes[place + 1] == 0xA0
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    byte > 0x20 && !";|&()'\"`=,<>{}\\".utf8.contains(byte) || byte == UInt8(ascii: "\\")
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private mutating func assign(_ name: ArraySlice<UInt8>, from start: Int, _ end: Int) {
    var value = CommandWords(bytes, from: start, to: end, enclosing: 0, variables: variables)
    let text = value.readValue()
    let isKnown = value.failure == nil && value.inner.isEmpty && !text.contains(UInt8(ascii: "{"))
    branches.note(name, before: variables[name], value: isKnown ? text : nil)
    variables[name] = isKnown ? text : nil
    index = start
  }

  // MARK: - Commands

  private mutating func readCommand(
    _ name: CommandName, from start: Int, _ end: Int, _ state: inout LineState, _ depth: Int,
    into tally: inout CallTally
  ) {
    var limit = end
    if state.isComment { limit = endOfLine(start, end) }
    var command = CommandWords(
      bytes, from: start, to: limit, enclosing: state.quote, variables: variables)
    command.read()
    let number = line
    if let failure = command.failure {
      index = start
      let isMeant = state.isOpen || command.words.contains(where: AddressText.isAddress)
      if state.isComment || !isMeant {
        advance(to: endOfLine(start, end))
        return
      }
      state.hasCommand = true
      advance(to: endOfLine(max(command.failureIndex, start), end))
      tally.addUnread(failure, at: .line(state.isPrinted ? number : line))
      return
    }
    guard isMention(name, command.words, state) else {
      // No word up to there is an address, so none of it is another command's either.
      index = start
      state.isOpen = false
      if !name.isCommonWord { advance(to: min(command.index, endOfLine(start, end))) }
      return
    }
    state.hasCommand = true
    if state.isComment {
      tally.leaveOut(LeftOutReason.comment, at: .line(number))
    } else if state.isPrinted {
      tally.leaveOut(LeftOutReason.printed, at: .line(number))
    } else {
      add(name, command, number, into: &tally)
    }
    hereDocuments += command.hereDocuments.map { (name: $0, isBody: true) }
    readInner(command.inner, from: start, depth, into: &tally)
    advance(to: command.comment?.lowerBound ?? command.index)
  }

  private mutating func add(
    _ name: CommandName, _ command: CommandWords, _ number: Int, into tally: inout CallTally
  ) {
    let calls = CommandCalls(
      name, command.words, hasInput: command.hasInput, variables: variables)
    if let failure = calls.failure {
      tally.addUnread(failure, at: .line(number))
    } else {
      for call in calls.calls { lines.add(command: call, at: number, into: &tally) }
    }
    if calls.readsOtherFile { tally.addUnread(UnreadReason.otherFile, at: .line(number)) }
  }

  /// Says whether a word is a command at all: an address follows, or what only a command has.
  private func isMention(_ name: CommandName, _ words: [[UInt8]], _ state: LineState) -> Bool {
    if name == .gitHub { return GitHubCommand.isCall(words) }
    if name.isCommonWord {
      let (calls, _) = HTTPieCommand.calls(of: words, scheme: "http", hasInput: false)
      return !calls.isEmpty
    }
    if words.contains(where: AddressText.isAddress) || words.contains(where: hasURL) { return true }
    guard state.isOpen, !state.isComment, !state.isPrinted, let first = words.first else {
      return false
    }
    let text = String(decoding: first, as: UTF8.self)
    return first.first == UInt8(ascii: "-") && first.count > 1
      && !["--version", "-V", "--help", "-h", "--manual", "-M"].contains(text)
  }

  /// An address behind an option's sign of equality.
  private func hasURL(_ word: [UInt8]) -> Bool {
    guard word.starts(with: "--url=".utf8) || word.starts(with: "--expand-url=".utf8) else {
      return false
    }
    return true
  }

  private mutating func readInner(
    _ ranges: [Range<Int>], from start: Int, _ depth: Int, into tally: inout CallTally
  ) {
    guard depth < Self.deepest else { return }
    let (outerIndex, outerLine) = (index, line)
    var (counted, firstLine) = (start, outerLine)
    for range in ranges where range.lowerBound >= counted {
      firstLine += newlines(in: counted..<range.lowerBound)
      counted = range.lowerBound
      line = firstLine
      index = range.lowerBound
      readLines(to: range.upperBound, depth: depth + 1, into: &tally)
    }
    (index, line) = (outerIndex, outerLine)
  }

  private mutating func readFetch(
    from start: Int, _ end: Int, _ state: inout LineState, into tally: inout CallTally
  ) {
    let number = line
    guard let fetch = FetchCall(bytes, from: start, to: end) else {
      index = start
      return
    }
    state.hasCommand = true
    if state.isComment {
      tally.leaveOut(LeftOutReason.comment, at: .line(number))
    } else {
      lines.add(command: fetch.call, at: number, into: &tally)
    }
    advance(to: fetch.end)
  }

  // MARK: - Places

  /// Moves on within a command, which may end lines further down.
  private mutating func advance(to place: Int) {
    if place > index { line += newlines(in: index..<place) }
    index = place
  }

  private func newlines(in range: Range<Int>) -> Int {
    bytes[range].count { $0 == UInt8(ascii: "\n") }
  }

  private func endOfLine(_ place: Int, _ end: Int) -> Int {
    var stop = place
    while stop < end, bytes[stop] != UInt8(ascii: "\n") { stop += 1 }
    return stop
  }

  /// Passes over the bodies that commands of the line before are sent.
  private mutating func skipHereDocuments(to end: Int, into tally: inout CallTally) {
    for document in hereDocuments {
      while index < end {
        let stop = endOfLine(index, end)
        let text = bytes[index..<stop].filter { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }
        if text != document.name, Self.hasCommand(bytes.span.extracting(index..<stop)) {
          tally.leaveOut(LeftOutReason.hereDocument, at: .line(line))
        }
        index = min(stop + 1, end)
        line += 1
        if text == document.name { break }
      }
    }
    hereDocuments = []
  }
}
