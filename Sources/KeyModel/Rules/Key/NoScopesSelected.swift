import BitCollections

/// A key that grants nothing.
struct NoScopesSelected: KeyRule {
  let info = RuleInfo(
    id: "no-scopes-selected", title: "No scope is chosen", severity: .error,
    trigger: "The key has no scope at all.",
    consequence: "The key can do nothing, and a file like this is usually a mistake.",
    remedy: "Choose the scopes that the job needs.")

  func findings(in key: KeyUnderReview, summary: ScopeSummary) -> [Finding] {
    guard key.design.scopes.isEmpty, key.design.details.unknownScopes.isEmpty else { return [] }
    return [
      Finding(
        rule: info.id, severity: info.severity, message: "The key grants nothing.",
        remedy: Remedy("Tick the scopes that the job needs"))
    ]
  }
}
