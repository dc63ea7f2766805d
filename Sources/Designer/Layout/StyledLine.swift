import Catalogs
import TerminalUI

/// A line of text in parts of different looks.
struct StyledLine: Hashable, Sendable {
  struct Part: Hashable, Sendable {
    var text: String
    var style: Style
  }

  var parts: [Part]

  init(_ text: String = "", _ style: Style = .plain) {
    parts = text.isEmpty ? [] : [Part(text: text, style: style)]
  }

  init(parts: [Part]) { self.parts = parts }

  /// The text without its looks.
  var text: String { parts.map(\.text).joined() }

  /// The line with more text behind it.
  func adding(_ text: String, _ style: Style = .plain) -> StyledLine {
    StyledLine(parts: parts + [Part(text: text, style: style)])
  }

  /// A text in lines of at most `columns` columns; the first may start with another text, under
  /// whose end the others are indented.
  static func wrap(
    _ text: String, _ style: Style = .plain, columns: Int, charset: Charset,
    lead: String = "", leadStyle: Style = .plain
  ) -> [StyledLine] {
    let indent = TextWidth.columns(of: lead, charset: charset)
    let lines = TextLayout.wrap(text, columns: max(8, columns - indent), charset: charset)
    return lines.enumerated().map { index, line in
      // Spaces in a hue show nothing and cost a line some twenty bytes.
      let start =
        index == 0
        ? StyledLine(lead, leadStyle) : StyledLine(String(repeating: " ", count: indent))
      return start.adding(line, style)
    }
  }
}

extension Frame {
  /// Draws lines into a rectangle, from the line `top` on.
  mutating func draw(_ lines: [StyledLine], in rect: Rect, top: Int = 0) {
    for row in 0..<rect.rows {
      let index = top + row
      guard lines.indices.contains(index) else { return }
      draw(lines[index], row: rect.row + row, column: rect.column, columns: rect.columns)
    }
  }

  /// Draws lines with a word in the last row about those below it.
  mutating func draw(_ lines: [StyledLine], in rect: Rect, top: Int, hint: String) {
    draw(lines, in: rect, top: top)
    guard lines.count > top + rect.rows, rect.rows > 0 else { return }
    let last = Rect(row: rect.endRow - 1, column: rect.column, rows: 1, columns: rect.columns)
    let hint = " " + hint + " "
    clear(last)
    draw(
      lines[top + rect.rows - 1], row: last.row, column: last.column,
      columns: last.columns - hint.count - 1)
    write(
      hint, row: last.row, column: max(last.column, last.endColumn - hint.count),
      style: Style(.plain, [.dim, .reverse]))
  }

  /// Draws one line, cut at the edge with an ellipsis.
  mutating func draw(_ line: StyledLine, row: Int, column: Int, columns: Int) {
    var place = column
    let end = column + columns
    let whole = line.parts.reduce(0) { $0 + TextWidth.columns(of: $1.text, charset: charset) }
    for (index, part) in line.parts.enumerated() where place < end {
      let isLast = index == line.parts.count - 1
      let width = TextWidth.columns(of: part.text, charset: charset)
      // A part that just fits gives its last column to the ellipsis of what comes behind it.
      if !isLast, whole > columns, place + width >= end {
        writeFitted(
          part.text + "  ", row: row, column: place, columns: end - place, style: part.style)
        return
      }
      place = writeFitted(
        part.text, row: row, column: place, columns: end - place, style: part.style)
    }
  }
}

/// How severities and choices look: always a sign and a word first, a hue besides.
enum Look {
  static func style(_ severity: Severity) -> Style {
    switch severity {
    case .error: Style(.red, .bold)
    case .warning: Style(.yellow)
    case .note: Style(.cyan)
    }
  }

  /// Two columns that say how much a risk matters without color.
  static func mark(_ severity: Severity?) -> String {
    switch severity {
    case .error: "!!"
    case .warning: "! "
    case .note: ". "
    case nil: "  "
    }
  }

  static let heading = Style(.cyan, .bold)
}
