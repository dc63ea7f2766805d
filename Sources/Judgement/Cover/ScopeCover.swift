import BitCollections
import Catalogs

/// The fewest scopes that together open a set of operations.
///
/// A scope that another grants is held with it: one that grants what several calls need is fewer than
/// those. Of covers with equally few scopes the one of least risk wins, by what the catalog says of
/// each scope and of all that it grants: what it does, what it touches, whether it is deprecated or
/// unconfirmed. Of those the one
/// that opens the fewest other operations, then the one whose scopes come first in the catalog. The
/// same operations give the same cover, in whatever order they come.
///
/// Scopes that an operation needs in any case are taken first, and what is left falls apart into
/// parts that share no scope. Each part is searched by branch and bound until `workLimit` looks at
/// an alternative are spent over all parts, or more than `depthLimit` choices hang on each other;
/// from there on the cover is greedy, without a scope that could be dropped.
package struct ScopeCover: Hashable, Sendable {
  /// The exact search ends after so many looks at one operation's one alternative.
  package static let workLimit = 2_000_000
  /// The exact search ends below so many choices that hang on each other.
  package static let depthLimit = 200

  /// The scopes that together open each stated operation; none of them can be dropped.
  package let scopes: BitSet
  /// Whether no cover has fewer scopes, nor as many with less risk, counting what they grant; false
  /// where the exact search was cut off and the greedy one filled in.
  package let isProvenMinimal: Bool
  /// The operations whose scopes the catalog does not state, sorted: they are not opened.
  package let unstated: [Int]
  /// The operations that no key of this kind can make, sorted: they are not opened.
  package let impossible: [Int]
  /// The operations that only scopes open which are excluded, sorted: they are not opened.
  package let blocked: [Int]

  /// Finds the cover of operations, by their indices in the catalog; each counts once.
  ///
  /// - Parameters:
  ///   - operations: what is opened.
  ///   - catalog: the catalog.
  ///   - key: what of the key decides which alternatives count.
  ///   - excluded: scopes that the key must not have, ticked or granted.
  package init(
    opening operations: some Sequence<Int>, in catalog: Catalog, for key: KeyTerms = KeyTerms(),
    excluding excluded: BitSet = []
  ) {
    self.init(
      opening: operations, in: catalog, for: key, excluding: excluded, workLimit: Self.workLimit)
  }

  // The limit is a parameter for tests.
  init(
    opening operations: some Sequence<Int>, in catalog: Catalog, for key: KeyTerms = KeyTerms(),
    excluding excluded: BitSet = [], workLimit: Int
  ) {
    // Whoever grants one of these has it.
    let banned = excluded.reduce(into: excluded) { banned, scope in
      banned.formUnion(BitSet(catalog.granters(of: scope)))
    }
    var blocked: [Int] = []
    let chosen = BitSet(operations.filter { catalog.operations.indices.contains($0) })
    var (unstated, impossible): ([Int], [Int]) = ([], [])
    var requirements: [[[Int]]] = []
    for operation in chosen {
      guard let rows = catalog.rows(of: operation, for: key) else {
        unstated.append(operation)
        continue
      }
      if rows.contains([]) {
        impossible.append(operation)
        continue
      }
      let left = rows.map { $0.filter { !$0.contains(where: banned.contains) } }
      if left.contains([]) { blocked.append(operation) } else { requirements += left }
    }
    let problem = CoverProblem(opening: requirements, in: catalog, excluding: banned)
    var scopes = problem.forced
    var isProvenMinimal = problem.isComplete
    var work = 0
    for part in CoverPart.parts(of: problem, chosen: chosen, in: catalog, for: key) {
      var search = CoverSearch(part, workLimit: workLimit - work)
      let found = search.run()
      scopes.formUnion(found.map { part.scopes[$0] })
      isProvenMinimal = isProvenMinimal && search.isProvenMinimal
      work += search.work
    }
    self.scopes = scopes
    self.isProvenMinimal = isProvenMinimal
    self.unstated = unstated
    self.impossible = impossible
    self.blocked = blocked
  }
}
