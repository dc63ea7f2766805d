/// Texts in XML 1.0, between tags or between double quotes.
package enum XMLText {
  /// The text with what is markup escaped; a sign that no document may hold becomes `U+FFFD`.
  ///
  /// Line breaks and tabs are written as numbers: a reader would make spaces of them in an attribute.
  /// https://www.w3.org/TR/xml/#charsets
  package static func escaped(_ text: String) -> String {
    var result = ""
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "#" where LogLine.startsCommand(rest): result += "&#35;"
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += "&#\(scalar.value);"
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result.unicodeScalars.append("\u{FFFD}")
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
