import Documents

/// Reads the calls of an access log from a stream of bytes, line by line.
///
/// Each line may be in the common or the combined format of nginx and Apache, with or without a host
/// in front, or an object of JSON that has a method and a path or URL, by the names that nginx,
/// Caddy, Traefik and others give them.
package struct LogReader: Sendable {
  private var splitter = LineSplitter()
  private var calls = 0

  /// How many lines were read.
  package var lines: Int { splitter.count }

  /// Prepares the reading of one log.
  package init() {}

  /// Reads a piece of the log.
  ///
  /// - Throws: `ModelError` where the bytes are those of a compressed file, or of UTF-16.
  package mutating func read(
    _ piece: Span<UInt8>, into tally: inout CallTally
  ) throws(ModelError) {
    if splitter.count == 0, Self.starts(piece, with: [[0xFF, 0xFE], [0xFE, 0xFF]]) {
      throw ModelError(problem: "the log is UTF-16, not UTF-8", remedy: "Save it as UTF-8")
    }
    if splitter.count == 0, Self.starts(piece, with: Self.compressedStarts) {
      throw ModelError(
        problem: "the log is compressed",
        remedy: "Unpack it on the way, as in `zcat FILE | keywright need --log -`")
    }
    splitter.feed(piece) { kind, line, number in
      calls += Self.read(kind, line, number, into: &tally)
    }
  }

  /// Reads what stands after the last line break.
  ///
  /// - Throws: `ModelError` where the log held lines, and no call in any.
  package mutating func finish(into tally: inout CallTally) throws(ModelError) {
    splitter.finish { kind, line, number in
      calls += Self.read(kind, line, number, into: &tally)
    }
    guard splitter.count > 0 else {
      throw ModelError(problem: "the log is empty", remedy: "Give an access log with calls")
    }
    guard calls > 0 else {
      throw ModelError(
        problem: "no line of the log holds a call",
        remedy: "Give an access log in the common or combined format, or JSON lines")
    }
  }

  /// How many calls a line held: one or none.
  private static func read(
    _ kind: LineSplitter.Line, _ line: Span<UInt8>, _ number: Int, into tally: inout CallTally
  ) -> Int {
    guard case .whole = kind else {
      let limit = LineSplitter.longestLine >> 20
      tally.addFault("the line is longer than \(limit) MiB", at: .line(number))
      return 0
    }
    var start = 0
    while start < line.count, line[start] == 0x20 || line[start] == 0x09 { start += 1 }
    guard start < line.count else { return 0 }
    if line[start] == UInt8(ascii: "{") {
      return readJSON(line.extracting(start..<line.count), number, into: &tally)
    }
    switch CommonLogLine.request(in: line) {
    case .call(let method, let target):
      tally.add(
        method: line.extracting(method), target: line.extracting(target), at: .line(number))
      return 1
    case .noCall:
      tally.addFault("the request of the line is no call over HTTP", at: .line(number))
    case .noRequest:
      tally.addFault(
        isBinary(line) ? "the line is binary" : "the line is in no format of a log that is known",
        at: .line(number))
    }
    return 0
  }

  private static func readJSON(
    _ line: Span<UInt8>, _ number: Int, into tally: inout CallTally
  ) -> Int {
    switch JSONLogLine.call(in: line) {
    case .plain(let method, let target):
      tally.add(
        method: line.extracting(method), target: line.extracting(target), at: .line(number))
    case .decoded(let call):
      if call.method.isEmpty {
        tally.add(call, at: .line(number))
      } else {
        tally.add(method: call.method.span, target: call.target.span, at: .line(number))
      }
    case .noCall:
      tally.addFault("the line has no method with a path or URL", at: .line(number))
      return 0
    case .loneSurrogate:
      tally.addFault("half a surrogate pair stands in the line's path", at: .line(number))
      return 0
    case .broken:
      tally.addFault("the line is not whole JSON", at: .line(number))
      return 0
    }
    return 1
  }

  private static func isBinary(_ line: Span<UInt8>) -> Bool {
    for index in line.indices where line[index] < 0x20 && line[index] != 0x09 { return true }
    return false
  }

  /// The first bytes of gzip, bzip2, xz and zstd.
  private static let compressedStarts: [[UInt8]] = [
    [0x1F, 0x8B], [0x42, 0x5A, 0x68], [0xFD, 0x37, 0x7A], [0x28, 0xB5, 0x2F, 0xFD],
  ]

  private static func starts(_ bytes: Span<UInt8>, with starts: [[UInt8]]) -> Bool {
    starts.contains { start in
      bytes.count >= start.count && start.indices.allSatisfy { bytes[$0] == start[$0] }
    }
  }
}
