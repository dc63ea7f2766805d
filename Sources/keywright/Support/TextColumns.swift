/// Rows of text under each other, each column as wide as its widest.
enum TextColumns {
  /// The rows, one a line, two spaces between columns; the last column is not filled up.
  static func text(_ rows: [[String]]) -> String {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.filter { column < $0.count - 1 }.map { $0[column].count }.max() ?? 0
    }
    return rows.map { row in
      row.enumerated().map { column, text in
        guard column < row.count - 1 else { return text }
        return text + String(repeating: " ", count: widths[column] - text.count)
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }
}
