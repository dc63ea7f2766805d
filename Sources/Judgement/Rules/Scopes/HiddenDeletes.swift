import BitCollections
import Catalogs
import Documents

/// A scope that deletes although its name does not say so.
struct HiddenDeletes: ScopeRule, GenericRule {
  static let info = RuleInfo(
    id: "hidden-deletes", title: "The scope deletes without saying so", severity: .note,
    trigger: "A chosen scope that is not named delete opens DELETE calls.",
    consequence: "A reader of the key's scopes does not see that it can remove things.",
    remedy: "Know it, and say so where the key is reviewed.",
    story: """
      Reviewers read names, and the name of this scope speaks of changing, or of the matter as a \
      whole. Some of the calls behind it are DELETE calls all the same. That may be what the job \
      needs, so it is only a note; but the person who approves the key should know it from the \
      list and not from the loss.
      """)

  func addSubjects(to subjects: inout Subjects, in catalog: Catalog) {
    let isDelete = catalog.operations.flags(method: "DELETE")
    let isSilent = catalog.scopes.map { $0.access != .delete }
    let deletes = catalog.scopes.indices.map { scope in
      isSilent[scope] && catalog.operationsOfScope.lists[scope].contains { isDelete[Int($0)] }
    }
    guard catalog.hasGrants else {
      return subjects.add(scopes: deletes.indices.lazy.filter { deletes[$0] })
    }
    subjects.add(
      scopes: deletes.indices.filter { scope in
        deletes[scope]
          || isSilent[scope] && catalog.grants.granted[scope].contains { deletes[Int($0)] }
      })
  }

  func severity(of subject: Int, in key: KeyUnderReview) -> Severity? {
    key.isChosen(subject) ? .note : nil
  }

  func finding(for subjects: [Int], in key: KeyUnderReview) -> Finding {
    let calls = subjects.flatMap { deletes(of: $0, in: key.catalog) }
      .map { key.catalog.operations[$0].call }
    return Finding(
      rule: info.id, severity: info.severity, scopes: key.ids(subjects), operations: calls,
      message: Wording.sentence(
        "Its name does not say delete, yet it opens", count: calls.count, plural: "DELETE calls"
      ) { calls[$0] },
      remedy: Remedy("Nothing has to change: just know that the key can delete"))
  }

  /// It says the same of every key that has the scope.
  func sources(in catalog: Catalog) -> BitSet? { [] }

  /// The DELETE calls that a scope opens, without those of scopes that it grants and that say so.
  private func deletes(of scope: Int, in catalog: Catalog) -> [Int] {
    let silent =
      [scope] + catalog.granted(by: scope).filter { catalog.scopes[$0].access != .delete }
    let calls = silent.flatMap { catalog.operationsOfScope[$0] }
      .filter { catalog.operations.method(of: $0) == "DELETE" }
    return silent.count == 1 ? calls : Set(calls).sorted()
  }
}
