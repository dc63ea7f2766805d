import ArgumentParser
import BundledCatalogs
import Catalogs
import Documents
import TerminalUI

/// All catalogs that are known by name.
struct CatalogListCommand: ParsableCommand {
  /// The forms of the list.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the catalogs that ship and those that were added.",
    discussion: """
      Added catalogs stand in $XDG_DATA_HOME/keywright/catalogs (~/.local/share/keywright/catalogs); \
      one with the id of a bundled catalog goes before it.

      EXAMPLES
        keywright catalog list
        keywright catalog list --format json | jq -r '.[].id'
      """)

  @Option(help: "text or json.")
  var format = Format.text

  func run() throws {
    var rows: [(catalog: Catalog, origin: String)] = []
    var failed = false
    for id in CatalogSource.ids {
      do {
        let added = CatalogFolder.ids.contains(id)
        let catalog = try CatalogSource(choice: id).load()
        rows.append((catalog, added ? CatalogFolder.file(id) ?? "" : "bundled"))
      } catch {
        Console.say("keywright: \(error)")
        failed = true
      }
    }
    switch format {
    case .text: Console.print(sanitized: Self.lines(rows))
    case .json: Console.print(document: JSONWriter.write(.array(rows.map(Self.node))))
    }
    if failed { throw ExitStatus.badInput }
  }

  private static func lines(_ rows: [(catalog: Catalog, origin: String)]) -> [String] {
    TextColumns.lines(
      rows.map { catalog, origin in
        [
          catalog.id, catalog.version,
          "\(catalog.name), " + Counted.text(catalog.scopes.count, "scope") + ", "
            + Counted.text(catalog.operations.count, "call") + "  (\(origin))",
        ]
      })
  }

  private static func node(_ catalog: Catalog, _ origin: String) -> JSONNode {
    .object([
      ("id", .string(catalog.id)), ("version", .string(catalog.version)),
      ("name", .string(catalog.name)), ("origin", .string(origin)),
      ("scopes", .integer(catalog.scopes.count)),
      ("operations", .integer(catalog.operations.count)),
    ])
  }
}
