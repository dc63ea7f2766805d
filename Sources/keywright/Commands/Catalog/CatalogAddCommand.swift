import ArgumentParser
import BundledCatalogs
import Catalogs
import Documents

/// Puts a catalog where every command finds it by name.
struct CatalogAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a catalog, so that every command finds it by its id.",
    discussion: """
      A newer version takes the place of the older, which is kept: a manifest made with it then \
      opens with a note that says what changed for its key.

      EXAMPLES
        keywright catalog add acme.catalog.json
        keywright catalog import openapi.yaml --id acme | keywright catalog add -
      """)

  @Argument(help: "The catalog's file; - is standard input.")
  var file: String

  func run() throws {
    try reportingErrors {
      let bytes = file == "-" ? try StandardStreams.readInput() : try DocumentFile.read(file)
      let catalog: Catalog
      do throws(ModelError) {
        catalog = try Catalog(decoding: bytes)
      } catch {
        throw DescriptionOfAPI.explain(error, bytes: bytes, path: file)
      }
      let replaced = try CatalogFolder.add(bytes, of: catalog)
      var text = "keywright: added \(catalog.id) \(catalog.version)"
      if let replaced, replaced.version != catalog.version {
        text += ", replacing \(replaced.version)"
      } else if let replaced, !replaced.isSame {
        text += ", replacing another document of that version, which is not kept"
      }
      if BundledCatalogs.ids.contains(catalog.id) { text += "; it goes before the bundled one" }
      Console.say(text)
    }
  }
}

/// Takes an added catalog away.
struct CatalogRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Take an added catalog away, with its older versions.",
    discussion: """
      EXAMPLES
        keywright catalog remove acme
      """)

  @Argument(help: "The catalog's id.")
  var id: String

  func run() throws {
    try reportingErrors {
      guard try CatalogFolder.remove(id) else {
        if BundledCatalogs.ids.contains(id) {
          throw ModelError(
            problem: "\"\(id)\" ships with the program",
            remedy: "Only added catalogs can be removed")
        }
        let added = CatalogFolder.ids
        throw ModelError(
          problem: "no catalog \"\(id)\" was added",
          remedy: NearestName.suggestion(id, among: added)
            ?? (added.isEmpty ? "None is there" : "There are " + added.joined(separator: ", ")))
      }
      Console.say("keywright: removed \(id)")
    }
  }
}
