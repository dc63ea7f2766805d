import BitCollections
import Catalogs
import Documents
import Keys

/// Sees to it that no remedy takes away what the key needs.
///
/// An edit is offered only where the key keeps a scope, every chosen call that is open stays open,
/// what the calls need stays ticked, and no rule fires anew that asks for what was taken away. So
/// remedies can be applied in any order, and none brings back what another has settled.
struct Adviser {
  /// Why an edit is not offered.
  private enum Objection {
    /// These calls need what it would untick.
    case needed([Int])
    /// The key would be left without a scope.
    case leavesNothing
    /// It would set a rule off.
    case raises(String)
    /// The catalog does not state what a chosen call needs.
    case notStated(Int)
    /// What would be ticked is for a scope that no chosen call needs.
    case isForUnneeded
  }

  private let findings: Findings
  private let key: KeyUnderReview
  private let rules: RuleSet
  /// How many scopes the key has, known or not.
  private let nameCount: Int
  private var knownPlan: NeededScopes?

  init(_ findings: Findings) {
    (self.findings, key, rules) = (findings, findings.key, findings.rules)
    knownPlan = findings.plan
    nameCount = key.design.scopes.count + key.design.details.unknownScopes.count
  }

  /// What all chosen calls need; nil where none is chosen.
  private mutating func plan() -> NeededScopes? {
    if knownPlan == nil { knownPlan = findings.makePlan() }
    return knownPlan
  }

  /// The finding with a remedy that contradicts nothing.
  mutating func advise(_ finding: Finding) -> Finding {
    guard let remedy = finding.remedy, !remedy.edits.isEmpty,
      finding.rule != WantedCallClosed.info.id
    else { return finding }
    var advised = finding
    if let edits = withoutUnneeded(finding) {
      advised.remedy =
        edit(edits, settling: finding) ?? offers(.isForUnneeded, to: remedy, finding)
      return advised
    }
    guard let objection = objection(to: remedy.edits, settling: finding) else { return finding }
    advised.remedy = other(remedy, finding, objection) ?? offers(objection, to: remedy, finding)
    return advised
  }

  // MARK: - Objections

  private mutating func objection(
    to edits: [Remedy.Edit], settling finding: Finding
  ) -> Objection? {
    var (dropped, added, lostNames) = ([Int](), [Int](), 0)
    for edit in edits {
      switch edit {
      case .untick(let scopes): dropped += scopes.filter(key.isChosen)
      case .tick(let scopes): added += scopes.filter { !key.isChosen($0) }
      case .dropUnknown: lostNames += 1
      case .replaceUnknown(_, let scope): if !key.isChosen(scope) { added.append(scope) }
      case .setKind(let kind):
        var design = key.design
        design.details.kind = kind
        let closed = closedCalls(by: KeyAccess(design, in: key.catalog))
        if !closed.isEmpty { return .needed(closed) }
      case .dropAcceptance, .moveReason: break
      }
    }
    if dropped.count + lostNames == nameCount, nameCount > 0, added.isEmpty {
      return .leavesNothing
    }
    if dropped.isEmpty && added.isEmpty { return nil }
    var next = key.with(dropped + added)
    if !dropped.isEmpty, !key.calls.isEmpty, let objection = need(of: dropped, next) {
      return objection
    }
    if finding.rule == UnneededScope.info.id, let call = key.calls.unstated.first {
      return .notStated(call)
    }
    if !dropped.isEmpty, let rule = newRule(flipping: dropped, next) {
      return .raises(rule)
    }
    let ticks = edits.contains { if case .tick = $0 { true } else { false } }
    guard !added.isEmpty, ticks else { return nil }
    if !key.calls.isEmpty, key.calls.unstated.isEmpty, isForUnneeded(finding) {
      return .isForUnneeded
    }
    let isView = finding.rule == BlindWrite.info.id
    if let plan = plan() {
      next = next.with(plan.scopes.subtracting(key.design.scopes).subtracting(BitSet(added)))
    }
    return newRule(flipping: added, next) { severity in
      isView ? severity > finding.severity : severity >= finding.severity
    }.map { .raises($0) }
  }

  /// Whether calls need any of the scopes that would go.
  private mutating func need(of dropped: [Int], _ next: KeyUnderReview) -> Objection? {
    let before = key.access
    let closed = closedCalls(by: next.access)
    if !closed.isEmpty { return .needed(closed) }
    guard let plan = plan(), let scope = dropped.first(where: plan.scopes.contains) else {
      return nil
    }
    let calls = Array(key.calls.operations).filter { before.names(scope, operation: $0) }
    return .needed(calls.isEmpty ? Array(key.calls.operations) : calls)
  }

  /// The chosen calls that are open and would no longer be.
  private func closedCalls(by after: KeyAccess) -> [Int] {
    let before = key.access
    return Array(key.calls.operations).filter { before.isOpen($0) && !after.isOpen($0) }
  }

  /// A rule that fires when these scopes are flipped and did not before.
  private func newRule(
    flipping scopes: [Int], _ next: KeyUnderReview,
    where counts: (Severity) -> Bool = { _ in true }
  ) -> String? {
    for scope in scopes {
      for check in rules.checks(reading: scope).map(Int.init) {
        guard let severity = rules.severity(ofCheck: check, in: next), counts(severity),
          findings.severity(ofCheck: check).map({ severity > $0 }) ?? true
        else { continue }
        let id = rules.scopeRules[rules.checks[check].rule].id
        if id != UnneededScope.info.id { return id }
      }
    }
    return nil
  }

