/// The status of an answer, from where it stands beside a request in a line.
enum LineStatus {
  /// The status after a request, or else the one before it, as HAProxy and load balancers have it.
  static func status(of line: Span<UInt8>, before quote: Int, after end: Int) -> Int? {
    let index = LineBytes.skipBlanks(line, end)
    let stop = endOfValue(line, index)
    if let status = LineBytes.status(line, index, stop),
      !AnswerPhrase.isUnit(line, at: LineBytes.skipBlanks(line, stop))
    {
      return status
    }
    if let status = before(line, quote) { return status }
    // `from 203.0.113.7:1 - 200 2B in 1ms`
    guard case .status(let status) = AnswerPhrase.answer(in: line, from: index) else {
      return nil
    }
    return status
  }

  private static func endOfValue(_ line: Span<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < line.count, LineBytes.isDigit(line[index]) { index += 1 }
    guard index < line.count, !LineBytes.isBlank(line[index]), !",;)]}|".utf8.contains(line[index])
    else { return index }
    return start
  }

  /// A status that times precede: `0/0/0/3/5 200`, `0.086 0.048 0.037 200`, or that stands in bars
  /// or right before the request.
  static func before(_ line: Span<UInt8>, _ limit: Int) -> Int? {
    var index = LineBytes.skipBlanks(line, 0)
    var last = index..<index
    var found: Int?
    while index < limit {
      let stop = min(LineBytes.endOfWord(line, index), limit)
      if let status = LineBytes.status(line, index, stop), found == nil, status >= 100,
        isTimes(line, last)
      {
        found = status
      }
      last = index..<stop
      index = LineBytes.skipBlanks(line, stop)
      if stop == limit { break }
    }
    return found
  }

  /// Digits with slashes, points and signs: times, not a name or an address.
  private static func isTimes(_ line: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var hasSign = false
    var points = 0
    for index in range {
      let byte = line[index]
      if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") {
        hasSign = true
        if byte == UInt8(ascii: ".") { points += 1 }
      } else if !LineBytes.isDigit(byte) {
        return false
      }
    }
    return hasSign && points < 2 && range.count > 1
  }
}
