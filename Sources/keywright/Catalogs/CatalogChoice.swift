import ArgumentParser

/// Which catalog a command works with.
struct CatalogChoice: ParsableArguments {
  @Option(
    name: .customLong("catalog"),
    help: ArgumentHelp(
      "The platform: a catalog's id, or its file.", valueName: "id|file"))
  var choice: String?

  func validate() throws {
    guard choice != CatalogQuestion.word else {
      throw ValidationError(
        "Only the designer asks for the catalog (--catalog ?). Name one of these, or a file: "
          + CatalogSource.ids.joined(separator: ", ") + ".")
    }
  }

  /// The option's value as a source of catalogs.
  var source: CatalogSource { CatalogSource(choice: choice) }
}
