import ArgumentParser

/// Catalogs: made, checked, compared and kept.
struct CatalogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalog",
    abstract: "Make, check, compare and keep catalogs of platforms.",
    discussion: """
      EXAMPLES
        keywright catalog import slack.json --id slack -o slack.catalog.json
        keywright catalog check slack.catalog.json
        keywright catalog add slack.catalog.json
        keywright --catalog slack              design a key for Slack
      """,
    subcommands: [
      CatalogListCommand.self, CatalogShowCommand.self, CatalogImportCommand.self,
      CatalogCheckCommand.self, CatalogDiffCommand.self, CatalogAddCommand.self,
      CatalogRemoveCommand.self,
    ])
}
