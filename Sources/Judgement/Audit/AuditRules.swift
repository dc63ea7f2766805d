import Catalogs

/// The rules about a set of keys.
package enum AuditRules {
  private static let all: [any AuditRule.Type] = [
    CombinedPowers.self, PlatformGone.self, SamePowers.self, UnusedKey.self,
    ScopeNobodyNeeds.self, RotationOnOneDay.self, CopiedAcceptance.self,
  ]

  /// What every rule is, in the order in which findings are listed.
  package static let infos: [RuleInfo] = all.map { $0.info }

  /// The rules as a policy wants them: with its severities, without what it turns off.
  package static func infos(_ policy: Policy) -> [RuleInfo] {
    infos.filter { !policy.isOff($0.id) }.map { info in
      var copy = info
      copy.severity = policy.severity(of: info.id) ?? info.severity
      return copy
    }
  }

  /// The findings about a set of keys.
  ///
  /// The policy of the key at which a finding is told says how much it matters, or turns it off.
  ///
  /// - Returns: the findings, key by key in their order, of each the most severe first.
  package static func findings(in keys: [AuditedKey]) -> [AuditFinding] {
    let found = all.flatMap { $0.findings(in: keys) }.compactMap { found -> AuditFinding? in
      let policy = keys[found.key].findings.rules.policy
      guard !policy.isOff(found.finding.rule) else { return nil }
      var told = found
      told.finding.severity =
        policy.severity(of: found.finding.rule) ?? found.finding.severity
      return told
    }
    // Of equals the order stays: that of the rules.
    return found.enumerated().sorted { left, right in
      (left.element.key, -left.element.finding.severity.weight, left.offset)
        < (right.element.key, -right.element.finding.severity.weight, right.offset)
    }.map(\.element)
  }
}

extension Severity {
  fileprivate var weight: Int {
    switch self {
    case .error: 2
    case .warning: 1
    case .note: 0
    }
  }
}
