/// The host that a line names beside a request.
enum LineHost {
  /// The host that stands before a quoted request, or behind it where the format is Envoy's or says
  /// `host:`.
  static func host(of line: Span<UInt8>, quote: Int, end: Int) -> Range<Int>? {
    destination(line, quote) ?? virtualHost(line, quote) ?? captured(line, quote)
      ?? named(line, end) ?? authority(line, quote, end)
  }

  /// Says whether a range may be a host: with a dot, a port or brackets, and nothing else.
  static func isHost(_ line: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count >= 3, range.count <= 260 else { return false }
    var hasSign = LineBytes.starts(line, range.lowerBound, with: "localhost")
    for index in range {
      let byte = line[index]
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "["): hasSign = true
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "]"): break
      default:
        guard LineBytes.isLetter(byte) || LineBytes.isDigit(byte) || byte >= 0x80 else {
          return false
        }
      }
    }
    let last = line[range.upperBound - 1]
    return hasSign && last != UInt8(ascii: ":") && last != UInt8(ascii: ".")
  }

  /// `http://127.0.0.1:80 "GET …`, as urllib3 writes it.
  private static func destination(_ line: Span<UInt8>, _ quote: Int) -> Range<Int>? {
    guard quote > 8, line[quote - 1] == 0x20 else { return nil }
    let end = quote - 1
    var start = end
    while start > 0, !LineBytes.isBlank(line[start - 1]) { start -= 1 }
    guard let sign = LineBytes.find("http", in: line.extracting(0..<end), from: start) else {
      return nil
    }
    var host = sign + 4
    if host < end, line[host] == UInt8(ascii: "s") { host += 1 }
    guard LineBytes.starts(line, host, with: "://") else { return nil }
    let range = (host + 3)..<end
    return isHost(line, range) ? range : nil
  }

  /// The host in front of the client's address, or in the place of the identity before the date.
  private static func virtualHost(_ line: Span<UInt8>, _ quote: Int) -> Range<Int>? {
    guard quote >= 2, line[quote - 1] == 0x20, line[quote - 2] == UInt8(ascii: "]") else {
      return nil
    }
    var date = quote - 2
    while date > 0, line[date] != UInt8(ascii: "[") { date -= 1 }
    // The words before the date, last first.
    var words: [Range<Int>] = []
    var index = date
    while index > 0, words.count < 5 {
      while index > 0, LineBytes.isBlank(line[index - 1]) { index -= 1 }
      let end = index
      while index > 0, !LineBytes.isBlank(line[index - 1]) { index -= 1 }
      if end > index { words.append(index..<end) }
    }
    guard words.count >= 3 else { return nil }
    // lighttpd: client, host, user.
    let identity = words[1]
    if isHost(line, identity), isAddress(line, words[2]) { return identity }
    guard words.count >= 4 else { return nil }
    let first = words[3]
    let isAtStart =
      first.lowerBound == 0
      || (words.count >= 5 && words[4].count == 1 && line[words[4].lowerBound] == UInt8(ascii: "|"))
    return isAtStart && isHost(line, first) && isAddress(line, words[2]) ? first : nil
  }

  /// An address of a client: digits and dots, or colons.
  private static func isAddress(_ line: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var signs = 0
    for index in range where line[index] == UInt8(ascii: ".") || line[index] == UInt8(ascii: ":") {
      signs += 1
    }
    return signs >= 2 || range.count == 1
  }

  /// `{api.example.com|curl}`: what HAProxy captured of the request first.
  private static func captured(_ line: Span<UInt8>, _ quote: Int) -> Range<Int>? {
    guard quote >= 3, line[quote - 2] == UInt8(ascii: "}") else { return nil }
    var start = quote - 2
    while start > 0, line[start] != UInt8(ascii: "{") { start -= 1 }
    var end = start + 1
    while end < quote - 2, line[end] != UInt8(ascii: "|") { end += 1 }
    let range = (start + 1)..<end
    return isHost(line, range) ? range : nil
  }

  /// `host: "api.example.com"`, as nginx's log of errors has it.
  private static func named(_ line: Span<UInt8>, _ end: Int) -> Range<Int>? {
    guard end + 1 < line.count, line[end + 1] == UInt8(ascii: ",") else { return nil }
    guard let sign = LineBytes.find("host: \"", in: line, from: end) else { return nil }
    let start = sign + 7
    var stop = start
    while stop < line.count, line[stop] != UInt8(ascii: "\"") { stop += 1 }
    return isHost(line, start..<stop) ? start..<stop : nil
  }

  /// The fourth text in quotes behind the request of a line of Envoy, which starts with a date.
  private static func authority(_ line: Span<UInt8>, _ quote: Int, _ end: Int) -> Range<Int>? {
    guard quote >= 2, line[0] == UInt8(ascii: "["), quote < 40,
      line[quote - 2] == UInt8(ascii: "]"),
      LineBytes.isDigit(line[1])
    else { return nil }
    var index = end + 1
    var number = 0
    while index < line.count {
      guard line[index] == UInt8(ascii: "\"") else {
        index += 1
        continue
      }
      let start = index + 1
      var stop = start
      while stop < line.count, line[stop] != UInt8(ascii: "\"") { stop += 1 }
      number += 1
      if number == 4 { return isHost(line, start..<stop) ? start..<stop : nil }
      index = stop + 1
    }
    return nil
  }
}
