import Catalogs

extension RuleSet {
  /// All rules that read scopes, in the order in which findings are listed.
  static func scopeRules(
    catalog: Catalog, policy: Policy, views: [Int32]
  ) -> [any ScopeRule] {
    let own = policy.combinations(of: catalog.id)
    var rules: [any ScopeRule] = []
    rules.reserveCapacity(catalog.combinations.count + own.count + 8)
    rules.append(ForbiddenScope(policy: policy))
    for place in catalog.combinations.indices {
      rules.append(CombinationRule(place, of: catalog.combinations, catalog: catalog))
    }
    for place in own.indices {
      rules.append(CombinationRule(place, of: own, catalog: catalog, isOfPolicy: true))
    }
    rules.append(DestructiveScope())
    rules.append(BlindWrite(views: views))
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
      PlatformNotAllowed(policy: policy), NoScopesSelected(policy: policy), UnknownScope(),
      UnknownKind(), ScopeOfAnotherKind(), NeverHeld(policy: policy),
      NeverOpen(policy: policy), FullAccessKey(catalog: catalog), RequiredField(policy: policy),
      ScopeWithoutReason(policy: policy), ReasonUnused(),
      RotationTooFar(policy: policy), WideAddressRange(), RotationOverdue(), NoAddressList(),
      NoRotationDate(), VagueLabel(),
    ]
  }
}
