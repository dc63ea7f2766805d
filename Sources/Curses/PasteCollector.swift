/// Collects a bracketed paste, byte by byte, up to its closing bracket.
struct PasteCollector {
  /// What is kept of one paste, in bytes; the rest is read and dropped.
  static let capacity = 1 << 20

  private static let end: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]

  private var bytes: [UInt8] = []
  /// How much of the closing bracket has come.
  private var matched = 0
  private var followsReturn = false

  /// How many bytes may be read at once without reading past the closing bracket.
  var wanted: Int { Self.end.count - matched }

  /// Takes a byte; returns the text's bytes once the closing bracket is complete.
  mutating func take(_ byte: UInt8) -> [UInt8]? {
    if byte == Self.end[matched] {
      matched += 1
      return matched == Self.end.count ? bytes : nil
    }
    // Only the first byte of the bracket is an escape, so a mismatch can start it anew at most.
    for index in 0..<matched { keep(Self.end[index]) }
    matched = byte == Self.end[0] ? 1 : 0
    if matched == 0 { keep(byte) }
    return nil
  }

  /// Forgets the text, not the place in the closing bracket.
  mutating func discard() { bytes.removeAll() }

  private mutating func keep(_ byte: UInt8) {
    // Terminals send the Return key for each line's end.
    let isSecondHalf = byte == 0x0A && followsReturn
    followsReturn = byte == 0x0D
    guard !isSecondHalf, bytes.count < Self.capacity else { return }
    bytes.append(byte == 0x0D ? 0x0A : byte)
  }
}
