import KeyModel
import TerminalUI

/// The last line: the keys that work here, made from the table that gives them their meaning.
enum KeyBarView {
  static func draw(_ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame) {
    var column = 1
    for binding in KeyTable.bindings where binding.contexts.contains(state.context) {
      guard let label = binding.label, let key = binding.keys.first else { continue }
      guard column + key.name.count + label.count + 1 < plan.bar.endColumn else { return }
      let isDisabled = state.disabledReason(binding.command) != nil
      column = frame.write(
        key.name, row: plan.bar.row, column: column,
        style: isDisabled ? .dim : Style(.plain, .bold))
      column = frame.write(
        " " + label, row: plan.bar.row, column: column, style: isDisabled ? .dim : .plain)
      column += 2
    }
  }
}
