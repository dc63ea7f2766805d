import KeyModel
import TerminalUI

/// The last line: the keys that work here, made from the table that gives them their meaning.
enum KeyBarView {
  static func draw(_ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame) {
    var column = 1
    for binding in shown(state.context, columns: plan.bar.columns - 1, keys: state.keys) {
      guard let label = binding.label else { continue }
      let isDisabled = state.disabledReason(binding.command) != nil
      column = frame.write(
        binding.firstKey.name, row: plan.bar.row, column: column,
        style: isDisabled ? .dim : Style(.plain, .bold))
      column = frame.write(
        " " + label, row: plan.bar.row, column: column, style: isDisabled ? .dim : .plain)
      column += 2
    }
  }

  /// The bindings of a context that fit, in the table's order; help always does.
  static func shown(
    _ context: Context, columns: Int, keys: KeyMap = .standard
  ) -> [KeyBinding] {
    let candidates = keys.bindings.filter { $0.contexts.contains(context) && $0.label != nil }
    var room = columns - (candidates.first { $0.command == .help }.map { width($0) + 2 } ?? 0)
    return candidates.filter { binding in
      if binding.command == .help { return true }
      guard width(binding) <= room else { return false }
      room -= width(binding) + 2
      return true
    }
  }

  private static func width(_ binding: KeyBinding) -> Int {
    binding.firstKey.name.count + 1 + (binding.label?.count ?? 0)
  }
}
