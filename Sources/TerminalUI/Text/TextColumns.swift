/// Rows of text under each other, each column as wide as its widest on a terminal.
public enum TextColumns {
  /// The rows, sanitized, one a line, two spaces between columns; the last column is not filled up.
  public static func lines(_ rows: [[String]]) -> [String] {
    let rows = rows.map { $0.map { Sanitizer.sanitize($0) } }
    var widths: [Int] = []
    for row in rows {
      for (column, text) in row.dropLast().enumerated() {
        let width = TextWidth.columns(of: text)
        if column < widths.count {
          widths[column] = max(widths[column], width)
        } else {
          widths.append(width)
        }
      }
    }
    return rows.map { row in
      row.enumerated().map { column, text in
        column < row.count - 1 ? padded(text, to: widths[column]) : text
      }.joined(separator: "  ")
    }
  }

  /// A text with spaces behind it, so that it takes so many columns.
  public static func padded(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - TextWidth.columns(of: text)))
  }
}
