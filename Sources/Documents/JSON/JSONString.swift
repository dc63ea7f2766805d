/// Strings as JSON writes them.
package enum JSONString {
  /// Takes the escapes out of the inside of a JSON string; one that is none becomes U+FFFD.
  package static func decode(_ bytes: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let start = index
      while index < bytes.endIndex, bytes[index] != UInt8(ascii: "\\") { index += 1 }
      text += bytes[start..<index]
      guard index < bytes.endIndex else { break }
      index += 1
      guard index < bytes.endIndex else {
        text.append(UInt8(ascii: "\\"))
        break
      }
      let escape = bytes[index]
      index += 1
      switch escape {
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "f"): text.append(0x0C)
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "u"):
        var value = hexadecimal(bytes, at: index)
        index = min(index + 4, bytes.endIndex)
        if (0xD800..<0xDC00).contains(value), bytes[index...].starts(with: #"\u"#.utf8),
          case let low = hexadecimal(bytes, at: index + 2), (0xDC00..<0xE000).contains(low)
        {
          value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00)
          index += 6
        }
        text += (Unicode.Scalar(value) ?? "\u{FFFD}").utf8
      default: text.append(escape)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The value of four hexadecimal digits, or `UInt32.max` where they are not.
  package static func hexadecimal(_ bytes: ArraySlice<UInt8>, at index: Int) -> UInt32 {
    guard index + 4 <= bytes.endIndex else { return .max }
    var value: UInt32 = 0
    for byte in bytes[index..<index + 4] {
      guard let digit = PercentCoding.digit(byte) else { return .max }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  /// Appends a text as a JSON string, with every control and format character escaped.
  ///
  /// Besides what JSON demands, DEL, C1, U+2028, U+2029, bidi controls and zero-width characters
  /// are written as `\u….`, so that a document shown in a terminal or a diff hides nothing; so is the
  /// sign that would start a command in the log of a build.
  package static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    // Looked at where it stands in the array: to go through a text takes as long as the rest.
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    if isPlain(bytes, from: start) { return }
    bytes.removeSubrange(start...)
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "#" where LogLine.startsCommand(rest): bytes.append(contentsOf: #"\u0023"#.utf8)
      case "\"": bytes.append(contentsOf: #"\""#.utf8)
      case "\\": bytes.append(contentsOf: #"\\"#.utf8)
      case "\n": bytes.append(contentsOf: #"\n"#.utf8)
      case "\r": bytes.append(contentsOf: #"\r"#.utf8)
      case "\t": bytes.append(contentsOf: #"\t"#.utf8)
      case " "..."~": bytes.append(UInt8(scalar.value))
      default:
        if isHidden(scalar) {
          for unit in String(scalar).utf16 { appendEscape(unit, to: &bytes) }
        } else {
          bytes.append(contentsOf: String(scalar).utf8)
        }
      }
    }
  }

  /// Whether bytes stand in a document as they are: printable ASCII without quotes and backslashes,
  /// and no `##`.
  private static func isPlain(_ bytes: [UInt8], from start: Int) -> Bool {
    for place in start..<bytes.count {
      let byte = bytes[place]
      guard byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\")
      else { return false }
      if byte == UInt8(ascii: "#"), bytes[place - 1] == byte { return false }
    }
    return true
  }

  /// Whether a character is one that nobody sees: a control, a format, a separator of lines.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    // These two are in no document of YAML.
    default: scalar.value == 0xFFFE || scalar.value == 0xFFFF
    }
  }

  private static func appendEscape(_ unit: UInt16, to bytes: inout [UInt8]) {
    let digits = String(unit, radix: 16)
    bytes.append(contentsOf: #"\u"#.utf8)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
    bytes.append(contentsOf: digits.utf8)
  }
}
