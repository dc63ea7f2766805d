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
    let combinations = catalog.combinations + policy.combinations(of: catalog.id)
    return [ForbiddenScope(policy: policy)]
      + combinations.map { CombinationRule($0, catalog: catalog) } + [
        DestructiveScope(), BlindWrite(catalog: catalog), DeprecatedScope(), UnconfirmedScope(),
        UnneededScope(), HiddenDeletes(), RedundantScope(),
      ]
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
