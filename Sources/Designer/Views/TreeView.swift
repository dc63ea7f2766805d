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
    let indent = indent(ofDepth: state.outline.depth(ofNode: node), columns: columns)
    switch state.outline.item(ofNode: node) {
    case .category(let category):
      drawCategory(category, state, row: row, indent: indent, columns: columns, on: &frame)
    case .scope(let scope):
      drawScope(scope, state, row: row, indent: indent, columns: columns, on: &frame)
    case .unknownScopes:
      drawUnknownScopes(state, row: row, indent: indent, columns: columns, on: &frame)
    case .unknown(let place):
      let id = state.outline.unknown[place]
      let isChosen = state.editor.design.details.unknownScopes.contains(id)
      frame.write(
        isChosen ? "[x]" : "[ ]", row: row, column: indent + 1, style: boxStyle(isChosen))
      if isChosen {
        frame.write(
          Look.mark(.error), row: row, column: indent + 5, style: Look.style(.error))
      }
      drawName(id, state, row: row, column: indent + 8, end: columns - 1, style: .bold, on: &frame)
    }
  }

  /// The column at which a row of a depth starts.
  static func indent(ofDepth depth: Int, columns: Int) -> Int { min(1 + depth * 2, columns / 2) }

  private static func drawUnknownScopes(
    _ state: DesignerState, row: Int, indent: Int, columns: Int, on frame: inout Frame
  ) {
    let (all, chosen) = (
      state.outline.unknown.count, state.editor.design.details.unknownScopes.count
    )
    let box = chosen == 0 ? "[ ]" : chosen == all ? "[x]" : "[~]"
    drawHeading(
      Heading(
        name: "Not in the catalog", isOpen: state.outline.showsUnknown, box: box,
        counts: "\(chosen)/\(all)", isChosen: chosen > 0),
      state, row: row, indent: indent, columns: columns, on: &frame)
  }

  private struct Heading {
    var name: String
    var isOpen: Bool
    var box: String
    var counts: String
    var isChosen: Bool
  }

  private static func drawHeading(
    _ heading: Heading, _ state: DesignerState, row: Int, indent: Int, columns: Int,
    on frame: inout Frame
  ) {
    let utf8 = state.charset == .utf8
    let arrow = heading.isOpen ? (utf8 ? "\u{25BE}" : "v") : (utf8 ? "\u{25B8}" : ">")
    frame.write(arrow, row: row, column: indent)
    frame.write(heading.box, row: row, column: indent + 2, style: boxStyle(heading.isChosen))
    let nameColumn = indent + 6
    let end = columns - heading.counts.count - 2
    frame.writeFitted(
      heading.name, row: row, column: nameColumn, columns: end - nameColumn, style: .bold)
    frame.write(
      heading.counts, row: row, column: max(nameColumn, columns - heading.counts.count - 1),
      style: heading.isChosen ? Style(.green) : .dim)
  }

  /// A scope's id, with the letters that the filter found.
  @discardableResult
  private static func drawName(
    _ id: String, _ state: DesignerState, row: Int, column: Int, end: Int, style: Style,
    on frame: inout Frame
  ) -> Int {
    let last = frame.writeFitted(id, row: row, column: column, columns: end - column, style: style)
    guard state.outline.matched != nil else { return last }
    let letters = Array(id.lowercased().utf8)
    // Ids are ASCII, a column a letter; anything else goes without the marks.
    guard letters.count == last - column, letters.count == id.count else { return last }
    for word in state.outline.query.lowercased().split(separator: " ") {
      let word = Array(word.utf8)
      let place = letters.indices.first { letters[$0...].starts(with: word) }
      guard let place else { continue }
      frame.write(
        String(decoding: Array(id.utf8)[place..<place + word.count], as: UTF8.self), row: row,
        column: column + place,
        style: Style(.magenta, style.attributes.union([.bold, .underline])))
    }
    return last
  }

  private static func drawCategory(
    _ index: Int, _ state: DesignerState, row: Int, indent: Int, columns: Int,
    on frame: inout Frame
  ) {
    let category = state.catalog.categories[index]
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
    drawHeading(
      Heading(
        name: category.name, isOpen: state.outline.isOpen(index), box: box, counts: counts,
        isChosen: chosen > 0),
      state, row: row, indent: indent, columns: columns, on: &frame)
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
    let isGranted = state.editor.isGranted(index)
    frame.write(
      isChosen ? "[x]" : isGranted ? "-x-" : "[ ]", row: row, column: indent + 1,
      style: boxStyle(isChosen))
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
    var nameEnd = drawName(
      scope.id, state, row: row, column: nameColumn, end: end, style: isChosen ? .bold : .plain,
      on: &frame)
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
