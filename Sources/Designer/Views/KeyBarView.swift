import KeyModel
import TerminalUI

/// The last line: the keys that work here, made from the table that gives them their meaning.
enum KeyBarView {
  static func draw(_ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame) {
    let bindings = state.keys.bindings
    var column = 1
    for (place, isDisabled) in shown(state, columns: plan.bar.columns - 1) {
      guard let label = bindings[place].label else { continue }
      column = frame.write(
        bindings[place].firstKey.name, row: plan.bar.row, column: column,
        style: isDisabled ? .dim : Style(.plain, .bold))
      column = frame.write(
        " " + label, row: plan.bar.row, column: column, style: isDisabled ? .dim : .plain)
      column += 2
    }
  }

  /// The places in the table of the keys that fit, in its order, and whether each can do nothing at
  /// the moment: help and the way back always fit, and those that can do something come before those
  /// that cannot.
  static func shown(
    _ state: DesignerState, columns: Int
  ) -> [(place: Int, isDisabled: Bool)] {
    let context = state.context
    let bindings = state.keys.bindings
    let candidates = bindings.indices.filter {
      bindings[$0].label != nil && bindings[$0].contexts.contains(context)
    }
    let always = candidates.filter {
      bindings[$0].command == .help || bindings[$0].command == .back
    }
    var room = always.reduce(columns + 2) { $0 - width(bindings[$1]) }
    var shown = always.map { (place: $0, isDisabled: false) }
    var others: [(place: Int, width: Int)] = []
    for place in candidates where !always.contains(place) {
      // Only of what can fit is it asked: a reason is a text, and most would be made for nothing.
      let width = width(bindings[place])
      guard width <= room else { continue }
      if state.disabledReason(bindings[place].command) == nil {
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
    return shown.sorted { $0.place < $1.place }
  }

  /// The columns of a key and its word, and of the two behind them.
  private static func width(_ binding: KeyBinding) -> Int {
    binding.firstKey.name.count + 3 + (binding.label?.count ?? 0)
  }
}
