/// Cutting and wrapping of text by columns, at clusters and words.
public enum TextLayout {
  /// The text cut to a number of columns, the last of them an ellipsis where something is left out.
  public static func fit(_ text: String, columns: Int, charset: Charset) -> String {
    guard columns > 0 else { return "" }
    let ellipsis = charset == .utf8 ? "\u{2026}" : "~"
    var kept = ""
    var keptColumns = 0
    var whole = ""
    var wholeColumns = 0
    var overflows = false
    Sanitizer.forEachCluster(of: text, charset: charset) { cluster, width in
      if wholeColumns + width > columns {
        overflows = true
        return false
      }
      whole += cluster
      wholeColumns += width
      if keptColumns + width <= columns - 1, keptColumns == wholeColumns - width {
        kept = whole
        keptColumns = wholeColumns
      }
      return true
    }
    return overflows ? kept + ellipsis : whole
  }

  /// The text in lines of at most `columns` columns, broken between words where that is possible.
  ///
  /// Existing line breaks stand. Words longer than a line are broken at clusters.
  public static func wrap(_ text: String, columns: Int, charset: Charset) -> [String] {
    guard columns > 0 else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { wrapLine(String($0), columns: columns, charset: charset) }
  }

  private static func wrapLine(_ text: String, columns: Int, charset: Charset) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ") {
      let width = TextWidth.columns(of: String(word), charset: charset)
      if used > 0, used + 1 + width <= columns {
        line += " " + word
        used += 1 + width
        continue
      }
      if used > 0 { lines.append(line) }
      (line, used) = ("", 0)
      guard width > columns else {
        (line, used) = (String(word), width)
        continue
      }
      Sanitizer.forEachCluster(of: String(word), charset: charset) { cluster, clusterColumns in
        if used > 0, used + clusterColumns > columns {
          lines.append(line)
          (line, used) = ("", 0)
        }
        // A wide character on a line of one column.
        line += clusterColumns > columns ? "?" : cluster
        used += min(clusterColumns, columns)
        return true
      }
    }
    if used > 0 || lines.isEmpty { lines.append(line) }
    return lines
  }
}
