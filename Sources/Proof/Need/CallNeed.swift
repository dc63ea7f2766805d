import BitCollections
import Calls
import Catalogs
import Judgement
import Keys

/// What some calls need: the fewest scopes, and for each operation what opens it.
package struct CallNeed: Sendable {
  /// One operation that was called.
  package struct Call: Hashable, Sendable {
    /// The call as it was written where that was an argument, else the operation's template.
    package var call: String
    /// The operation's index.
    package var operation: Int
    /// The scopes of the cover that open it; none where its scopes are not stated.
    package var scopes: [Int]
    /// How often it was called so that it counts.
    package var count: Int
  }

  /// One operation that was called, and never so that it counts.
  package struct FailedCall: Hashable, Sendable {
    /// The operation's index.
    package var operation: Int
    /// The scopes that it would have needed by itself; none where they are not stated.
    package var scopes: [Int]
    /// How often it ended in which way.
    package var outcomes: [CallOutcome: Int]
    /// Where it stands first.
    package var place: CallTally.RecordPlace?

    /// How often it was called.
    package var count: Int { outcomes.values.reduce(0, +) }
  }

  /// The fewest scopes that open every stated operation.
  package let cover: ScopeCover
  /// Whether no choice of scopes opens them with fewer, nor with as many of less risk, and has nothing
  /// that is ruled out.
  package let isProvenMinimal: Bool
  /// The operations called, in the catalog's order.
  package let calls: [Call]
  /// The operations called in vain, in the catalog's order.
  package let failed: [FailedCall]

  /// The views of what the scopes of the cover change, which none of the calls needs.
  package let views: BitSet
  /// How many scopes there are and what for, as words.
  package let words: String

  /// What the key says of itself, with the kind that was taken where none was named.
  package let details: KeyDetails
  /// The conditions on which a call depends and that are not answered.
  package let openConditions: [Int]

  /// All scopes: the fewest, and the views.
  package var scopes: BitSet { cover.scopes.union(views) }

  /// Finds what the calls of a tally need.
  ///
  /// - Parameters:
  ///   - tally: the calls.
  ///   - rules: the rules that hold for the key.
  ///   - details: the kind of the key, its answers, and what it must never have; a key without a
  ///     kind is of the first that can make most of the calls.
  ///   - addsViews: whether the views of what the key changes are added.
  package init(
    _ tally: CallTally, rules: RuleSet, details: KeyDetails = KeyDetails(), addsViews: Bool = true
  ) {
    let catalog = tally.resolver.catalog
    let operations = tally.operations
    let (details, terms) = Self.terms(details, operations, catalog)
    self.details = details
    openConditions = Set(operations.flatMap { catalog.conditions(ofOperation: $0, for: terms) })
      .filter { terms[$0] == nil }.sorted()
    let needed = NeededScopes(
      opening: operations, rules: rules, for: terms, never: details.never, addsViews: addsViews)
    (cover, views, words) = (needed.cover, needed.views, needed.words)
    isProvenMinimal = needed.isProvenMinimal
    let access = KeyAccess(cover.scopes, in: catalog, terms: terms)
    calls = operations.map { index in
      Call(
        call: tally.written[index] ?? catalog.operations[index].call, operation: index,
        scopes: access.opening(of: index).scopes, count: tally.counts[index])
    }
    failed = tally.failedOperations.map { index in
      let outcomes = CallOutcome.allCases.compactMap { outcome in
        let count = tally.failures[outcome.rawValue][index]
        return count > 0 ? (outcome, count) : nil
      }
      return FailedCall(
        operation: index,
        scopes: Array(ScopeCover(opening: [index], in: catalog, for: terms).scopes),
        outcomes: Dictionary(uniqueKeysWithValues: outcomes), place: tally.failurePlaces[index])
    }
  }

  /// What of the key decides which alternatives count, and its details with a kind where the
  /// catalog has some.
  private static func terms(
    _ details: KeyDetails, _ operations: [Int], _ catalog: Catalog
  ) -> (KeyDetails, KeyTerms) {
    var design = KeyDesign(details: details)
    guard !catalog.kinds.isEmpty, details.kind.flatMap({ catalog.indexOfKind($0) }) == nil else {
      return (details, KeyTerms(design, in: catalog))
    }
    design.details.kind = catalog.kind(taking: design.scopes, making: operations)
      .map { catalog.kinds[$0].id }
    return (design.details, KeyTerms(design, in: catalog))
  }

  /// A key for these calls, with the calls themselves as what it is for.
  package func design(in catalog: Catalog, label: String) -> KeyDesign {
    var design = KeyDesign(details: details)
    design.scopes = scopes
    design.details.label = label
    design.details.operations = calls.map { catalog.operations[$0.operation].call }
    return design
  }
}
