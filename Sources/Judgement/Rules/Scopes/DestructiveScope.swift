import BitCollections
import Catalogs
import Documents

/// A scope whose access is delete.
struct DestructiveScope: ScopeRule, GenericRule {
  static let info = RuleInfo(
    id: "destructive-scope", title: "The scope deletes", severity: .warning,
    trigger: "A chosen scope's access is delete, or it grants one whose access is.",
    consequence: "Whoever holds the key can remove what no call brings back.",
    remedy: "Leave the scope out, or give it a key of its own that lives a short time.",
    story: """
      What a call deletes through an API has no trash can, and a loop over a list is one line of \
      code. A key like this in the wrong hands, or in the right hands with a wrong filter, empties \
      a shop in seconds. Deleting is rare work: a key of its own, made for the day and revoked in \
      the evening, does it as well.
      """)

  func addSubjects(to subjects: inout Subjects, in catalog: Catalog) {
    let deleting = catalog.scopes.indices.filter { catalog.scopes[$0].access == .delete }
    guard catalog.hasGrants else { return subjects.add(scopes: deleting) }
    subjects.add(scopes: BitSet(deleting + deleting.flatMap { catalog.granters(of: $0) }))
  }

  func severity(of subject: Int, in key: KeyUnderReview) -> Severity? {
    key.isChosen(subject) ? .warning : nil
  }

  /// It says the same of every key that has the scope.
  func sources(in catalog: Catalog) -> BitSet? { [] }

  func finding(for subjects: [Int], in key: KeyUnderReview) -> Finding {
    let catalog = key.catalog
    let deleting = { (scope: Int) in catalog.scopes[scope].access == .delete }
    let granted = subjects.flatMap(catalog.granted).filter(deleting)
    let operations = (subjects.filter(deleting) + granted)
      .flatMap { catalog.operationsOfScope[$0] }.map { catalog.operations[$0] }
    guard subjects.allSatisfy(deleting) else {
      return Finding(
        rule: info.id, severity: info.severity, scopes: key.ids(subjects),
        operations: operations.map(\.call),
        message: Wording.sentence(
          "It grants what deletes for good:", count: granted.count, plural: "scopes"
        ) { catalog.scopes[granted[$0]].id },
        remedy: Remedy(
          "Untick it, and tick what the job needs of what it grants", edits: [.untick(subjects)]))
    }
    let count = operations.count { $0.method == "DELETE" }
    let opened = count == 1 ? "1 DELETE call" : "\(count) DELETE calls"
    return Finding(
      rule: info.id, severity: info.severity, scopes: key.ids(subjects),
      operations: operations.map(\.call),
      message: count == 0
        ? "Deletes, and what it removes does not come back."
        : "Opens \(opened); what \(count == 1 ? "it removes" : "they remove") does not come back.",
      remedy: Remedy("Untick it, or keep it in a key of its own", edits: [.untick(subjects)]))
  }
}
