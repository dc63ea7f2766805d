import BitCollections
import Catalogs
import Keys

/// The scopes that a key has to go without, so that it has nothing and opens nothing that is ruled
/// out.
///
/// A call that needs several scopes at once stays closed without any one of them: that makes several
/// choices. A call that needs none cannot be kept closed, and makes none. Where a call hangs on a
/// question, it has to stay closed in every case.
package struct RuledOutScopes: Sendable {
  /// So many choices are looked at.
  private static let mostChoices = 64

  /// The choices: each a set of scopes without which nothing is had or opened that must not be; at
  /// least one, empty where nothing is ruled out.
  package private(set) var choices: [BitSet]
  /// Whether these are all choices.
  package private(set) var isComplete = true

  /// Finds the choices.
  ///
  /// - Parameters:
  ///   - names: what is ruled out: scopes by id, and calls as `METHOD /path`.
  ///   - catalog: the catalog.
  ///   - key: what of the key decides which alternatives count.
  package init(_ names: [String], in catalog: Catalog, for key: KeyTerms) {
    let scopes = names.compactMap { catalog.indexOfScope($0) }
    choices = [BitSet(scopes + scopes.flatMap { catalog.granters(of: $0) })]
    for call in BitSet(names.compactMap { catalog.indexOfOperation($0) }) {
      let sets = Set((catalog.rows(of: call, for: key) ?? []).joined())
      if sets.contains([]) { continue }
      for set in sets.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        leaveOut(oneOf: set, catalog)
      }
    }
  }

  private mutating func leaveOut(oneOf set: [Int], _ catalog: Catalog) {
    var next: [BitSet] = []
    for choice in choices {
      // Whoever grants a scope has it.
      let more =
        set.contains(where: choice.contains)
        ? [choice] : set.map { choice.union(BitSet([$0] + catalog.granters(of: $0))) }
      for choice in more where !next.contains(choice) { next.append(choice) }
    }
    // What leaves out more than another choice opens nothing that the other does not.
    next = next.filter { one in !next.contains { $0.isStrictSubset(of: one) } }
    if next.count > Self.mostChoices { isComplete = false }
    choices = Array(next.prefix(Self.mostChoices))
  }
}
