import TerminalUI

/// All keys in words, made from the table that gives them their meaning.
public struct KeyList: Sendable {
  /// Keys that do one thing.
  public struct Entry: Sendable {
    /// The names of the keys, with spaces between.
    public let keys: String
    /// What they do.
    public let help: String
  }

  /// The keys of one place, each key under the first place where it holds.
  public struct Section: Sendable {
    /// The place.
    public let title: String
    /// Its keys.
    public let entries: [Entry]
  }

  /// The places, in their order; those keys that work everywhere come last.
  public static let sections: [Section] = {
    let bindings = KeyTable.bindings
    func entries(_ indices: [Int]) -> [Entry] {
      indices.map {
        Entry(
          keys: bindings[$0].keys.map(\.name).joined(separator: " "), help: bindings[$0].help)
      }
    }
    let everywhere = bindings.indices.filter { bindings[$0].contexts == KeyTable.everywhere }
    var listed = Set(everywhere)
    var sections: [Section] = []
    for context in Context.allCases {
      let own = bindings.indices.filter {
        bindings[$0].contexts.contains(context) && listed.insert($0).inserted
      }
      if !own.isEmpty { sections.append(Section(title: context.rawValue, entries: entries(own))) }
    }
    return sections + [Section(title: "Everywhere", entries: entries(everywhere))]
  }()

  /// The commands of the plain mode, as the help there lists them.
  public static let commands: [Entry] = PlainCommand.table.map { command in
    let usage = command.names[0] + (command.argument.isEmpty ? "" : " " + command.argument)
    return Entry(keys: usage, help: command.help)
  }
}
