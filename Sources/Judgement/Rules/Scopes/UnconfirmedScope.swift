import Catalogs

/// A scope whose id could not be confirmed.
struct UnconfirmedScope: ScopeRule, GenericRule {
  static let info = RuleInfo(
    id: "unconfirmed-scope", title: "The scope's id is unconfirmed", severity: .warning,
    trigger: "A chosen scope's id is marked unconfirmed in the catalog.",
    consequence: "The platform may know it by another name, or not at all.",
    remedy: "Check the name where keys are made, or leave the scope out.",
    story: """
      The catalog lists this id on weak evidence: a page mentions it, and no reference confirms \
      it. The platform may spell it otherwise, may refuse the key, or may grant something else \
      under that name. Until somebody has seen it where keys are made, a manifest should not rely \
      on it.
      """)

  func addSubjects(to subjects: inout Subjects, in catalog: Catalog) {
    subjects.add(
      scopes: catalog.scopes.indices.lazy.filter { catalog.scopes[$0].provenance == .unconfirmed })
  }

  func severity(of subject: Int, in key: KeyUnderReview) -> Severity? {
    key.isChosen(subject) ? .warning : nil
  }

  func finding(for subjects: [Int], in key: KeyUnderReview) -> Finding {
    Finding(
      rule: info.id, severity: info.severity, scopes: key.ids(subjects),
      operations: subjects.flatMap { key.catalog.operationsOfScope[$0] }
        .map { key.catalog.operations[$0].call },
      message: "Its id could not be confirmed; the platform may know another name.",
      remedy: Remedy(
        "Untick it, or check the id where \(key.catalog.name) makes keys",
        edits: [.untick(subjects)]))
  }
}
