import ArgumentParser
import Documents

/// What the argument parser knows of a command: the one source of help, manual and completions.
struct CommandHelp {
  /// An option, a flag or a place for words.
  struct Argument {
    /// What it is.
    enum Kind: String {
      case positional, option, flag
    }

    var kind: Kind
    /// The names as they are written, the long one last; empty for a place.
    var names: [String]
    /// What its value is called.
    var valueName: String
    /// One sentence.
    var about: String
    /// All values that it takes, where they are few.
    var values: [String]
    var isRepeating: Bool
    var isOptional: Bool
    /// Whether words up to the next option are all values of it.
    var takesWords: Bool
    /// The value that it has by itself; nil where there is none.
    var standard: String?

    /// The long name without hyphens, or the name of the value.
    var key: String { names.last.map { String($0.drop { $0 == "-" }) } ?? valueName }
  }

  /// The words that call it, without the program's name.
  var path: [String]
  var abstract: String
  var discussion: String
  var arguments: [Argument]

  /// What the parser knows of a command.
  init(_ command: any ParsableCommand.Type, path: [String]) {
    self.path = path
    abstract = command.configuration.abstract
    discussion = command.configuration.discussion
    arguments = Self.dump(of: command, path)?["arguments"]?.elements.compactMap(Argument.init) ?? []
  }

  /// The parser's own description, which it gives as JSON.
  ///
  /// It starts at the program where words lead to the command: `--version` is the program's.
  private static func dump(
    of command: any ParsableCommand.Type, _ path: [String]
  ) -> JSONValue? {
    let root: any ParsableCommand.Type = path.isEmpty ? command : Keywright.self
    do {
      _ = try root.parseAsRoot(path + ["--experimental-dump-help"])
      return nil
    } catch {
      let text = root.fullMessage(for: error)
      return try? JSONDocument(parsing: Array(text.utf8)).root["command"]
    }
  }

  /// Follows words to the command that they call.
  ///
  /// - Returns: the command and how many of the words name it; the designer where none does.
  static func find(
    _ words: some Collection<String>
  ) -> (command: any ParsableCommand.Type, path: [String]) {
    var command: any ParsableCommand.Type = Keywright.self
    var path: [String] = []
    for word in words {
      guard let next = command.configuration.subcommands.first(where: { name(of: $0) == word })
      else { break }
      command = next
      path.append(word)
    }
    return path.isEmpty ? (DesignCommand.self, []) : (command, path)
  }

  /// The word that calls a command.
  static func name(of command: any ParsableCommand.Type) -> String {
    command.configuration.commandName ?? String(describing: command).lowercased()
  }
}

extension CommandHelp.Argument {
  /// Reads an argument of the parser's description; nil for one that is not shown.
  fileprivate init?(_ value: JSONValue) {
    guard value["shouldDisplay"]?.boolean != false,
      let kind = value["kind"]?.string.flatMap(Kind.init)
    else { return nil }
    self.kind = kind
    let names = value["names"]?.elements ?? []
    let short = names.filter { $0["kind"]?.string == "short" }
    let long = names.filter { $0["kind"]?.string != "short" }
    self.names =
      short.compactMap { $0["name"]?.string.map { "-" + $0 } }
      + long.compactMap { $0["name"]?.string.map { "--" + $0 } }
    valueName = value["valueName"]?.string ?? ""
    about = value["abstract"]?.string ?? ""
    values = (value["allValues"]?.elements ?? []).compactMap(\.string)
    isRepeating = value["isRepeating"]?.boolean == true
    isOptional = value["isOptional"]?.boolean == true
    takesWords = value["parsingStrategy"]?.string == "upToNextOption"
    standard = value["defaultValue"]?.string
  }
}
