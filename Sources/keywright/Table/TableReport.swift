import Catalogs
import Documents
import Judgement
import Keys
import TerminalUI

/// The table of keys in every form.
struct TableReport {
  let table: KeyTable

  // MARK: - For people

  /// The table in columns, with a line of totals; sanitized.
  var lines: [String] {
    let readable = table.rows.filter { $0.facts != nil }
    let names = Self.columns.filter { $0 != "changed" || table.base != nil }
    var rows = readable.isEmpty ? [] : [names]
    rows += readable.map { row in
      let cells = cells(row)
      return names.map { cells[$0] ?? "" }
    }
    let failed = table.rows.compactMap { row in
      row.error.map { error in Sanitizer.sanitize("\(row.path): \(error.sentences)") }
    }
    return TextColumns.lines(rows).map(Self.trimmed) + failed + [total]
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

  private static let columns = [
    "key", "platform", "kind", "scopes", "calls", "worst finding", "findings", "touches",
    "rotation", "acceptance", "catalog", "changed",
  ]

  /// The columns in which nothing of a file stands.
  private static let ownWords: Set = [
    "scopes", "calls", "findings", "rotation", "acceptance", "changed",
  ]

  /// The cells of a row by the name of their column.
  private func cells(_ row: KeyRow) -> [String: String] {
    guard let facts = row.facts else { return ["key": row.path] }
    var cells = [
      "key": row.path, "platform": facts.platform, "kind": facts.kind ?? "",
      "scopes": String(facts.scopes), "calls": String(facts.openCalls),
      "worst finding": facts.worst.map { "\($0.severity.rawValue) \($0.rule)" } ?? "none",
      "findings": findings(facts.findings), "touches": facts.touches.joined(separator: ", "),
    ]
    cells["rotation"] = days(until: facts.rotateBy)
    cells["acceptance"] = days(until: facts.acceptedUntil)
    cells["catalog"] =
      facts.versions.made + (facts.isCatalogOlder ? " (now \(facts.versions.current))" : "")
    cells["changed"] = row.change?.rawValue ?? ""
    return cells
  }

  private func findings(_ counts: Findings.Counts) -> String {
    let open = counts.error + counts.warning + counts.note
    return "\(open)" + (counts.accepted > 0 ? " and \(counts.accepted) accepted" : "")
  }

  /// The days until a day in words; nothing where there is no day.
  private func days(until day: CalendarDate?) -> String {
    guard let days = KeyRow.Facts.days(until: day, from: table.today) else { return "" }
    if days < 0 { return Counted.text(-days, "day") + " ago" }
    return days == 0 ? "today" : "in " + Counted.text(days, "day")
  }

  /// A line without the blanks that fill up columns behind which nothing stands.
  private static func trimmed(_ line: String) -> String {
    let end = line.unicodeScalars.lastIndex { $0 != " " }
    return end.map { String(line.unicodeScalars[...$0]) } ?? ""
  }

  // MARK: - Markdown

  /// A table of Markdown.
  var markdown: [String] {
    let names = Self.columns.filter { $0 != "changed" || table.base != nil }
    let rows = table.rows.map { row in
      let cells = cells(row)
      guard row.error == nil else {
        return [Self.cell(row.path), Self.cell(row.error?.sentences ?? "")]
          + names.dropFirst(2).map { _ in "" }
      }
      return names.map { name in
        let text = cells[name] ?? ""
        return Self.ownWords.contains(name) ? text : Self.cell(text)
      }
    }
    let marks = names.map { ["scopes", "calls"].contains($0) ? "--:" : "---" }
    return ([names, marks] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
      + ["", total]
  }

  /// A text as a cell: a line of its own would end the table, and a bar the cell.
  private static func cell(_ text: String) -> String {
    text.isEmpty ? "" : MarkdownText.prose(text).replacing(bytesOf: "|", with: "\\|")
  }
}
