/// Texts in a manual page, in the language of man(7).
package enum RoffText {
  /// A text on one line that holds nothing that roff would obey.
  package static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "\n", "\r": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result.utf8.first == UInt8(ascii: ".") ? "\\&" + result : result
  }
}
