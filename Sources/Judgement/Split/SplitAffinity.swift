import BitCollections
import Catalogs

/// How much scopes have to do with each other: those of one resource most, then those of one
/// category.
struct SplitAffinity {
  private let catalog: Catalog
  /// For each scope a number that it shares with all of its resource.
  private let resources: [Int32]

  init(catalog: Catalog) {
    self.catalog = catalog
    resources = catalog.resourceOfScope
  }

  /// The ways to put a unit into one of some parts, those with most in common first; where scopes
  /// are given, they alone count.
  func choices(
    _ unit: SplitUnit, _ parts: [BitSet], reading scopes: BitSet?
  ) -> [(part: Int, scopes: BitSet)] {
    var choices: [(part: Int, scopes: BitSet, weight: Int)] = []
    for part in parts.indices {
      for alternative in unit.alternatives {
        let counted = scopes.map { alternative.intersection($0) } ?? alternative
        choices.append(
          (part, parts[part].union(alternative), weight(of: counted, in: parts[part])))
      }
    }
    return choices.sorted { ($1.weight, $0.part) < ($0.weight, $1.part) }
      .map { ($0.part, $0.scopes) }
  }

  /// What some scopes have in common with a part that may get them.
  private func weight(of scopes: BitSet, in part: BitSet) -> Int {
    scopes.reduce(0) { sum, scope in
      // What is there already costs nothing.
      if part.contains(scope) { return sum + 1000 }
      let range = catalog.categories[catalog.scopes[scope].category].scopes
      let near = part.intersection(BitSet(range))
      return sum + near.count + 3 * near.count { resources[$0] == resources[scope] }
    }
  }
}
