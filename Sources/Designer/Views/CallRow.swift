import Catalogs
import Judgement
import TerminalUI

/// A row of a call in the tree of calls: its box, whether it is open, its method and path, what it does.
///
/// The method always stays, and the last segment of the path.
struct CallRow {
  let operation: Int
  private let entry: Catalogs.Operation
  private let method: String

  init(operation: Int, _ state: DesignerState) {
    self.operation = operation
    entry = state.catalog.operations[operation]
    method = entry.method + String(repeating: " ", count: max(1, 7 - entry.method.count))
  }

  /// The columns that are left for the path.
  func nameColumns(_ line: TreeView.Line) -> Int {
    line.end - line.nameColumn - method.utf8.count
  }

  func draw(
    _ path: FittedName, _ state: DesignerState, _ line: TreeView.Line, on frame: inout Frame
  ) {
    let isChosen = state.calls.operations.contains(operation)
    let box = isChosen ? "[x]" : state.isRuledOut(operation: operation) ? "[!]" : "[ ]"
    TreeView.drawBox(box, isChosen, line, on: &frame)
    let (mark, style) = Self.mark(operation, isChosen: isChosen, state)
    frame.write(mark, row: line.row, column: line.indent + 5, style: style)
    let nameStyle: Style = isChosen ? .bold : .plain
    // The method is looked for as well: its letters stand before those of the path.
    let nameEnd = TreeView.drawName(
      path.following(method), line, style: nameStyle, on: &frame)
    let note = entry.isDeprecated ? "deprecated  " + entry.summary : entry.summary
    if nameEnd + 12 < line.end {
      frame.writeFitted(
        note, row: line.row, column: nameEnd + 2, columns: line.end - nameEnd - 2, style: .dim)
    }
    // The method keeps its look where the filter has marked nothing of it.
    if entry.method == "DELETE", line.query.isEmpty {
      frame.write(
        entry.method, row: line.row, column: line.nameColumn,
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
