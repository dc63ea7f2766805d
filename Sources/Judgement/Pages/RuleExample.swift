import BitCollections
import Catalogs
import Keys

/// A design that a rule finds fault with, and the same after its remedy: what a rule's page shows
/// and what the tests hold the rule to.
package struct RuleExample: Hashable, Sendable {
  /// One design, and the policy it is held to.
  package struct Case: Hashable, Sendable {
    /// The design.
    package var design: KeyDesign
    /// The policy's document; nil where none is needed.
    package var policy: [UInt8]?

    /// Creates a case.
    package init(_ design: KeyDesign, policy: [UInt8]? = nil) {
      self.design = design
      self.policy = policy
    }
  }

  /// The day on which the examples are looked at, as a date.
  package static let day = "2026-12-01"

  /// What raises the rule.
  package var bad: Case
  /// What does not.
  package var good: Case
  /// The keys beside it, for a rule about a set of keys.
  package var beside: [KeyDesign]
  /// The calls that were made, for a rule that asks about them.
  package var calls: [String]

  /// Creates a pair.
  package init(bad: Case, good: Case, beside: [KeyDesign] = [], calls: [String] = []) {
    self.bad = bad
    self.good = good
    self.beside = beside
    self.calls = calls
  }

  /// The pair of a rule that comes as data: its first smallest trigger, and the same after the
  /// remedy.
  ///
  /// Where the remedy leaves nothing, the good design has a scope that is known to be harmless.
  package init?(_ combination: Combination, catalog: Catalog) {
    guard let today = CalendarDate(Self.day) else { return nil }
    let base = ExampleDesigns(catalog: catalog)
    let atLeast = combination.atLeast.map { $0.of.prefix($0.count) } ?? []
    let trigger = combination.all + combination.any.compactMap(\.first) + atLeast
    var (bad, good) = (base.plain, base.plain)
    bad.scopes = .init(trigger)
    good.scopes = bad.scopes
    let key = KeyUnderReview(catalog: catalog, design: bad, today: today)
    let finding = CombinationRule(0, of: [combination], catalog: catalog).finding(for: [0], in: key)
    if let remedy = finding.remedy, !remedy.edits.isEmpty {
      remedy.apply(to: &good)
    } else if let last = trigger.last {
      good.scopes.remove(last)
    }
    if good.scopes.isEmpty { good.scopes = .init(base.harmless(beside: trigger)) }
    self.init(bad: Case(bad), good: Case(good))
  }
}
