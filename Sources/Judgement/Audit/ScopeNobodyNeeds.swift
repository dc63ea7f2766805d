import BitCollections
import Catalogs
import Keys

/// A scope that several keys have and none needs.
enum ScopeNobodyNeeds: AuditRule {
  static let info = RuleInfo(
    id: "scope-nobody-needs", title: "No key needs the scope", severity: .warning,
    trigger:
      "Two keys or more have a scope, and neither a call that one of them is for nor a call that was made needs it.",
    consequence: "Every one of these keys can do something that no job of the team needs.",
    remedy: "Untick the scope in all of them.",
    story: """
      The first key had the scope, and the others were made from it. Each time somebody thought \
      that the team surely needs it somewhere. The calls say otherwise: no key of the set has a \
      call that needs it. What no key uses is the cheapest power to give up.
      """)

  private struct Scope: Hashable {
    var platform: [String]
    var scope: Int
  }

  static func findings(in keys: [AuditedKey]) -> [AuditFinding] {
    var order: [Scope] = []
    var holders: [Scope: [Int]] = [:]
    var needed: Set<Scope> = []
    for (place, key) in keys.enumerated() where key.origin != .platformGone {
      let unneeded = unneeded(of: key)
      for scope in key.design.scopes {
        let entry = Scope(platform: [key.catalog.id, key.catalog.version], scope: scope)
        if !unneeded.contains(scope) { needed.insert(entry) }
        if holders[entry] == nil { order.append(entry) }
        holders[entry, default: []].append(place)
      }
    }
    return order.compactMap { entry in
      guard !needed.contains(entry), let places = holders[entry], places.count > 1 else {
        return nil
      }
      let id = keys[places[0]].catalog.scopes[entry.scope].id
      return finding(
        at: places[0], scopes: [id],
        sentence(
          "No call needs it here, nor in", Array(places.dropFirst()), of: keys),
        remedy: "Untick \(id) in all of them")
    }
  }

  /// The scopes of a key of which it is known that none of its calls needs them.
  private static func unneeded(of key: AuditedKey) -> BitSet {
    var unneeded = key.design.scopes
    let calls = key.key.calls
    let access = key.key.access
    // Where neither is known, every scope may be needed.
    guard !calls.isEmpty || key.calls != nil else { return [] }
    if !calls.isEmpty {
      guard calls.unstated.isEmpty else { return [] }
      unneeded = unneeded.filter {
        calls.count(ofScope: $0) == 0 && !key.findings.isAskedFor($0)
      }
    }
    if key.calls != nil {
      guard !key.hasUnstatedCalls else { return [] }
      let used = Set(
        key.callsByScopes.flatMap { access.heldRows(of: $0).joined().joined() })
      unneeded = unneeded.filter { scope in
        !used.contains { key.catalog.isHeld($0, by: [scope]) }
      }
    }
    return unneeded
  }
}
