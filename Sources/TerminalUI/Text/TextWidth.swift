import CLocale

/// The one place that knows how many columns a character takes.
public enum TextWidth {
  /// The columns of one scalar, by the C library's `wcwidth`, which ncurses uses as well.
  ///
  /// Zero for combining marks, negative for what cannot be shown in the current locale.
  public static func columns(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x7F { return scalar.value < 0x20 ? -1 : 1 }
    return Int(keywright_column_width(scalar.value))
  }

  /// The columns that a text takes once sanitized.
  public static func columns(of text: String, charset: Charset = .utf8) -> Int {
    if let count = Sanitizer.plainCount(text, charset: charset) { return count }
    var sum = 0
    Sanitizer.forEachCluster(of: text, charset: charset) { _, width in
      sum += width
      return true
    }
    return sum
  }
}
