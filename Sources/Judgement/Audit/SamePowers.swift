import BitCollections
import Catalogs
import Keys

/// Two keys with the same powers.
enum SamePowers: AuditRule {
  static let info = RuleInfo(
    id: "same-powers", title: "Two keys can do the same", severity: .warning,
    trigger:
      "Two keys of one platform, kind and owner have the same scopes, whatever grants them.",
    consequence: "Nobody can tell from its powers which of them leaked or may be revoked.",
    remedy: "Keep one of them, or name the owner of each.",
    story: """
      A key was copied so that a second job could start at once, and the copy kept every scope. \
      From then on there are two secrets for one set of powers: twice the places from which it can \
      leak, and two dates to keep. Two keys are right where two owners hold them; then the manifests \
      say so, and the rule is silent.
      """)

  private struct Powers: Hashable {
    var platform: [String]
    var owner: String?
    var answers: [Answer]
    var held: BitSet
    var unknown: Set<String>
  }

  static func findings(in keys: [AuditedKey]) -> [AuditFinding] {
    groups(keys) { key -> Powers? in
      guard key.origin != .platformGone else { return nil }
      let powers = Powers(
        platform: [key.catalog.id, key.catalog.version, key.details.kind ?? ""],
        owner: ownerName(of: key), answers: key.details.answers, held: key.held,
        unknown: Set(key.details.unknownScopes))
      return powers.held.isEmpty && powers.unknown.isEmpty ? nil : powers
    }.filter { $0.places.count > 1 }.map { _, places in
      finding(
        at: places[0], scopes: keys[places[0]].key.ids(keys[places[0]].design.scopes),
        sentence("It can do the same as", Array(places.dropFirst()), of: keys),
        remedy: "Keep one of them, or name the owner of each")
    }
  }
}
