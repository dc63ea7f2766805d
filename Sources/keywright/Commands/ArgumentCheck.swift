import ArgumentParser
import Documents

/// Arguments that the parser would take for something else than what they were meant for.
enum ArgumentCheck {
  /// Whether an argument starts as options do, whatever mark stands behind the hyphen.
  static func isOption(_ argument: String) -> Bool { argument.starts(exactlyWith: "-") }

  /// The arguments with a value in a word of its own where its first mark joins the equals sign
  /// before it, which the parser then does not see.
  static func withValuesApart(_ arguments: [String]) -> [String] {
    let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
    return arguments[..<end].flatMap { word in
      guard word.starts(exactlyWith: "--"),
        let sign = word.unicodeScalars.firstIndex(of: "="), word.firstIndex(of: "=") != sign
      else { return [word] }
      let value = word.unicodeScalars[word.unicodeScalars.index(after: sign)...]
      return [String(word.unicodeScalars[..<sign]), String(value)]
    } + arguments[end...]
  }

  /// Refuses what would print help with status 0 although nobody asked for it.
  ///
  /// A file named `-h.key.json` among those that a shell found would switch a gate in CI off.
  ///
  /// - Throws: `ValidationError`
  static func requireHelpAlone(_ arguments: [String]) throws {
    for argument in arguments.prefix(while: { $0 != "--" })
    where isOption(argument) && !argument.starts(exactlyWith: "--") && argument != "-h"
      // The name of a file may be joined to its option.
      && !argument.starts(exactlyWith: "-o")
    {
      let name = argument.utf8.prefix { $0 != UInt8(ascii: "=") }
      guard name.contains(UInt8(ascii: "h")) else { continue }
      let problem: MessageText = "\"\(argument)\" is not an option"
      throw ValidationError("\(problem.string). Write ./ before the name of a file, -h for help.")
    }
  }

  /// Refuses `help` about what is no command.
  ///
  /// - Throws: `ValidationError`
  static func requireKnownTopic(_ arguments: [String]) throws {
    guard arguments.first == "help", arguments.dropFirst() != ["help"],
      let error = unknownCommand(arguments.dropFirst())
    else { return }
    throw error
  }

  /// Words that other programs have as commands, and what says the same here.
  private static let foreignWords = [
    "version": "--version", "usage": "--help", "man": "manual", "manpage": "manual",
    "completions": "completion", "list": "scopes", "ls": "scopes",
    "search": "scopes", "check": "lint", "validate": "lint", "new": "design", "edit": "design",
    "open": "design", "import": "catalog import", "catalogs": "catalog list",
    "settings": "config show", "rules": "explain",
  ]

  /// Whether a word in the place of a manifest means a file: one that is there, or a name that can be
  /// taken for nothing else.
  ///
  /// A word that may be meant for a command never makes a file in silence.
  static func meansFile(_ word: String) -> Bool {
    word.contains("/") || word.contains(".") || word == "-" || instead(of: word) == nil
      || DocumentFile.exists(word)
  }

  /// What is said of a word that may be meant for a command.
  static func noFile(_ word: String) -> ModelError {
    ModelError(
      problem: "there is no command \"\(word)\" and no such file",
      remedy: "Use `keywright \(instead(of: word) ?? "--help")`, or write ./\(word) for a file")
  }

  /// The command that a word is likely to mean.
  private static func instead(of word: String) -> String? {
    let names = names(of: Keywright.self)
    return foreignWords[word]
      ?? (names.contains(word) ? word : NearestName.find(word, among: names))
  }

  /// The arguments with the name of a command first, where options stand before it.
  static func withCommandFirst(_ arguments: [String]) -> [String] {
    var place = 0
    while place < arguments.count, arguments[place].hasPrefix("-"), arguments[place] != "--" {
      let takesValue = ["--catalog", "--policy", "--output", "-o"].contains(arguments[place])
      place += takesValue ? 2 : 1
    }
    guard place > 0, place < arguments.count, Keywright.isCommand(arguments[place]),
      !DocumentFile.exists(arguments[place])
    else { return arguments }
    var result = arguments
    result.insert(result.remove(at: place), at: 0)
    return result
  }

  /// What is wrong with arguments that the parser refused, where a command is misspelt: it takes the
  /// word for a manifest of the designer.
  static func misspelling(_ arguments: [String]) -> ValidationError? {
    guard arguments.count > 1, let word = arguments.first else { return nil }
    let names = names(of: Keywright.self)
    let isMisspelt =
      !DocumentFile.exists(word) && NearestName.find(word, among: names) != nil
    return isMisspelt || names.contains(word) ? unknownCommand(arguments[...]) : nil
  }

  /// Follows the names of commands to the first word that is none where one has to stand.
  private static func unknownCommand(_ words: ArraySlice<String>) -> ValidationError? {
    var command: any ParsableCommand.Type = Keywright.self
    var path = "keywright"
    for word in words {
      let names = names(of: command)
      guard !names.isEmpty, !isOption(word) else { return nil }
      guard let place = names.firstIndex(of: word) else {
        let problem: MessageText = "There is no command \"\(word)\""
        let nearest = NearestName.find(word, among: names)
        var sentences = [problem.string + "."]
        if let nearest { sentences.append("Did you mean `\(path) \(nearest)`?") }
        // The program's own are many, and the usage below says how to list them.
        if nearest == nil || command != Keywright.self {
          sentences.append("`\(path)` has \(names.joined(separator: ", ")).")
        }
        return ValidationError(sentences.joined(separator: " "))
      }
      command = command.configuration.subcommands[place]
      path += " " + word
    }
    return nil
  }

  private static func names(of command: any ParsableCommand.Type) -> [String] {
    command.configuration.subcommands.map {
      $0.configuration.commandName ?? String(describing: $0).lowercased()
    }
  }
}
