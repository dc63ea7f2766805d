import KeyModel
import TerminalUI

/// The top line: platform, label, and how much is chosen.
enum TitleView {
  static func draw(_ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame) {
    let label = state.editor.design.details.label
    let mark = state.hasUnsavedChanges ? "*" : ""
    let right = "\(state.editor.chosenCount) of \(state.catalog.scopes.count) scopes "
    let left =
      " Keywright  \(state.catalog.name) \(state.catalog.version)  "
      + (label.isEmpty ? "(no label)" : label) + mark
    frame.fill(row: plan.title.row, column: 0, columns: plan.title.columns, style: .reverse)
    let start = plan.title.columns - right.count
    frame.writeFitted(
      left, row: plan.title.row, column: 0, columns: max(0, start - 2),
      style: Style(.plain, [.reverse, .bold]))
    frame.write(right, row: plan.title.row, column: max(0, start), style: .reverse)
  }
}
