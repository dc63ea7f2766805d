import KeyModel
import TerminalUI

/// The last line: the keys that work here, made from the table that gives them their meaning.
enum KeyBarView {
  static func draw(_ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame) {
    var column = 1
    for (binding, isDisabled) in shown(state, columns: plan.bar.columns - 1) {
      guard let label = binding.label else { continue }
      column = frame.write(
        binding.firstKey.name, row: plan.bar.row, column: column,
        style: isDisabled ? .dim : Style(.plain, .bold))
      column = frame.write(
        " " + label, row: plan.bar.row, column: column, style: isDisabled ? .dim : .plain)
      column += 2
    }
  }

  /// The keys that fit, in the table's order, and whether each can do nothing at the moment: help
  /// and the way back always fit, and those that can do something come before those that cannot.
  static func shown(
    _ state: DesignerState, columns: Int
  ) -> [(binding: KeyBinding, isDisabled: Bool)] {
    let context = state.context
    let candidates = state.keys.bindings.filter {
      $0.label != nil && $0.contexts.contains(context)
    }
    let always: (Command) -> Bool = { $0 == .help || $0 == .back }
    var room = candidates.reduce(columns + 2) { $0 - (always($1.command) ? width($1) : 0) }
    var shown: [(place: Int, isDisabled: Bool)] = []
    var others: [(place: Int, width: Int)] = []
    for (place, binding) in candidates.enumerated() {
      if always(binding.command) {
        shown.append((place, false))
        continue
      }
      // Only of what can fit is it asked: a reason is a text, and most would be made for nothing.
      let width = width(binding)
      guard width <= room else { continue }
      if state.disabledReason(binding.command) == nil {
        shown.append((place, false))
        room -= width
      } else {
        others.append((place, width))
      }
    }
    for (place, width) in others where width <= room {
      shown.append((place, true))
      room -= width
    }
    shown.sort { $0.place < $1.place }
    return shown.map { (candidates[$0.place], $0.isDisabled) }
  }

  /// The columns of a key and its word, and of the two behind them.
  private static func width(_ binding: KeyBinding) -> Int {
    binding.firstKey.name.count + 3 + (binding.label?.count ?? 0)
  }
}
