import TerminalUI

/// What can follow a prefix key, in a box over what is being worked on.
enum PopupView {
  static func draw(
    _ context: Context, _ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame
  ) {
    let bindings = state.keys.bindings.filter { $0.contexts == [context] }
    let names = bindings.map { $0.keys.map(\.name).joined(separator: " ") }
    let lead = (names.map(\.count).max() ?? 0) + 2
    let helps = bindings.map(\.help)
    let room = plan.body.columns - 4
    let width = min(
      room, max(context.title.count, lead + (helps.map(\.count).max() ?? 0)))
    let rows = min(bindings.count + 1, plan.body.rows)
    let box = Rect(
      row: plan.body.endRow - rows, column: 1, rows: rows,
      columns: min(plan.body.columns, width + 2))
    let fill = Style(.plain, .reverse)
    for row in 0..<rows {
      frame.fill(row: box.row + row, column: box.column, columns: box.columns, style: fill)
      let text: String
      if row == 0 {
        text = context.title
      } else {
        let name = names[row - 1]
        text = name + String(repeating: " ", count: lead - name.count) + helps[row - 1]
      }
      frame.writeFitted(
        text, row: box.row + row, column: box.column + 1, columns: width,
        style: row == 0 ? Style(.plain, [.reverse, .bold]) : fill)
    }
    frame.cursor = Point(row: box.row, column: box.column)
  }
}
