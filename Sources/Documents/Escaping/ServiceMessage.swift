/// Texts in a service message of TeamCity: `##teamcity[inspection typeId='a' message='b']`.
///
/// A bar escapes what ends a value, a line or the message, and itself (JetBrains, "Service Messages",
/// "Escaped Values").
package enum ServiceMessage {
  /// A message of a kind with its values, each escaped.
  package static func line(_ kind: String, _ values: [(name: String, text: String)]) -> String {
    "##teamcity[\(kind)" + values.map { " \($0.name)='\(value($0.text))'" }.joined() + "]"
  }

  static func value(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "|", "'", "[", "]":
        result += "|"
        result.unicodeScalars.append(scalar)
      case "\n": result += "|n"
      case "\r": result += "|r"
      case "\u{85}": result += "|x"
      case "\u{2028}": result += "|l"
      case "\u{2029}": result += "|p"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
