/// Eight bytes of a text as one number, the first lowest: a loop over single bytes takes most of the
/// time in which a log is read.
struct ByteWord {
  static let width = 8
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  private let bits: UInt64

  /// The bytes from an index on; eight must follow.
  @inline(__always)
  init(_ text: Span<UInt8>, at index: Int) {
    bits = text.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
  }

  /// A mark in the place of the first byte that is a value; others above it may be marked too.
  @inline(__always)
  func marks(of byte: UInt8) -> UInt64 {
    let difference = bits ^ (Self.ones &* UInt64(byte))
    return (difference &- Self.ones) & ~difference & Self.highs
  }

  /// The place of the first mark; 8 where there is none.
  @inline(__always)
  static func first(of marks: UInt64) -> Int { marks.trailingZeroBitCount >> 3 }
}
