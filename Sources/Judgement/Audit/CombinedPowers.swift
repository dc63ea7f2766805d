import BitCollections
import Catalogs
import Documents
import Keys

/// Two keys of one owner that complete a combination together.
enum CombinedPowers: AuditRule {
  static let info = RuleInfo(
    id: "combined-powers", title: "Two keys of one owner complete a combination",
    severity: .error,
    trigger:
      "Two keys with the same owner set a combination rule off together, and neither does alone.",
    consequence: "Whoever holds both can do what the split into two keys was to prevent.",
    remedy: "Give one of the keys to another owner, or untick a scope of the combination.",
    story: """
      The dangerous key was split in two, as the rule asked, and both halves were given to the \
      same program. Whoever takes that machine has both secrets, and the abuse needs no more. A \
      split protects only where different people, or programs on different machines, hold the \
      parts. The finding is as severe as the combination that is completed.
      """)

  static func findings(in keys: [AuditedKey]) -> [AuditFinding] {
    groups(keys) { key -> [String]? in
      guard key.origin != .platformGone, let owner = ownerName(of: key) else { return nil }
      return [owner, key.catalog.id, key.catalog.version, key.details.kind ?? ""]
    }.filter { $0.places.count > 1 }.flatMap { _, places in completed(by: places, of: keys) }
      .sorted { $0.key < $1.key }
  }

  private static func completed(by places: [Int], of keys: [AuditedKey]) -> [AuditFinding] {
    guard let first = places.first else { return [] }
    let catalog = keys[first].catalog
    let rules = keys[first].findings.rules
    let combinations =
      (catalog.combinations + rules.policy.combinations(of: catalog.id))
      .filter { $0.severity > .note && $0.tick.isEmpty && !rules.policy.isOff($0.id) }
    let held = places.map { keys[$0].held }
    return combinations.flatMap { combination -> [AuditFinding] in
      // Keys that have the same of its scopes are the same to it: there are few sorts of them.
      let scopes = BitSet(combination.trigger + combination.without)
      var sorts: [BitSet: Int] = [:]
      for (place, held) in zip(places, held) {
        let own = held.intersection(scopes)
        if sorts[own] == nil, !fires(combination, own) { sorts[own] = place }
      }
      let sorted = sorts.sorted { $0.value < $1.value }
      return sorted.indices.flatMap { one in
        sorted.indices.dropFirst(one + 1).compactMap { other -> AuditFinding? in
          let both = sorted[one].key.union(sorted[other].key)
          guard fires(combination, both) else { return nil }
          let (here, there) = (sorted[one].value, sorted[other].value)
          return finding(
            at: here, severity: combination.severity,
            scopes: keys[here].key.ids(
              keys[here].design.scopes.filter { scope in
                combination.trigger.contains { catalog.isHeld($0, by: [scope]) }
              }),
            "With \(keys[there].name), of the same owner, it completes \(combination.id).",
            remedy: "Give one of them to another owner, or untick a scope of the combination")
        }
      }
    }
  }

  private static func fires(_ combination: Combination, _ held: BitSet) -> Bool {
    combination.fires(isHeld: { held.contains($0) })
  }
}
