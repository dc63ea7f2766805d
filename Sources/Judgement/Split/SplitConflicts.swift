import BitCollections
import Catalogs
import Documents
import Keys

/// The combinations that may not be in one key.
///
/// Only those that no further scope can settle: once such a rule fires, it fires in every larger
/// set. The fewest keys that keep to them are a lower bound of the fewest keys that keep to all.
struct SplitConflicts {
  private let rules: RuleSet
  private let isConflict: [Bool]
  private let accepted: AcceptedRisks
  private let unsettled: Set<SplitReview.Identity>
  private var key: KeyUnderReview
  /// The scopes that take part in any.
  let scopes: BitSet

  init(
    _ design: KeyDesign, rules: RuleSet, today: CalendarDate, unsettled: Set<SplitReview.Identity>
  ) {
    self.rules = rules
    self.unsettled = unsettled
    accepted = AcceptedRisks(design, today: today)
    var scopes: BitSet = []
    isConflict = rules.checks.map { check in
      guard let rule = rules.scopeRules[check.rule] as? CombinationRule,
        rule.combination.without.isEmpty
      else { return false }
      let levels = [rule.combination.severity, rule.combination.raise?.severity ?? .note]
      let level = rules.policy.severity(of: rule.info.id) ?? levels.max()
      guard level == .error else { return false }
      // What one scope sets off by itself is settled by no split, and keeps nothing apart.
      let read = BitSet(rule.subjects(in: rules.catalog).reads.all.map(Int.init))
      guard read.count > 1 else { return false }
      scopes.formUnion(read)
      return true
    }
    // A scope that grants one of these has it as well.
    for scope in scopes { scopes.formUnion(BitSet(rules.catalog.granters(of: scope))) }
    self.scopes = scopes.intersection(design.scopes)
    key = KeyUnderReview(catalog: rules.catalog, design: design, today: today)
  }

  /// Says whether a part may stay as it is, after these scopes came to one that might.
  mutating func allows(_ part: BitSet, after added: BitSet) -> Bool {
    key.design.scopes = part
    for scope in added.intersection(scopes) {
      for check in rules.checks(reading: scope).map(Int.init) where isConflict[check] {
        guard rules.severity(ofCheck: check, in: key) == .error else { continue }
        let (rule, subject) = (rules.checks[check].rule, rules.checks[check].subject)
        let finding = rules.finding(ofRule: rule, for: [subject], in: key)
        if !isTaken(finding) { return false }
      }
    }
    return true
  }

  private func isTaken(_ finding: Finding) -> Bool {
    unsettled.contains(SplitReview.Identity(finding)) || accepted.cover(finding)
  }
}
