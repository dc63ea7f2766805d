import TerminalUI

/// Whose key it is, where two commands have the same: what a person has bound goes before what the
/// table binds.
extension KeyMap {
  /// The keys that a person wrote, for each command.
  typealias Written = [Command: Set<Key>]

  /// A key that a person gave to two commands in one place, and what they are.
  func clash(in written: Written) -> (key: Key, context: Context, commands: [Command])? {
    for context in Context.allCases {
      var meanings: [Key: Command] = [:]
      for binding in bindings where binding.contexts.contains(context) {
        for key in binding.keys where written[binding.command]?.contains(key) == true {
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

  /// Takes each key that a person wrote for a command from what else has it there.
  ///
  /// What is left without a key is a word of the command line still. Where there is none, and for
  /// the command line itself, a free key takes the place of the one that was taken.
  mutating func giveWay(to written: Written) {
    bindings = bindings.flatMap { parts(of: $0, written) }
    for index in bindings.indices where bindings[index].keys.isEmpty {
      let (command, places) = (bindings[index].command, bindings[index].contexts)
      let needsKey = Context.allCases.contains { place in
        places.contains(place) && name(of: command, in: place) == nil
          && (command == .commandLine || !Self.hasCommandLine(place))
      }
      guard needsKey else { continue }
      let words = bindings[index].label ?? command.rawValue
      bindings[index].keys = Array(freeKeys(in: places, likely: words).prefix(1))
    }
  }

  /// Whether the command line knows the commands of a place.
  static func hasCommandLine(_ place: Context) -> Bool { CommandWord.places.contains(place) }

  /// A binding, in parts where it loses keys in some of its places alone.
  private func parts(of binding: KeyBinding, _ written: Written) -> [KeyBinding] {
    guard binding.contexts != .everywhere else { return [binding] }
    let own = binding.keys.filter { written[binding.command]?.contains($0) != true }
    var parts: [(lost: Set<Key>, contexts: ContextSet)] = []
    for context in Context.allCases where binding.contexts.contains(context) {
      let lost = Set(
        own.filter { key in
          bindings.contains {
            $0.command != binding.command && $0.contexts.contains(context) && $0.has(key)
              && written[$0.command]?.contains(key) == true
          }
        })
      if let index = parts.firstIndex(where: { $0.lost == lost }) {
        parts[index].contexts.formUnion(ContextSet(context))
      } else {
        parts.append((lost, ContextSet(context)))
      }
    }
    return parts.map { binding.limited(to: $0.contexts, without: $0.lost) }
  }

  /// Some keys that mean nothing yet in any place where a command can be given.
  func freeKeys(for command: Command) -> [Key] {
    let contexts = bindings.filter { $0.command == command }
      .reduce(into: [] as ContextSet) { $0 = $0.union($1.contexts) }
    return freeKeys(in: contexts)
  }

  /// Letters that mean nothing yet in some places, with Alt where letters are text; those of a word
  /// first.
  private func freeKeys(in contexts: ContextSet, likely word: String = "") -> [Key] {
    let isTyped = !contexts.isDisjoint(with: Context.typing)
    var taken = Set(
      bindings.filter { !$0.contexts.isDisjoint(with: contexts) }.flatMap(\.keys))
    if isTyped { taken.formUnion(TextField.bindings.flatMap(\.keys)) }
    let alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".unicodeScalars
    let letters = word.unicodeScalars.filter(alphabet.contains) + Array(alphabet)
    // After an escape `O` and `P` begin what a terminal says.
    return letters.map { isTyped ? Key.alt($0) : .character($0) }
      .filter { !taken.contains($0) && $0 != .alt("O") && $0 != .alt("P") && $0 != .alt("X") }
  }
}
