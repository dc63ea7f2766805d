import TerminalUI

/// The last line: the keys that work here, made from the table that gives them their meaning.
enum KeyBarView {
  static func draw(_ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame) {
    for (binding, columns) in keys(state, plan) {
      let isDisabled = state.isDisabled(binding.command)
      let column = frame.write(
        binding.firstKey?.name ?? "", row: plan.bar.row, column: columns.lowerBound,
        style: isDisabled ? .dim : Style(.plain, .bold))
      frame.write(
        " " + (binding.label ?? ""), row: plan.bar.row, column: column,
        style: isDisabled ? .dim : .plain)
    }
  }

  /// The command that a place of the screen stands for; nil where none does.
  static func command(at point: Point, _ state: DesignerState, _ plan: LayoutPlan) -> Command? {
    guard plan.bar.contains(point) else { return nil }
    return keys(state, plan).first { $0.columns.contains(point.column) }?.binding.command
  }

  /// The keys that show, each with the columns of its name and its word.
  private static func keys(
    _ state: DesignerState, _ plan: LayoutPlan
  ) -> [(binding: KeyBinding, columns: Range<Int>)] {
    let bindings = state.keys.bindings
    var column = 1
    return shown(state, columns: plan.bar.columns - 1).map { place in
      let start = column
      column += width(bindings[place])
      return (bindings[place], start..<column - 2)
    }
  }

  /// The places in the table of the keys that fit, in its order: help and the way back always do,
  /// and those that can do something come before those that cannot.
  static func shown(_ state: DesignerState, columns: Int) -> [Int] {
    let context = state.context
    let bindings = state.keys.bindings
    let candidates = bindings.indices.filter {
      bindings[$0].label != nil && bindings[$0].contexts.contains(context)
        && bindings[$0].firstKey != nil
    }
    var shown = candidates.filter {
      bindings[$0].command == .help || bindings[$0].command == .back
    }
    var room = shown.reduce(columns + 2) { $0 - width(bindings[$1]) }
    var disabled: [Int] = []
    for place in candidates where !shown.contains(place) {
      // Only of what can fit is it asked: the answer costs more than the rest.
      guard width(bindings[place]) <= room else { continue }
      if state.isDisabled(bindings[place].command) {
        disabled.append(place)
      } else {
        shown.append(place)
        room -= width(bindings[place])
      }
    }
    for place in disabled where width(bindings[place]) <= room {
      shown.append(place)
      room -= width(bindings[place])
    }
    return shown.sorted()
  }

  /// The columns of a key and its word, and of the two behind them.
  private static func width(_ binding: KeyBinding) -> Int {
    (binding.firstKey?.name.count ?? 0) + 3 + (binding.label?.count ?? 0)
  }
}
