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
    switch operation.requirement {
    case .notStated:
      lines += [
        "", "The reference of \(catalog.name) does not state which scopes it needs.",
        "That does not make it free: a key may lack what it takes.",
      ]
    case .anyOf(let sets) where sets.contains([]):
      lines += ["", "Needs no scope: any key may call it."]
    case .anyOf(let sets):
      lines += ["", sets.count == 1 ? "Opened by" : "Opened by any one of these"]
      lines += sets.map { "  " + Self.names($0, catalog) }
      if sets.count > 1 {
        let least = ScopeCover(opening: [index], in: catalog).scopes
        lines += ["", "The fewest scopes, of least risk", "  " + Self.names(least, catalog)]
      }
      for set in sets { lines += Self.others(opened: BitSet(set), but: index, catalog) }
    }
    text = lines.joined(separator: "\n")
  }

  private static func names(_ scopes: some Sequence<Int>, _ catalog: Catalog) -> String {
    scopes.map { catalog.scopes[$0].id }.joined(separator: " and ")
  }

  private static func others(
    opened scopes: BitSet, but index: Int, _ catalog: Catalog
  ) -> [String] {
    let names = names(scopes, catalog)
    var calls: [String] = []
    for (other, operation) in catalog.operations.enumerated() where other != index {
      guard case .anyOf(let sets) = operation.requirement, !sets.contains([]) else { continue }
      if operation.isOpen(to: scopes.contains) { calls.append(operation.call) }
    }
    guard !calls.isEmpty else { return ["", "With \(names) a key may call nothing else"] }
    return ["", "With \(names) a key may also call"] + calls.map { "  " + $0 }
  }
}
