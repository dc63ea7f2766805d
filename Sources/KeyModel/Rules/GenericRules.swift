/// A rule of the program's own: it is the same for every catalog.
///
/// What it is stands once in the program, not in each rule: a start makes twenty of them.
protocol GenericRule {
  static var info: RuleInfo { get }
}

extension GenericRule {
  var info: RuleInfo { Self.info }
}

extension RuleSet {
  /// The ids of the program's own rules, which no catalog and no policy can take.
  static let genericIDs = [
    "acceptance-expired", "acceptance-unused", "acceptance-widened", "blind-write",
    "deprecated-scope", "destructive-scope", "forbidden-scope", "full-access-key",
    "hidden-deletes", "ip-allowlist-too-wide", "no-ip-allowlist", "no-rotation-date",
    "no-scopes-selected", "platform-not-allowed", "redundant-scope", "required-field",
    "rotation-overdue", "rotation-too-far", "unconfirmed-scope", "unknown-scope", "unneeded-scope",
    "vague-label",
  ]

  /// All rules that read scopes, in the order in which findings are listed.
  static func scopeRules(catalog: Catalog, policy: Policy) -> [any ScopeRule] {
    let own = policy.combinations(of: catalog.id)
    var rules: [any ScopeRule] = []
    rules.reserveCapacity(catalog.combinations.count + own.count + 8)
    rules.append(ForbiddenScope(policy: policy))
    for place in catalog.combinations.indices {
      rules.append(CombinationRule(place, of: catalog.combinations, catalog: catalog))
    }
    for place in own.indices { rules.append(CombinationRule(place, of: own, catalog: catalog)) }
    rules.append(DestructiveScope())
    rules.append(BlindWrite(catalog: catalog))
    rules.append(DeprecatedScope())
    rules.append(UnconfirmedScope())
    rules.append(UnneededScope())
    rules.append(HiddenDeletes())
    rules.append(RedundantScope())
    return rules
  }

  /// All rules about the key as a whole, in the order in which findings are listed.
  static func keyRules(catalog: Catalog, policy: Policy) -> [any KeyRule] {
    [
      PlatformNotAllowed(policy: policy), NoScopesSelected(), UnknownScope(),
      FullAccessKey(catalog: catalog), RequiredField(policy: policy),
      RotationTooFar(policy: policy), WideAddressRange(), RotationOverdue(), NoAddressList(),
      NoRotationDate(), VagueLabel(),
    ]
  }
}
