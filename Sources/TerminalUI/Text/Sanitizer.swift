/// The one gate between text from outside and a terminal.
///
/// Control characters (C0, DEL, C1), bidi controls, zero-width and other format characters are
/// made visible, never dropped and never sent. Of emoji joined to one, the first is shown, without
/// the color of a skin, and flags become their two letters, because terminals disagree on the width
/// of the rest; what is no emoji is shown, wherever it stands.
///
/// Scalar by scalar, in one pass: one character of Swift can hold any number of them.
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
    var reader = ClusterReader(text, charset: charset)
    while let (cluster, columns) = reader.next(), body(cluster, columns) {}
  }

  /// The text as it may be sent to a terminal, on one line.
  public static func sanitize(_ text: String, charset: Charset = .utf8) -> String {
    if isPlainASCII(text) || charset == .utf8 && isPlain(text) { return text }
    var result = ""
    forEachCluster(of: text, charset: charset) { cluster, _ in
      result += cluster.text
      return true
    }
    return result
  }

  /// The text with line breaks kept, every line sanitized.
  public static func sanitizeLines(_ text: String, charset: Charset = .utf8) -> String {
    lines(of: text).map { sanitize($0, charset: charset) }.joined(separator: "\n")
  }

  /// The lines of a text, cut at line feeds alone.
  public static func lines(of text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
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
}
