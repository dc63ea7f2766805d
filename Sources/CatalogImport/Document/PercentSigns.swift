import Documents

/// Percent signs in references, which are addresses.
enum PercentSigns {
  /// The text with what they stand for.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    let bytes = PercentCoding.decoded(text.utf8, escapedSlash: UInt8(ascii: "/"))
    return String(decoding: bytes, as: UTF8.self)
  }
}
