import BitCollections
import Catalogs

/// A part of a problem that shares no scope with the rest, so that it can be solved by itself.
struct CoverPart {
  /// Parts of more rows are searched as they are, without looking for rows that others open.
  private static let mostComparedRows = 300
  /// One scope weighs more than all risks together.
  private static let oneScope = 1 << 40

  /// The scopes that can be chosen, in the catalog's order; below they go by their places in here.
  let scopes: [Int]
  /// The rows to open, those of fewest alternatives first.
  let rows: [[[Int]]]
  /// The requirements of other operations that scopes of this part may open, and how many have each.
  let others: [(row: [[Int]], count: Int)]
  /// What choosing a scope costs: one scope, then its risk.
  let weights: [Int]

  private init(
    scopes: [Int], rows: [[[Int]]], others: [(row: [[Int]], count: Int)], catalog: Catalog
  ) {
    self.scopes = scopes
    let placeOfScope = Dictionary(uniqueKeysWithValues: zip(scopes, scopes.indices))
    func local(_ row: [[Int]]) -> [[Int]] { row.map { $0.compactMap { placeOfScope[$0] } } }
    self.rows = Self.withoutOpenedRows(rows).map(local)
    self.others = others.map { (local($0.row), $0.count) }
    weights = scopes.map { Self.oneScope + catalog.weight(of: $0) }
  }

  /// A row that another opens in any case can be left out; of two that open each other, the later.
  private static func withoutOpenedRows(_ rows: [[[Int]]]) -> [[[Int]]] {
    guard rows.count <= mostComparedRows else { return rows }
    return rows.indices.filter { index in
      !rows.indices.contains {
        $0 != index && CoverProblem.opens(rows[$0], rows[index])
          && ($0 < index || !CoverProblem.opens(rows[index], rows[$0]))
      }
    }.map { rows[$0] }
  }

  /// Takes a problem apart.
  ///
  /// Scopes belong together where a row names both, or an operation that is not chosen does: what
  /// else a cover opens is then the sum over the parts.
  static func parts(
    of problem: CoverProblem, chosen: BitSet, in catalog: Catalog, for key: KeyTerms
  ) -> [CoverPart] {
    guard !problem.rows.isEmpty else { return [] }
    let scopes = BitSet(problem.rows.joined().joined())
    let given = catalog.held(by: problem.forced)
    let within = catalog.held(by: scopes).union(given)
    var others: [[[Int]]: Int] = [:]
    let reached = within.reduce(into: BitSet()) { reached, scope in
      reached.formUnion(BitSet(catalog.operationsOfScope[scope]))
    }
    for operation in reached.subtracting(chosen) {
      let requirement = catalog.requirement(of: operation, for: key)
      let left = requirement.alternatives.filter { $0.allSatisfy(within.contains) }
        .map { set in set.filter { !given.contains($0) } }
      if left.isEmpty || left.contains([]) { continue }
      let row = CoverProblem.reduce(
        catalog.hasGrants ? problem.choices.row(for: left, ticking: scopes) : left, without: [])
      if row.first?.isEmpty == false { others[row, default: 0] += 1 }
    }
    var groups = ScopeGroups()
    for row in problem.rows { groups.join(row.joined()) }
    for row in others.keys { groups.join(row.joined()) }
    let scopesOfGroup = Dictionary(grouping: scopes) { groups.group(of: $0) }
    let rowsOfGroup = Dictionary(grouping: problem.rows) { groups.group(of: $0[0][0]) }
    let othersOfGroup = Dictionary(grouping: others) { groups.group(of: $0.key[0][0]) }
    return scopesOfGroup.sorted { $0.value[0] < $1.value[0] }.map { group, scopes in
      CoverPart(
        scopes: scopes, rows: rowsOfGroup[group] ?? [],
        others: (othersOfGroup[group] ?? []).map { ($0.key, $0.value) }, catalog: catalog)
    }
  }
}

/// Scopes that belong together.
private struct ScopeGroups {
  private var parents: [Int: Int] = [:]

  /// The scope that stands for the group of a scope.
  mutating func group(of scope: Int) -> Int {
    var top = scope
    while let parent = parents[top] { top = parent }
    var current = scope
    while let parent = parents[current], parent != top {
      parents[current] = top
      current = parent
    }
    return top
  }

  mutating func join(_ scopes: some Sequence<Int>) {
    var first: Int?
    for scope in scopes {
      let group = group(of: scope)
      if let first, first != group { parents[group] = first } else { first = group }
    }
  }
}
