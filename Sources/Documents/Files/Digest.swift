/// A short fingerprint of bytes: the same on every machine and in every run.
package enum Digest {
  /// FNV-1a of 64 bits as 16 hexadecimal digits.
  ///
  /// Tells contents and paths apart; it does not protect against forgery.
  package static func of(_ bytes: some Sequence<UInt8>) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
