import Catalogs
import Designer
import Documents
import Judgement
import TerminalUI

/// The table of keys in every form.
struct TableReport {
  let table: KeyTable

  // MARK: - For people

  /// The table in columns, with a line of totals; sanitized.
  var lines: [String] {
    let keys = KeyColumn.lines(
      of: table.rows, today: table.today, isCompared: table.base != nil)
    let failed = table.rows.compactMap { row in
      row.error.map { error in Sanitizer.sanitize("\(row.path): \(error.sentences)") }
    }
    return keys + failed + [total]
  }

  private var total: String {
    let counts = table.rows.compactMap(\.facts?.findings)
    let parts = Severity.allCases.map { severity in
      Counted.text(counts.map { $0[severity] }.reduce(0, +), severity.rawValue)
    }
    let failed = table.rows.count { $0.error != nil }
    return Counted.text(table.rows.count, "key") + ": " + parts.joined(separator: ", ")
      + ", \(counts.map(\.accepted).reduce(0, +)) accepted"
      + (failed > 0 ? "; \(Counted.text(failed, "file")) cannot be read" : "")
  }

  /// The columns in which nothing of a file stands.
  private static let ownWords: Set<KeyColumn> = [
    .scopes, .calls, .findings, .rotation, .acceptance, .changed,
  ]

  // MARK: - Markdown

  /// A table of Markdown.
  var markdown: [String] {
    let columns = KeyColumn.printed(isCompared: table.base != nil)
    let rows = table.rows.map { row in
      guard row.error == nil else {
        return [Self.cell(row.path), Self.cell(row.error?.sentences ?? "")]
          + columns.dropFirst(2).map { _ in "" }
      }
      return columns.map { column in
        let text = column.text(row, today: table.today)
        return Self.ownWords.contains(column) ? text : Self.cell(text)
      }
    }
    let marks = columns.map { $0.isNumber ? "--:" : "---" }
    return ([columns.map(\.title), marks] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
      + ["", total]
  }

  /// A text as a cell: a line of its own would end the table, and a bar the cell.
  private static func cell(_ text: String) -> String {
    text.isEmpty ? "" : MarkdownText.prose(text).replacing(bytesOf: "|", with: "\\|")
  }
}
