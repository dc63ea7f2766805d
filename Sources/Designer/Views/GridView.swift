import BitCollections
import Catalogs
import Keys
import TerminalUI

/// The main pane as a grid: resources as rows, verbs as columns.
enum GridView {
  static func draw(
    _ grid: GridState, _ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame
  ) {
    let rect = plan.tree
    guard !grid.rows.isEmpty else {
      frame.writeFitted(
        "No scope matches \"\(state.outline.query)\"", row: rect.row, column: rect.column + 1,
        columns: rect.columns - 2, style: .dim)
      frame.cursor = rect.origin
      TreeView.drawPresets(state, rect, on: &frame)
      return
    }
    drawHeadings(grid, state, rect, on: &frame)
    let room = min(grid.layout.rows, rect.rows - grid.layout.headingRows)
    let places = grid.top..<max(grid.top, min(grid.top + room, grid.rows.count))
    var names = NameFitting(charset: state.charset)
    for place in places {
      let row = grid.grid.rows[grid.rows[place]]
      names.add(
        row.name, row.name == row.resource ? .id : .title, columns: grid.layout.nameWidth - 1)
    }
    for (place, name) in zip(places, names.fitted()) {
      drawRow(
        grid.rows[place], name.text, grid, state,
        row: rect.row + grid.layout.headingRows + place - grid.top, rect, on: &frame)
    }
    highlight(grid, state, rect, on: &frame)
  }

  // MARK: - Headings

  private static func drawHeadings(
    _ grid: GridState, _ state: DesignerState, _ rect: Rect, on frame: inout Frame
  ) {
    let layout = grid.layout
    let (left, right) = state.charset == .utf8 ? ("\u{25C2}", "\u{25B8}") : ("<", ">")
    frame.writeFitted(
      "Resource", row: rect.row, column: rect.column + 1, columns: layout.nameWidth - 2,
      style: Look.heading)
    if grid.left > 0 {
      frame.write(left, row: rect.row, column: rect.column + layout.nameWidth - 1, style: .bold)
    }
    if grid.left + layout.columns < ScopeVerb.allCases.count {
      frame.write(right, row: rect.row, column: rect.endColumn - 1, style: .bold)
    }
    let chosen = grid.counts(of: state.editor.design.scopes)
    for verb in shownVerbs(grid) {
      let column = rect.column + layout.column(verb.rawValue, left: grid.left)
      frame.write(verb.name, row: rect.row, column: column, style: Look.heading)
      guard layout.headingRows > 1 else { continue }
      drawCount(
        chosen[verb.rawValue], of: grid.columnCounts[verb.rawValue], row: rect.row + 1,
        column: column, columns: GridLayout.cellWidth - 1, on: &frame)
    }
    guard layout.showsCounts else { return }
    let column = rect.column + layout.countColumn
    frame.write("all", row: rect.row, column: column, style: Look.heading)
    if layout.headingRows > 1 {
      drawCount(
        state.editor.chosenCount, of: state.catalog.scopes.count, row: rect.row + 1,
        column: column, columns: rect.endColumn - column, on: &frame)
    }
  }

  private static func shownVerbs(_ grid: GridState) -> ArraySlice<ScopeVerb> {
    ScopeVerb.allCases[grid.left..<min(grid.left + grid.layout.columns, ScopeVerb.allCases.count)]
  }

  private static func drawCount(
    _ chosen: Int, of all: Int, row: Int, column: Int, columns: Int, on frame: inout Frame
  ) {
    guard all > 0 else { return }
    let style = chosen > 0 ? Style(.green) : Style.dim
    let text = "\(chosen)/\(all)"
    frame.write(
      text.count <= columns ? text : "\(short(chosen))/\(short(all))", row: row, column: column,
      style: style, columns: columns)
  }

  /// A count in at most four columns: thousands as `12k`.
  static func short(_ count: Int) -> String {
    count < 1000 ? "\(count)" : count < 1_000_000 ? "\(count / 1000)k" : "\(count / 1_000_000)M"
  }

  // MARK: - Rows

