import BitCollections

/// The findings of one design, kept up to date change by change.
///
/// After a tick only the checks that read the ticked scope are asked again; the few rules about the
/// key as a whole are cheap. Findings themselves are made when somebody looks at them.
public struct Findings: Sendable {
  /// How many findings there are of each severity, and how many of all are accepted.
  public struct Counts: Hashable, Sendable {
    /// Errors that nobody has accepted.
    public var error = 0
    /// Warnings that nobody has accepted.
    public var warning = 0
    /// Notes that nobody has accepted.
    public var note = 0
    /// Accepted findings of any severity.
    public var accepted = 0

    /// Creates counts of nothing.
    public init() {}

    /// All findings.
    public var total: Int { error + warning + note + accepted }

    /// The number of findings of a severity that nobody has accepted.
    public internal(set) subscript(severity: Severity) -> Int {
      get {
        switch severity {
        case .error: error
        case .warning: warning
        case .note: note
        }
      }
      set {
        switch severity {
        case .error: error = newValue
        case .warning: warning = newValue
        case .note: note = newValue
        }
      }
    }
  }

  /// The rules.
  public let rules: RuleSet
  private(set) var key: KeyUnderReview
  /// For each check its severity where it fires.
  private var firing: [Severity?]
  /// The firing checks of scope rules that give one finding a subject, sorted, by severity.
  private var singles: [Severity: [Int32]] = [:]
  /// The firing checks of rules that join their subjects, sorted, by rule.
  private var joined: [Int: [Int32]] = [:]
  private var riskyWrites = 0
  private var keyFindings: [Finding] = []
  private var acceptance = AcceptanceReview()

  /// Evaluates a design from nothing.
  public init(rules: RuleSet, design: KeyDesign, today: CalendarDate) {
    self.rules = rules
    key = KeyUnderReview(catalog: rules.catalog, design: design, today: today)
    firing = Array(repeating: nil, count: rules.checks.count)
    for check in rules.checks.indices {
      ask(check)
    }
    finish()
  }

  /// Takes a changed design over.
  ///
  /// - Parameters:
  ///   - design: the design as it is now.
  ///   - flipped: the scopes whose state changed; other changes are found without a list.
  public mutating func update(design: KeyDesign, flipped: [Int]) {
    key.design = design
    for scope in flipped {
      for check in rules.checks(reading: scope) { ask(Int(check)) }
    }
    finish()
  }

  // MARK: - Reading

  /// How many there are.
  ///
  /// Exact, and free: nothing is made for it.
  public private(set) var counts = Counts()

  /// The first findings in the order in which they are listed: by severity, then rule by rule.
  ///
  /// Accepted findings stand behind the others of their severity.
  public func list(limit: Int = .max) -> [Finding] {
    var result: [Finding] = []
    for severity in Severity.allCases {
      var accepted: [Finding] = []
      func add(_ finding: Finding) {
        if finding.isAccepted { accepted.append(finding) } else { result.append(finding) }
      }
      for finding in keyFindings + acceptance.findings where finding.severity == severity {
        add(acceptance.mark(finding))
      }
      for rule in joined.keys.sorted() {
        let checks = joined[rule] ?? []
        guard !checks.isEmpty, strongest(checks) == severity else { continue }
        add(acceptance.mark(make(rule: rule, checks: checks)))
      }
      for check in singles[severity] ?? [] {
        if result.count + accepted.count >= limit { break }
        add(acceptance.mark(make(check)))
      }
      result += accepted
      if result.count >= limit { break }
    }
    return Array(result.prefix(limit))
  }

  /// The strongest severity of the findings that a chosen scope is part of, accepted or not.
  public func severity(ofScope scope: Int) -> Severity? {
    guard key.isChosen(scope) else { return nil }
    return rules.checks(reading: scope).compactMap { check in
      guard let severity = firing[Int(check)] else { return nil }
      let rule = rules.scopeRules[rules.checks[Int(check)].rule]
      if rule.joinsSubjects { return rules.checks[Int(check)].subject == scope ? severity : nil }
      return severity
    }.max()
  }

