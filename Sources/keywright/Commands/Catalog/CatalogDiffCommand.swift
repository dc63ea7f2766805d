import ArgumentParser
import Catalogs
import Documents
import Judgement
import Keys

/// What a new version of a catalog changes, and for which keys.
struct CatalogDiffCommand: ParsableCommand {
  /// The forms of the report.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say what a new version of a catalog changes, and which keys it touches.",
    discussion: """
      Exit status: 0 done; 1 one of the manifests is touched; 2 a document that cannot be read.

      EXAMPLES
        keywright catalog diff old.catalog.json new.catalog.json
        keywright catalog diff acme new.catalog.json --manifest keys/*.key.json
      """)

  @Argument(help: "The catalog as it was: a file, or an id.")
  var old: String

  @Argument(help: "The catalog as it is: a file, or an id.")
  var new: String

  @Option(
    name: .customLong("manifest"), parsing: .upToNextOption,
    help: ArgumentHelp("Keys to look at.", valueName: "file"))
  var manifests: [String] = []

  @Option(help: "text or json.")
  var format = Format.text

  func run() throws {
    let touched = try reportingErrors {
      let diff = CatalogDiff(
        old: try CatalogSource(choice: old).load(), new: try CatalogSource(choice: new).load())
      var impacts: [(path: String, impact: KeyImpact?)] = []
      for path in manifests { impacts.append((path, try impact(of: diff, on: path))) }
      let report = CatalogDiffReport(diff: diff, impacts: impacts)
      switch format {
      case .text: Console.print(lines: report.lines)
      case .json: Console.print(document: JSONWriter.write(report.json))
      }
      return impacts.contains { $0.impact.map { !$0.isEmpty } ?? false }
    }
    if touched { throw ExitStatus.findings }
  }

  /// Nil for a key of another platform.
  private func impact(of diff: CatalogDiff, on path: String) throws(ModelError) -> KeyImpact? {
    let bytes = try DocumentFile.read(path)
    do {
      let id = try JSONDocument(parsing: bytes).root.require("catalog").require("id")
      guard try id.requireString() == diff.old.id else { return nil }
      let old = diff.old
      let manifest = try Manifest(decoding: bytes) { _ throws(ModelError) in old }
      let design = manifest.original
      let ids = design.scopes.map { old.scopes[$0].id } + design.details.unknownScopes
      return KeyImpact(of: diff, onKeyWith: ids)
    } catch {
      throw error.inFile(path)
    }
  }
}
