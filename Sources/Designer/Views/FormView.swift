import TerminalUI

/// Forms: one field a line, a hint under each, and what is wrong.
enum FormView {
  /// A line of a form.
  struct Entry {
    var title: String
    var hint: String
    var field: TextField
    var isCurrent: Bool
  }

  // MARK: - Places

  private static let column = 14

  private static func columns(_ plan: LayoutPlan) -> Int { max(1, plan.body.columns - column - 1) }

  /// The row of the first line, and the rows that each takes; hints only where all fit with them.
  private static func rows(
    ofLines count: Int, below heading: Int, _ plan: LayoutPlan
  ) -> (first: Int, step: Int) {
    let step = heading + 1 + count * 2 <= plan.body.rows ? 2 : 1
    return (plan.body.row + heading + (step == 2 ? 1 : 0), step)
  }

  /// The place of the line that a row of the screen belongs to.
  static func line(
    atRow row: Int, of count: Int, below heading: Int, _ plan: LayoutPlan
  ) -> Int? {
    let (first, step) = rows(ofLines: count, below: heading, plan)
    let place = row < first ? -1 : (row - first) / step
    return place >= 0 && place < count && row < plan.body.endRow ? place : nil
  }

  /// The line that a row of the screen belongs to, by its place in the form.
  static func line(atRow row: Int, _ form: DetailsForm, _ plan: LayoutPlan) -> Int? {
    line(atRow: row, of: DetailsForm.Line.allCases.count, below: 1, plan)
  }

  /// Puts a field's cursor where it was clicked.
  static func move(
    _ field: inout TextField, to point: Point, _ plan: LayoutPlan, _ charset: Charset
  ) {
    field.moveCursor(
      toColumn: point.column - column, columns: columns(plan), charset: charset)
  }

  // MARK: - Drawing

  static func draw(
    _ form: DetailsForm, _ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame
  ) {
    let entries = DetailsForm.Line.allCases.map { line in
      Entry(
        title: line.title, hint: line.hint, field: form.fields[line.rawValue],
        isCurrent: line == form.line)
    }
    draw(
      entries, heading: [StyledLine("Key details", Look.heading)], problem: form.problem, state,
      plan, on: &frame)
  }

  /// Draws lines below a heading.
  static func draw(
    _ entries: [Entry], heading: [StyledLine], problem: String?, _ state: DesignerState,
    _ plan: LayoutPlan, on frame: inout Frame
  ) {
    let body = plan.body
    frame.draw(
      heading,
      in: Rect(row: body.row, column: 1, rows: heading.count, columns: body.columns - 2))
    let (first, step) = rows(ofLines: entries.count, below: heading.count, plan)
    var row = first
    for entry in entries {
      let column = Self.column
      frame.write(
        entry.title, row: row, column: 1, style: entry.isCurrent ? .bold : .plain, columns: 12)
      let columns = columns(plan)
      let (text, cursor) = entry.field.window(columns: columns, charset: state.charset)
      frame.fill(
        row: row, column: column, columns: columns,
        style: entry.isCurrent ? Style(.plain, .underline) : .plain)
      frame.write(
        text, row: row, column: column,
        style: entry.isCurrent ? Style(.plain, .underline) : .plain, columns: columns)
      if entry.isCurrent {
        frame.cursor = Point(row: row, column: column + cursor)
        frame.showsCursor = true
      }
      if step == 2 {
        // What is wrong takes the place of what is expected.
        let problem = entry.isCurrent ? problem : nil
        frame.writeFitted(
          problem ?? entry.hint, row: row + 1, column: column, columns: columns,
          style: problem == nil ? .dim : Style(.red, .bold))
      }
      row += step
    }
    // A low screen has one place for the hint of the current line, or for its problem.
    guard step == 1, let text = problem ?? entries.first(where: \.isCurrent)?.hint else { return }
    let lines = StyledLine.wrap(
      text, problem == nil ? .dim : Style(.red, .bold), columns: body.columns - 2,
      charset: state.charset)
    let start = min(row, max(body.row, body.endRow - lines.count))
    frame.draw(
      lines, in: Rect(row: start, column: 1, rows: body.endRow - start, columns: body.columns - 2))
  }
}
