import Documents

/// What a text from outside has to meet to come in: the one rule for files, options and fields.
package enum TextCheck {
  /// At most so many marks may stand on one letter.
  ///
  /// Text in Unicode's stream-safe format has no more (UAX #15, section 13), and no language needs
  /// as many. To compare text that has takes time by the square of their number.
  static let mostMarks = 30

  /// Says whether a text is not empty, on one line, without control characters and towers of marks.
  package static func isLine(_ text: String) -> Bool {
    text.utf8.contains { $0 != 0x20 } && !text.unicodeScalars.contains(where: isControl)
      && !hasTower(text)
  }

  /// Says whether more marks stand on one letter than any text needs.
  private static func hasTower(_ text: String) -> Bool {
    var height = 0
    for scalar in text.unicodeScalars {
      // Below stand no marks.
      let isMark =
        scalar.value >= 0x300 && scalar.properties.canonicalCombiningClass != .notReordered
      height = isMark ? height + 1 : 0
      if height > mostMarks { return true }
    }
    return false
  }

  /// A text that is not empty, on one line, without control characters.
  package static func line(_ value: JSONValue) throws(ModelError) -> String {
    if let plain = value.plainText { return plain }
    let text = try value.requireString()
    guard text.utf8.contains(where: { $0 != 0x20 }) else {
      throw value.error("the text is empty", remedy: "Write something here")
    }
    if let scalar = text.unicodeScalars.first(where: isControl) {
      throw value.error(
        "the text has the control character U+\(hexadecimal(scalar))", remedy: "Remove it")
    }
    guard !hasTower(text) else {
      throw value.error(
        "more than \(mostMarks) marks stand on one letter of the text", remedy: "Remove them")
    }
    return text
  }

  /// A text that may be absent or empty.
  package static func optionalLine(_ value: JSONValue?) throws(ModelError) -> String {
    guard let value, value.string != "" else { return "" }
    return try line(value)
  }

  /// A text without spaces.
  package static func identifier(_ value: JSONValue) throws(ModelError) -> String {
    let id = try line(value)
    let isPlain = id.utf8.allSatisfy { (0x21..<0x7F).contains($0) }
    guard isPlain || !id.unicodeScalars.contains(where: \.properties.isWhitespace) else {
      throw value.error("the id \"\(id)\" holds a space", remedy: "Write it without")
    }
    try refuseCommand(id, value)
    return id
  }

  /// Refuses ids that are commands to a build server: lists of ids are printed as they are.
  package static func refuseCommand(_ id: String, _ value: JSONValue) throws(ModelError) {
    guard LogLine.inert(id).utf8.count == id.utf8.count else {
      throw value.error(
        "the id \"\(id)\" would be a command in the log of a build", remedy: "Write it otherwise")
    }
  }

  /// The id of a scope: single spaces may stand inside, as in the names of a platform's groups.
  static func scopeIdentifier(_ value: JSONValue) throws(ModelError) -> String {
    let id = try line(value)
    let isPlain = id.utf8.allSatisfy { (0x21..<0x7F).contains($0) }
    try refuseCommand(id, value)
    guard !isPlain else { return id }
    let hasOther = id.unicodeScalars.contains { $0.properties.isWhitespace && $0 != " " }
    let isPadded =
      id.starts(exactlyWith: " ") || id.ends(exactlyWith: " ") || id.contains(bytesOf: "  ")
    guard !hasOther, !isPadded else {
      throw value.error(
        "the id \"\(id)\" holds more than single spaces inside", remedy: "Write it without")
    }
    return id
  }

  /// Says whether a character controls a terminal: C0, DEL, C1 and the line separators.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      || scalar.value == 0x2028 || scalar.value == 0x2029
  }

  /// At least four digits, capitals.
  static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
