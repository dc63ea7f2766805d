import Documents

/// Lines of `curl --trace-ascii`: an offset and at most 64 bytes, so that one line of a request is
/// cut over several; and of `curl --trace`, where they are 16 bytes in hexadecimal digits, with their
/// line ends.
struct TraceText: Sendable {
  private static let width = 64
  private static let hexWidth = 16
  /// So much of a request is put together.
  private static let longest = 1 << 16

  private var text: [UInt8] = []
  private var line = 0
  private var nextOffset = 0
  /// Whether the line that was added last is still to be read by itself.
  private(set) var isLate = false

  /// Whether a line is held back that the next may go on.
  var isOpen: Bool { !text.isEmpty }

  /// Says whether a line starts with an offset: `0040: `.
  static func isTrace(_ line: Span<UInt8>) -> Bool { offset(of: line) != nil }

  private static func offset(of line: Span<UInt8>) -> Int? {
    guard line.count >= 6, line[4] == UInt8(ascii: ":"), line[5] == 0x20 else { return nil }
    var offset = 0
    for index in 0..<4 {
      guard let digit = PercentCoding.digit(line[index]) else { return nil }
      offset = offset << 4 | Int(digit)
    }
    return offset
  }

  /// Takes a line in, and gives out one that is whole.
  mutating func add(_ line: Span<UInt8>, _ number: Int) -> (text: [UInt8], line: Int)? {
    isLate = false
    guard let offset = Self.offset(of: line) else {
      isLate = true
      return rest()
    }
    let hex = Self.hexadecimal(line)
    let part = hex ?? (6..<line.count).map { line[$0] }
    let width = hex == nil ? Self.width : Self.hexWidth
    if isOpen, offset == nextOffset {
      text += part
      nextOffset += width
      return part.count < width || text.count > Self.longest ? rest() : nil
    }
    let held = rest()
    if part.count == width {
      (text, self.line, nextOffset) = (part, number, offset + width)
      return held
    }
    if held != nil { isLate = true }
    return held ?? (part, number)
  }

  /// The bytes of a line of `curl --trace`: `0000: 47 45 54 20 …  GET …`; nil for others.
  private static func hexadecimal(_ line: Span<UInt8>) -> [UInt8]? {
    let end = 6 + 3 * hexWidth
    var bytes: [UInt8] = []
    var index = 6
    while index + 2 < min(line.count, end), let high = PercentCoding.digit(line[index]),
      let low = PercentCoding.digit(line[index + 1]), line[index + 2] == 0x20
    {
      bytes.append(high << 4 | low)
      index += 3
    }
    guard !bytes.isEmpty, line.count >= end, line.count <= end + bytes.count else { return nil }
    while index < end {
      guard line[index] == 0x20 else { return nil }
      index += 1
    }
    return bytes
  }

  /// What is held back.
  mutating func rest() -> (text: [UInt8], line: Int)? {
    guard isOpen else { return nil }
    defer { text = [] }
    return (text, line)
  }
}
