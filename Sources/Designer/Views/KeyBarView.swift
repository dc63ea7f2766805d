import TerminalUI

/// The last line: the keys that work here, made from the table that gives them their meaning.
///
/// What is done most stands first, help and the ways out last.
enum KeyBarView {
  /// A key, or those of the views together, with what it does.
  struct Entry: Hashable {
    var keys: String
    var label: String
    /// What a click does.
    var command: Command

    var text: String { keys + " " + label }
    /// The columns that it takes, with the two behind it.
    fileprivate var width: Int { keys.count + 3 + label.count }
  }

  /// What always shows.
  private static let always: Set<Command> = [.help, .back, .leavePane]
  /// What stands last.
  private static let ways: Set<Command> = [.help, .back, .leavePane, .quit]
  /// What keeps its place while it can do nothing: it is looked for when it can.
  private static let steady: Set<Command> = [.undo]

  static func draw(_ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame) {
    for (entry, columns) in places(state, plan) {
      let isDisabled = state.isDisabled(entry.command)
      let column = frame.write(
        entry.keys, row: plan.bar.row, column: columns.lowerBound,
        style: isDisabled ? .dim : Style(.plain, .bold))
      frame.write(
        " " + entry.label, row: plan.bar.row, column: column, style: isDisabled ? .dim : .plain)
    }
  }

  /// The command that a place of the screen stands for; nil where none does.
  static func command(at point: Point, _ state: DesignerState, _ plan: LayoutPlan) -> Command? {
    guard plan.bar.contains(point) else { return nil }
    return places(state, plan).first { $0.columns.contains(point.column) }?.entry.command
  }

  /// What shows, each with its columns.
  private static func places(
    _ state: DesignerState, _ plan: LayoutPlan
  ) -> [(entry: Entry, columns: Range<Int>)] {
    var column = 1
    return shown(state, columns: plan.bar.columns - 1).map { entry in
      let start = column
      column += entry.width
      return (entry, start..<column - 2)
    }
  }

  /// What fits: the ways back and help always do, the rest in the table's order, those that can do
  /// something before those that cannot.
  static func shown(_ state: DesignerState, columns: Int) -> [Entry] {
    let entries = entries(state)
    var shown = Set(entries.indices.filter { always.contains(entries[$0].command) })
    var room = shown.reduce(columns + 2) { $0 - entries[$1].width }
    var disabled: [Int] = []
    for place in entries.indices where !shown.contains(place) {
      let entry = entries[place]
      // Only of what can fit is it asked: the answer costs more than the rest.
      guard entry.width <= room else { continue }
      if !steady.contains(entry.command), state.isDisabled(entry.command) {
        disabled.append(place)
      } else {
        shown.insert(place)
        room -= entry.width
      }
    }
    for place in disabled where entries[place].width <= room {
      shown.insert(place)
      room -= entries[place].width
    }
    let listed = shown.sorted().map { entries[$0] }
    return listed.filter { !ways.contains($0.command) }
      + listed.filter { $0.command == .help }
      + listed.filter { $0.command != .help && ways.contains($0.command) }
  }

  /// All that has a word in the bar here, in the table's order: what goes first where room is short.
  static func entries(_ state: DesignerState) -> [Entry] {
    let context = state.context
    let views = views(state.keys, context)
    return state.keys.bindings.compactMap { binding in
      guard binding.contexts.contains(context), let label = binding.label,
        let key = binding.firstKey
      else { return nil }
      guard let views, TitleView.names.contains(where: { $0.command == binding.command }) else {
        return Entry(keys: key.name, label: label, command: binding.command)
      }
      guard binding.command == TitleView.names[0].command else { return nil }
      return Entry(keys: views, label: "views", command: nextView(state))
    }
  }

  /// The keys of the views in one word, `1-5`, where they follow each other.
  private static func views(_ keys: KeyMap, _ context: Context) -> String? {
    let names = TitleView.names.compactMap { keys.name(of: $0.command, in: context) }
    guard names.count == TitleView.names.count, names.allSatisfy({ $0.utf8.count == 1 }),
      let first = names[0].utf8.first, (0x21...0x7A).contains(first),
      names.enumerated().allSatisfy({ $1.utf8.first == first + UInt8($0) })
    else { return nil }
    return "\(names[0])-\(names[names.count - 1])"
  }

  /// The view after the one that shows, which a click on the word for them goes to.
  private static func nextView(_ state: DesignerState) -> Command {
    let current = TitleView.current(state) ?? TitleView.names[0].command
    let place = TitleView.names.firstIndex { $0.command == current } ?? 0
    return TitleView.names[(place + 1) % TitleView.names.count].command
  }
}
