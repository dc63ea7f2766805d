import BitCollections
import Catalogs
import Judgement
import Keys
import TerminalUI

/// The catalog's presets as a list.
enum PresetView {
  /// The lines below the list, the rows of the list, and the first preset that shows.
  private static func layout(
    _ cursor: Int, _ state: DesignerState, _ body: Rect
  ) -> (below: Int, rows: Int, top: Int) {
    let below = body.rows >= 20 ? 9 : body.rows >= 14 ? 6 : 3
    let rows = body.rows - 1 - below
    return (below, rows, max(0, min(cursor - rows / 2, state.catalog.presets.count - rows)))
  }

  /// The preset that a row of the screen shows.
  static func preset(
    atRow row: Int, _ cursor: Int, _ state: DesignerState, _ plan: LayoutPlan
  ) -> Int? {
    let (_, rows, top) = layout(cursor, state, plan.body)
    let offset = row - plan.body.row - 1
    guard offset >= 0, offset < rows else { return nil }
    return state.catalog.presets.indices.contains(top + offset) ? top + offset : nil
  }

  /// What a key of the preset can do, in words.
  static func words(_ preset: Preset, _ catalog: Catalog) -> String {
    KeyPowers(KeyDesign(scopes: BitSet(preset.scopes)), in: catalog).sentences.prefix(2)
      .joined(separator: " ")
  }

  /// The presets that a filter names, a row each above the scopes that it finds.
  static func draw(beside rect: Rect, _ state: DesignerState, on frame: inout Frame) {
    let presets = state.presetsBeside
    let key = state.key(.presets, in: .tree)
    let keys =
      if case .filtering = state.mode { "\(state.key(.apply, in: .filter)) \(key)" } else { key }
    for (row, place) in presets.prefix(rect.rows).enumerated() {
      let preset = state.catalog.presets[place]
      let rest = row == rect.rows - 1 ? presets.count - rect.rows : 0
      let hint = rest > 0 ? "  +\(rest)  \(keys)" : "  \(keys)"
      let line = StyledLine("Preset ", .dim).adding(preset.title, .bold)
        .adding("  \(preset.scopes.count) scope\(preset.scopes.count == 1 ? "" : "s")  ", .dim)
        .adding(preset.purpose)
      frame.draw(
        line, row: rect.row + row, column: 1, columns: max(0, rect.columns - 2 - hint.count))
      frame.write(
        hint, row: rect.row + row, column: rect.columns - 1 - hint.count, style: .bold,
        columns: hint.count)
    }
  }

  static func draw(
    _ cursor: Int, _ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame
  ) {
    let body = plan.body
    frame.write(
      "Presets: the scopes of a common job", row: body.row, column: 1, style: Look.heading)
    let (below, rows, top) = layout(cursor, state, body)
    for offset in 0..<rows where state.catalog.presets.indices.contains(top + offset) {
      let preset = state.catalog.presets[top + offset]
      let row = body.row + 1 + offset
      let line = StyledLine(preset.title, .bold)
        .adding("  \(preset.scopes.count) scope\(preset.scopes.count == 1 ? "" : "s")  ", .dim)
        .adding(preset.purpose)
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
    func wrap(_ text: String, _ style: Style = .plain) -> [StyledLine] {
      StyledLine.wrap(text, style, columns: body.columns - 2, charset: state.charset)
    }
    var lines = [StyledLine(warnings, preset.warnings.isEmpty ? .dim : Look.style(.warning))]
    lines += wrap(scopes, .dim)
    let powers = wrap(words(preset, state.catalog))
    if below > 6 {
      lines = [StyledLine()] + wrap(preset.purpose) + powers + lines
    } else {
      lines = below > 3 ? [StyledLine()] + powers + lines : powers + lines
    }
    frame.draw(
      lines, in: Rect(row: body.endRow - below, column: 1, rows: below, columns: body.columns - 2))
  }
}
