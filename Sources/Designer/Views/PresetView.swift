import KeyModel
import TerminalUI

/// The catalog's presets as a list.
enum PresetView {
  static func draw(
    _ cursor: Int, _ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame
  ) {
    let body = plan.body
    frame.write(
      "Presets: the scopes of a common job", row: body.row, column: 1, style: Look.heading)
    let rows = body.rows - 4
    let top = max(0, min(cursor - rows / 2, state.catalog.presets.count - rows))
    for offset in 0..<rows where state.catalog.presets.indices.contains(top + offset) {
      let preset = state.catalog.presets[top + offset]
      let row = body.row + 1 + offset
      let line = StyledLine(preset.title, .bold)
        .adding("  \(preset.scopes.count) scopes  ", .dim).adding(preset.purpose)
      frame.draw(line, row: row, column: 2, columns: body.columns - 3)
      if top + offset == cursor {
        frame.highlight(row: row, column: 0, columns: body.columns, attributes: .reverse)
        frame.cursor = Point(row: row, column: 0)
      }
    }
    guard state.catalog.presets.indices.contains(cursor) else { return }
    let preset = state.catalog.presets[cursor]
    let scopes = preset.scopes.map { state.catalog.scopes[$0].id }.joined(separator: ", ")
    let warnings =
      preset.warnings.isEmpty ? "no warning" : "warns: " + preset.warnings.joined(separator: ", ")
    let lines = StyledLine.wrap(
      scopes, .dim, columns: body.columns - 2, charset: state.charset)
    frame.draw(
      lines.prefix(2) + [StyledLine(warnings, Look.style(.warning))],
      in: Rect(row: body.endRow - 3, column: 1, rows: 3, columns: body.columns - 2))
  }
}
