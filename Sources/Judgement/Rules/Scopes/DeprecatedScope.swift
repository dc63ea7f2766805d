import Catalogs

/// A scope that the vendor has deprecated.
struct DeprecatedScope: ScopeRule, GenericRule {
  static let info = RuleInfo(
    id: "deprecated-scope", title: "The scope is deprecated", severity: .warning,
    trigger: "A chosen scope is marked deprecated in the catalog.",
    consequence: "The vendor can withdraw it, and the key stops doing its work that day.",
    remedy: "Use the replacement where the catalog names one, else leave the scope out.",
    story: """
      The vendor has said that this scope will go. Until then it works, and nobody looks; on the \
      day it goes, the job stops at night. New keys should not start out with it. Where the \
      catalog names a replacement, the change is one edit.
      """)

  func addSubjects(to subjects: inout Subjects, in catalog: Catalog) {
    subjects.add(scopes: catalog.scopes.indices.lazy.filter { catalog.scopes[$0].isDeprecated })
  }

  func severity(of subject: Int, in key: KeyUnderReview) -> Severity? {
    key.isChosen(subject) ? .warning : nil
  }

  func finding(for subjects: [Int], in key: KeyUnderReview) -> Finding {
    let replacement = subjects.first.flatMap { key.catalog.scopes[$0].replacement }
    let index = replacement.flatMap { key.catalog.indexOfScope($0) }
    return Finding(
      rule: info.id, severity: info.severity, scopes: key.ids(subjects),
      operations: subjects.flatMap { key.catalog.operationsOfScope[$0] }
        .map { key.catalog.operations[$0].call },
      message: "The vendor has deprecated it and can withdraw it any day.",
      remedy: Remedy(
        replacement.map { "Use \($0) instead" } ?? "Untick it; the catalog names no replacement",
        edits: [.untick(subjects)] + (index.map { [.tick([$0])] } ?? [])))
  }
}
