/// A hash of bytes that is the same on every machine and in every run: FNV-1a of 64 bits.
///
/// Quick for short texts; it does not protect against forgery.
/// http://www.isthe.com/chongo/tech/comp/fnv/
package struct FNV1a: Sendable {
  /// The hash of the bytes so far.
  package var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The hash of no bytes.
  @inlinable
  package init() {}

  /// The hash of some bytes.
  @inlinable
  package init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
  }

  /// Adds a byte.
  @inlinable
  package mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

  /// The hash of the bytes so far in 32 bits.
  @inlinable
  package var folded: UInt32 { UInt32(truncatingIfNeeded: value ^ value >> 32) }
}
