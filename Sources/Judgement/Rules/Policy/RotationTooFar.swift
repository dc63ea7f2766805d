import Catalogs
import Keys

/// A key that would live longer than the team's policy allows.
struct RotationTooFar: KeyRule, GenericRule {
  static let info = RuleInfo(
    id: "rotation-too-far", title: "The rotation date is too far", severity: .error,
    trigger: "The rotation date lies more days ahead than the policy allows.",
    consequence: "A leaked key stays good for longer than the team has decided to risk.",
    remedy: "Set an earlier rotation date.",
    story: """
      A date ten years ahead satisfies every check for a date and means never. The team has \
      decided how long a leaked key may stay good, and this one would stay good for longer. An \
      earlier date costs one replacement; a forgotten key costs an investigation.
      """)

  let readsScopes = false
  private let longest: Int?

  init(policy: Policy) { longest = policy.longestDaysToRotation }

  func findings(in key: KeyUnderReview, summary: ScopeSummary) -> [Finding] {
    guard let longest, let date = key.design.details.rotateBy else { return [] }
    let days = date.daysSince1970 - key.today.daysSince1970
    guard days > longest else { return [] }
    let last = CalendarDate(daysSince1970: key.today.daysSince1970 + longest)
    return [
      Finding(
        rule: info.id, severity: info.severity,
        message: "The rotation date is \(days) days ahead; the policy allows \(longest).",
        remedy: Remedy("Set a day up to \(last?.description ?? "the end of 9999")"))
    ]
  }
}
