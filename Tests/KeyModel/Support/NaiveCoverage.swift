import Catalogs
import Keys

/// What a key has, opens and needs, worked out the slow way: nothing is kept, nothing is looked up.
struct NaiveCoverage {
  /// The scopes that the key has, ticked or granted.
  let held: Set<Int>
  /// The calls that it opens.
  let open: Set<Int>
  /// For each scope how many of the chosen calls name it, or one that it grants.
  let needs: [Int]
  /// For each category how many scopes in it, or in categories inside it, are ticked.
  let chosenCounts: [Int]

  init(_ design: KeyDesign, _ catalog: Catalog) {
    let grants = catalog.scopes.indices.map { Self.closure(of: $0, in: catalog) }
    let held = Set(design.scopes.flatMap { grants[$0] })
    self.held = held
    open = Set(
      catalog.operations.indices.filter { index in
        switch catalog.operations[index].requirement {
        case .notStated: return false
        case .anyOf(let sets): return sets.contains { held.isSuperset(of: $0) }
        }
      })
    let named = Set(design.details.operations).compactMap { call -> Set<Int>? in
      guard let operation = catalog.operations.first(where: { $0.call == call }),
        case .anyOf(let sets) = operation.requirement
      else { return nil }
      return Set(sets.joined())
    }
    needs = catalog.scopes.indices.map { scope in
      named.count { !$0.isDisjoint(with: grants[scope]) }
    }
    chosenCounts = catalog.categories.map { category in
      category.scopes.count(where: design.scopes.contains)
    }
  }

  /// A scope and all that it grants.
  private static func closure(of scope: Int, in catalog: Catalog) -> Set<Int> {
    var found: Set<Int> = [scope]
    var open = [scope]
    while let next = open.popLast() {
      for inner in catalog.scopes[next].includes where found.insert(inner).inserted {
        open.append(inner)
      }
    }
    return found
  }
}
