/// A short fingerprint of bytes: the same on every machine and in every run.
package enum Digest {
  /// FNV-1a of 64 bits as 16 hexadecimal digits.
  ///
  /// Tells contents and paths apart; it does not protect against forgery.
  package static func of(_ bytes: some Sequence<UInt8>) -> String {
    let digits = String(FNV1a(bytes).value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
