import BitCollections
import Catalogs
import Documents
import Keys

/// A call that the key must never be able to make, and can.
struct NeverOpen: KeyRule, GenericRule {
  static let info = RuleInfo(
    id: "never-open", title: "The key can make a call that it must never make", severity: .error,
    trigger: "The key, or the policy, rules a call out, and the key's scopes open it.",
    consequence: "The key can do what somebody decided that it must not.",
    remedy: "Leave out a scope of each way that opens the call.",
    story: """
      A call can be open in several ways: by its own scope, by a scope that grants it, by one that \
      is known for something else. A reader of the list of scopes sees none of that. The rule asks \
      what the key opens, so that a call that was ruled out stays closed whatever is ticked.
      """)

  private let ruledOut: [String]

  init(policy: Policy) { ruledOut = policy.never }

  func findings(in key: KeyUnderReview, summary: ScopeSummary) -> [Finding] {
    let names = key.design.details.never + ruledOut
    guard !names.isEmpty else { return [] }
    let catalog = key.catalog
    let calls = BitSet(names.compactMap { catalog.indexOfOperation($0) })
    let access = key.access
    return calls.compactMap { call in
      let open = access.heldRows(of: call).flatMap(\.self)
      guard !open.isEmpty else { return nil }
      let name = Wording.cut(catalog.operations[call].call)
      guard !open.contains([]) else {
        return Finding(
          rule: info.id, severity: info.severity, operations: [catalog.operations[call].call],
          message: access.isFree(call)
            ? "\(name) must never be made, and it needs no scope: any key can make it."
            : "\(name) must never be made, and in some cases it needs no scope: answer its questions."
        )
      }
      let opening = BitSet(open.joined().flatMap(key.holders))
      let edits = Self.closing(open, key)
      return Finding(
        rule: info.id, severity: info.severity, scopes: key.ids(opening),
        operations: [catalog.operations[call].call],
        message: "\(name) must never be made, and the key opens it"
          + (access.isOpen(call) ? "." : " in some cases."),
        remedy: Remedy(
          Wording.list("Untick", count: edits.count, plural: "scopes") { key.ids(edits)[$0] },
          edits: [.untick(edits)]))
    }
  }

  /// Few scopes without which none of these sets is held: again and again the one that closes most.
  private static func closing(_ open: [[Int]], _ key: KeyUnderReview) -> [Int] {
    var open = open
    var dropped: BitSet = []
    while let set = open.first {
      let best =
        set.map { scope in (scope: scope, closed: open.count { $0.contains(scope) }) }
        .max { ($0.closed, $1.scope) < ($1.closed, $0.scope) }
      guard let best else { break }
      dropped.formUnion(BitSet(key.holders(of: best.scope)))
      open.removeAll { $0.contains(best.scope) }
    }
    return Array(dropped)
  }
}
