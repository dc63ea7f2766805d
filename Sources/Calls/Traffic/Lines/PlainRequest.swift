/// A call without quotes in a line: `METHOD URL`, `METHOD /path`, `METHOD "/path"`, and a request's
/// first line.
enum PlainRequest {
  /// Finds the call of a line; nil where no method is followed by a target.
  static func find(in line: Span<UInt8>) -> LineFinding? {
    var index = 0
    while index < line.count {
      defer { index += 1 }
      guard (0x41...0x5A).contains(line[index]), isStart(line, index),
        let end = LineBytes.endOfMethod(line, index), end < line.count, isGap(line, end)
      else { continue }
      if let found = read(line, index..<end) { return found }
    }
    return nil
  }

  private static func isStart(_ line: Span<UInt8>, _ index: Int) -> Bool {
    guard index > 0 else { return true }
    let before = line[index - 1]
    return !LineBytes.isLetter(before) && !LineBytes.isDigit(before) && before != 0x5F
      && before != UInt8(ascii: "/") && before != UInt8(ascii: "$") && before != UInt8(ascii: ".")
      || isEscape(line, index)
  }

  /// A letter behind a backslash belongs to an escape: `\nGET`.
  private static func isEscape(_ line: Span<UInt8>, _ index: Int) -> Bool {
    index >= 2 && line[index - 2] == UInt8(ascii: "\\") && "nrt".utf8.contains(line[index - 1])
  }

  /// Blanks, or the bars that tables of a terminal have.
  private static func isGap(_ line: Span<UInt8>, _ index: Int) -> Bool {
    LineBytes.isBlank(line[index])
      || line[index] == UInt8(ascii: ":")
        && index + 1 < line.count && LineBytes.isBlank(line[index + 1])
  }

  private static func read(_ line: Span<UInt8>, _ method: Range<Int>) -> LineFinding? {
    var start = LineBytes.skipBlanks(line, method.upperBound + 1)
    while start < line.count, line[start] == UInt8(ascii: "|") || LineBytes.isBlank(line[start]) {
      start += 1
    }
    guard start < line.count else { return nil }
    var host: Range<Int>?
    // Nginx Proxy Manager: `DELETE https api.example.com "/path"`
    if LineBytes.starts(line, start, with: "http ") || LineBytes.starts(line, start, with: "https ")
    {
      let name = LineBytes.skipBlanks(line, LineBytes.endOfWord(line, start))
      let end = LineBytes.endOfWord(line, name)
      guard name < end, LineHost.isHost(line, name..<end) else { return nil }
      host = name..<end
      start = LineBytes.skipBlanks(line, end)
      guard start < line.count else { return nil }
    }
    if line[method.lowerBound] == UInt8(ascii: "C"),
      LineBytes.starts(line, method.lowerBound, with: "CONNECT"),
      LineHost.isHost(line, start..<LineBytes.endOfWord(line, start))
    {
      return .leftOut(LeftOutReason.tunnel)
    }
    let quote = line[start]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { start += 1 }
    guard isTarget(line, start) else { return nil }
    let end = isQuoted ? endOfQuoted(line, start, quote) : endOfTarget(line, start)
    guard end > start else { return nil }
    if isCut(line, end, start) { return .unread(UnreadReason.cutAddress) }
    var call = LineCall(method: method, target: start..<end, host: host)
    guard finish(&call, line, isQuoted ? end + 1 : end) else {
      return .unread(UnreadReason.unclearAnswer)
    }
    return .call(call)
  }

  private static func isTarget(_ line: Span<UInt8>, _ start: Int) -> Bool {
    guard start < line.count else { return false }
    if line[start] == UInt8(ascii: "/") {
      // `GET / POST`, a heading, is no call; `//` starts a comment.
      return start + 1 >= line.count || line[start + 1] != UInt8(ascii: "/")
    }
    return LineBytes.isURL(line, start) || LineBytes.starts(line, start, with: "{{")
      || isHostWithPath(line, start)
  }

  /// `api.example.com/users`: a name with a dot, and a path.
  private static func isHostWithPath(_ line: Span<UInt8>, _ start: Int) -> Bool {
    var slash = start
    var (hasDot, hasLetter) = (false, false)
    while slash < line.count, line[slash] != UInt8(ascii: "/"), line[slash] > 0x20 {
      hasDot = hasDot || line[slash] == UInt8(ascii: ".")
      hasLetter = hasLetter || LineBytes.isLetter(line[slash])
      slash += 1
    }
    return hasDot && hasLetter && slash < line.count && line[slash] == UInt8(ascii: "/")
      && LineHost.isHost(line, start..<slash)
  }

  private static func endOfQuoted(_ line: Span<UInt8>, _ start: Int, _ quote: UInt8) -> Int {
    var end = start
    while end < line.count, line[end] != quote { end += 1 }
    return end
  }

