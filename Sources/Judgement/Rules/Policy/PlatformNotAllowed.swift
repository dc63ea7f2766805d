import Catalogs
import Documents

/// A key of a platform that the team's policy does not allow.
struct PlatformNotAllowed: KeyRule, GenericRule {
  static let info = RuleInfo(
    id: "platform-not-allowed", title: "The policy does not allow the platform", severity: .error,
    trigger: "The policy lists the platforms that keys may be of, and the key's is another.",
    consequence: "The key opens a platform that the team does not watch.",
    remedy: "Use a platform that the policy allows, or ask those who keep the policy.",
    story: """
      Keys of a platform that nobody watches are keys that nobody revokes. The list in the policy \
      says where the team has an owner, an alarm and a way to replace a key. A manifest for \
      another platform belongs to another team, or to a conversation that has not taken place.
      """)

  let readsScopes = false
  private let platforms: [String]

  init(policy: Policy) { platforms = policy.platforms }

  func findings(in key: KeyUnderReview, summary: ScopeSummary) -> [Finding] {
    guard !platforms.isEmpty, !platforms.contains(key.catalog.id) else { return [] }
    return [
      Finding(
        rule: info.id, severity: info.severity,
        message: Wording.sentence(
          "\(Wording.cut(key.catalog.name)) is not among the platforms allowed:",
          count: platforms.count, plural: "others"
        ) { platforms[$0] },
        remedy: Remedy("Use a platform that the policy allows"))
    ]
  }
}
