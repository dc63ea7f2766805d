import Catalogs
import Judgement
import Keys
import TerminalUI

/// The main pane as a tree: rows with boxes, of scopes or of operations.
enum TreeView {
  static func draw(_ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame) {
    let outline = state.shownOutline
    guard !outline.rows.isEmpty else { return drawNothing(outline, state, plan, on: &frame) }
    for offset in 0..<plan.tree.rows {
      let index = outline.top + offset
      guard outline.rows.indices.contains(index) else { return }
      let row = plan.tree.row + offset
      draw(outline.rows[index], outline, state, row: row, columns: plan.tree.columns, on: &frame)
      if index == outline.cursor {
        let focused = state.pane == .tree
        frame.highlight(
          row: row, column: 0, columns: plan.tree.columns,
          attributes: focused ? .reverse : .underline)
        if focused { frame.cursor = Point(row: row, column: 0) }
      }
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
  }

  private static func draw(
    _ node: Int, _ outline: Outline, _ state: DesignerState, row: Int, columns: Int,
    on frame: inout Frame
  ) {
    let line = Line(
      row: row, indent: indent(ofDepth: outline.depth(ofNode: node), columns: columns),
      columns: columns, query: outline.matched == nil ? "" : outline.query)
    switch (outline.item(ofNode: node), state.callOutline) {
    case (.group(let group), let calls?) where state.view == .operations:
      CallRow.draw(group: group, calls, state, line, on: &frame)
    case (.group(let category), _): ScopeRow.draw(category: category, state, line, on: &frame)
    case (.leaf(let place), let calls?) where state.view == .operations:
      CallRow.draw(place: place, calls, state, line, on: &frame)
    case (.leaf(let scope), _): ScopeRow.draw(scope: scope, state, line, on: &frame)
    case (.unknownHeading, _): drawUnknownHeading(outline, state, line, on: &frame)
    case (.unknown(let place), _):
      let isChosen = unknownChosen(state).contains(outline.unknown[place])
      drawBox(isChosen ? "[x]" : "[ ]", isChosen, line, on: &frame)
      if isChosen {
        frame.write(
          Look.mark(.error), row: row, column: line.indent + 5, style: Look.style(.error))
      }
      drawName(outline.unknown[place], line, end: columns - 1, style: .bold, on: &frame)
    }
  }

  /// What is chosen though the catalog does not have it.
  private static func unknownChosen(_ state: DesignerState) -> [String] {
    state.view == .operations ? state.calls.unknown : state.editor.design.details.unknownScopes
  }

  private static func drawUnknownHeading(
    _ outline: Outline, _ state: DesignerState, _ line: Line, on frame: inout Frame
  ) {
    let (all, chosen) = (outline.unknown.count, Set(unknownChosen(state)).count)
    drawHeading(
      Heading(
        name: "Not in the catalog", isOpen: outline.showsUnknown,
        chosen: chosen, all: all, hidden: 0),
      state, line, on: &frame)
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
  static func indent(ofDepth depth: Int, columns: Int) -> Int { min(1 + depth * 2, columns / 2) }

  /// What a row says of all that stands under it.
  struct Heading {
    var name: String
    var isOpen: Bool
    var chosen: Int
    var all: Int
    /// How many of the chosen are not to be seen.
    var hidden: Int
    /// What stands in the place of the counts.
    var note: String?
  }

  static func box(chosen: Int, of all: Int) -> String {
    chosen == 0 ? "[ ]" : chosen == all ? "[x]" : "[~]"
  }

  static func drawHeading(
    _ heading: Heading, _ state: DesignerState, _ line: Line, on frame: inout Frame
  ) {
    let utf8 = state.charset == .utf8
    let arrow = heading.isOpen ? (utf8 ? "\u{25BE}" : "v") : (utf8 ? "\u{25B8}" : ">")
    let isChosen = heading.chosen > 0
    frame.write(arrow, row: line.row, column: line.indent)
    frame.write(
      box(chosen: heading.chosen, of: heading.all), row: line.row, column: line.indent + 2,
      style: boxStyle(isChosen))
    let counts =
      heading.note
      ?? (heading.hidden > 0 ? "(+\(heading.hidden)) " : "") + "\(heading.chosen)/\(heading.all)"
    let nameColumn = line.indent + 6
    frame.writeFitted(
      heading.name, row: line.row, column: nameColumn,
      columns: line.columns - counts.count - 2 - nameColumn, style: .bold)
    frame.write(
      counts, row: line.row, column: max(nameColumn, line.columns - counts.count - 1),
      style: isChosen ? Style(.green) : .dim)
  }

  static func drawBox(_ box: String, _ isChosen: Bool, _ line: Line, on frame: inout Frame) {
    frame.write(box, row: line.row, column: line.indent + 1, style: boxStyle(isChosen))
  }

  static func boxStyle(_ isChosen: Bool) -> Style { isChosen ? Style(.green, .bold) : .plain }

  /// A name, with the letters that the filter found.
  @discardableResult
  static func drawName(
    _ name: String, _ line: Line, end: Int, style: Style, on frame: inout Frame
  ) -> Int {
    let column = line.nameColumn
    let last = frame.writeFitted(
      name, row: line.row, column: column, columns: end - column, style: style)
    guard !line.query.isEmpty else { return last }
    let letters = Array(name.utf8)
    // Names are ASCII, a column a letter; anything else goes without the marks.
    guard letters.count == last - column, letters.count == name.count else { return last }
    for piece in ScopeSearch.marks(line.query, in: name) {
      frame.write(
        String(decoding: letters[piece], as: UTF8.self),
        row: line.row, column: column + piece.lowerBound,
        style: Style(.magenta, style.attributes.union([.bold, .underline])))
    }
    return last
  }
}
