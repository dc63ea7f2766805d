import TerminalUI

/// What can follow a prefix key, in a box over what is being worked on.
enum PopupView {
  /// Where the box stands, and its rows.
  private struct Box {
    var rect: Rect
    var commands: [Command]
    var names: [String]
    var helps: [String]
    /// How wide the names are.
    var lead: Int

    init(_ context: Context, _ state: DesignerState, _ plan: LayoutPlan) {
      let bindings = state.keys.bindings.filter {
        $0.contexts == ContextSet(context) && !$0.keys.isEmpty
      }
      commands = bindings.map(\.command)
      names = bindings.map { $0.keys.map(\.name).joined(separator: " ") }
      helps = bindings.map(\.help)
      lead = (names.map(\.count).max() ?? 0) + 2
      let width = min(
        plan.body.columns - 4,
        max(context.title.count, lead + (helps.map(\.count).max() ?? 0)))
      let rows = min(bindings.count + 1, plan.body.rows)
      rect = Rect(
        row: plan.body.endRow - rows, column: 1, rows: rows,
        columns: min(plan.body.columns, width + 2))
    }
  }

  /// What stands at a place of the screen.
  enum Hit: Hashable {
    case command(Command)
    case title
    case outside
  }

  /// What a press at a place of the screen means.
  static func hit(
    _ point: Point, _ context: Context, _ state: DesignerState, _ plan: LayoutPlan
  ) -> Hit {
    let box = Box(context, state, plan)
    guard box.rect.contains(point) else { return .outside }
    let place = point.row - box.rect.row - 1
    return box.commands.indices.contains(place) ? .command(box.commands[place]) : .title
  }

  static func draw(
    _ context: Context, _ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame
  ) {
    let parts = Box(context, state, plan)
    let (box, names, helps, lead) = (parts.rect, parts.names, parts.helps, parts.lead)
    let fill = Style(.plain, .reverse)
    for row in 0..<box.rows {
      frame.fill(row: box.row + row, column: box.column, columns: box.columns, style: fill)
      let text: String
      if row == 0 {
        text = context.title
      } else {
        let name = names[row - 1]
        text = name + String(repeating: " ", count: lead - name.count) + helps[row - 1]
      }
      frame.writeFitted(
        text, row: box.row + row, column: box.column + 1, columns: box.columns - 2,
        style: row == 0 ? Style(.plain, [.reverse, .bold]) : fill)
    }
    frame.cursor = Point(row: box.row, column: box.column)
  }
}
