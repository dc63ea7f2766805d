/// The lines that follow the first line of a request that is written out: its host, and the answer.
enum RequestText {
  /// The host that a line names with `Host:`, whatever marks stand before it.
  static func host(in line: Span<UInt8>) -> Range<Int>? {
    var index = 0
    while index + 5 < line.count, index < 80 {
      if line[index] | 0x20 == UInt8(ascii: "h"), isHostName(line, index) {
        let isStart = index == 0 || !LineBytes.isLetter(line[index - 1]) && line[index - 1] != 0x2D
        if isStart { return hostValue(line, LineBytes.skipBlanks(line, index + 5)) }
      }
      index += 1
    }
    return nil
  }

  private static func isHostName(_ line: Span<UInt8>, _ index: Int) -> Bool {
    let name: [UInt8] = [0x68, 0x6F, 0x73, 0x74]
    for offset in 0..<4 where line[index + offset] | 0x20 != name[offset] { return false }
    return line[index + 4] == UInt8(ascii: ":")
  }

  /// The host that starts at an index, up to a blank, a quote, or the escape of a line end.
  static func hostValue(_ line: Span<UInt8>, _ start: Int) -> Range<Int>? {
    var end = start
    while end < line.count, line[end] > 0x20, !"\\\"',".utf8.contains(line[end]),
      !(line[end] == UInt8(ascii: "[") && end > start)
    {
      end += 1
    }
    return end > start && LineHost.isHost(line, start..<end) ? start..<end : nil
  }

  /// The status of an answer's first line: `HTTP/1.1 200 OK`, `<< 200`, `<-- 200`, `Completed 200`,
  /// `Response 200`, `Status 200`, `Sent 200`, and .NET's lines.
  static func status(in line: Span<UInt8>) -> Int? {
    var index = 0
    while index < line.count, index < 200 {
      let byte = line[index]
      var place: Int?
      switch byte {
      case UInt8(ascii: "H"):
        if LineBytes.starts(line, index, with: "HTTP/") {
          let end = LineBytes.endOfWord(line, index)
          if LineBytes.isProtocol(line, index, end) { place = end }
        } else if LineBytes.starts(line, index, with: "HTTP ") {
          place = index + 5
        }
      case UInt8(ascii: "<"):
        if LineBytes.starts(line, index, with: "<< ") { place = index + 3 }
        if LineBytes.starts(line, index, with: "<-- ") { place = index + 4 }
        if LineBytes.starts(line, index, with: "<--- ") { place = index + 5 }
      case UInt8(ascii: "C"):
        if LineBytes.starts(line, index, with: "Completed ") { place = index + 10 }
      case UInt8(ascii: "R"):
        if LineBytes.starts(line, index, with: "Response ") { place = index + 9 }
        if LineBytes.starts(line, index, with: "Response: ") { place = index + 10 }
        // .NET: `Request finished in 1.2ms 403`, `Received HTTP response headers after 1.2ms - 403`
        if LineBytes.starts(line, index, with: "Request finished in ") {
          place = LineBytes.endOfWord(line, index + 20)
        }
        if LineBytes.starts(line, index, with: "Received HTTP response headers after ") {
          place = LineBytes.endOfWord(line, index + 37) + 2
        }
      case UInt8(ascii: "E"):
        if LineBytes.starts(line, index, with: "End processing HTTP request after ") {
          place = LineBytes.endOfWord(line, index + 34) + 2
        }
      case UInt8(ascii: "s"):
        if LineBytes.starts(line, index, with: "statusCode: ") { place = index + 12 }
      case UInt8(ascii: "c"):
        if LineBytes.starts(line, index, with: "code: "), index == 0 || line[index - 1] == 0x20 {
          place = index + 6
        }
      case UInt8(ascii: "S"):
        if LineBytes.starts(line, index, with: "Status ") { place = index + 7 }
        // Phoenix: `Sent 403 in 1ms`
        if LineBytes.starts(line, index, with: "Sent ") { place = index + 5 }
        if LineBytes.starts(line, index, with: "Status: ") { place = index + 8 }
      default: break
      }
      if let place {
        let start = LineBytes.skipBlanks(line, place)
        var end = start
        while end < line.count, LineBytes.isDigit(line[end]) { end += 1 }
        if let status = LineBytes.status(line, start, end) { return status }
      }
      index += 1
    }
    return nil
  }
}
