import BitCollections

/// A key that works from anywhere.
struct NoAddressList: KeyRule {
  let info = RuleInfo(
    id: "no-ip-allowlist", title: "The key works from any address", severity: .note,
    trigger: "No client address is listed; a warning beside a write that is itself at fault.",
    consequence: "A stolen key works from wherever the thief is.",
    remedy: "List the addresses of the machines that use the key.")

  func findings(in key: KeyUnderReview, summary: ScopeSummary) -> [Finding] {
    guard key.design.details.ipAddresses.isEmpty, !key.design.scopes.isEmpty else { return [] }
    return [
      Finding(
        rule: info.id, severity: summary.hasRiskyWrite ? .warning : .note,
        message: "No address is listed: a stolen key works from anywhere.",
        remedy: Remedy("List the addresses of the machines that use the key"))
    ]
  }
}
