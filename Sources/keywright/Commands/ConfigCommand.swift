import ArgumentParser
import BundledCatalogs
import Designer
import Documents

/// A person's settings: shown, checked, and the keys that follow from them.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Show or check your settings, and list the keys.",
    discussion: """
      The settings stand in $XDG_CONFIG_HOME/keywright/config.json, else in
      ~/.config/keywright/config.json: keys, colors, mouse, ascii, synchronizedOutput,
      defaultCatalog, startPage. Options on the command line go before them.

      EXAMPLES
        keywright config show                      all settings as they are in force
        keywright config check                     is my file right?
        keywright config check other.json          is this one?
        keywright config keys                      every key and what it does
      """,
    subcommands: [Show.self, Check.self, Keys.self])

  /// Prints the settings in force.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the settings in force as JSON: a file to begin with.",
      discussion: """
        EXAMPLES
          keywright config show > config.json && mv config.json ~/.config/keywright/
        """)

    func run() throws {
      // Where the output goes to the file itself, the shell has emptied it before this is read.
      let settings = try reportingErrors { try SettingsFile.load(emptyIsAbsent: true) }
      Console.print(document: SettingsReport.json(settings))
    }
  }

  /// Checks a file.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check your settings, or a file of settings.",
      discussion: """
        EXAMPLES
          keywright config check
          keywright config check other.json
        """)

    @Argument(help: "The file; - reads standard input. Your own where none is named.")
    var file: String?

    func run() throws {
      try reportingErrors {
        guard let path = file ?? SettingsFile.path else {
          throw ModelError(
            problem: "there is no home folder for settings",
            remedy: "Set HOME, or XDG_CONFIG_HOME to an absolute path")
        }
        let bytes: [UInt8]?
        switch file {
        case "-": bytes = try StandardStreams.readInput()
        case let path?: bytes = try DocumentFile.read(path)
        case nil: bytes = try DocumentFile.readFoundIfPresent(path)
        }
        guard let bytes else {
          Console.print("\(path): there is no such file: using the defaults")
          return
        }
        let name = file == "-" ? "standard input" : path
        try SettingsFile.check(bytes, named: name)
        Console.print("\(name): fine")
      }
    }
  }

  /// Lists the keys.
  struct Keys: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List every key of the designer, as your settings have them.",
      discussion: """
        `keywright manual` has them as a manual page.

        EXAMPLES
          keywright config keys
        """)

    func run() throws {
      let settings = try reportingErrors { try SettingsFile.load() }
      let columns = Environment.outputWidth ?? 80
      Console.print(lines: KeyList.text(settings.keys, columns: columns))
    }
  }
}
