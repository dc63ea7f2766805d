import BitCollections
import Catalogs
import Keys

/// The fewest keys that do the work of one key that no rule set allows.
///
/// The chosen calls are kept: each that the design opens is open to one of the keys. Where no call
/// is chosen, or none that the catalog knows, every scope is kept. No key has a scope that the
/// design has not, and no key has an error that nobody has accepted, but those that no split can
/// settle. Scopes of one resource, then of one category, stay together where they may; a scope that
/// changes things has its view beside it where the design has it and no error comes of it.
///
/// The number of keys is proven to be the least by search, for up to `stepLimit` attempts to put a
/// call's scopes into a key: enough for 11 that hold against each other in the worst of ways, and
/// for hundreds in catalogs as they are. Beyond, or where a rule can be settled by a scope more, the
/// number may be found without a proof.
package struct KeySplit: Sendable {
  /// The search ends after so many attempts to put a call's scopes into a key.
  package static let stepLimit = 1_000_000

  /// The keys, by their first scope; the design itself where it has no error and no scope too many.
  package let keys: [KeyDesign]
  /// No fewer keys can do it.
  package let lowerBound: Int
  /// The errors that no split can settle, as one of the keys still has them.
  package let unsettled: [Finding]
  /// The chosen calls that no key is known to open: the design did not open them, or the catalog
  /// does not know them or does not state what they need.
  package let unplaced: [String]
  /// The ids of the scopes that no chosen call needs, and that no key has any more.
  package let dropped: [String]

  /// Whether fewer keys are known not to do.
  package var isProvenMinimal: Bool { keys.count == lowerBound }

  /// Splits a design.
  package init(_ design: KeyDesign, rules: RuleSet, today: CalendarDate) {
    self.init(design, rules: rules, today: today, stepLimit: Self.stepLimit)
  }

  // The limit is a parameter for tests.
  init(_ design: KeyDesign, rules: RuleSet, today: CalendarDate, stepLimit: Int) {
    let work = SplitUnit.work(of: design, in: rules.catalog)
    unplaced = work.unplaced
    let review = SplitReview(design, rules: rules, today: today)
    let errors = review.look(at: design.scopes).openErrors
    guard !work.units.isEmpty, !errors.isEmpty || !work.keepsScopes else {
      (keys, lowerBound, unsettled, dropped) = ([design], 1, errors, [])
      return
    }
    var assembly = SplitAssembly(work, review: review, rules: rules, today: today)
    assembly.run(stepLimit: stepLimit)
    // Fewer scopes are worth neither more keys nor an error: one can come of a scope that is gone.
    let isWorthIt =
      assembly.parts.count == 1 && assembly.parts[0] != design.scopes
      && review.look(at: assembly.parts[0]).openErrors.isEmpty
    guard isWorthIt || !errors.isEmpty else {
      (keys, lowerBound, unsettled, dropped) = ([design], 1, errors, [])
      return
    }
    lowerBound = work.isComplete ? assembly.lowerBound : 1
    let parts = assembly.parts.sorted { ($0.first ?? .max) < ($1.first ?? .max) }
    let details = SplitDetails(design, catalog: rules.catalog, keepsUnknown: work.keepsScopes)
    var (keys, unsettled): ([KeyDesign], [Finding]) = ([], [])
    var seen: Set<Finding> = []
    for (place, scopes) in parts.enumerated() {
      let findings = review.look(at: scopes)
      keys.append(details.key(scopes, number: place + 1, of: parts.count, findings: findings))
      unsettled += findings.openErrors.filter { seen.insert($0).inserted }
    }
    (self.keys, self.unsettled) = (keys, unsettled)
    let kept = parts.reduce(into: BitSet()) { $0.formUnion($1) }
    let lost = work.keepsScopes ? [] : design.details.unknownScopes
    dropped = design.scopes.subtracting(kept).map { rules.catalog.scopes[$0].id } + lost
  }
}
