/// The words of a script where a command may stand, and what they set.
extension ScriptReader {
  static let leaders = Set(
    [
      "sudo", "doas", "env", "time", "nohup", "exec", "command", "xargs", "watch", "if", "while",
      "until", "then", "do", "else", "PS", "set", "export", "local", "readonly", "declare", "RUN",
      "CMD", "timeout", "nice", "bash", "sh", "eval",
    ].map { Array($0.utf8)[...] })

  mutating func readToken(
    _ state: inout LineState, lineStart: Int, end: Int, depth: Int, into tally: inout CallTally
  ) {
    let start = index
    var stop = start
    while stop < end, Self.isTokenByte(bytes[stop]), !isBlankSign(stop) { stop += 1 }
    if stop == start { stop = start + 2 }
    let token = bytes[start..<min(stop, end)]
    let next = stop < end ? bytes[stop] : UInt8(ascii: "\n")
    if isAssignment(token, next, stop, state, end) {
      assign(token, from: stop, end, &state, depth, into: &tally)
      return
    }
    if state.isOpen, !state.isComment { scope.rollBack() }
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
    if state.forgets {
      if token.elementsEqual("in".utf8) { state.forgets = false } else { scope.forget(token) }
    }
    guard state.isOpen else { return }
    if token.elementsEqual("echo".utf8) || token.elementsEqual("printf".utf8) {
      state.isPrinted = true
    }
    if !state.isComment { passWord(token, start, &state) }
    let isSign = token.contains { "$%#@~:*-+[]!".utf8.contains($0) || $0 >= 0x80 }
    let isNumber = token.allSatisfy { (0x30...0x39).contains($0) }
    state.isOpen = isSign || isNumber || Self.leaders.contains(token)
  }

  /// Says whether a non-breaking blank starts at an index.
  func isBlankSign(_ place: Int) -> Bool {
    place + 1 < bytes.count && bytes[place] == 0xC2 && bytes[place + 1] == 0xA0
  }

  static func isTokenByte(_ byte: UInt8) -> Bool {
    byte > 0x20 && !";|&()'\"`=,<>{}\\".utf8.contains(byte) || byte == UInt8(ascii: "\\")
  }

  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Commands whose words are names that they set to what is not known, or unset.
  static let forgetters = Set(
    [
      "read", "unset", "mapfile", "readarray", "getopts", "printf", "let", "set", "for", "select",
    ].map { Array($0.utf8)[...] })

  static let declarers = Set(
    ["export", "local", "readonly", "declare", "typeset", "set"].map { Array($0.utf8)[...] })

  /// Takes in a word that stands where a command may.
  mutating func passWord(
    _ token: ArraySlice<UInt8>, _ start: Int, _ state: inout LineState
  ) {
    if Self.forgetters.contains(token) { state.forgets = true }
    if Self.declarers.contains(token) { state.isDeclaring = true }
    if token.elementsEqual("local".utf8) { state.isLocal = true }
    if token.elementsEqual("xargs".utf8) || token.elementsEqual("parallel".utf8) {
      state.isFed = true
    }
    if token.elementsEqual("function".utf8) { awaitsBody = true }
    if token.elementsEqual("-c".utf8) || token.elementsEqual("eval".utf8) {
      state.opensShell = true
    }
    if ScriptOutline.opensLoop(token) {
      scope.begin(
        .loop(isPiped: state.isPiped), assigning: outline.names(inLoopAt: start))
    } else {
      scope.pass(token)
    }
  }

  /// Says whether a name and a sign of equality follow where an assignment may stand: `NAME=`,
  /// `NAME+=`, `NAME[1]=`.
  func isAssignment(
    _ token: ArraySlice<UInt8>, _ next: UInt8, _ stop: Int, _ state: LineState, _ end: Int
  ) -> Bool {
    guard next == UInt8(ascii: "="), state.isOpen || state.isDeclaring || state.forgets,
      !state.isComment, !state.isPrinted
    else { return false }
    let name = token.prefix(while: CommandWords.isName)
    let rest = token[name.endIndex...]
    return !name.isEmpty && (rest.isEmpty || rest.elementsEqual("+".utf8) || isElement(rest))
  }

  func isElement(_ rest: ArraySlice<UInt8>) -> Bool {
    rest.first == UInt8(ascii: "[")
      && (rest.last == UInt8(ascii: "]") || rest.suffix(2) == [0x5D, 0x2B])
  }

  mutating func assign(
    _ token: ArraySlice<UInt8>, from stop: Int, _ end: Int, _ state: inout LineState, _ depth: Int,
    into tally: inout CallTally
  ) {
    state.hasAssignment = true
    let name = token.prefix(while: CommandWords.isName)
    if state.isLocal { scope.makeLocal(name) }
    let (text, inner, next) = value(from: stop + 1, end, state)
    let isUnknown = state.forgets || token.contains(UInt8(ascii: "["))
    var value = isUnknown ? nil : text
    if token.last == UInt8(ascii: "+") {
      value = scope.variables[name].flatMap { before in value.map { before + $0 } }
    }
    scope.assign(name, value, isDeclared: state.isDeclaring || state.forgets)
    index = stop + 1
    guard let next else { return }
    readInner(inner, from: stop, depth, into: &tally)
    advance(to: next)
  }

  /// The value of an assignment that starts at an index, nil where it is not known, the commands in
  /// it, and where it ends; nil where a quote in it is never closed.
  private func value(
    from start: Int, _ end: Int, _ state: LineState
  ) -> (text: [UInt8]?, inner: [Range<Int>], next: Int?) {
    // A copy that lived on would make the variables be copied with each assignment.
    var value = CommandWords(
      bytes, from: start, to: end, enclosing: state.quote, variables: scope.variables)
    guard start >= end || bytes[start] != UInt8(ascii: "(") else {
      value.skipSubstitution()
      return (nil, value.inner, value.failure == nil ? value.index : nil)
    }
    let text = value.readValue()
    guard value.failure == nil else { return (nil, [], nil) }
    let isKnown =
      value.inner.isEmpty && text.count <= ScriptVariables.longestText
      && !text.contains(UInt8(ascii: "{"))
    return (isKnown ? text : nil, value.inner, value.index)
  }
}