  private static func drawRow(
    _ index: Int, _ name: String, _ grid: GridState, _ state: DesignerState, row: Int,
    _ rect: Rect, on frame: inout Frame
  ) {
    let layout = grid.layout
    let all = grid.grid.scopes(row: index)
    let chosen = all.count(where: state.editor.isChosen)
    frame.writeFitted(
      name, row: row, column: rect.column + 1,
      columns: layout.nameWidth - 1, style: chosen > 0 ? .bold : .plain)
    for verb in shownVerbs(grid) {
      let scopes = grid.visibleScopes(of: .cell(index, verb))
      guard !scopes.isEmpty else { continue }
      let column = rect.column + layout.column(verb.rawValue, left: grid.left)
      drawCell(scopes, state, row: row, column: column, on: &frame)
      if verb == .other, layout.extra > 0 {
        let words = words(scopes, state, columns: GridLayout.cellWidth + layout.extra - 8)
        frame.write(words, row: row, column: column + 7, style: .dim)
      }
    }
    guard layout.showsCounts else { return }
    let column = rect.column + layout.countColumn
    drawCount(
      chosen, of: all.count, row: row, column: column, columns: rect.endColumn - column,
      on: &frame)
  }

  /// The verbs of scopes under no column of their own, whole, and how many more there are.
  private static func words(_ scopes: [Int], _ state: DesignerState, columns: Int) -> String {
    let all = scopes.map { scope in
      let id = state.catalog.scopes[scope].id
      return String(decoding: Array(id.utf8)[HonestName.verb(in: id)], as: UTF8.self)
    }
    for count in stride(from: all.count, to: 0, by: -1) {
      let more = all.count > count ? " +\(all.count - count)" : ""
      let text = all.prefix(count).joined(separator: " ") + more
      if TextWidth.columns(of: text, charset: state.charset) <= columns { return text }
    }
    return ""
  }

  /// A cell's box, how many of several are chosen, and the strongest risk.
  private static func drawCell(
    _ scopes: [Int], _ state: DesignerState, row: Int, column: Int, on frame: inout Frame
  ) {
    let chosen = scopes.count(where: state.editor.isChosen)
    var place = frame.write(
      scopes.count == 1
        ? ScopeRow.box(ofScope: scopes[0], state) : TreeView.box(chosen: chosen, of: scopes.count),
      row: row, column: column,
      style: TreeView.boxStyle(chosen > 0))
    let end = column + GridLayout.cellWidth - 1
    if scopes.count > 1 {
      let text = "\(short(chosen))/\(short(scopes.count))"
      place = frame.write(text, row: row, column: place, columns: end - place)
    } else {
      place += 1
    }
    // A cell of many is marked by its chosen ones; asking each what it would add takes too long.
    let asked = scopes.count > 16 ? scopes.filter(state.editor.isChosen).prefix(16) : scopes[...]
    guard let risk = asked.compactMap({ ScopeRow.risk(ofScope: $0, state) }).max() else { return }
    var style = Look.style(risk)
    if chosen == 0 { style.attributes.remove(.bold) }
    frame.write(Look.mark(risk), row: row, column: place, style: style, columns: end - place)
  }

  private static func highlight(
    _ grid: GridState, _ state: DesignerState, _ rect: Rect, on frame: inout Frame
  ) {
    let layout = grid.layout
    let focused = state.pane == .tree
    let row =
      grid.currentRow == nil ? rect.row : rect.row + layout.headingRows + grid.row - grid.top
    guard rect.row..<rect.endRow ~= row else { return }
    // One background over the whole row, in which the cell is marked.
    frame.highlight(
      row: row, column: rect.column, columns: rect.columns,
      attributes: focused ? .reverse : .underline)
    var (column, width) = (rect.column + 1, layout.nameWidth - 2)
    if let verb = grid.currentVerb {
      column = rect.column + layout.column(verb.rawValue, left: grid.left)
      width = GridLayout.cellWidth - 2
    }
    frame.highlight(
      row: row, column: column, columns: min(width, rect.endColumn - column),
      attributes: focused ? .underline : .bold)
    if focused { frame.cursor = Point(row: row, column: column) }
  }
}
