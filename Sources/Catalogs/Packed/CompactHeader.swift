/// What a compact form starts with: it tells one from anything else, and a whole one from a damaged one.
enum CompactHeader {
  static let magic: UInt32 = 0x3143_574B  // "KWC1"
  static let version: UInt32 = 7
  /// The words of the header.
  static let words = 5

  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// A checksum of bytes: it finds what a disk does, not what a person does.
  ///
  /// Eight bytes are a number, and each number counts by its place, so that what changes places is
  /// found as well.
  static func checksum(_ span: borrowing Span<UInt8>) -> UInt32 {
    // A span is checked once, and several sums run side by side.
    var (first, second) = (UInt64(span.count), factor)
    var place = 0
    while place <= span.count &- 16 {
      first = (first ^ span.eight(at: place)) &* factor
      second = (second ^ span.eight(at: place &+ 8)) &* factor
      place &+= 16
    }
    var sum = first &+ (second ^ second >> 32) &* factor
    while place < span.count {
      sum = (sum ^ UInt64(span[place])) &* factor
      place &+= 1
    }
    return UInt32(truncatingIfNeeded: sum ^ sum >> 32)
  }
}
