import KeyModel
import TerminalUI

/// The tree of categories and scopes.
enum TreeView {
  static func draw(_ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame) {
    let outline = state.outline
    guard !outline.rows.isEmpty else {
      frame.writeFitted(
        "No scope matches \"\(outline.query)\"", row: plan.tree.row, column: 1,
        columns: plan.tree.columns - 2, style: .dim)
      frame.cursor = Point(row: plan.tree.row, column: 0)
      return
    }
    for offset in 0..<plan.tree.rows {
      let index = outline.top + offset
      guard outline.rows.indices.contains(index) else { return }
      let row = plan.tree.row + offset
      draw(outline.rows[index], state, row: row, columns: plan.tree.columns, on: &frame)
      if index == outline.cursor {
        let focused = state.pane == .tree
        frame.highlight(
          row: row, column: 0, columns: plan.tree.columns,
          attributes: focused ? .reverse : .underline)
        if focused { frame.cursor = Point(row: row, column: 0) }
      }
    }
  }

  private static func draw(
    _ node: Int, _ state: DesignerState, row: Int, columns: Int, on frame: inout Frame
  ) {
    let entry = state.catalog.tree.nodes[node]
    let indent = min(1 + entry.depth * 2, columns / 2)
    switch entry.item {
    case .category(let category):
      drawCategory(category, state, row: row, indent: indent, columns: columns, on: &frame)
    case .scope(let scope):
      drawScope(scope, state, row: row, indent: indent, columns: columns, on: &frame)
    }
  }

  private static func drawCategory(
    _ index: Int, _ state: DesignerState, row: Int, indent: Int, columns: Int,
    on frame: inout Frame
  ) {
    let category = state.catalog.categories[index]
    let utf8 = state.charset == .utf8
    let arrow =
      state.outline.isOpen(index) ? (utf8 ? "\u{25BE}" : "v") : (utf8 ? "\u{25B8}" : ">")
    let box =
      switch state.editor.coverage(ofCategory: index) {
      case .none: "[ ]"
      case .part: "[~]"
      case .all: "[x]"
      }
    let chosen = state.editor.chosenCounts[index]
    var counts = "\(chosen)/\(category.scopes.count)"
    let hidden = hiddenCount(index, state)
    if hidden > 0 { counts = "(+\(hidden)) " + counts }
    frame.write(arrow, row: row, column: indent)
    frame.write(box, row: row, column: indent + 2, style: boxStyle(chosen > 0))
    let nameColumn = indent + 6
    let end = columns - counts.count - 2
    frame.writeFitted(
      category.name, row: row, column: nameColumn, columns: end - nameColumn, style: .bold)
    frame.write(
      counts, row: row, column: max(nameColumn, columns - counts.count - 1),
      style: chosen > 0 ? Style(.green) : .dim)
  }

  /// How many chosen scopes of a category are not to be seen: it is closed, or the filter hides them.
  private static func hiddenCount(_ index: Int, _ state: DesignerState) -> Int {
    let chosen = state.editor.chosenCounts[index]
    guard chosen > 0 else { return 0 }
    guard state.outline.isOpen(index) else { return chosen }
    guard state.outline.matched != nil else { return 0 }
    return chosen
      - state.outline.visibleScopes(ofCategory: index).count(where: state.editor.isChosen)
  }

  private static func drawScope(
    _ index: Int, _ state: DesignerState, row: Int, indent: Int, columns: Int,
    on frame: inout Frame
  ) {
    let scope = state.catalog.scopes[index]
    let isChosen = state.editor.isChosen(index)
    frame.write(
      isChosen ? "[x]" : "[ ]", row: row, column: indent + 1, style: boxStyle(isChosen))
    let risk = isChosen ? state.findings.severity(ofScope: index) : risk(ofTicking: index, state)
    if let risk {
      var style = Look.style(risk)
      if !isChosen { style.attributes.remove(.bold) }
      frame.write(Look.mark(risk), row: row, column: indent + 5, style: style)
    }
    let nameColumn = indent + 8
    let end = columns - 1
    var tags = ""
    if scope.isDeprecated { tags = "deprecated" }
    if scope.provenance == .unconfirmed { tags = tags.isEmpty ? "unconfirmed" : tags + "?" }
    var nameEnd = frame.writeFitted(
      scope.id, row: row, column: nameColumn, columns: end - nameColumn,
      style: isChosen ? .bold : .plain)
    if !tags.isEmpty, nameEnd + 2 + tags.count <= end {
      nameEnd = frame.write(tags, row: row, column: nameEnd + 2, style: Style(.yellow))
    }
    if nameEnd + 12 < end {
      frame.writeFitted(
        scope.title, row: row, column: nameEnd + 2, columns: end - nameEnd - 2, style: .dim)
    }
  }

  /// The strongest finding that ticking a scope would add.
  private static func risk(ofTicking scope: Int, _ state: DesignerState) -> Severity? {
    state.findings.preview(flipping: scope).added.first?.severity
  }

  private static func boxStyle(_ isChosen: Bool) -> Style {
    isChosen ? Style(.green, .bold) : .plain
  }
}
