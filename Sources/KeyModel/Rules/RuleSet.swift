/// The rules of a catalog, numbered so that a tick asks only those that read its scope.
///
/// A check is one subject of one scope rule. Checks are numbered in the order in which findings
/// are listed: rule by rule, subject by subject.
public struct RuleSet: Sendable {
  struct Check: Sendable {
    var rule: Int
    var subject: Int
    /// Whether a scope that does more than read can set it off.
    var isWrite: Bool
  }

  /// The catalog.
  public let catalog: Catalog
  let scopeRules: [any ScopeRule]
  let keyRules: [any KeyRule]
  let checks: [Check]
  /// For each scope rule the range of its checks.
  let checksOfRule: [Range<Int>]
  private let interestStart: [Int32]
  private let interests: [Int32]

  /// Prepares all rules for a catalog: the generic ones and the catalog's own.
  public init(catalog: Catalog) {
    self.catalog = catalog
    scopeRules =
      catalog.combinations.map { CombinationRule($0, catalog: catalog) } + [
        DestructiveScope(), BlindWrite(catalog: catalog), DeprecatedScope(), UnconfirmedScope(),
        HiddenDeletes(),
      ]
    keyRules = [
      NoScopesSelected(), UnknownScope(), FullAccessKey(catalog: catalog), UnneededScope(),
      WideAddressRange(), RotationOverdue(), NoAddressList(), NoRotationDate(), VagueLabel(),
    ]
    var checks: [Check] = []
    var ranges: [Range<Int>] = []
    var readers = Array(repeating: [Int32](), count: catalog.scopes.count)
    for (index, rule) in scopeRules.enumerated() {
      let first = checks.count
      for (subject, reads) in rule.subjects(in: catalog) {
        for scope in reads { readers[scope].append(Int32(checks.count)) }
        checks.append(
          Check(
            rule: index, subject: subject,
            isWrite: reads.contains { catalog.scopes[$0].access.isWrite }))
      }
      ranges.append(first..<checks.count)
    }
    self.checks = checks
    checksOfRule = ranges
    var starts: [Int32] = [0]
    starts.reserveCapacity(readers.count + 1)
    for list in readers { starts.append(starts[starts.count - 1] + Int32(list.count)) }
    interestStart = starts
    interests = readers.flatMap { $0 }
  }

  /// The checks that read a scope.
  func checks(reading scope: Int) -> ArraySlice<Int32> {
    interests[Int(interestStart[scope])..<Int(interestStart[scope + 1])]
  }

  func severity(ofCheck check: Int, in key: KeyUnderReview) -> Severity? {
    scopeRules[checks[check].rule].severity(of: checks[check].subject, in: key)
  }

  /// What every rule is, in the order in which findings are listed.
  public var infos: [RuleInfo] {
    scopeRules.map(\.info) + keyRules.map(\.info) + AcceptanceReview.infos
  }

  /// What a rule is, or nil where there is none of that id.
  public func info(_ id: String) -> RuleInfo? { infos.first { $0.id == id } }

  /// The rules that read a scope, in the order in which findings are listed.
  public func rules(reading scope: Int) -> [RuleInfo] {
    var seen: Set<Int> = []
    return checks(reading: scope).map { checks[Int($0)].rule }.filter { seen.insert($0).inserted }
      .map { scopeRules[$0].info }
  }
}
