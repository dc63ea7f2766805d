import BitCollections
import Catalogs

/// How much scopes have to do with each other: those of one resource most, then those of one
/// category.
struct SplitAffinity {
  private let catalog: Catalog
  /// For each scope a number that it shares with all of its resource.
  private let resources: [Int32]
  /// For each resource its scopes.
  private let members: [Scopes]
  /// For each category its scopes.
  private let categories: [Scopes]

  /// Some of the catalog's scopes; few are looked at one by one, of many the words of a set.
  private enum Scopes {
    case few([Int])
    case many(BitSet)

    init(_ scopes: [Int]) { self = scopes.count <= 64 ? .few(scopes) : .many(BitSet(scopes)) }

    /// Those of them that are in a set.
    func shared(with set: BitSet) -> Scopes {
      switch self {
      case .few(let scopes): .few(scopes.filter(set.contains))
      case .many(let scopes): .many(set.intersection(scopes))
      }
    }

    var count: Int {
      switch self {
      case .few(let scopes): scopes.count
      case .many(let scopes): scopes.count
      }
    }

    /// How many are in both.
    func countShared(with other: Scopes) -> Int {
      switch (self, other) {
      case (.many(let mine), .many(let others)): mine.intersection(others).count
      case (.many(let mine), .few(let others)): others.count(where: mine.contains)
      case (.few(let mine), .many(let others)): mine.count(where: others.contains)
      case (.few(let mine), .few(let others)): mine.count(where: others.contains)
      }
    }
  }

  init(catalog: Catalog) {
    self.catalog = catalog
    resources = catalog.resourceOfScope
    var members = Array(repeating: [Int](), count: Int(resources.max() ?? -1) + 1)
    for (scope, resource) in resources.enumerated() { members[Int(resource)].append(scope) }
    self.members = members.map(Scopes.init)
    categories = catalog.categories.map { Scopes(Array($0.scopes)) }
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
      let near = categories[catalog.scopes[scope].category].shared(with: part)
      return sum + near.count + 3 * near.countShared(with: members[Int(resources[scope])])
    }
  }
}
