import Catalogs
import Keys

/// A key that should have been replaced.
struct RotationOverdue: KeyRule, GenericRule {
  static let info = RuleInfo(
    id: "rotation-overdue", title: "The key is overdue for rotation", severity: .warning,
    trigger: "The rotation date has passed.",
    consequence: "The key is older than its owner meant it to be.",
    remedy: "Replace the key and set a new date.",
    story: """
      The owner wrote down how long this key may live, and it has lived longer. Either it was \
      replaced and the manifest is out of date, or it was not and the promise is broken. Both are \
      worth a look, and neither is worth moving the date for.
      """)

  let readsScopes = false

  func findings(in key: KeyUnderReview, summary: ScopeSummary) -> [Finding] {
    guard let date = key.design.details.rotateBy, date < key.today else { return [] }
    let days = key.today.daysSince1970 - date.daysSince1970
    return [
      Finding(
        rule: info.id, severity: info.severity,
        message: "The key was to be replaced by \(date), \(days) day\(days == 1 ? "" : "s") ago.",
        remedy: Remedy("Replace the key and set a new date", detail: .rotateBy))
    ]
  }
}
