import ArgumentParser
import BundledCatalogs
import Documents

/// The JSON Schemas of the program's documents, for editors.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of a kind of document, for editors.",
    discussion: """
      Each schema stands alone. With a catalog, that of manifests lists its scopes, calls, kinds \
      and rules, so that an editor completes and checks them.

      EXAMPLES
        keywright schema manifest --catalog github > keywright-manifest-1.json
        keywright schema policy > keywright-policy-1.json
      """)

  @Argument(help: "manifest, policy, overlay, config or catalog.")
  var document: String

  @Option(
    help: ArgumentHelp(
      "List the scopes of this catalog; for manifests.", valueName: "id|file"))
  var catalog: String?

  func validate() throws {
    guard BundledSchemas.names.contains(document) else {
      let problem: MessageText = "There is no schema \"\(document)\""
      throw ValidationError(
        "\(problem.string). There are \(BundledSchemas.names.joined(separator: ", ")).")
    }
    if catalog != nil, document != "manifest" {
      throw ValidationError("--catalog is for the schema of manifests.")
    }
  }

  func run() throws {
    try reportingErrors {
      guard var schema = try StandaloneSchema(document) else { return }
      if let catalog { schema.enumerate(try CatalogSource(choice: catalog).load()) }
      Console.print(document: JSONWriter.write(schema.node))
    }
  }
}
