/// The commands of a script that make calls.
extension ScriptReader {
  mutating func readCommand(
    _ name: CommandName, from start: Int, _ end: Int, _ state: inout LineState, _ depth: Int,
    into tally: inout CallTally
  ) {
    var limit = end
    if state.isComment { limit = endOfLine(start, end) }
    var command = CommandWords(
      bytes, from: start, to: limit, enclosing: state.quote, variables: scope.variables)
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

  mutating func add(
    _ name: CommandName, _ command: CommandWords, _ number: Int, into tally: inout CallTally
  ) {
    let calls = CommandCalls(
      name, command.words, hasInput: command.hasInput, variables: scope.variables)
    if let failure = calls.failure {
      tally.addUnread(failure, at: .line(number))
    } else {
      for call in calls.calls { lines.add(command: call, at: number, into: &tally) }
    }
    if calls.readsOtherFile { tally.addUnread(UnreadReason.otherFile, at: .line(number)) }
  }

  /// Says whether a word is a command at all: an address follows, or what only a command has.
  func isMention(_ name: CommandName, _ words: [[UInt8]], _ state: LineState) -> Bool {
    if name == .gitHub { return GitHubCommand.isCall(words) }
    if name.isCommonWord {
      let (calls, _) = HTTPieCommand.calls(of: words, scheme: "http", hasInput: false)
      return !calls.isEmpty
    }
    if words.contains(where: AddressText.isAddress) || words.contains(where: hasURL) || state.isFed
    {
      return true
    }
    guard state.isOpen, !state.isComment, !state.isPrinted, let first = words.first else {
      return false
    }
    let text = String(decoding: first, as: UTF8.self)
    return first.first == UInt8(ascii: "-") && first.count > 1
      && !["--version", "-V", "--help", "-h", "--manual", "-M"].contains(text)
  }

  /// An address behind an option's sign of equality.
  func hasURL(_ word: [UInt8]) -> Bool {
    guard word.starts(with: "--url=".utf8) || word.starts(with: "--expand-url=".utf8) else {
      return false
    }
    return true
  }

  mutating func readInner(
    _ ranges: [Range<Int>], from start: Int, _ depth: Int, into tally: inout CallTally
  ) {
    guard depth < Self.deepest else { return }
    let (outerIndex, outerLine) = (index, line)
    let (outerGoesOn, outerBodies) = (goesOn, hereDocuments)
    hereDocuments = []
    var (counted, firstLine) = (start, outerLine)
    for range in ranges where range.lowerBound >= counted {
      firstLine += newlines(in: counted..<range.lowerBound)
      counted = range.lowerBound
      line = firstLine
      index = range.lowerBound
      scope.begin(.subshell)
      readLines(to: range.upperBound, depth: depth + 1, into: &tally)
      scope.end { $0 == .subshell }
    }
    (index, line) = (outerIndex, outerLine)
    (goesOn, hereDocuments) = (outerGoesOn, outerBodies)
  }

  mutating func readFetch(
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
}
