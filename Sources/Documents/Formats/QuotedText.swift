/// Strings in double quotes, as YAML and TOML both read them.
enum QuotedText {
  /// Appends a text; what nobody would see is escaped.
  ///
  /// A character beyond U+FFFF is escaped as one, never as the two that JSON would write: readers of
  /// YAML and TOML make no character of these.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "#" where LogLine.startsCommand(rest): bytes.append(contentsOf: #"\u0023"#.utf8)
      case "\"": bytes.append(contentsOf: #"\""#.utf8)
      case "\\": bytes.append(contentsOf: #"\\"#.utf8)
      case "\n": bytes.append(contentsOf: #"\n"#.utf8)
      case "\t": bytes.append(contentsOf: #"\t"#.utf8)
      default:
        if JSONString.isHidden(scalar) {
          bytes.append(contentsOf: escape(scalar).utf8)
        } else {
          bytes.append(contentsOf: String(scalar).utf8)
        }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let width = scalar.value > 0xFFFF ? 8 : 4
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return (width == 8 ? #"\U"# : #"\u"#)
      + String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
