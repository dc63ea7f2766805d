import BitCollections
import Catalogs
import Judgement
import Keys
import TestSupport

/// Remedies applied one after the other in a random order, with all that must never happen noted.
struct AdviceWalk {
  /// A finding, to be known again; one for each scope where a rule joins many in one finding.
  private struct Identity: Hashable {
    var rule: String
    var subject: [String]
  }

  private static let joined: Set = ["blind-write", "redundant-scope"]

  /// What went wrong, as sentences; empty where nothing did.
  private(set) var problems: [String] = []
  /// How many remedies were applied.
  private(set) var steps = 0
  /// The key in the end.
  private(set) var design: KeyDesign

  private let rules: RuleSet

  init(_ design: KeyDesign, rules: RuleSet, using random: inout SeededRandom) {
    (self.design, self.rules) = (design, rules)
    walk(using: &random)
  }

  private mutating func walk(using random: inout SeededRandom) {
    var findings = Findings(rules: rules, design: design, today: Samples.today)
    var list = findings.list()
    var settled: Set<Identity> = []
    while let finding = list.filter({ !($0.remedy?.edits.isEmpty ?? true) })
      .randomElement(using: &random), let remedy = finding.remedy
    {
      steps += 1
      guard steps < 200 else { return note("does not end", finding, remedy) }
      let (before, openBefore) = (design, open(design))
      remedy.apply(to: &design)
      findings.update(
        design: design, flipped: Array(before.scopes.symmetricDifference(design.scopes)))
      let known = identities(list)
      list = findings.list()
      let now = identities(list)
      if !openBefore.isSubset(of: open(design)) { note("closes a call", finding, remedy) }
      if design.scopes.isEmpty, design.details.unknownScopes.isEmpty {
        note("empties the key", finding, remedy)
      }
      if !identities([finding]).isDisjoint(with: now) { note("settles nothing", finding, remedy) }
      for back in settled.intersection(now) {
        note("brings back \(back.rule) of \(back.subject)", finding, remedy)
      }
      settled.formUnion(known.subtracting(now))
      if !problems.isEmpty { return }
    }
  }

  private func open(_ design: KeyDesign) -> Set<String> {
    let access = KeyAccess(design, in: rules.catalog)
    return Set(design.details.operations.filter { access.answer(call: $0) == .open })
  }

  private func identities(_ findings: [Finding]) -> Set<Identity> {
    findings.reduce(into: []) { all, finding in
      guard Self.joined.contains(finding.rule) else {
        all.insert(Identity(rule: finding.rule, subject: finding.scopes + finding.operations))
        return
      }
      for scope in finding.scopes { all.insert(Identity(rule: finding.rule, subject: [scope])) }
    }
  }

  private mutating func note(_ problem: String, _ finding: Finding, _ remedy: Remedy) {
    problems.append("\(finding.rule) (\(remedy.text)) \(problem)")
  }
}
