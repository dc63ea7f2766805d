extension RuleSet {
  /// The ids of the program's own rules, which no catalog and no policy can take.
  static let genericIDs: Set<String> = [
    "acceptance-expired", "acceptance-unused", "acceptance-widened", "blind-write",
    "deprecated-scope", "destructive-scope", "forbidden-scope", "full-access-key",
    "hidden-deletes", "ip-allowlist-too-wide", "no-ip-allowlist", "no-rotation-date",
    "no-scopes-selected", "platform-not-allowed", "required-field", "rotation-overdue",
    "rotation-too-far", "unconfirmed-scope", "unknown-scope", "unneeded-scope", "vague-label",
  ]
}
