import ArgumentParser

/// The program.
struct Keywright: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keywright",
    abstract: "Design API keys: choose scopes, see what they risk, write a manifest.",
    discussion: """
      EXAMPLES
        keywright                              design a key in the terminal
        keywright bot.key.json                 open a manifest and change it
        keywright | jq .scopes                 the finished key goes down the pipe
        keywright keys/                        the keys of a team in a table
        keywright scopes refund                which scopes are about refunds
        keywright export --scope stores.orders.view --label reports
        keywright need --log access.log        the fewest scopes for what was called
        keywright adopt policy.json            a manifest of what exists already

      Exit status: 0 done; 1 findings; 2 input that cannot be read or is invalid; 64 wrong usage; \
      130 left without writing.
      """,
    version: "keywright \(Program.version)",
    subcommands: commands,
    defaultSubcommand: DesignCommand.self)

  private static let commands: [any ParsableCommand.Type] = [
    DesignCommand.self, ScopesCommand.self, ExportCommand.self, LintCommand.self,
    ExplainCommand.self, DiffCommand.self, NeedCommand.self, SplitCommand.self,
    AdoptCommand.self, TableCommand.self, AuditCommand.self, ProbeCommand.self, CatalogCommand.self,
    ConfigCommand.self,
    ManualCommand.self, SchemaCommand.self, CompletionCommand.self, LicensesCommand.self,
  ]

  /// Whether a word is the name of a command; `help` is the parser's own.
  static func isCommand(_ word: String) -> Bool {
    word == "help" || commands.contains { $0.configuration.commandName == word }
  }
}