  /// Whether chosen calls need none of the scopes for which something would be ticked.
  private func isForUnneeded(_ finding: Finding) -> Bool {
    finding.scopes.compactMap { key.catalog.indexOfScope($0) }.allSatisfy(isUnneeded)
  }

  /// Whether no chosen call needs a scope, and no rule asks for it.
  private func isUnneeded(_ scope: Int) -> Bool {
    key.calls.count(ofScope: scope) == 0 && !key.askedFor.contains(scope)
  }

  // MARK: - Ways out

  /// Where a key changes what it cannot read: what no call needs goes, and gets no view.
  private func withoutUnneeded(_ finding: Finding) -> [Remedy.Edit]? {
    // What nobody states may need any of them.
    guard finding.rule == BlindWrite.info.id, !key.calls.isEmpty, key.calls.unstated.isEmpty
    else { return nil }
    let scopes = finding.scopes.compactMap { key.catalog.indexOfScope($0) }
    let unneeded = scopes.filter(isUnneeded)
    guard !unneeded.isEmpty else { return nil }
    let views = Set(scopes.filter { !isUnneeded($0) }.map { Int(rules.views[$0]) }).sorted()
    return (views.isEmpty ? [] : [.tick(views)]) + [.untick(unneeded)]
  }

  /// Another edit that settles the finding.
  private mutating func other(
    _ remedy: Remedy, _ finding: Finding, _ objection: Objection
  ) -> Remedy? {
    let scopes = finding.scopes.compactMap { key.catalog.indexOfScope($0) }
    if case .tick = remedy.edits.first { return nil }
    if let rule = rules.combinationRule(finding.rule) {
      for scope in scopes.reversed() {
        var rest = key.design.scopes
        rest.remove(scope)
        guard !rule.combination.fires(isHeld: { key.catalog.isHeld($0, by: rest) }) else {
          continue
        }
        if let remedy = edit([.untick([scope])], settling: finding) { return remedy }
      }
    }
    // A wide scope goes where narrow ones do for the calls, and the only one where others do.
    guard case .untick(let wide) = remedy.edits.first, remedy.edits.count == 1,
      let plan = plan(), plan.scopes.isDisjoint(with: BitSet(wide))
    else { return nil }
    if case .leavesNothing = objection, !plan.scopes.isEmpty {
      return edit([.untick(wide), .tick(Array(plan.scopes))], settling: finding)
    }
    let narrow = wide.flatMap { key.catalog.granted(by: $0) }
      .filter { plan.scopes.contains($0) && !key.isChosen($0) }
    guard !narrow.isEmpty else { return nil }
    return edit([.untick(wide), .tick(Set(narrow).sorted())], settling: finding)
  }

  private mutating func edit(_ edits: [Remedy.Edit], settling finding: Finding) -> Remedy? {
    guard objection(to: edits, settling: finding) == nil else { return nil }
    let parts = edits.map { edit in
      switch edit {
      case .untick(let scopes): list("untick", scopes)
      case .tick(let scopes): list("tick", scopes)
      default: ""
      }
    }
    let text = parts.joined(separator: ", and ")
    return Remedy(text.prefix(1).uppercased() + text.dropFirst(), edits: edits)
  }

  private func list(_ verb: String, _ scopes: [Int]) -> String {
    Wording.list(verb, count: scopes.count, plural: "scopes") { key.catalog.scopes[scopes[$0]].id }
  }

  /// What can be done in the place of the edit.
  private func offers(_ objection: Objection, to remedy: Remedy, _ finding: Finding) -> Remedy {
    var offers: [Remedy.Offer] = []
    var choices: [String] = []
    if key.design.details.ipAddresses.isEmpty {
      offers.append(.limitAddresses)
      choices.append("limit the key to addresses")
    }
    if !finding.rule.starts(exactlyWith: "acceptance-") {
      offers.append(.acceptRisk)
      choices.append("accept the risk until a day")
    }
    let reason: String
    switch objection {
    case .needed(let calls):
      offers.append(.giveUp(calls.map { key.catalog.operations[$0].call }))
      choices.append(calls.count == 1 ? "give up the call" : "give up the \(calls.count) calls")
      reason =
        calls.count == 1
        ? "\(key.catalog.operations[calls[0]].call) needs it"
        : "\(calls.count) of the chosen calls need it"
    case .leavesNothing: reason = "Without it the key would have no scope"
    case .raises(let rule):
      reason =
        if case .tick = remedy.edits.first {
          "To tick what is missing would raise \(rule)"
        } else {
          "To untick it would raise \(rule)"
        }
    case .notStated(let call):
      reason =
        "\(key.catalog.name) does not state what \(key.catalog.operations[call].call) needs, and it "
        + "may be this"
    case .isForUnneeded: reason = "No chosen call needs what changes without seeing"
    }
    let last = choices.popLast() ?? "look at it again"
    let list = choices.isEmpty ? last : choices.joined(separator: ", ") + ", or " + last
    var other = Remedy("\(reason): \(list)")
    other.offers = offers
    return other
  }
}
