import Catalogs
import Keys

/// Keys that are all to be replaced on one day.
enum RotationOnOneDay: AuditRule {
  /// So many keys on one day are too many.
  private static let most = 2

  static let info = RuleInfo(
    id: "rotation-on-one-day", title: "Many keys are due on one day", severity: .note,
    trigger: "Three keys or more have the same rotation date.",
    consequence: "They are replaced in a hurry on that day, or all of them are late.",
    remedy: "Spread the dates.",
    story: """
      The keys were made in one afternoon, and each got the date that was proposed. When the day \
      comes, every program of the team has to take a new secret at once, and one mistake stops \
      all of them. Some days between the dates cost nothing now.
      """)

  static func findings(in keys: [AuditedKey]) -> [AuditFinding] {
    groups(keys) { $0.details.rotateBy }.filter { $0.places.count > most }.map { day, places in
      finding(
        at: places[0],
        sentence("On \(day) it is due together with", Array(places.dropFirst()), of: keys),
        remedy: "Spread the dates")
    }
  }
}
