/// Texts in a message of SARIF 2.1.0, which has placeholders and links of its own.
package enum SARIFText {
  /// The text so that a viewer shows exactly it.
  ///
  /// Braces are doubled, since `{0}` stands for an argument (3.11.5); where the text could hold a
  /// link, `[words](target)`, its brackets and backslashes have a backslash before them (3.11.6).
  package static func message(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let mayLink = zip(bytes, bytes.dropFirst()).contains { $0 == 0x5D && $1 == 0x28 }
    guard mayLink || bytes.contains(where: { $0 == 0x7B || $0 == 0x7D }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "{", "}": result.unicodeScalars.append(scalar)
      case "[" where mayLink, "]" where mayLink, "\\" where mayLink: result += "\\"
      default: break
      }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
