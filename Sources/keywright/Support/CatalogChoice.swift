import ArgumentParser

/// Which catalog a command works with.
struct CatalogChoice: ParsableArguments {
  @Option(
    name: .customLong("catalog"),
    help: ArgumentHelp(
      "The platform: a catalog's id, or its file.", valueName: "id|file"))
  var choice: String?

  /// The option's value as a source of catalogs.
  var source: CatalogSource { CatalogSource(choice: choice) }
}
