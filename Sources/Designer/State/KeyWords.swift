import TerminalUI

/// Keys as texts name them: as this person has them.
extension DesignerState {
  /// The key of a command where the keys go at the moment, or where it is known.
  func key(_ command: Command, in place: Context? = nil) -> String {
    // At a start this is asked where the command is known: a list of all places is made for others.
    keys.name(of: command, in: place ?? context)
      ?? Context.allCases.lazy.compactMap { keys.name(of: command, in: $0) }.first
      ?? CommandWord.line(for: command, keys)
  }

  /// All keys of a command in a place.
  func allKeys(_ command: Command, in place: Context) -> String {
    let names = keys.bindings
      .filter { $0.command == command && $0.contexts.contains(place) }
      .flatMap(\.keys).map(\.name)
    guard let last = names.last, names.count > 1 else { return names.first ?? key(command) }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }

  /// What to say of a key that means nothing here: where it means something, else where to look.
  func reasonAgainst(_ key: Key) -> String {
    let places = Context.allCases.filter { place in
      place != context && !Context.typing.contains(place)
        && keys.binding(for: key, in: place) != nil
    }
    guard let first = places.first, let binding = keys.binding(for: key, in: first) else {
      return "\(key.name) does nothing here; \(self.key(.help)) lists the keys"
    }
    let names = places.filter { keys.binding(for: key, in: $0)?.command == binding.command }
      .prefix(3).map(\.title).joined(separator: ", ")
    return "\(key.name) does nothing here; in \(names): \(binding.help)"
  }
}
