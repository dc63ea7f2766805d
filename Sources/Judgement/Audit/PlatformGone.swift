import Catalogs
import Keys

/// A key whose platform, kind or catalog is gone.
enum PlatformGone: AuditRule {
  static let info = RuleInfo(
    id: "platform-gone", title: "The key's platform, kind or catalog is gone", severity: .warning,
    trigger:
      "No catalog of the key's platform is here, its catalog has no such kind of key, or the version that it was made with is not here.",
    consequence:
      "Nobody can say any more what the key opens, or what has changed since it was made.",
    remedy: "Revoke the key where its platform is given up; else add the catalog.",
    story: """
      The team left a platform and kept its keys, or a catalog was replaced and the keys were \
      not looked at again. Such keys still open whatever they opened, but no rule speaks about \
      them. A version that is not here is only a note: the rules judge the key by the one that \
      is, and cannot tell what the difference means for it.
      """)

  static func findings(in keys: [AuditedKey]) -> [AuditFinding] {
    keys.enumerated().compactMap { place, key in
      switch key.origin {
      case .platformGone:
        return finding(
          at: place,
          "No catalog of the platform \(key.catalog.id) is here: no rule can judge its scopes.",
          remedy: "Revoke the key, or add the catalog: keywright catalog add FILE")
      case .here, .versionGone:
        if let kind = key.details.kind, key.catalog.indexOfKind(kind) == nil {
          return finding(
            at: place, "\(key.catalog.name) has no kind of key \"\(kind)\" any more.",
            remedy: "Revoke the key, or give it a kind that there is")
        }
        guard key.origin == .versionGone else { return nil }
        return finding(
          at: place, severity: .note,
          "It was made with \(key.catalog.id) \(key.catalogVersion), which is not here: what has "
            + "changed since is not known.",
          remedy: "Look through its scopes, and write it anew with \(key.catalog.version)")
      }
    }
  }
}
