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
  private var findings: Findings

  init(_ design: KeyDesign, rules: RuleSet, today: CalendarDate) {
    self.design = design
    everything = rules.fullAccessError(for: design)
    findings = Findings(rules: rules.ofParts, design: design, today: today)
  }

  /// What the rules find in a part.
  mutating func look(at scopes: BitSet) -> Findings {
    move(to: scopes)
    return findings
  }

  /// The errors of a part that nobody has accepted.
  mutating func errors(of scopes: BitSet) -> [Finding] {
    move(to: scopes)
    guard findings.counts.error > 0 else { return [] }
    // They stand first in the list.
    return findings.list(limit: findings.counts.error)
      .filter { $0.severity == .error && !$0.isAccepted }
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

  /// The part with what its errors ask to be ticked, where the design has that and it helps.
  mutating func mended(_ scopes: BitSet) -> BitSet {
    let errors = errors(of: scopes)
    var more = scopes
    for case .tick(let ticks) in errors.flatMap({ $0.remedy?.edits ?? [] })
    where ticks.allSatisfy(design.scopes.contains) {
      more.formUnion(BitSet(ticks))
    }
    guard more != scopes, self.errors(of: more).count < errors.count else { return scopes }
    return more
  }

  private mutating func move(to scopes: BitSet) {
    var next = findings.key.design
    let flipped = Array(next.scopes.symmetricDifference(scopes))
    guard !flipped.isEmpty else { return }
    next.scopes = scopes
    findings.update(design: next, flipped: flipped)
  }
}
