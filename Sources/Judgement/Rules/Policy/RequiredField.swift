import Catalogs
import Keys

/// A detail that the team's policy asks for.
struct RequiredField: KeyRule, GenericRule {
  static let info = RuleInfo(
    id: "required-field", title: "A required field is missing", severity: .error,
    trigger: "The policy requires a field that the key leaves empty.",
    consequence: "The team cannot tell whose key it is, or how long and from where it works.",
    remedy: "Fill the field in.",
    story: """
      When a key misbehaves, its manifest is the first thing that people open. A field that the \
      team has made required is one that it has missed before: whose key is it, what is it for, \
      how long does it live, where may it be used. Filling it in takes a minute while the author \
      still knows.
      """)

  let readsScopes = false
  private let fields: [Policy.Field]

  init(policy: Policy) { fields = policy.requiredFields }

  func findings(in key: KeyUnderReview, summary: ScopeSummary) -> [Finding] {
    let details = key.design.details
    return fields.filter { field in
      switch field {
      case .label: details.label.isEmpty
      case .purpose: details.purpose.isEmpty
      case .owner: details.owner.isEmpty
      case .rotateBy: details.rotateBy == nil
      case .ipAddresses: details.ipAddresses.isEmpty
      // `scope-without-reason` asks for it, and names the scopes.
      case .because: false
      }
    }.map { field in
      Finding(
        rule: info.id, severity: info.severity,
        message: "The policy requires \(field.rawValue), and the key has none.",
        remedy: Remedy("Fill in \(field.rawValue)", detail: Self.detail(field)))
    }
  }

  private static func detail(_ field: Policy.Field) -> Remedy.Detail {
    switch field {
    case .label: .label
    case .purpose: .purpose
    case .owner: .owner
    case .rotateBy: .rotateBy
    case .ipAddresses: .addresses
    case .because: .reason
    }
  }
}
