import Catalogs
import Keys

/// A key that is never replaced.
struct NoRotationDate: KeyRule, GenericRule {
  static let info = RuleInfo(
    id: "no-rotation-date", title: "The key has no rotation date", severity: .note,
    trigger: "No rotation date is set.",
    consequence: "Nobody is reminded, and a leaked key stays good for years.",
    remedy: "Set the day by which the key is replaced.",
    story: """
      A key without a date is replaced when something goes wrong, which is the worst day to find \
      out who uses it. A date makes replacement a habit while the people who know the key are \
      still there. It also bounds the leak that nobody has noticed: whatever was copied goes \
      stale.
      """)

  let readsScopes = false

  func findings(in key: KeyUnderReview, summary: ScopeSummary) -> [Finding] {
    guard key.design.details.rotateBy == nil else { return [] }
    return [
      Finding(
        rule: info.id, severity: info.severity,
        message: "No rotation date is set: a leaked key stays good until somebody notices.",
        remedy: Remedy("Set the day by which the key is replaced", detail: .rotateBy))
    ]
  }
}
