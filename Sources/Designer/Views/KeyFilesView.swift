import TerminalUI

/// The keys that can be opened: those used last, then those of this folder.
enum KeyFilesView {
  private static func top(_ cursor: Int, _ state: DesignerState, _ plan: LayoutPlan) -> Int {
    let rows = plan.body.rows - 1
    return max(0, min(cursor - rows / 2, state.beginning.keys.count - rows))
  }

  /// The key that a row of the screen shows, by its place.
  static func place(
    atRow row: Int, _ cursor: Int, _ state: DesignerState, _ plan: LayoutPlan
  ) -> Int? {
    let place = top(cursor, state, plan) + row - plan.body.row - 1
    let isBelowHeading = row > plan.body.row && row < plan.body.endRow
    return isBelowHeading && state.beginning.keys.indices.contains(place) ? place : nil
  }

  static func draw(
    _ cursor: Int, _ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame
  ) {
    let body = plan.body
    frame.write("Open a key", row: body.row, column: 1, style: Look.heading)
    let keys = state.beginning.keys
    frame.cursor = Point(row: body.row + 1, column: 0)
    guard !keys.isEmpty else {
      let text =
        "No key was used before, and this folder holds none. "
        + "\(state.key(.typePath, in: .keyFiles)) takes the path of one."
      frame.draw(
        StyledLine.wrap(text, columns: body.columns - 2, charset: state.charset),
        in: Rect(row: body.row + 1, column: 1, rows: body.rows - 1, columns: body.columns - 2))
      return
    }
    let top = top(cursor, state, plan)
    for offset in 0..<max(0, body.rows - 1) where keys.indices.contains(top + offset) {
      let (file, row) = (keys[top + offset], body.row + 1 + offset)
      let note = file.isRecent ? "used before" : "in this folder"
      let columns = body.columns - 3
      frame.write(note, row: row, column: 2, style: .dim, columns: 14)
      let path = shortened(file.path, columns: columns - 16, charset: state.charset)
      frame.writeFitted(path, row: row, column: 18, columns: columns - 16, style: .plain)
      if top + offset == cursor {
        frame.highlight(row: row, column: 0, columns: body.columns, attributes: .reverse)
        frame.cursor = Point(row: row, column: 0)
      }
    }
  }

  /// A path whose end stays, which tells files apart.
  static func shortened(_ path: String, columns: Int, charset: Charset) -> String {
    guard TextWidth.columns(of: path, charset: charset) > columns else { return path }
    let mark = charset == .utf8 ? "\u{2026}" : "..."
    var rest = path[...]
    while !rest.isEmpty,
      TextWidth.columns(of: mark + rest, charset: charset) > columns
    {
      rest = rest.dropFirst()
    }
    return mark + rest
  }
}
