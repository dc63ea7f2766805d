import BitCollections
import Catalogs
import Documents
import Keys

/// A scope that the key must never have, and has.
struct NeverHeld: KeyRule, GenericRule {
  static let info = RuleInfo(
    id: "never-held", title: "The key has a scope that it must never have", severity: .error,
    trigger: "The key, or the policy, rules a scope out, and the key has it or is granted it.",
    consequence: "The key can do what somebody decided that it must not.",
    remedy: "Leave out the scope, and those that grant it.",
    story: """
      What a key must never do is decided once, with time: this bot can never refund. Later edits \
      are made in a hurry, and a scope that grants others brings back what was ruled out, without \
      its name in the list. The rule reads grants as well, so that the decision holds.
      """)

  private let ruledOut: [String]

  init(policy: Policy) { ruledOut = policy.never }

  func findings(in key: KeyUnderReview, summary: ScopeSummary) -> [Finding] {
    let names = key.design.details.never + ruledOut
    guard !names.isEmpty else { return [] }
    let scopes = BitSet(names.compactMap { key.catalog.indexOfScope($0) })
    return scopes.filter(key.isHeld).map { scope in
      let holders = key.holders(of: scope)
      let id = Wording.cut(key.catalog.scopes[scope].id)
      let granters = holders.filter { $0 != scope }
      let who =
        key.design.details.never.contains(key.catalog.scopes[scope].id) ? "The key" : "A key"
      return Finding(
        rule: info.id, severity: info.severity, scopes: key.ids(holders.sorted()),
        message: granters.isEmpty
          ? "\(who) must never have \(id), and it is chosen."
          : "\(who) must never have \(id), and \(Wording.cut(key.ids(granters)[0])) grants it.",
        remedy: Remedy(
          holders.count == 1 ? "Untick it" : "Untick them", edits: [.untick(holders.sorted())]))
    }
  }
}
