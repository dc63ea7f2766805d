import TerminalUI

/// The key table as one person has it: the program's own, or with other keys for some commands.
package struct KeyMap: Sendable {
  /// The bindings, in the table's order.
  var bindings: [KeyBinding]

  /// The keys as they come.
  package static let standard = KeyMap(bindings: KeyTable.bindings)

  /// The binding of a key where the keys go at the moment.
  func binding(for key: Key, in context: Context) -> KeyBinding? {
    bindings.first { $0.contexts.contains(context) && $0.has(key) }
  }

  /// The name of the key that a command has first in a place; nil where it has none there.
  func name(of command: Command, in context: Context) -> String? {
    bindings.lazy.filter { $0.command == command && $0.contexts.contains(context) }
      .compactMap(\.firstKey).first?.name
  }

  /// Gives a command other keys.
  ///
  /// A key that the command has already, in some places, stays in those; a new one holds wherever
  /// the command can be given. Where text is typed, letters stay letters. A binding that would be
  /// left without a key keeps its own. Control-C and Control-Z are the terminal's, and stay.
  mutating func set(_ keys: [Key], for command: Command) {
    let places = bindings.indices.filter { bindings[$0].command == command }
    // As it is shown, the list says nothing new, though each place has an order of its own.
    if keyNames.contains(where: { $0.command == command.rawValue && $0.keys == keys.map(\.name) }) {
      return
    }
    let known = Set(places.flatMap { bindings[$0].keys })
    for index in places where bindings[index].contexts != .everywhere {
      let own = bindings[index].keys
      let isTyped = !bindings[index].contexts.isDisjoint(with: Context.typing)
      let possible = keys.filter { key in
        if isTyped, case .character = key { false } else { true }
      }
      let wanted = possible.filter { own.contains($0) || !known.contains($0) }
      if let next = [wanted, possible].first(where: { !$0.isEmpty }) {
        bindings[index].keys = next
      }
    }
  }

  /// The commands whose keys are a person's to choose.
  var changeable: [Command] {
    Command.allCases.filter { command in
      bindings.contains { $0.command == command && $0.contexts != .everywhere }
    }
  }

  /// Each command whose keys can be chosen with all of them, in the table's order; not those that
  /// have given way, which do so again wherever these keys are set.
  package var keyNames: [(command: String, keys: [String])] {
    var order: [Command] = []
    var keys: [Command: [String]] = [:]
    let givenWay = Set(bindings.filter(\.hasGivenWay).map(\.command))
    for binding in bindings
    where binding.contexts != .everywhere && !givenWay.contains(binding.command) {
      if keys[binding.command] == nil { order.append(binding.command) }
      for key in binding.keys where keys[binding.command]?.contains(key.name) != true {
        keys[binding.command, default: []].append(key.name)
      }
    }
    return order.map { ($0.rawValue, keys[$0] ?? []) }
  }
}
