import Documents

/// Lines of `curl --trace-ascii`: an offset and at most 64 bytes, so that one line of a request is
/// cut over several.
struct TraceText: Sendable {
  private static let width = 64

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
    let part = (6..<line.count).map { line[$0] }
    if isOpen, offset == nextOffset {
      text += part
      nextOffset += Self.width
      return part.count < Self.width ? rest() : nil
    }
    let held = rest()
    if part.count == Self.width {
      (text, self.line, nextOffset) = (part, number, offset + Self.width)
      return held
    }
    if held != nil { isLate = true }
    return held ?? (part, number)
  }

  /// What is held back.
  mutating func rest() -> (text: [UInt8], line: Int)? {
    guard isOpen else { return nil }
    defer { text = [] }
    return (text, line)
  }
}
