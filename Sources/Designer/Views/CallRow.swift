import Catalogs
import Judgement
import TerminalUI

/// Rows of the tree of operations.
enum CallRow {
  static func draw(
    group index: Int, _ calls: CallOutline, _ state: DesignerState, _ line: TreeView.Line,
    on frame: inout Frame
  ) {
    let group = calls.tree.groups[index]
    TreeView.drawHeading(
      TreeView.Heading(
        name: group.name, isOpen: calls.outline.isOpen(index),
        chosen: calls.chosenCount(ofGroup: index), all: group.places.count,
        hidden: calls.outline.hiddenCount(ofGroup: index, chosen: calls.chosen)),
      state, line, on: &frame)
  }

  static func draw(
    place: Int, _ calls: CallOutline, _ state: DesignerState, _ line: TreeView.Line,
    on frame: inout Frame
  ) {
    let index = calls.tree.operations[place]
    let operation = state.catalog.operations[index]
    let isChosen = calls.chosen.contains(place)
    let box = isChosen ? "[x]" : state.isRuledOut(operation: index) ? "[!]" : "[ ]"
    TreeView.drawBox(box, isChosen, line, on: &frame)
    let (mark, style) = mark(index, isChosen: isChosen, state)
    frame.write(mark, row: line.row, column: line.indent + 5, style: style)
    let padding = String(repeating: " ", count: max(1, 7 - operation.method.count))
    let rest = calls.tree.restOfPath(atPlace: place, in: state.catalog)
    let nameStyle: Style = isChosen ? .bold : .plain
    let nameEnd = TreeView.drawName(
      operation.method + padding + rest, line, end: line.end, style: nameStyle, on: &frame)
    let note = operation.isDeprecated ? "deprecated  " + operation.summary : operation.summary
    if nameEnd + 12 < line.end {
      frame.writeFitted(
        note, row: line.row, column: nameEnd + 2, columns: line.end - nameEnd - 2, style: .dim)
    }
    // The method keeps its look where the filter has marked nothing of it.
    if operation.method == "DELETE", line.query.isEmpty {
      frame.write(
        operation.method, row: line.row, column: line.nameColumn,
        style: Style(.red, nameStyle.attributes), columns: line.end - line.nameColumn)
    }
  }

  /// A sign for what the key can do with a call: `+` it is open, `?` nobody says, `!` chosen and
  /// closed.
  static func mark(
    _ operation: Int, isChosen: Bool, _ state: DesignerState
  ) -> (text: String, style: Style) {
    switch state.access.answer(operation) {
    case .notStated, .unknown: ("?", Style(.yellow))
    case .open: ("+", Style(.green))
    case .closed, .otherKind: isChosen ? ("!", Style(.yellow, .bold)) : (" ", .plain)
    }
  }
}
