import TerminalUI

/// The key table as one person has it: the program's own, or with other keys for some commands.
package struct KeyMap: Sendable {
  /// The bindings, in the table's order.
  private(set) var bindings: [KeyBinding]

  /// The keys as they come.
  package static let standard = KeyMap(bindings: KeyTable.bindings)

  /// The binding of a key where the keys go at the moment.
  func binding(for key: Key, in context: Context) -> KeyBinding? {
    bindings.first { $0.contexts.contains(context) && $0.has(key) }
  }

  /// The name of the key that a command has first in a place; nil where it has none there.
  func name(of command: Command, in context: Context) -> String? {
    bindings.first { $0.command == command && $0.contexts.contains(context) }?.firstKey.name
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

  /// A key that means two things in one place, and what they are.
  var clash: (key: Key, context: Context, commands: [Command])? {
    for context in Context.allCases {
      var meanings: [Key: Command] = [:]
      for binding in bindings where binding.contexts.contains(context) {
        for key in binding.keys {
          if let other = meanings.updateValue(binding.command, forKey: key),
            other != binding.command
          {
            return (key, context, [other, binding.command])
          }
        }
      }
    }
    return nil
  }

  /// Some letters that mean nothing yet in any place where a command can be given.
  func freeKeys(for command: Command) -> [Key] {
    let contexts = bindings.filter { $0.command == command }
      .reduce(into: [] as ContextSet) { $0 = $0.union($1.contexts) }
    let taken = bindings.filter { !$0.contexts.isDisjoint(with: contexts) }.flatMap(\.keys)
    let letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".unicodeScalars
    return letters.map { Key.character($0) }.filter { !taken.contains($0) }
  }

  /// Each command whose keys can be chosen with all of them, in the table's order.
  package var keyNames: [(command: String, keys: [String])] {
    var order: [Command] = []
    var keys: [Command: [String]] = [:]
    for binding in bindings where binding.contexts != .everywhere {
      if keys[binding.command] == nil { order.append(binding.command) }
      for key in binding.keys where keys[binding.command]?.contains(key.name) != true {
        keys[binding.command, default: []].append(key.name)
      }
    }
    return order.map { ($0.rawValue, keys[$0] ?? []) }
  }
}
