import BitCollections
import Catalogs
import Documents
import Keys

/// Scopes of which the team's policy wants to know why, and nothing is said.
struct ScopeWithoutReason: KeyRule, GenericRule {
  static let info = RuleInfo(
    id: "scope-without-reason", title: "A scope has no reason", severity: .error,
    trigger: "The policy asks why a key has each of its scopes, and a scope has no reason.",
    consequence: "In a year nobody dares to take the scope away, for nobody knows what needs it.",
    remedy: "Say in a few words what the scope is for.",
    story: """
      Scopes are added when something does not work, and stay when it does. Whoever adds one knows \
      why, today. A sentence a scope makes the next review a matter of minutes, and a scope \
      without a reason is the first that can go.
      """)

  private let isAsked: Bool

  init(policy: Policy) { isAsked = policy.requiredFields.contains(.because) }

  func findings(in key: KeyUnderReview, summary: ScopeSummary) -> [Finding] {
    guard isAsked else { return [] }
    let known = Set(key.design.details.because.map(\.scope))
    let ids = key.ids(key.design.scopes) + key.design.details.unknownScopes
    let silent = ids.filter { !known.contains($0) }
    guard !silent.isEmpty else { return [] }
    return [
      Finding(
        rule: info.id, severity: info.severity, scopes: silent,
        message: silent.count == 1
          ? "The policy asks why the key has this scope, and nothing is said."
          : "The policy asks why the key has these \(silent.count) scopes, and nothing is said.",
        remedy: Remedy("Say why, under \"because\" in the manifest", detail: .reason))
    ]
  }
}
