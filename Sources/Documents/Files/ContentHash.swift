/// A number of 128 bits that tells contents apart; it does not withstand somebody who seeks two of
/// the same.
package struct ContentHash: Hashable, Sendable {
  private let high: UInt64
  private let low: UInt64

  /// The hash of bytes: FNV-1a, twice from different starts.
  package init(_ bytes: [UInt8]) {
    var (first, second): (UInt64, UInt64) = (0xCBF2_9CE4_8422_2325, 0x6C62_272E_07BB_0142)
    for byte in bytes {
      first = (first ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
      second = (second ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15
    }
    (high, low) = (first, second &+ UInt64(bytes.count))
  }

  /// 32 hexadecimal digits.
  package var text: String { Self.digits(high) + Self.digits(low) }

  static func digits(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
