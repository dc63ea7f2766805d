import TerminalUI

/// All keys as a list, for the help, for a text and for the manual page: one table, three readers.
package enum KeyList {
  /// Keys, or a command, that do one thing.
  package struct Entry: Sendable {
    /// The names of the keys, with spaces between.
    package let keys: String
    /// What they do.
    package let help: String
  }

  /// The keys that hold in one place.
  package struct Section: Sendable {
    /// The place.
    package let title: String
    /// Its keys.
    package let entries: [Entry]
  }

  /// Every binding under the first place where it holds, each once; then what holds everywhere, the
  /// keys of a line of text, and what the signs mean.
  package static func sections(_ keys: KeyMap) -> [Section] {
    var sections: [Section] = []
    var shown = Set(
      keys.bindings.indices.filter { keys.bindings[$0].contexts == .everywhere })
    let everywhere = shown.sorted()
    func entry(_ index: Int) -> Entry {
      let binding = keys.bindings[index]
      let line = binding.keys.isEmpty ? CommandWord.line(for: binding.command, keys) : nil
      return Entry(keys: line ?? names(binding.keys), help: binding.help)
    }
    for context in Context.allCases {
      let own = keys.bindings.indices.filter {
        keys.bindings[$0].contexts.contains(context) && shown.insert($0).inserted
      }
      guard !own.isEmpty else { continue }
      sections.append(Section(title: context.title, entries: own.map(entry)))
    }
    let mouse = Entry(
      keys: "Mouse",
      help:
        "a click ticks, opens, moves and does what the last line names; the wheel scrolls; Shift selects text"
    )
    let ofText = TextField.bindings.map { Entry(keys: names($0.keys), help: $0.help) }
    return [Section(title: "Signs", entries: signs)] + sections + [
      Section(title: "Everywhere", entries: everywhere.map(entry) + [mouse]),
      Section(title: "A line of text", entries: ofText),
    ]
  }

  /// The commands of the plain mode, as the help there lists them.
  package static let commands: [Entry] = PlainCommand.table.map { command in
    let usage = command.names[0] + (command.argument.isEmpty ? "" : " " + command.argument)
    return Entry(keys: usage, help: command.help)
  }

  private static let signs = [
    Entry(keys: "[x] [ ] [~]", help: "chosen, not chosen, part of a category"),
    Entry(keys: "3/8  (+2)  key*", help: "chosen of all; chosen but hidden; not written yet"),
    Entry(keys: "!!  !  .", help: "an error, a warning, a note: there, or if you tick it"),
    Entry(keys: "+  ?  !", help: "a call: open; scopes not stated; ticked, and not open"),
    Entry(
      keys: "needed 3  =3",
      help: "3 ticked calls need it; =0: none; =v: a rule asks for it"
    ),
    Entry(
      keys: "writes  deletes+", help: "what a scope does and its name does not say; +: and more"),
  ]

  private static func names(_ keys: [Key]) -> String {
    keys.map(\.name).joined(separator: " ")
  }

  /// The list as lines of text.
  package static func text(_ keys: KeyMap, columns: Int) -> [String] {
    var lines: [String] = []
    for section in sections(keys) {
      if !lines.isEmpty { lines.append("") }
      lines.append(section.title)
      for entry in section.entries {
        let lead = "  " + entry.keys + String(repeating: " ", count: max(2, 24 - entry.keys.count))
        let room = max(20, columns - lead.count)
        let wrapped = TextLayout.wrap(entry.help, columns: room, charset: .utf8)
        for (place, line) in wrapped.enumerated() {
          lines.append((place == 0 ? lead : String(repeating: " ", count: lead.count)) + line)
        }
      }
    }
    return lines
  }
}
