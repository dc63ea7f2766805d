import Documents

/// What a line of text looks like, before anything is read of it.
extension TextReader {
  /// Where an object of JSON starts: at the line's start, or behind a prefix where it goes to the
  /// line's end.
  static func startOfJSON(_ line: Span<UInt8>, _ start: Int) -> Int? {
    if line[start] == UInt8(ascii: "{") || line[start] == 0x1E { return start }
    guard line[line.count - 1] == UInt8(ascii: "}") else { return nil }
    var index = start
    while index + 1 < line.count {
      if line[index] == UInt8(ascii: "{"), line[index + 1] == UInt8(ascii: "\"") { return index }
      index += 1
    }
    return nil
  }

  static func isBinary(_ line: Span<UInt8>) -> Bool {
    for index in line.indices where line[index] < 0x20 && line[index] != 0x09 { return true }
    return false
  }

  /// A line without the escape sequences that color it.
  static func withoutColors(_ line: Span<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(line.count)
    var index = 0
    while index < line.count {
      guard line[index] == 0x1B else {
        plain.append(line[index])
        index += 1
        continue
      }
      index += 1
      guard index < line.count, line[index] == UInt8(ascii: "[") else { continue }
      index += 1
      while index < line.count, !(0x40...0x7E).contains(line[index]) { index += 1 }
      index += 1
    }
    return plain
  }
}
