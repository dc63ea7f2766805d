/// Percent-encoding: different texts stay different.
enum PercentText {
  /// A text in which letters, digits and the signs given stand for themselves, and no other byte does.
  static func encode(_ text: String, keeping signs: String) -> String {
    let signs = Set(signs.utf8)
    var result = ""
    for byte in text.utf8 {
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || signs.contains(byte)
      if isPlain {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }
}
