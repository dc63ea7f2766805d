import Catalogs
import Keys

/// A key that nobody uses.
enum UnusedKey: AuditRule {
  static let info = RuleInfo(
    id: "unused-key", title: "Nobody uses the key", severity: .warning,
    trigger: "Calls were counted, and none of them is one that the key's scopes open.",
    consequence: "A secret lies around that does no work and can still be stolen.",
    remedy: "Revoke the key.",
    story: """
      The job was switched off or moved to another key, and nobody revoked the old one. Its \
      secret stays in a file, a build server or a notebook. Records of the platform's traffic \
      show it: no call was made that this key opens. Which key made a call is not in such \
      records, so a key counts as used where it could have made one.
      """)

  static func findings(in keys: [AuditedKey]) -> [AuditFinding] {
    keys.enumerated().compactMap { place, key in
      guard key.calls != nil, key.origin != .platformGone, key.callsByScopes.isEmpty,
        !key.key.access.survey.openedByScopes.isEmpty
      else { return nil }
      let isUncertain = key.hasUnstatedCalls
      return finding(
        at: place, severity: isUncertain ? .note : nil,
        "None of the calls that were made is known to need this key."
          + (isUncertain ? " Of some it is not stated what they need." : ""),
        remedy: "Revoke it, or look at records of a longer time")
    }
  }
}
