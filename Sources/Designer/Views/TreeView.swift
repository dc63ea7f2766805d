import Catalogs
import Judgement
import Keys
import TerminalUI

/// The main pane as a tree: rows with boxes, of scopes or of operations.
enum TreeView {
  static func draw(_ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame) {
    let outline = state.shownOutline
    guard !outline.rows.isEmpty else { return drawNothing(outline, state, plan, on: &frame) }
    let rows = visibleRows(outline, state, plan)
    // Names are fitted together: no two rows of a screen read alike that are not.
    var names = NameFitting(charset: state.charset)
    for row in rows { names.add(row.name, row.kind, columns: row.nameColumns) }
    for (row, name) in zip(rows, names.fitted()) { row.draw(name, state, on: &frame) }
    let row = plan.tree.row + outline.cursor - outline.top
    guard row < plan.tree.endRow else { return }
    let focused = state.pane == .tree
    frame.highlight(
      row: row, column: 0, columns: plan.tree.columns, attributes: focused ? .reverse : .underline)
    if focused { frame.cursor = Point(row: row, column: 0) }
  }

  private static func visibleRows(
    _ outline: Outline, _ state: DesignerState, _ plan: LayoutPlan
  ) -> [TreeRow] {
    let places = outline.top..<min(outline.top + plan.tree.rows, outline.rows.count)
    return places.map { place in
      let node = outline.rows[place]
      let line = Line(
        row: plan.tree.row + place - outline.top,
        indent: indent(ofDepth: outline.depth(ofNode: node), columns: plan.tree.columns),
        columns: plan.tree.columns, query: outline.matched == nil ? "" : outline.query)
      return TreeRow(node, outline, state, line)
    }
  }

  private static func drawNothing(
    _ outline: Outline, _ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame
  ) {
    let noun = state.view == .operations ? "call" : "scope"
    frame.writeFitted(
      outline.matched == nil
        ? "The catalog lists no \(noun)" : "No \(noun) matches \"\(outline.query)\"",
      row: plan.tree.row, column: 1, columns: plan.tree.columns - 2, style: .dim)
    frame.cursor = Point(row: plan.tree.row, column: 0)
    drawPresets(state, plan.tree, on: &frame)
  }

  /// The presets that the words of the filter name, under the line that no scope matches.
  static func drawPresets(_ state: DesignerState, _ rect: Rect, on frame: inout Frame) {
    let presets = state.presetsInstead
    guard !presets.isEmpty else { return }
    let key = state.key(.apply, in: .filter)
    var lines = [StyledLine("A preset is for that; \(key) shows it", Look.heading)]
    lines += presets.map { place in
      let preset = state.catalog.presets[place]
      return StyledLine(preset.title, .bold).adding("  " + preset.purpose)
    }
    frame.draw(
      lines,
      in: Rect(
        row: rect.row + 1, column: rect.column + 1, rows: max(0, rect.rows - 1),
        columns: rect.columns - 2))
  }

  // MARK: - Parts of rows

  /// Where a row stands.
  struct Line {
    var row: Int
    /// The column at which it starts.
    var indent: Int
    /// How wide the tree is.
    var columns: Int
    /// The words whose letters are marked.
    var query: String

    /// The column of a leaf's name.
    var nameColumn: Int { indent + 8 }
    /// The column after the last that a row fills.
    var end: Int { columns - 1 }
  }

  /// The column at which a row of a depth starts.
  ///
  /// A narrow tree has its columns for the names.
  static func indent(ofDepth depth: Int, columns: Int) -> Int {
    min(1 + depth * (columns < 60 ? 1 : 2), columns / 4)
  }

  static func box(chosen: Int, of all: Int) -> String {
    chosen == 0 ? "[ ]" : chosen == all ? "[x]" : "[~]"
  }

  static func drawBox(_ box: String, _ isChosen: Bool, _ line: Line, on frame: inout Frame) {
    frame.write(box, row: line.row, column: line.indent + 1, style: boxStyle(isChosen))
  }

  static func boxStyle(_ isChosen: Bool) -> Style { isChosen ? Style(.green, .bold) : .plain }

  /// A name, with the letters that the filter found; gives the column after it.
  @discardableResult
  static func drawName(
    _ name: FittedName, _ line: Line, style: Style, on frame: inout Frame
  ) -> Int {
    let column = line.nameColumn
    let end = frame.writeFitted(
      name.text, row: line.row, column: column, columns: line.end - column, style: style)
    guard !line.query.isEmpty else { return end }
    let letters = Array(name.whole.utf8)
    // Names are ASCII, a column a letter; anything else goes without the marks.
    guard letters.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return end }
    for letter in ScopeSearch.marks(line.query, in: name.whole).joined() {
      guard letters.indices.contains(letter), let place = name.column(ofLetter: letter) else {
        continue
      }
      frame.write(
        String(UnicodeScalar(letters[letter])), row: line.row, column: column + place,
        style: Style(.magenta, style.attributes.union([.bold, .underline])),
        columns: end - column - place)
    }
    return end
  }
}
