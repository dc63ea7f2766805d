import BitCollections
import Catalogs
import Documents

/// A scope that the team's policy forbids.
struct ForbiddenScope: ScopeRule, GenericRule {
  static let info = RuleInfo(
    id: "forbidden-scope", title: "The policy forbids the scope", severity: .error,
    trigger: "A chosen scope is on the policy's list of forbidden scopes, or grants one of them.",
    consequence: "The team has decided that no key has this scope.",
    remedy: "Leave the scope out, or ask those who keep the policy.",
    story: """
      The team has looked at this scope once, with time, and decided against it. A key that has it \
      anyway was made by somebody who did not know, or who did not ask. The decision stands in the \
      policy, where it can be changed in review for everyone. A key that accepts the finding is an \
      exception to it, under a name and with a reason.
      """)

  private let forbidden: Set<String>

  init(policy: Policy) { forbidden = Set(policy.forbiddenScopes) }

  func addSubjects(to subjects: inout Subjects, in catalog: Catalog) {
    let named = forbidden.compactMap { catalog.indexOfScope($0) }
    subjects.add(scopes: BitSet(named + named.flatMap { catalog.granters(of: $0) }))
  }

  func severity(of subject: Int, in key: KeyUnderReview) -> Severity? {
    key.isChosen(subject) ? .error : nil
  }

  func finding(for subjects: [Int], in key: KeyUnderReview) -> Finding {
    let ids = subjects.map { key.catalog.scopes[$0].id }
    let granted = subjects.flatMap { key.catalog.granted(by: $0) }
      .map { key.catalog.scopes[$0].id }.filter(forbidden.contains)
    return Finding(
      rule: info.id, severity: info.severity, scopes: key.ids(subjects),
      operations: subjects.flatMap { key.catalog.operations(openedBy: $0) }
        .map { key.catalog.operations[$0].call },
      message: ids.allSatisfy(forbidden.contains)
        ? "The policy forbids this scope."
        : Wording.sentence(
          "It grants what the policy forbids:", count: granted.count, plural: "scopes"
        ) { granted[$0] },
      remedy: Remedy("Untick it", edits: [.untick(subjects)]))
  }
}
