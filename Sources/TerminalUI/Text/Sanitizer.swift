@_spi(_Unicode) import Swift

/// The one gate between text from outside and a terminal.
///
/// Control characters (C0, DEL, C1), bidi controls, zero-width and other format characters are
/// made visible, never dropped and never sent. Clusters of several emoji keep the first, and flags
/// become their two letters, because terminals disagree on the width of the rest.
public enum Sanitizer {
  /// Calls `body` with each visible cluster and its columns (1 or 2) until it returns false.
  public static func forEachCluster(
    of text: String, charset: Charset, _ body: (_ cluster: Glyph, _ columns: Int) -> Bool
  ) {
    // Nearly all that is drawn.
    if isPlainASCII(text) {
      for byte in text.utf8 where !body(Glyph(ascii: byte), 1) { return }
      return
    }
    if charset == .utf8, isPlain(text) {
      for scalar in text.unicodeScalars where !body(Glyph(scalar), 1) { return }
      return
    }
    for character in composed(text) {
      for (cluster, columns) in visible(character, charset: charset)
      where !body(cluster, columns) {
        return
      }
    }
  }

  /// The text as it may be sent to a terminal, on one line.
  public static func sanitize(_ text: String, charset: Charset = .utf8) -> String {
    if isPlainASCII(text) { return text }
    var result = ""
    forEachCluster(of: text, charset: charset) { cluster, _ in
      result += cluster.text
      return true
    }
    return result
  }

  /// The text with line breaks kept, every line sanitized.
  public static func sanitizeLines(_ text: String, charset: Charset = .utf8) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { sanitize(String($0), charset: charset) }
      .joined(separator: "\n")
  }

  /// The scalars of a text that is shown as it is, a column each; nil for any other.
  ///
  /// Most of what is drawn is such text: it need not be taken apart to be measured or cut.
  static func plainCount(_ text: String, charset: Charset) -> Int? {
    if isPlainASCII(text) { return text.utf8.count }
    return charset == .utf8 && isPlain(text) ? text.unicodeScalars.count : nil
  }

  /// Whether a text is visible ASCII alone.
  static func isPlainASCII(_ text: String) -> Bool {
    // Without a way out in between many bytes are looked at in one step.
    let isPlain = text.utf8.withContiguousStorageIfAvailable { bytes in
      var others: UInt8 = 0
      for byte in bytes { others |= byte &- 0x20 < 0x5F ? 0 : 1 }
      return others == 0
    }
    return isPlain ?? text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }

  /// ASCII, lines, arrows and the ellipsis: what the interface itself draws, a column each.
  ///
  /// Spares the chrome of every frame the tables of Unicode properties.
  private static func isPlain(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      (0x20..<0x7F).contains(scalar.value) || (0x2500...0x25BF).contains(scalar.value)
        || scalar.value == 0x2026
    }
  }

  private static func composed(_ text: String) -> String {
    var result = ""
    for scalar in text._nfc { result.unicodeScalars.append(scalar) }
    return result
  }

  private static func visible(
    _ character: Character, charset: Charset
  ) -> [(cluster: Glyph, columns: Int)] {
    var parts: [(cluster: Glyph, columns: Int)] = []
    var current = Glyph()
    var columns = 0
    var isEmojiCluster = false
    let isKeycap = character.unicodeScalars.last == "\u{20E3}"
    for scalar in character.unicodeScalars {
      // A variation selector or a joiner belongs to an emoji; anywhere else it hides something.
      if isEmojiCluster, isEmojiGlue(scalar) { continue }
      if isKeycap, scalar == "\u{FE0F}" { continue }
      // A family or a skin tone: terminals agree on the first emoji alone.
      if isEmojiCluster, isEmoji(scalar) { break }
      if let name = spelledOut(scalar, charset: charset) {
        isEmojiCluster = name == "?" && isEmoji(scalar)
        if columns > 0 { parts.append((current, columns)) }
        (current, columns) = (Glyph(), 0)
        for letter in name.unicodeScalars { parts.append((Glyph(letter), 1)) }
        continue
      }
      let width = TextWidth.columns(of: scalar)
      if width > 0 {
        if columns > 0 { parts.append((current, columns)) }
        (current, columns) = (Glyph(scalar), width)
        isEmojiCluster = isEmoji(scalar)
      } else if columns > 0 {
        // Marks beyond the fourth are not shown.
        current.append(scalar)
      } else {
        (current, columns) = (.space, 1)
        current.append(scalar)
      }
    }
    if columns > 0 { parts.append((current, columns)) }
    return parts
  }

  /// Digits, `#` and `*` are emoji only as keycaps: behind one in a name a joiner hides.
  private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0xFF && scalar.properties.isEmoji
  }

  private static func isEmojiGlue(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0xFE0E || scalar.value == 0xFE0F || scalar.value == 0x200D
  }

  /// A visible stand-in for what must not, or cannot, be sent; nil for what may be.
  private static func spelledOut(_ scalar: Unicode.Scalar, charset: Charset) -> String? {
    let value = scalar.value
    if value < 0x20 || value == 0x7F {
      guard charset == .utf8 else { return "^" + String(UnicodeScalar(UInt8(value ^ 0x40))) }
      return value == 0x7F ? "\u{2421}" : Unicode.Scalar(0x2400 + value).map { String($0) }
    }
    if value < 0x7F { return nil }
    // The letters of a flag: terminals agree neither on a pair's width nor on that of one alone.
    if (0x1F1E6...0x1F1FF).contains(value) {
      return String(UnicodeScalar(UInt8(value - 0x1F1E6 + 0x41)))
    }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse, .surrogate,
      .format:
      return "<U+" + hexadecimal(value) + ">"
    default:
      // Fillers, selectors and the like, which show nothing.
      if scalar.properties.isDefaultIgnorableCodePoint { return "<U+" + hexadecimal(value) + ">" }
    }
    switch charset {
    case .utf8:
      return TextWidth.columns(of: scalar) < 0 ? "<U+" + hexadecimal(value) + ">" : nil
    case .latin1:
      return value <= 0xFF && TextWidth.columns(of: scalar) > 0 ? nil : "?"
    case .ascii:
      return "?"
    }
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
