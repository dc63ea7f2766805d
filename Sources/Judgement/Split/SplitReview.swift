import BitCollections
import Catalogs
import Keys

/// The errors of a part of a design, as its rules and its accepted risks see them.
///
/// Keeps one evaluation up to date, so that asking about a part costs the scopes that differ from
/// the part asked about before.
struct SplitReview {
  /// Enough of a finding to know it again in another part.
  struct Identity: Hashable {
    var rule: String
    var scopes: [String]

    init(_ finding: Finding) { (rule, scopes) = (finding.rule, finding.scopes) }
  }

  let design: KeyDesign
  /// The rule by which a part with nearly all scopes is an error; nil where it may be none.
  private let everything: FullAccessKey?
  /// The errors that no split can settle: those that a single unit has by itself.
  var unsettled: Set<Identity> = []
  private let rules: RuleSet
  private let today: CalendarDate
  private let accepted: AcceptedRisks
  private var findings: Findings

  init(_ design: KeyDesign, rules: RuleSet, today: CalendarDate) {
    (self.design, self.rules, self.today) = (design, rules.ofParts, today)
    everything = rules.fullAccessError(for: design)
    accepted = AcceptedRisks(design, today: today)
    // Acceptances would all be held against each part anew; here they only have to cover errors.
    var bare = design
    bare.details.accepted = []
    findings = Findings(rules: rules.ofErrorsInParts, design: bare, today: today)
  }

  /// What the rules find in a part, with its accepted risks.
  func look(at scopes: BitSet) -> Findings {
    var part = design
    part.scopes = scopes
    return Findings(rules: rules, design: part, today: today)
  }

  /// The errors of a part that nobody has accepted.
  mutating func errors(of scopes: BitSet) -> [Finding] {
    move(to: scopes)
    guard findings.counts.error > 0 else { return [] }
    // They stand first in the list.
    return findings.list(limit: findings.counts.error)
      .filter { $0.severity == .error && !accepted.cover($0) }
  }

  /// What says quickly of parts that they are an error because they hold nearly everything; nil
  /// where only all rules together can say it.
  ///
  /// The finding itself names all of a part's scopes, and a large part is asked about once for each
  /// scope that may still come to it.
  var holdsNearlyEverything: ((BitSet) -> Bool)? {
    guard let everything, !unsettled.contains(where: { $0.rule == FullAccessKey.info.id }) else {
      return nil
    }
    let catalog = findings.rules.catalog
    return { everything.fires(on: $0, in: catalog) }
  }

  /// Says whether a part has no error but those that no split can settle.
  mutating func isClean(_ scopes: BitSet) -> Bool {
    errors(of: scopes).allSatisfy { unsettled.contains(Identity($0)) }
  }

  /// Says the same of a part that was clean before some scopes came to it.
  mutating func isClean(_ scopes: BitSet, after part: BitSet) -> Bool {
    newErrors(of: scopes, after: part).isEmpty
  }

  /// The part with what its errors ask to be ticked, where the design has that and it helps; without
  /// the scopes that came last it was clean.
  mutating func mended(_ scopes: BitSet, after part: BitSet = []) -> BitSet {
    let errors = newErrors(of: scopes, after: part)
    var more = scopes
    for case .tick(let ticks) in errors.flatMap({ $0.remedy?.edits ?? [] })
    where ticks.allSatisfy(design.scopes.contains) {
      more.formUnion(BitSet(ticks))
    }
    guard more != scopes, newErrors(of: more, after: part).count < errors.count else {
      return scopes
    }
    return more
  }

  /// The errors that a split can settle, of a part that had none before some scopes came to it.
  ///
  /// What it had before is not looked at again: there may be thousands that no split can settle.
  private mutating func newErrors(of scopes: BitSet, after part: BitSet) -> [Finding] {
    move(to: scopes)
    return findings.openErrors(reading: scopes.symmetricDifference(part))
      .filter { !unsettled.contains(Identity($0)) && !accepted.cover($0) }
  }

  private mutating func move(to scopes: BitSet) {
    var next = findings.key.design
    let flipped = Array(next.scopes.symmetricDifference(scopes))
    guard !flipped.isEmpty else { return }
    next.scopes = scopes
    findings.update(design: next, flipped: flipped)
  }
}
