import ArgumentParser
import CatalogImport
import Catalogs
import Documents

/// A catalog from a description of an API.
struct CatalogImportCommand: ParsableCommand {
  /// What a set of scopes means.
  enum Meaning: EnumerableFlag {
    case anyOf
    case allOf

    static func help(for value: Meaning) -> ArgumentHelp? {
      switch value {
      case .anyOf: "Scopes that stand together are alternatives: any one is enough."
      case .allOf: "Scopes that stand together are all needed, whatever the platform."
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a catalog from a description of an API, JSON or YAML.",
    discussion: """
      Reads OpenAPI 3 and Swagger 2.0, Google Discovery documents, the OpenAPI of a Kubernetes \
      cluster, Microsoft Graph's permissions.json, and AWS service references.

      Scopes come from the document's security schemes and from what its calls require. Titles, \
      categories, accesses and grants that no document states are worked out from names and marked \
      inferred; an overlay corrects them and outlives the next import. Nothing is ever fetched from \
      the network.

      EXAMPLES
        keywright catalog import openapi.yaml -o acme.catalog.json
        curl -s https://acme.example/openapi.json | keywright catalog import - --id acme
        keywright catalog import openapi.yaml --overlay acme.overlay.json -o acme.catalog.json
        keywright catalog import api/main.yaml --base api -o acme.catalog.json
        keywright catalog import gmail.json drive.json --id google -o google.catalog.json
      """)

  @Argument(
    help: "The document; - is standard input. Several Discovery documents make one catalog.")
  var files: [String]

  @Option(help: ArgumentHelp("The catalog's id; made of the title without it.", valueName: "id"))
  var id: String?

  @Option(help: "The platform's name; the title without it.")
  var name: String?

  @Option(
    name: .customLong("catalog-version"),
    help: ArgumentHelp("The catalog's version; the document's without it.", valueName: "version"))
  var version: String?

  @Option(help: ArgumentHelp("Corrections, applied to every import.", valueName: "file"))
  var overlay: String?

  @Option(help: ArgumentHelp("Allow references to files in this folder.", valueName: "folder"))
  var base: String?

  @Option(
    name: .customLong("permission-member"), parsing: .singleValue,
    help: ArgumentHelp(
      "Another member in which the vendor names a call's permissions, such as x-acme-rights.",
      valueName: "name"))
  var permissionMembers: [String] = []

  @Flag(
    exclusivity: .exclusive,
    help: "What a set of scopes means. Default: what is known of the platform.")
  var meaning: Meaning?

  @Flag(help: "Read permissions out of descriptions (\"Requires the `x` permission\").")
  var prose = false

  @Flag(
    name: .customLong("no-inferred-grants"),
    help: "Let no name decide which scope grants another.")
  var noInferredGrants = false

  @Flag(
    name: .customLong("keep-unscoped"),
    help: "Count credentials without scopes as an alternative to those with.")
  var keepUnscoped = false

  @Flag(name: .shortAndLong, help: "Do not report what was counted and repaired.")
  var quiet = false

  @Option(
    name: [.customShort("o", allowingJoined: true), .long],
    help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"))
  var output: String?

  func run() throws {
    try reportingErrors {
      try OutputFile.requireApart(output, from: files + [overlay].compactMap(\.self))
      let progress = Progress("still reading \(files[0])")
      let imported = try importing()
      progress.end()
      if let output, output != "-" {
        _ = try DocumentFile.write(imported.document, to: output)
      } else {
        Console.print(document: imported.document)
      }
      if !quiet { say(imported) }
    }
  }

  private func importing() throws -> ImportedCatalog {
    var documents: [(name: String, bytes: [UInt8])] = []
    for file in files {
      documents.append(
        (
          name(of: file),
          file == "-" ? try StandardStreams.readInput() : try DocumentFile.read(file)
        ))
    }
    let file = files[0]
    var options = ImportOptions()
    options.id = id
    options.name = name
    options.version = version
    options.source =
      files.count > 1
      ? "\(files.count) documents"
      : file == "-" ? "" : file.parts(between: "/").last ?? ""
    options.path = file == "-" ? nil : file
    options.base = base
    options.meaning = meaning.map { $0 == .anyOf ? .any : .all }
    options.overlay = try overlay.map { path throws(ModelError) in try DocumentFile.read(path) }
    options.permissionMembers += permissionMembers
    options.readsProse = prose
    options.infersIncludes = !noInferredGrants
    options.keepsUnscoped = keepUnscoped
    do throws(CatalogImporter.Failure) {
      return try CatalogImporter.read(documents, options: options)
    } catch {
      switch error {
      case .description(let error): throw error.file == nil ? error.inFile(name(of: file)) : error
      case .overlay(let error): throw error.file == nil ? error.inFile(overlay ?? "") : error
      case .option(let name, let error):
        let option = name == "version" ? "--catalog-version" : "--" + name
        throw ValidationError("\(option): \(error.sentences)")
      }
    }
  }

  private func say(_ imported: ImportedCatalog) {
    let counts = imported.counts
    func count(_ number: Int, _ word: String) -> String {
      "\(number) \(word)\(number == 1 ? "" : "s")"
    }
    var text = """
      keywright: \(imported.catalog.name) \(imported.catalog.version): \
      \(count(counts.declared, "scope")) declared; \(count(counts.operations, "call")), \
      \(counts.operationsWithScopes) of which \(counts.operationsWithScopes == 1 ? "names" : "name") \
      scopes; \(count(counts.named, "scope")) named, \
      \(counts.undeclared) of which \(counts.undeclared == 1 ? "is" : "are") not declared
      """
    if counts.operationsWithMembers > 0 {
      text +=
        "; \(count(counts.operationsWithMembers, "call")) with members that name "
        + count(counts.namedInMembers, "permission")
    }
    Console.say(text)
    // What is about the whole comes first: of many notes only some are shown.
    let notes =
      imported.notes.filter { !$0.hasPlace } + imported.notes.filter { $0.hasPlace }
    for note in notes.prefix(20) {
      let place =
        name(of: note.isOfOverlay ? overlay ?? "" : note.file ?? files[0])
        + (note.line.map { ":\($0): " } ?? ": ")
      Console.say("keywright: " + place + note.text)
    }
    if imported.notes.count > 20 {
      Console.say("keywright: and \(count(imported.notes.count - 20, "more note"))")
    }
  }

  private func name(of path: String) -> String { path == "-" ? "standard input" : path }
}
