import BitCollections
import Catalogs

/// What is known about a call, as text: which scopes open it, and what else they open.
package struct CallPage: Sendable {
  /// The lines, without styles.
  package let text: String

  /// Writes the page of an operation, by its index in the catalog.
  package init(operation index: Int, catalog: Catalog) {
    let operation = catalog.operations[index]
    var lines = [operation.call]
    let requirement = catalog.requirement(of: index, for: KeyTerms())
    switch requirement {
    case .notStated:
      lines += [
        "", "The reference of \(catalog.name) does not state which scopes it needs.",
        "That does not make it free: a key may lack what it takes.",
      ]
    case .anyOf where requirement.isFree:
      lines += ["", "Needs no scope: any key may call it."]
    case .anyOf where requirement.isOfOtherKind: lines += ["", "No key of this kind can make it."]
    case .anyOf(let sets):
      lines += ["", sets.count == 1 ? "Opened by" : "Opened by any one of these"]
      lines += sets.map { "  " + Self.names($0, catalog) }
      if sets.count > 1 {
        let least = ScopeCover(opening: [index], in: catalog).scopes
        lines += ["", "The fewest scopes, of least risk", "  " + Self.names(least, catalog)]
      }
      for set in sets { lines += Self.others(opened: set, but: index, catalog) }
    }
    text = lines.joined(separator: "\n")
  }

  private static func names(_ scopes: some Sequence<Int>, _ catalog: Catalog) -> String {
    scopes.map { catalog.scopes[$0].id }.joined(separator: " and ")
  }

  private static func others(
    opened scopes: [Int], but index: Int, _ catalog: Catalog
  ) -> [String] {
    let names = names(scopes, catalog)
    let calls = KeyAccess(.init(scopes), in: catalog).operationsOpenedByScopes
      .filter { $0 != index }.map { catalog.operations[$0].call }
    guard !calls.isEmpty else {
      return ["", "With \(names) a key is not known to open another call"]
    }
    return ["", "With \(names) a key may also call"] + calls.map { "  " + $0 }
  }
}