  /// The findings that a chosen scope is part of.
  public func list(ofScope scope: Int) -> [Finding] {
    let id = rules.catalog.scopes[scope].id
    return rules.checks(reading: scope).map(Int.init).filter { firing[$0] != nil }
      .map { acceptance.mark(make($0)) }.filter { $0.scopes.contains(id) }
      .sorted { $0.severity > $1.severity }
  }

  /// What would appear and disappear if a scope's state were flipped, strongest first.
  public func preview(flipping scope: Int) -> (added: [Finding], removed: [Finding]) {
    var next = key
    if next.isChosen(scope) {
      next.design.scopes.remove(scope)
    } else {
      next.design.scopes.insert(scope)
    }
    var added: [Finding] = []
    var removed: [Finding] = []
    for check in rules.checks(reading: scope).map(Int.init) {
      let after = rules.severity(ofCheck: check, in: next)
      guard after != firing[check] else { continue }
      let subject = rules.checks[check].subject
      let rule = rules.scopeRules[rules.checks[check].rule]
      if let after, after > (firing[check] ?? .note) || firing[check] == nil {
        added.append(rule.finding(for: [subject], in: next))
      } else {
        removed.append(rule.finding(for: [subject], in: key))
      }
    }
    return (
      added.sorted { $0.severity > $1.severity }, removed.sorted { $0.severity > $1.severity }
    )
  }

  // MARK: - Keeping up

  private mutating func ask(_ check: Int) {
    let after = rules.severity(ofCheck: check, in: key)
    let before = firing[check]
    guard after != before else { return }
    firing[check] = after
    let part = rules.checks[check]
    if part.isWrite {
      riskyWrites += (after ?? .note > .note ? 1 : 0) - (before ?? .note > .note ? 1 : 0)
    }
    if rules.scopeRules[part.rule].joinsSubjects {
      joined[part.rule, default: []].set(Int32(check), present: after != nil)
    } else {
      if let before { singles[before, default: []].set(Int32(check), present: false) }
      if let after { singles[after, default: []].set(Int32(check), present: true) }
    }
  }

  private mutating func finish() {
    let summary = ScopeSummary(hasRiskyWrite: riskyWrites > 0)
    keyFindings = rules.keyRules.flatMap { $0.findings(in: key, summary: summary) }
    acceptance = AcceptanceReview(key: key) { rule in findings(ofRule: rule) }
    counts = Counts()
    counts.error = singles[.error]?.count ?? 0
    counts.warning = singles[.warning]?.count ?? 0
    counts.note = singles[.note]?.count ?? 0
    for checks in joined.values where !checks.isEmpty { counts[strongest(checks)] += 1 }
    for finding in keyFindings + acceptance.findings { counts[finding.severity] += 1 }
    for severity in acceptance.acceptedSeverities {
      counts.accepted += 1
      counts[severity] -= 1
    }
  }

  private func findings(ofRule id: String) -> [Finding] {
    let own = keyFindings.filter { $0.rule == id }
    guard let rule = rules.scopeRules.firstIndex(where: { $0.info.id == id }) else { return own }
    if rules.scopeRules[rule].joinsSubjects {
      let checks = joined[rule] ?? []
      return checks.isEmpty ? [] : [make(rule: rule, checks: checks)]
    }
    return rules.checksOfRule[rule].filter { firing[$0] != nil }.map { make($0) }
  }

  private func strongest(_ checks: [Int32]) -> Severity {
    checks.compactMap { firing[Int($0)] }.max() ?? .note
  }

  private func make(_ check: Int32) -> Finding { make(Int(check)) }

  private func make(_ check: Int) -> Finding {
    let part = rules.checks[check]
    if rules.scopeRules[part.rule].joinsSubjects {
      return make(rule: part.rule, checks: joined[part.rule] ?? [])
    }
    return rules.scopeRules[part.rule].finding(for: [part.subject], in: key)
  }

  private func make(rule: Int, checks: [Int32]) -> Finding {
    rules.scopeRules[rule].finding(for: checks.map { rules.checks[Int($0)].subject }, in: key)
  }
}

extension [Int32] {
  /// Puts a number into a sorted array, or takes it out.
  fileprivate mutating func set(_ number: Int32, present: Bool) {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    let isThere = low < count && self[low] == number
    if present, !isThere { insert(number, at: low) }
    if !present, isThere { remove(at: low) }
  }
}
