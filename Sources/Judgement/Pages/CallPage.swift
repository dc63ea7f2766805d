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
      let ways = catalog.ways(intoOperation: index)
      let conditions = catalog.conditions(ofOperation: index)
      let isChoice = ways.count > 1 && conditions.isEmpty
      lines += ["", isChoice ? "Opened by any one of these" : "Opened by"]
      lines += ways.map { way in
        let names = way.scopes.isEmpty ? "no scope" : Self.names(way.scopes, catalog)
        return "  " + names + (way.words.isEmpty ? "" : ", " + way.words)
      }
      if !conditions.isEmpty {
        lines += ["", "What a key answers"]
        lines += conditions.map {
          "  \(catalog.conditions[$0].id): \(catalog.conditions[$0].question)"
        }
      }
      if sets.count > 1 || !conditions.isEmpty {
        let least = ScopeCover(opening: [index], in: catalog).scopes
        lines += [
          "",
          conditions.isEmpty
            ? "The fewest scopes, of least risk"
            : "The fewest scopes that are enough in every case",
          "  " + Self.names(least, catalog),
        ]
      }
      var seen: Set<[Int]> = [[]]
      for way in ways where seen.insert(way.scopes).inserted {
        lines += Self.others(opened: way.scopes, but: index, catalog)
      }
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
    let calls = KeyAccess(.init(scopes), in: catalog).survey.openedByScopes
      .filter { $0 != index }.map { catalog.operations[$0].call }
    guard !calls.isEmpty else {
      return ["", "With \(names) a key is not known to open another call"]
    }
    return ["", "With \(names) a key may also call"] + calls.map { "  " + $0 }
  }
}
