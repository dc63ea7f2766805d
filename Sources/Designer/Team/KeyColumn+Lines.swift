import Documents
import Keys
import TerminalUI

extension KeyColumn {
  /// The columns that a table for reading has: whether a key was changed is known only where it was
  /// compared.
  package static func printed(isCompared: Bool) -> [KeyColumn] {
    allCases.filter { $0 != .changed || isCompared }
  }

  /// Keys in columns under their titles, a key a line; sanitized, and nothing where no key could be
  /// read.
  ///
  /// A column in which no key has anything is left out.
  package static func lines(
    of rows: [KeyRow], today: CalendarDate, isCompared: Bool = false
  ) -> [String] {
    let readable = rows.filter { $0.facts != nil }
    guard !readable.isEmpty else { return [] }
    let columns = printed(isCompared: isCompared).map { column in
      (title: column.title, cells: readable.map { column.text($0, today: today) })
    }.filter { !$0.cells.allSatisfy(\.isEmpty) }
    let cells = readable.indices.map { row in columns.map { $0.cells[row] } }
    return TextColumns.lines([columns.map(\.title)] + cells).map(trimmed)
  }

  /// A line without the blanks that fill up columns behind which nothing stands.
  private static func trimmed(_ line: String) -> String {
    let end = line.unicodeScalars.lastIndex { $0 != " " }
    return end.map { String(line.unicodeScalars[...$0]) } ?? ""
  }
}
