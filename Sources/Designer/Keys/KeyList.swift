import TerminalUI

/// All keys as a list, for the help, for a text and for a manual page: one table, three readers.
public enum KeyList {
  /// The keys that hold in one place, and what each does.
  struct Section: Sendable {
    var title: String
    var entries: [(keys: String, help: String)]
  }

  /// Every binding under the first place where it holds, each once; then what holds everywhere, the
  /// keys of a line of text, and what the signs mean.
  static func sections(_ keys: KeyMap) -> [Section] {
    var sections: [Section] = []
    var shown = Set(
      keys.bindings.indices.filter { keys.bindings[$0].contexts == KeyTable.everywhere })
    let everywhere = shown.sorted()
    func entry(_ index: Int) -> (keys: String, help: String) {
      let binding = keys.bindings[index]
      return (binding.keys.map(\.name).joined(separator: " "), binding.help)
    }
    for context in Context.allCases {
      let own = keys.bindings.indices.filter {
        keys.bindings[$0].contexts.contains(context) && shown.insert($0).inserted
      }
      guard !own.isEmpty else { continue }
      sections.append(Section(title: context.rawValue, entries: own.map(entry)))
    }
    sections.append(
      Section(
        title: "Everywhere",
        entries: everywhere.map(entry) + [
          ("Mouse", "a click ticks, opens and moves, the wheel scrolls; Shift selects text")
        ]))
    sections.append(
      Section(
        title: "A line of text",
        entries: TextField.bindings.map { binding in
          (binding.keys.map(\.name).joined(separator: " "), binding.help)
        }))
    sections.append(
      Section(
        title: "Signs",
        entries: [
          ("[x] [ ] [~]", "chosen, not chosen, part of a category"),
          ("3/8  (+2)", "chosen of all; chosen but not to be seen"),
          ("!!  !  .", "an error, a warning, a note: there, or if you tick it"),
          ("+  ?  !", "a call: open to the key; scopes not stated; ticked and closed"),
          (
            "needed 3  =3", "a scope that 3 ticked calls name; unneeded, =0: none of them does"
          ),
          ("writes  deletes+", "what a scope does and its name does not say; +: and more"),
        ]))
    return sections
  }

  /// The list as lines of text.
  public static func text(_ keys: KeyMap, columns: Int) -> [String] {
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

  /// The list as a manual page in roff.
  public static func manualPage(_ keys: KeyMap, version: String) -> String {
    var lines = [
      ".TH KEYWRIGHT 1 \"\" \"Keywright \(version)\" \"User Commands\"",
      ".SH NAME", "keywright \\- design API keys in the terminal",
      ".SH SYNOPSIS", ".B keywright", "[\\fIMANIFEST\\fR] [\\fIOPTIONS\\fR]",
      ".SH DESCRIPTION",
      "Shows the scopes of a platform as trees that can be ticked, says what each one opens and",
      "risks, and writes the key as a JSON manifest. These are its keys; the commands are listed by",
      ".BR \"keywright \\-\\-help\" .",
    ]
    for section in sections(keys) {
      lines.append(".SH " + roff(section.title.uppercased()))
      for entry in section.entries {
        lines += [".TP", ".B " + roff(entry.keys), roff(entry.help)]
      }
    }
    lines += [
      ".SH FILES", ".TP", ".I ~/.config/keywright/config.json", "keys and other settings",
      ".TP", ".I ~/.local/state/keywright", "drafts of what was not written",
      ".SH EXIT STATUS",
      "0 done; 1 findings; 2 input that cannot be read or is invalid; 64 wrong usage; 130 left",
      "without writing.",
    ]
    return lines.joined(separator: "\n")
  }

  /// Text that roff takes for text: no command at the start of a line, no escape, no soft hyphen.
  private static func roff(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "`": result += "\\(ga"
      case "\"": result += "\\(dq"
      default: result.append(character)
      }
    }
    return text.hasPrefix(".") ? "\\&" + result : result
  }
}
