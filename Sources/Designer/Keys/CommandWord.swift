import TerminalUI

/// A word of the command line: one for each command of the key table, and those of the plain mode.
struct CommandWord: Hashable, Sendable {
  /// What is typed.
  let name: String
  /// What may follow; empty for nothing.
  let argument: String
  /// What it does.
  let help: String
  /// The key that does the same; nil where none does.
  let key: String?
  /// What it does on the screen where nothing follows; nil where it works in words alone.
  let command: Command?

  /// Whether it does nothing without something behind it.
  var needsArgument: Bool { command == nil && !argument.isEmpty && !argument.hasPrefix("[") }

  /// All words: those of the plain mode in its order, then the commands that only keys have.
  static func all(_ keys: KeyMap) -> [CommandWord] {
    var words = PlainCommand.table.map { plain in
      let command = command(of: plain.verb)
      return CommandWord(
        name: plain.names[0], argument: plain.argument, help: plain.help,
        key: command.flatMap { key(of: $0, keys) }, command: command)
    }
    let taken = Set(words.compactMap(\.command))
    var seen = Set(words.map(\.name))
    for binding in keys.bindings where !binding.contexts.isDisjoint(with: places) {
      let name = name(of: binding.command)
      guard !taken.contains(binding.command), !hidden.contains(binding.command),
        seen.insert(name).inserted
      else { continue }
      words.append(
        CommandWord(
          name: name, argument: "", help: binding.help, key: binding.firstKey?.name,
          command: binding.command))
    }
    return words
  }

  /// The word of a name, or of the beginning of one where no other begins so.
  static func named(_ name: String, _ keys: KeyMap) -> CommandWord? {
    let words = all(keys)
    let folded = name.lowercased()
    if let exact = words.first(where: { $0.name == folded }) { return exact }
    if let plain = PlainCommand.named(name) {
      return words.first { $0.name == plain.names[0] }
    }
    let starting = words.filter { $0.name.hasPrefix(folded) }
    return starting.count == 1 ? starting[0] : nil
  }

  /// What to type for a command that no key is left to: `:log-view`.
  static func line(for command: Command, _ keys: KeyMap) -> String {
    ":" + (all(keys).first { $0.command == command }?.name ?? name(of: command))
  }

  /// Where commands stand that can be given over the views.
  static let places: ContextSet = [.tree, .operations, .grid, .detail, .findings]
  /// What a line cannot do: it is one itself.
  private static let hidden: Set<Command> = [.commandLine]

  /// `openAll` as `open-all`.
  private static func name(of command: Command) -> String {
    command.rawValue.reduce(into: "") { name, letter in
      name += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
    }
  }

  private static func key(of command: Command, _ keys: KeyMap) -> String? {
    keys.bindings.lazy
      .filter { $0.command == command && !$0.contexts.isDisjoint(with: places) }
      .compactMap(\.firstKey).first?.name
  }

  /// What a word of the plain mode opens on the screen.
  private static func command(of verb: PlainCommand.Verb) -> Command? {
    switch verb {
    case .help: .help
    case .list: .scopesView
    case .search: .filter
    case .presets: .presets
    case .details: .editDetails
    case .kind, .answer: .answerTerms
    case .calls: .operationsView
    case .needed: .chooseNeeded
    case .findings: .findingsView
    case .undo: .undo
    case .redo: .redo
    case .powers: .powersView
    case .review: .review
    case .need: .giveCalls
    case .open: .openKey
    case .quit: .quit
    default: nil
    }
  }
}
