import BitCollections
import Catalogs

/// A scope that none of the chosen calls needs.
struct UnneededScope: ScopeRule, GenericRule {
  static let info = RuleInfo(
    id: "unneeded-scope", title: "No chosen call needs the scope", severity: .warning,
    trigger:
      "Calls are chosen, none of them names the scope or one that it grants, and no other "
      + "finding asks for it.",
    consequence: "The key can do more than its job.",
    remedy: "Untick the scope, or choose the call that needs it.",
    story: """
      The manifest says which calls the key is for, and none of them asks for this scope. It was \
      probably ticked by category, or stayed behind when the job changed. It gives the program \
      nothing and gives a thief one thing more.
      """)

  let readsOperations = true

  func addSubjects(to subjects: inout Subjects, in catalog: Catalog) {
    subjects.add(scopes: catalog.scopes.indices)
  }

  func severity(of subject: Int, in key: KeyUnderReview) -> Severity? {
    guard !key.calls.isEmpty, key.isChosen(subject), key.calls.count(ofScope: subject) == 0,
      !key.askedFor.contains(subject)
    else { return nil }
    return .warning
  }

  func finding(for subjects: [Int], in key: KeyUnderReview) -> Finding {
    let count = key.calls.operations.count
    return Finding(
      rule: info.id, severity: info.severity, scopes: key.ids(subjects),
      message: count == 1
        ? "The one chosen call does not need it." : "None of the \(count) chosen calls needs it.",
      // A call whose scopes the reference leaves out may need any.
      confidence: !key.calls.unstated.isEmpty ? .inferred : .documented,
      remedy: Remedy("Untick it", edits: [.untick(subjects)]))
  }
}
