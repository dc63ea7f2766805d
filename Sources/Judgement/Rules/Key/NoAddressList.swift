import BitCollections
import Catalogs
import Keys

/// A key that works from anywhere.
struct NoAddressList: KeyRule, GenericRule {
  static let info = RuleInfo(
    id: "no-ip-allowlist", title: "The key works from any address", severity: .note,
    trigger: "No client address is listed; a warning beside a write that is itself at fault.",
    consequence: "A stolen key works from wherever the thief is.",
    remedy: "List the addresses of the machines that use the key.",
    story: """
      Keys leak through logs, repositories and copied configuration, and the thief calls from a \
      machine of their own. A list of addresses makes a key worthless there, and it costs one line \
      when the key is made. Beside a scope that can lose money or goods the lack of a list is what \
      turns a leak into a loss, so it becomes a warning there.
      """)

  func findings(in key: KeyUnderReview, summary: ScopeSummary) -> [Finding] {
    guard key.design.details.ipAddresses.isEmpty, !key.design.scopes.isEmpty else { return [] }
    return [
      Finding(
        rule: info.id, severity: summary.hasRiskyWrite ? .warning : .note,
        message: "No address is listed: a stolen key works from anywhere.",
        remedy: Remedy("List the addresses of the machines that use the key", detail: .addresses))
    ]
  }
}
