import Catalogs
import Documents

/// The rules of a catalog, numbered so that a tick asks only those that read its scope.
///
/// A check is one subject of one scope rule. Checks are numbered in the order in which findings
/// are listed: rule by rule, subject by subject.
package struct RuleSet: Sendable {
  struct Check: Sendable {
    var rule: Int
    var subject: Int
  }

  /// The catalog.
  package let catalog: Catalog
  /// The team's policy.
  package let policy: Policy
  let scopeRules: [any ScopeRule]
  let keyRules: [any KeyRule]
  let checks: [Check]
  /// For each scope rule its first check, and at the end how many checks there are.
  private let firstChecks: [Int32]
  /// For each scope rule whether one finding covers all its subjects.
  let joinsSubjects: [Bool]
  /// For each scope that changes what is there the view of its resource; -1 for all others.
  let views: [Int32]
  /// The combinations that are settled by ticking something, by the check that asks each.
  let askingChecks: [Int]
  /// How much it matters that a chosen call is closed; nil where the policy does not care.
  private(set) var closedCallSeverity: Severity?
  /// Whether it is kept up to date which scopes are there because a rule asks for them.
  private(set) var knowsScopesAskedFor = true
  /// The scope rules that also read which operations the key is for.
  let rulesReadingOperations: [Int]
  /// So many rules are found as fast by looking at each.
  private static let fewRules = 64
  /// The severities that the policy gives; empty where it gives none.
  private let levelOfScopeRule: SeverityList
  private let levelOfKeyRule: SeverityList
  /// The scope rules by id; of two with one id the first stands first.
  ///
  /// Empty where there are few, which are looked through.
  private let rulesByID: [(id: String, index: Int)]
  /// For each scope the checks that read it.
  private let interests: ListOfLists
  /// For each check the scopes that it reads and that do more than read.
  private let writes: ListOfLists
  private let memo = FindingMemo()

  /// Prepares all rules for a catalog: the generic ones and the catalog's own.
  package init(catalog: Catalog) { self.init(catalog: catalog, policy: Policy()) }

  /// Prepares all rules for a catalog as a team wants them.
  ///
  /// Where the policy gives a rule a severity, its findings have no other.
  package init(catalog: Catalog, policy: Policy) {
    self.catalog = catalog
    self.policy = policy
    views = BlindWrite.views(in: catalog)
    closedCallSeverity =
      policy.isOff(WantedCallClosed.info.id)
      ? nil : policy.severity(of: WantedCallClosed.info.id) ?? WantedCallClosed.info.severity
    var scopeRules = Self.scopeRules(catalog: catalog, policy: policy, views: views)
    var keyRules = Self.keyRules(catalog: catalog, policy: policy)
    // Most keys are held to no policy, and are then spared its questions.
    if policy.levelList.isEmpty {
      levelOfScopeRule = SeverityList(count: 0)
      levelOfKeyRule = SeverityList(count: 0)
    } else {
      scopeRules.removeAll { policy.isOff($0.id) }
      keyRules.removeAll { policy.isOff($0.info.id) }
      levelOfScopeRule = SeverityList(scopeRules.map { policy.severity(of: $0.id) })
      levelOfKeyRule = SeverityList(keyRules.map { policy.severity(of: $0.info.id) })
    }
    (self.scopeRules, self.keyRules) = (scopeRules, keyRules)
    joinsSubjects = scopeRules.map(\.joinsSubjects)
    rulesReadingOperations = scopeRules.indices.filter { scopeRules[$0].readsOperations }
    rulesByID =
      scopeRules.count <= Self.fewRules
      ? []
      : scopeRules.enumerated().map { ($1.id, $0) }
        .sorted { ($0.id, $0.index) < ($1.id, $1.index) }
    var subjects = Subjects()
    let most = scopeRules.count + 3 * catalog.scopes.count
    subjects.reserveCapacity(most, scopes: 2 * most)
    var firstChecks: [Int32] = [0]
    firstChecks.reserveCapacity(scopeRules.count + 1)
    for rule in scopeRules {
      rule.addSubjects(to: &subjects, in: catalog)
      firstChecks.append(Int32(subjects.count))
    }
    var checks: [Check] = []
    checks.reserveCapacity(subjects.count)
    for rule in scopeRules.indices {
      for place in Int(firstChecks[rule])..<Int(firstChecks[rule + 1]) {
        checks.append(Check(rule: rule, subject: Int(subjects.numbers[place])))
      }
    }
    self.checks = checks
    askingChecks = scopeRules.indices
      .filter { (scopeRules[$0] as? CombinationRule)?.asksForTicks ?? false }
      .map { Int(firstChecks[$0]) }
    self.firstChecks = firstChecks
    writes = subjects.reads.filtered(by: catalog.scopes.map(\.access.isWrite))
    interests = Self.asked(subjects.reads, firstChecks, scopeRules, catalog)
      .inverted(count: catalog.scopes.count)
  }

  /// For each check the scopes whose tick can set it off: what it reads, and what grants that.
  private static func asked(
    _ reads: ListOfLists, _ firstChecks: [Int32], _ scopeRules: [any ScopeRule], _ catalog: Catalog
  ) -> ListOfLists {
    guard catalog.hasGrants else { return reads }
    var asked = ListOfLists()
    for (rule, checks) in zip(scopeRules, zip(firstChecks, firstChecks.dropFirst())) {
      let positions = Int(checks.0)..<Int(checks.1)
      if rule.readsGrants {
        asked.append(contentsOf: reads, positions, widenedBy: catalog.grants.granters)
      } else {
        asked.append(contentsOf: reads, positions)
      }
    }
    return asked
  }

  // MARK: - Asking

  /// The checks of a scope rule.
  func checks(ofRule rule: Int) -> Range<Int> {
    Int(firstChecks[rule])..<Int(firstChecks[rule + 1])
  }

  /// The checks that read a scope.
  func checks(reading scope: Int) -> ArraySlice<Int32> { interests[scope] }

  func severity(ofCheck check: Int, in key: KeyUnderReview) -> Severity? {
    let (rule, subject) = (checks[check].rule, checks[check].subject)
    guard let severity = scopeRules[rule].severity(of: subject, in: key) else { return nil }
    return levelOfScopeRule.isEmpty ? severity : levelOfScopeRule[rule] ?? severity
  }

  /// Says whether a chosen scope that does more than read is part of a check that fires.
  ///
  /// Whatever a check reads and the key has is at fault when it fires: a scope that silences it is
  /// not chosen then.
  func isWrite(_ check: Int, in key: KeyUnderReview) -> Bool {
    writes[check].contains { key.isHeld(Int($0)) }
  }

  func finding(ofRule rule: Int, for subjects: [Int], in key: KeyUnderReview) -> Finding {
    var finding = memo.finding(of: scopeRules[rule], number: rule, for: subjects, in: key)
    if !levelOfScopeRule.isEmpty, let level = levelOfScopeRule[rule] { finding.severity = level }
    return finding
  }

  func findings(
    ofKeyRule rule: Int, in key: KeyUnderReview, summary: ScopeSummary
  ) -> [Finding] {
    var findings = keyRules[rule].findings(in: key, summary: summary)
    if !levelOfKeyRule.isEmpty, let level = levelOfKeyRule[rule] {
      for index in findings.indices { findings[index].severity = level }
    }
    return findings
  }

  /// The number of a scope rule, or nil where none of that id is asked.
  func indexOfScopeRule(_ id: String) -> Int? {
    if scopeRules.count <= Self.fewRules { return scopeRules.firstIndex { $0.id == id } }
    let place = rulesByID.partitioningIndex(where: { $0.id >= id })
    return place < rulesByID.count && rulesByID[place].id == id ? rulesByID[place].index : nil
  }

  /// The rule of a combination, or nil where none of that id is asked.
  func combinationRule(_ id: String) -> CombinationRule? {
    indexOfScopeRule(id).flatMap { scopeRules[$0] as? CombinationRule }
  }

  /// The same rules for a part of a key, which need not open all that the key is for.
  var ofParts: RuleSet {
    var copy = self
    copy.closedCallSeverity = nil
    return copy
  }

  /// The same, of which only errors are wanted.
  var ofErrorsInParts: RuleSet {
    var copy = ofParts
    // To find out what is asked for costs as much as the whole key, for each part anew; it decides
    // only where that is an error that is unneeded, or that asks for a tick.
    copy.knowsScopesAskedFor =
      !askingChecks.isEmpty
      || [UnneededScope.info.id, BlindWrite.info.id, DeprecatedScope.info.id].contains {
        policy.severity(of: $0) == .error
      }
    return copy
  }

  // MARK: - Describing

  /// What every rule is, in the order in which findings are listed.
  ///
  /// Severities are those of the policy, and what it turns off is left out.
  package var infos: [RuleInfo] {
    let all =
      scopeRules.map(\.info) + keyRules.map(\.info) + [WantedCallClosed.info]
      + AcceptanceReview.infos
    return all.compactMap(asked)
  }

  /// What every rule of a catalog is, without a policy: nothing is prepared for asking them.
  package static func infos(of catalog: Catalog) -> [RuleInfo] {
    scopeRules(catalog: catalog, policy: Policy(), views: []).map(\.info)
      + keyRules(catalog: catalog, policy: Policy()).map(\.info) + [WantedCallClosed.info]
      + AcceptanceReview.infos
  }

  /// What a rule is, or nil where there is none of that id.
  package func info(_ id: String) -> RuleInfo? {
    if let rule = indexOfScopeRule(id) { return asked(scopeRules[rule].info) }
    let others = keyRules.lazy.map(\.info) + [WantedCallClosed.info] + AcceptanceReview.infos
    return others.first { $0.id == id }.flatMap(asked)
  }

  /// A rule with the severity that the policy gives it; nil where the policy turns it off.
  private func asked(_ info: RuleInfo) -> RuleInfo? {
    guard !policy.isOff(info.id) else { return nil }
    var copy = info
    copy.severity = policy.severity(of: info.id) ?? info.severity
    return copy
  }

  /// The rules that read a scope, in the order in which findings are listed.
  package func rules(reading scope: Int) -> [RuleInfo] {
    var seen: Set<Int> = []
    return checks(reading: scope).map { checks[Int($0)].rule }.filter { seen.insert($0).inserted }
      .map { scopeRules[$0].info }
  }
}