  /// The end of a target: a blank outside of braces, or a sign that closes what it stands in.
  private static func endOfTarget(_ line: Span<UInt8>, _ start: Int) -> Int {
    var end = start
    var braces = 0
    while end < line.count {
      let byte = line[end]
      if byte == UInt8(ascii: "{") { braces += 1 }
      if byte == UInt8(ascii: "}") { braces -= 1 }
      if LineBytes.isBlank(byte), braces <= 0 { break }
      if byte == UInt8(ascii: "`")
        || byte == UInt8(ascii: "<") && end + 1 < line.count && line[end + 1] == UInt8(ascii: "/")
      {
        break
      }
      end += 1
    }
    // A quote in an address of a proxy's log is the address's own; at its end it is not.
    while end > start, "\",;)'>]*".utf8.contains(line[end - 1]) { end -= 1 }
    return end
  }

  private static func isCut(_ line: Span<UInt8>, _ end: Int, _ start: Int) -> Bool {
    LineBytes.starts(line, end - 3, with: "\u{2026}")
      || LineBytes.starts(line, end - 3, with: "...")
  }

  // MARK: - What stands around it

  /// Takes in the answer; false where it is unclear.
  private static func finish(
    _ call: inout LineCall, _ line: Span<UInt8>, _ end: Int
  ) -> Bool {
    var index = LineBytes.skipBlanks(line, end)
    let word = endOfWord(line, index)
    if LineBytes.isProtocol(line, index, protocolEnd(line, index)),
      LineBytes.starts(line, index, with: "HTTP/") || LineBytes.starts(line, index, with: "http/")
    {
      let stop = protocolEnd(line, index)
      call.isRequestText = true
      call.host = call.host ?? inlineHost(line, stop)
      index = LineBytes.skipBlanks(line, stop)
    } else if word > index, line[index] == UInt8(ascii: "\""),
      LineBytes.starts(line, index + 1, with: "HTTP/")
    {
      // httpx: `"HTTP/1.1 200 OK"`
      index = LineBytes.skipBlanks(line, LineBytes.endOfWord(line, index))
    }
    defer { call.isOpen = call.status == nil }
    // A request written into one line goes on with its headers.
    if call.isRequestText, index < line.count, "\\[".utf8.contains(line[index]) { return true }
    let answer = AnswerPhrase.answer(in: line, from: index)
    if case .status(let status) = answer, status > 0 {
      call.status = status
      return true
    }
    call.status = before(line, call.method.lowerBound)
    guard call.status == nil else { return true }
    let earlier = AnswerPhrase.answer(in: line, before: call.method.lowerBound)
    // A failure without a status, before a call that succeeded, was another's.
    if answer == .succeeded, earlier == .unclear || earlier == .status(0) { return true }
    for case .status(let status) in [earlier, answer] {
      call.status = status
      return true
    }
    return answer != .unclear && earlier != .unclear
  }

  private static func endOfWord(_ line: Span<UInt8>, _ start: Int) -> Int {
    LineBytes.endOfWord(line, start)
  }

  /// The end of a protocol, which an escaped line end may follow.
  private static func protocolEnd(_ line: Span<UInt8>, _ start: Int) -> Int {
    var end = min(start + 5, line.count)
    while end < line.count, LineBytes.isDigit(line[end]) || line[end] == 0x2E { end += 1 }
    return end
  }

  /// A status right before the method (`200 GET`), in bars (`| 200 |`), or behind the verdict of a
  /// proxy's cache (`TCP_MISS/200`).
  private static func before(_ line: Span<UInt8>, _ limit: Int) -> Int? {
    var index = 0
    var lastWord = 0..<0
    var found: Int?
    while index < limit {
      index = LineBytes.skipBlanks(line, index)
      let end = min(LineBytes.endOfWord(line, index), limit)
      guard end > index else { break }
      var start = index
      for place in index..<end where line[place] == UInt8(ascii: "/") { start = place + 1 }
      let isVerdict = start > index && line[index] >= 0x41 && line[index] <= 0x5A
      if let status = LineBytes.status(line, isVerdict ? start : index, end), status >= 100 {
        let next = LineBytes.skipBlanks(line, end)
        let isBarred =
          next < limit && line[next] == UInt8(ascii: "|") && lastWord.count == 1
          && line[lastWord.lowerBound] == UInt8(ascii: "|")
        if isVerdict || isBarred || onlySigns(line, next, limit) { found = found ?? status }
      }
      lastWord = index..<end
      index = end
    }
    return found
  }

  private static func onlySigns(_ line: Span<UInt8>, _ start: Int, _ limit: Int) -> Bool {
    for index in start..<max(start, limit)
    where LineBytes.isLetter(line[index]) || LineBytes.isDigit(line[index]) { return false }
    return true
  }

  /// The value of `Host:` in the same line, where line ends are written as escapes.
  private static func inlineHost(_ line: Span<UInt8>, _ start: Int) -> Range<Int>? {
    guard start < line.count, line[start] == UInt8(ascii: "\\") || line[start] == UInt8(ascii: "[")
    else { return nil }
    for name: StaticString in ["Host: ", "host: "] {
      guard let found = LineBytes.find(name, in: line, from: start) else { continue }
      return RequestText.hostValue(line, found + 6)
    }
    return nil
  }
}
