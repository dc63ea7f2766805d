import Documents

/// A line of an access log in the common or the combined format.
enum CommonLogLine {
  /// What a line's request is.
  enum Request: Hashable {
    /// A call: where its method and its target stand in the line.
    case call(method: Range<Int>, target: Range<Int>)
    /// A request that is no call: `-`, or noise.
    case noCall
    /// The line has no request in quotes.
    case noRequest
  }

  /// Finds the request of a line, `"METHOD target HTTP/1.1"`.
  static func request(in line: Span<UInt8>) -> Request {
    guard let quote = openingQuote(of: line) else { return .noRequest }
    var index = quote + 1
    let method = index
    while index < line.count, (0x41...0x5A).contains(line[index] & 0xDF), line[index] >= 0x41 {
      index += 1
    }
    let methodEnd = index
    guard methodEnd > method, methodEnd - method <= 20, index < line.count, line[index] == 0x20
    else { return .noCall }
    while index < line.count, line[index] == 0x20 { index += 1 }
    let target = index
    var lastSpace: Int?
    while index < line.count, line[index] != UInt8(ascii: "\"") {
      // Apache writes a quote inside as \", nginx as \x22.
      if line[index] == UInt8(ascii: "\\") { index += 1 }
      if index < line.count, line[index] == 0x20 { lastSpace = index }
      index += 1
    }
    // A line cut off in the middle of its request is not to be guessed at.
    guard index < line.count else { return .noCall }
    let end = lastSpace ?? index
    guard end > target, lastSpace == nil || isProtocol(line, end + 1) else { return .noCall }
    let first = line[target]
    guard first == UInt8(ascii: "/") || first | 0x20 == UInt8(ascii: "h") else { return .noCall }
    return .call(method: method..<methodEnd, target: target..<end)
  }

  /// The quote before the request: the one after the date, as a user's name may hold another.
  private static func openingQuote(of line: Span<UInt8>) -> Int? {
    var first: Int?
    var index = 0
    while index < line.count {
      if line[index] == UInt8(ascii: "\"") {
        if index >= 2, line[index - 1] == 0x20, line[index - 2] == UInt8(ascii: "]") {
          return index
        }
        if first == nil { first = index }
      }
      index += 1
    }
    return first
  }

  private static func isProtocol(_ line: Span<UInt8>, _ start: Int) -> Bool {
    line.count >= start + 5 && line[start] == UInt8(ascii: "H")
      && line[start + 4] == UInt8(ascii: "/")
  }
}
