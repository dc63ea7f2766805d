import TerminalUI

/// One row of the key table, from which dispatch, key bar and help are all made.
struct KeyBinding: Sendable {
  /// The keys as the table has them: no list, so that the whole table is data of the program, which
  /// no start has to put together.
  struct Keys: Sendable {
    let first: Key
    let others: (Key?, Key?, Key?)

    static func keys(
      _ first: Key, _ second: Key? = nil, _ third: Key? = nil, _ fourth: Key? = nil
    ) -> Keys {
      Keys(first: first, others: (second, third, fourth))
    }

    var list: [Key] { [first] + [others.0, others.1, others.2].compactMap(\.self) }

    func contains(_ key: Key) -> Bool {
      key == first || key == others.0 || key == others.1 || key == others.2
    }
  }

  /// The table's keys.
  let own: Keys
  /// The keys that a person has chosen in their place.
  private(set) var chosen: [Key]?
  /// Whether a key went to what a person has bound to it.
  private(set) var hasGivenWay = false
  let command: Command
  /// Where the binding holds.
  private(set) var contexts: ContextSet
  /// The word in the key bar; nil keeps it out of there.
  let label: String?
  /// The line in the help.
  let help: String

  // A function, because of what an initializer of so many members does the compiler makes code.
  static func bind(
    _ keys: Keys, _ command: Command, in contexts: ContextSet, bar label: String? = nil,
    _ help: String
  ) -> KeyBinding {
    KeyBinding(
      own: keys, chosen: nil, command: command, contexts: contexts, label: label, help: help)
  }

  /// The keys; none where a person's own bindings have taken them all.
  var keys: [Key] {
    get { chosen ?? own.list }
    set { chosen = newValue }
  }

  /// The key that the key bar shows; nil where there is none.
  var firstKey: Key? { chosen == nil ? own.first : chosen?.first }

  /// Says whether a key is one of them.
  func has(_ key: Key) -> Bool { chosen?.contains(key) ?? own.contains(key) }

  /// The binding in some of its places, without keys that mean something else there.
  func limited(to contexts: ContextSet, without lost: Set<Key>) -> KeyBinding {
    var binding = self
    binding.contexts = contexts
    guard !lost.isEmpty else { return binding }
    binding.keys = keys.filter { !lost.contains($0) }
    binding.hasGivenWay = true
    return binding
  }
}
