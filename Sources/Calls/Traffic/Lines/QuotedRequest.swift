/// A request in quotes, `"METHOD target PROTOCOL"`, as access logs have it.
///
/// Real servers write the target as it came: with quotes, blanks and tabs in it. A request ends at a
/// quote that a blank or the line's end follows, and of several at the one that a protocol precedes.
enum QuotedRequest {
  /// So many quotes of a line are looked at.
  private static let mostAttempts = 256

  /// Finds the request of a line; nil where no quote is followed by one.
  static func find(in line: Span<UInt8>) -> LineFinding? {
    var index = 0
    var noise: LineFinding?
    var attempts = 0
    while index < line.count, attempts < mostAttempts {
      guard line[index] == UInt8(ascii: "\"") else {
        index += 1
        continue
      }
      let isAfterDate =
        index >= 2 && line[index - 1] == 0x20 && line[index - 2] == UInt8(ascii: "]")
      attempts += 1
      if let found = read(line, at: index) { return found == .none ? nil : found }
      if isAfterDate || isOtherRequest(line, index) {
        noise = .leftOut(LeftOutReason.notHTTP)
      }
      index += 1
    }
    return noise
  }

  /// Says whether a quoted request stands in a line: a quote, a method, and a target.
  static func hasRequest(_ line: Span<UInt8>) -> Bool {
    var index = 0
    while index < line.count {
      if line[index] == UInt8(ascii: "\""), let end = LineBytes.endOfMethod(line, index + 1),
        end < line.count, LineBytes.isBlank(line[end])
      {
        return true
      }
      index += 1
    }
    return false
  }

  /// What servers write for bytes that are no request: `"-"`, `"- - -"`, `"<BADREQ>"`.
  private static func isOtherRequest(_ line: Span<UInt8>, _ quote: Int) -> Bool {
    LineBytes.starts(line, quote, with: "\"<BADREQ>") || LineBytes.starts(line, quote, with: "\"- ")
      || LineBytes.starts(line, quote, with: "\"\\x")
  }

  private static func read(_ line: Span<UInt8>, at quote: Int) -> LineFinding? {
    if LineBytes.starts(line, quote + 1, with: "PRI * ") { return .leftOut(LeftOutReason.preface) }
    let method = quote + 1
    guard let methodEnd = endOfMethod(line, method), methodEnd < line.count,
      LineBytes.isBlank(line[methodEnd])
    else { return nil }
    let target = LineBytes.skipBlanks(line, methodEnd)
    guard target < line.count else { return nil }
    if line[target] == UInt8(ascii: "*") { return .leftOut(LeftOutReason.notHTTP) }
    if LineBytes.starts(line, method, with: "CONNECT ") { return .leftOut(LeftOutReason.tunnel) }
    let isKnown = LineBytes.endOfMethod(line, method, anyCase: true) != nil
    guard line[target] == UInt8(ascii: "/") || LineBytes.isURL(line, target) else {
      return isKnown && line[target] != UInt8(ascii: "\"") && endOfRequest(line, target) != nil
        ? .leftOut(LeftOutReason.notHTTP) : nil
    }
    // A request's text with its line ends written out is no line of a log.
    let protocolStart = LineBytes.skipBlanks(line, LineBytes.endOfWord(line, target))
    if LineBytes.starts(line, protocolStart, with: "HTTP/"),
      (protocolStart..<LineBytes.endOfWord(line, protocolStart)).contains(where: { index in
        line[index] == UInt8(ascii: "\\") || line[index] == UInt8(ascii: "[")
      })
    {
      return LineFinding.none
    }
    guard let end = endOfRequest(line, target) else {
      return .unread(UnreadReason.cutAddress)
    }
    var call = LineCall(method: method..<methodEnd, target: target..<end.target)
    call.mayBeCut = !end.hasProtocol
    guard end.target > target else { return .leftOut(LeftOutReason.notHTTP) }
    if !end.hasProtocol, hasBlank(line, target..<end.target) {
      return .unread(UnreadReason.extraWords)
    }
    call.status = LineStatus.status(of: line, before: quote, after: end.quote + 1)
    call.host = LineHost.host(of: line, quote: quote, end: end.quote)
    return .call(call)
  }

  /// A method that is known, or any word of capitals.
  private static func endOfMethod(_ line: Span<UInt8>, _ start: Int) -> Int? {
    if let end = LineBytes.endOfMethod(line, start, anyCase: true) { return end }
    var end = start
    while end < line.count, (0x41...0x5A).contains(line[end]) { end += 1 }
    return end - start >= 3 && end - start <= 20 ? end : nil
  }

  private struct End {
    var quote: Int
    var target: Int
    var hasProtocol: Bool
  }

  private static func endOfRequest(_ line: Span<UInt8>, _ start: Int) -> End? {
    var first: End?
    var index = start
    while index < line.count {
      defer { index += 1 }
      // Apache writes a quote inside as \".
      if line[index] == UInt8(ascii: "\\") {
        index += 1
        continue
      }
      guard line[index] == UInt8(ascii: "\""), isEnd(line, index + 1) else { continue }
      var word = index
      while word > start, !LineBytes.isBlank(line[word - 1]) { word -= 1 }
      if word > start, LineBytes.isProtocol(line, word, index) {
        var target = word
        while target > start, LineBytes.isBlank(line[target - 1]) { target -= 1 }
        let end = End(quote: index, target: target, hasProtocol: true)
        guard first != nil else { return end }
        let status = LineBytes.skipBlanks(line, index + 1)
        let isAnswered =
          LineBytes.status(line, status, LineBytes.endOfWord(line, status)) != nil
        return isAnswered || status >= line.count ? end : first
      }
      if first == nil { first = End(quote: index, target: index, hasProtocol: false) }
    }
    return first
  }

  private static func isEnd(_ line: Span<UInt8>, _ index: Int) -> Bool {
    index >= line.count || LineBytes.isBlank(line[index]) || ",;)]}'\\".utf8.contains(line[index])
  }

  private static func hasBlank(_ line: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range where LineBytes.isBlank(line[index]) { return true }
    return false
  }
}
