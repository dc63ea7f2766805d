import Catalogs
import TerminalUI

/// The scopes of a cell of the grid, by name, each with its box.
enum ScopeChoiceView {
  static func draw(
    _ choice: ScopeChoice, _ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame
  ) {
    let body = plan.body
    let count = choice.scopes.count
    frame.writeFitted(
      "Which of the \(count) scopes of \(choice.name)?", row: body.row, column: 1,
      columns: body.columns - 2, style: Look.heading)
    let places = places(choice, body)
    let rows = places.map { ScopeRow(scope: choice.scopes[$0], state) }
    func line(_ offset: Int) -> TreeView.Line {
      TreeView.Line(row: body.row + 1 + offset, indent: 1, columns: body.columns, query: "")
    }
    var names = NameFitting(charset: state.charset)
    for (offset, row) in rows.enumerated() {
      names.add(state.catalog.scopes[row.scope].id, .id, columns: row.nameColumns(line(offset)))
    }
    for (offset, name) in names.fitted().enumerated() {
      rows[offset].draw(name, state, line(offset), on: &frame)
    }
    let row = body.row + 1 + choice.cursor - places.lowerBound
    frame.highlight(row: row, column: 0, columns: body.columns, attributes: .reverse)
    frame.cursor = Point(row: row, column: 0)
  }

  /// The places that show.
  private static func places(_ choice: ScopeChoice, _ body: Rect) -> Range<Int> {
    let rows = body.rows - 1
    let top = max(0, min(choice.cursor - rows / 2, choice.scopes.count - rows))
    return top..<min(choice.scopes.count, top + rows)
  }

  /// What a press at a place of the screen is on: a scope, by its place, and whether on its box.
  static func hit(_ point: Point, _ choice: ScopeChoice, _ plan: LayoutPlan) -> (
    place: Int, isBox: Bool
  )? {
    let places = places(choice, plan.body)
    let place = places.lowerBound + point.row - plan.body.row - 1
    guard places.contains(place) else { return nil }
    return (place, (1...5).contains(point.column))
  }
}
