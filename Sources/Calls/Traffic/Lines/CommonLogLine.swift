/// A line of the common or the combined format as nearly all lines of a log are: read with few looks
/// at each byte, and left to the other readers where anything is unusual.
enum CommonLogLine {
  /// Where the call stands in `CLIENT - USER [DATE] "METHOD /target HTTP/1.1" STATUS …`.
  ///
  /// - Parameter line: a line without its line break.
  /// - Returns: the parts; nil for every other line, whatever it holds.
  static func call(in line: Span<UInt8>) -> (method: Range<Int>, target: Range<Int>, status: Int)? {
    guard line.count > 40, let client = line.firstIndex(of: 0x20, from: 0),
      client + 4 < line.count, line[client + 1] == UInt8(ascii: "-"), line[client + 2] == 0x20,
      let quote = line.firstIndex(of: UInt8(ascii: "\""), from: client + 3), quote >= 2,
      line[quote - 1] == 0x20, line[quote - 2] == UInt8(ascii: "]")
    else { return nil }
    let method = quote + 1
    var index = method
    while index < line.count, (0x41...0x5A).contains(line[index]) { index += 1 }
    let methodEnd = index
    guard methodEnd - method >= 3, methodEnd - method <= 7, methodEnd + 1 < line.count,
      line[methodEnd] == 0x20, line[methodEnd + 1] == UInt8(ascii: "/"),
      let targetEnd = endOfTarget(line, methodEnd + 1)
    else { return nil }
    index = targetEnd + 1
    guard index + 12 < line.count, line[index] == UInt8(ascii: "H"),
      line[index + 1] == UInt8(ascii: "T"), line[index + 4] == UInt8(ascii: "/"),
      LineBytes.isDigit(line[index + 5])
    else { return nil }
    index += 6
    if line[index] == UInt8(ascii: ".") { index += 2 }
    guard index + 5 < line.count, line[index] == UInt8(ascii: "\""), line[index + 1] == 0x20,
      line[index + 5] == 0x20,
      let status = LineBytes.status(line, index + 2, index + 5)
    else { return nil }
    return (method..<methodEnd, (methodEnd + 1)..<targetEnd, status)
  }

  /// The blank behind a target; nil where a sign stands in it that is not to be passed over: `#` is
  /// HAProxy's escape there, and no start of a fragment.
  private static func endOfTarget(_ line: Span<UInt8>, _ start: Int) -> Int? {
    guard let end = line.firstIndex(of: 0x20, from: start),
      line.extracting(start..<end).firstIndex(of: UInt8(ascii: "#"), from: 0) == nil
    else { return nil }
    return end
  }
}
