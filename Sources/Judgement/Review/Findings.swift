import BitCollections
import Catalogs
import Keys

/// The findings of one design, kept up to date change by change.
///
/// After a tick only the checks that read the ticked scope are asked again; the few rules about the
/// key as a whole are cheap. Findings themselves are made when somebody looks at them.
package struct Findings: Sendable {
  /// The rules.
  package let rules: RuleSet
  private(set) var key: KeyUnderReview
  /// For each check its severity where it fires.
  private var firing: SeverityList
  /// The firing checks of scope rules that give one finding a subject, by severity.
  private var singles: [Severity: BitSet] = [:]
  /// The firing checks of rules that join their subjects, by rule and severity.
  private var joined: [Int: [Severity: BitSet]] = [:]
  /// The checks that fire as more than a note, with a chosen scope that does more than read.
  private var riskyWrites: BitSet = []
  /// What the key rules found.
  private var keyFindings: FindingsByRule
  private var acceptance = AcceptanceReview()
  /// The chosen calls that are closed to the key.
  private var closedCalls: [Int] = []
  /// What the chosen calls need, where that was asked for.
  private(set) var plan: NeededScopes?

  /// Evaluates a design from nothing.
  package init(rules: RuleSet, design: KeyDesign, today: CalendarDate) {
    self.rules = rules
    key = KeyUnderReview(catalog: rules.catalog, design: design, today: today)
    firing = SeverityList(count: rules.checks.count)
    keyFindings = FindingsByRule(rules: rules.keyRules.count)
    lookAtCalls()
    askAll(reading: design.scopes)
    finish(detailsChanged: true)
  }

  /// Takes a changed design over.
  ///
  /// - Parameters:
  ///   - design: the design as it is now.
  ///   - flipped: the scopes whose state changed; other changes are found without a list.
  package mutating func update(design: KeyDesign, flipped: [Int]) {
    let before = key.design.details
    let callsChanged = !key.calls.areOf(design, catalog: rules.catalog)
    key.design = design
    if callsChanged || design.details.never != before.never { plan = nil }
    let asked = key.askedFor
    lookAtCalls()
    if !key.calls.isEmpty, plan == nil { plan = makePlan() }
    askAll(reading: flipped)
    if callsChanged {
      for rule in rules.rulesReadingOperations {
        for check in rules.checks(ofRule: rule) { ask(check) }
      }
    } else if key.askedFor != asked {
      askAll(reading: key.askedFor.symmetricDifference(asked))
    }
    finish(detailsChanged: design.details != before)
  }

  // MARK: - Reading

  /// How many there are.
  ///
  /// Exact, and free: nothing is made for it.
  package private(set) var counts = Counts()

  /// The first findings in the order in which they are listed: by severity, then rule by rule.
  ///
  /// Accepted findings stand behind the others of their severity.
  package func list(limit: Int = .max) -> [Finding] {
    var result: [Finding] = []
    var adviser = Adviser(self)
    for severity in Severity.allCases {
      var accepted: [Finding] = []
      func add(_ finding: Finding) {
        let advised = adviser.advise(finding)
        if finding.isAccepted { accepted.append(advised) } else { result.append(advised) }
      }
      if severity == rules.closedCallSeverity, let plan = closedCalls.isEmpty ? nil : plan {
        for call in closedCalls {
          if result.count >= limit { break }
          add(
            WantedCallClosed.finding(
              call, in: key, ticking: plan.scopes(opening: call, in: key),
              isRuledOut: plan.cover.blocked.contains(call), severity: severity))
        }
      }
      let ofKey = keyFindings.all.filter { $0.severity == severity }
      // An error of the key as a whole comes first; its hygiene comes behind what its scopes can do.
      if severity == .error { for finding in ofKey { add(acceptance.mark(finding)) } }
      for rule in joined.keys.sorted() where strongest(rule) == severity {
        if let finding = make(joined: rule) { add(acceptance.mark(finding)) }
      }
      // Accepted ones do not count here: they stand behind others that are still to come.
      for check in singles[severity] ?? [] {
        if result.count >= limit { break }
        add(acceptance.mark(make(check)))
      }
      for finding in acceptance.findings where finding.severity == severity { add(finding) }
      if severity != .error { for finding in ofKey { add(acceptance.mark(finding)) } }
      result += accepted
      if result.count >= limit { break }
    }
    return Array(result.prefix(limit))
  }

  /// The errors that nobody has accepted.
  var openErrors: [Finding] {
    guard counts.error > 0 else { return [] }
    // They stand first in the list.
    return list(limit: counts.error).filter { $0.severity == .error && !$0.isAccepted }
  }

  /// The strongest severity of the findings that a chosen scope is part of, accepted or not.
  package func severity(ofScope scope: Int) -> Severity? {
    guard key.isChosen(scope) else { return nil }
    return rules.checks(reading: scope).compactMap { check in
      guard let severity = firing[Int(check)] else { return nil }
      let (rule, subject) = (rules.checks[Int(check)].rule, rules.checks[Int(check)].subject)
      return rules.joinsSubjects[rule] && subject != scope ? nil : severity
    }.max()
  }

  /// The findings that a chosen scope is part of.
  package func list(ofScope scope: Int) -> [Finding] {
    let id = rules.catalog.scopes[scope].id
    return rules.checks(reading: scope).map(Int.init).filter { firing[$0] != nil }
      .map { acceptance.mark(make($0)) }.filter { $0.scopes.contains(id) }
      .sorted { $0.severity > $1.severity }
  }

  /// The errors that nobody has accepted of the checks that read one of some scopes, and those of the
  /// key as a whole.
  ///
  /// Those of other checks are as they were before these scopes' states changed.
  func openErrors(reading scopes: some Sequence<Int>) -> [Finding] {
    guard counts.error > 0 else { return [] }
    var errors = keyFindings.all.filter { $0.severity == .error }
    var (seen, rulesSeen): (BitSet, BitSet) = ([], [])
    for check in scopes.lazy.flatMap({ rules.checks(reading: $0) }).map(Int.init)
    where firing[check] != nil && seen.insert(check).inserted {
      let rule = rules.checks[check].rule
      if !rules.joinsSubjects[rule] {
        if firing[check] == .error { errors.append(make(check)) }
      } else if rulesSeen.insert(rule).inserted, strongest(rule) == .error,
        let finding = make(joined: rule)
      {
        errors.append(finding)
      }
    }
    var adviser = Adviser(self)
    return errors.map(acceptance.mark).filter { !$0.isAccepted }.map { adviser.advise($0) }
      + acceptance.findings.filter { $0.severity == .error }
  }

  /// What would appear and disappear if a scope's state were flipped, strongest first.
  package func preview(flipping scope: Int) -> (added: [Finding], removed: [Finding]) {
    let next = key.flipping(scope)
    var added: [Finding] = []
    var removed: [Finding] = []
    var silenced: [Int: Int] = [:]
    for check in rules.checks(reading: scope).map(Int.init) {
      let after = rules.severity(ofCheck: check, in: next)
      guard after != firing[check] else { continue }
      let (rule, subject) = (rules.checks[check].rule, rules.checks[check].subject)
      if isWorse(after, than: firing[check]) {
        added.append(rules.finding(ofRule: rule, for: [subject], in: next))
      } else if rules.joinsSubjects[rule] {
        silenced[rule, default: 0] += 1
      } else {
        removed.append(rules.finding(ofRule: rule, for: [subject], in: key))
      }
    }
    // One finding covers all subjects: it goes only where every one of them falls silent.
    for (rule, count) in silenced.sorted(by: { $0.key < $1.key }) {
      let firing = joined[rule, default: [:]].values.reduce(0) { $0 + $1.count }
      if count == firing, let finding = make(joined: rule) { removed.append(finding) }
    }
    return (
      added.sorted { $0.severity > $1.severity }, removed.sorted { $0.severity > $1.severity }
    )
  }

  /// The strongest severity of what `preview` would add, without making any finding.
  ///
  /// The rule whose id is given does not count.
  package func severity(addedByFlipping scope: Int, except: String) -> Severity? {
    let next = key.flipping(scope)
    var strongest: Severity?
    for check in rules.checks(reading: scope) {
      let after = rules.severity(ofCheck: Int(check), in: next)
      guard isWorse(after, than: firing[Int(check)]), isWorse(after, than: strongest),
        rules.scopeRules[rules.checks[Int(check)].rule].id != except
      else { continue }
      strongest = after
    }
    return strongest
  }

  private func isWorse(_ after: Severity?, than before: Severity?) -> Bool {
    guard let after else { return false }
    return before.map { after > $0 } ?? true
  }

  /// Whether a chosen scope is there because a rule asks for it, such as the view of what another
  /// changes; known only where calls are chosen.
  package func isAskedFor(_ scope: Int) -> Bool { key.askedFor.contains(scope) }

  func severity(ofCheck check: Int) -> Severity? { firing[check] }

  // MARK: - Keeping up

  /// What the chosen calls need, without what the key or its policy rules out; nil where no call is
  /// chosen.
  package func makePlan() -> NeededScopes? {
    guard !key.calls.isEmpty else { return nil }
    return NeededScopes(
      opening: key.calls.operations, rules: rules, for: key.access.terms,
      never: key.design.details.never)
  }

  /// Takes over which of the chosen calls are closed, and which scopes rules ask for.
  private mutating func lookAtCalls() {
    guard !key.calls.isEmpty else {
      closedCalls = []
      key.askedFor = []
      return
    }
    closedCalls = rules.closedCallSeverity == nil ? [] : key.closedCalls
    key.askedFor = rules.knowsScopesAskedFor ? rules.scopesAskedFor(in: key) : []
    guard !closedCalls.isEmpty else { return }
    if plan == nil { plan = makePlan() }
    // What the calls will change once they are open has its view already.
    key.askedFor.formUnion(plan?.views ?? [])
  }

  /// Asks the checks that read any of some scopes, each once: one may read thousands.
  private mutating func askAll(reading scopes: some Sequence<Int>) {
    var asked: BitSet = []
    for scope in scopes {
      for check in rules.checks(reading: scope) where asked.insert(Int(check)).inserted {
        ask(Int(check))
      }
    }
  }

  private mutating func ask(_ check: Int) {
    let after = rules.severity(ofCheck: check, in: key)
    // Asked even where the severity stays: another of its scopes may now be the one at fault.
    if after ?? .note > .note, rules.isWrite(check, in: key) {
      riskyWrites.insert(check)
    } else {
      riskyWrites.remove(check)
    }
    let before = firing[check]
    guard after != before else { return }
    firing[check] = after
    let rule = rules.checks[check].rule
    if rules.joinsSubjects[rule] {
      if let before { joined[rule, default: [:]][before, default: []].remove(check) }
      if let after { joined[rule, default: [:]][after, default: []].insert(check) }
    } else {
      if let before { singles[before, default: []].remove(check) }
      if let after { singles[after, default: []].insert(check) }
    }
  }

  private mutating func finish(detailsChanged: Bool) {
    let summary = ScopeSummary(hasRiskyWrite: !riskyWrites.isEmpty)
    for rule in rules.keyRules.indices where detailsChanged || rules.keyRules[rule].readsScopes {
      keyFindings.replace(
        ofRule: rule, with: rules.findings(ofKeyRule: rule, in: key, summary: summary))
    }
    if !key.design.details.accepted.isEmpty || !acceptance.isEmpty {
      acceptance = AcceptanceReview(key: key, rules: rules) { candidates(for: $0) }
    }
    var counts = Counts()
    for (severity, checks) in singles { counts[severity] = checks.count }
    for rule in joined.keys {
      if let severity = strongest(rule) { counts[severity] += 1 }
    }
    for finding in keyFindings.all { counts[finding.severity] += 1 }
    if let severity = rules.closedCallSeverity { counts[severity] += closedCalls.count }
    for finding in acceptance.findings { counts[finding.severity] += 1 }
    for severity in acceptance.acceptedSeverities {
      counts.accepted += 1
      counts[severity] -= 1
    }
    self.counts = counts
  }

  /// The findings that an acceptance could be about: those of its rule that share a scope with it.
  ///
  /// Read from its scopes, never from all findings of the rule: there may be thousands.
  private func candidates(for accepted: Acceptance) -> [Finding] {
    guard let rule = rules.indexOfScopeRule(accepted.rule) else {
      return keyFindings.all.filter { $0.rule == accepted.rule }
    }
    if rules.joinsSubjects[rule] { return make(joined: rule).map { [$0] } ?? [] }
    var checks: BitSet = []
    for scope in accepted.scopes.compactMap({ rules.catalog.indexOfScope($0) }) {
      for check in rules.checks(reading: scope) {
        if rules.checks[Int(check)].rule == rule, firing[Int(check)] != nil {
          checks.insert(Int(check))
        }
      }
    }
    return checks.map { make($0) }
  }

  private func strongest(_ rule: Int) -> Severity? {
    joined[rule]?.filter { !$0.value.isEmpty }.keys.max()
  }

  /// The finding that a check is part of.
  private func make(_ check: Int) -> Finding {
    let (rule, subject) = (rules.checks[check].rule, rules.checks[check].subject)
    if rules.joinsSubjects[rule], let finding = make(joined: rule) { return finding }
    return rules.finding(ofRule: rule, for: [subject], in: key)
  }

  private func make(joined rule: Int) -> Finding? {
    let checks = joined[rule, default: [:]].values.reduce(into: BitSet()) { $0.formUnion($1) }
    guard !checks.isEmpty else { return nil }
    return rules.finding(ofRule: rule, for: checks.map { rules.checks[$0].subject }, in: key)
  }
}
