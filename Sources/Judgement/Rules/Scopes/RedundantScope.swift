import Catalogs
import Documents

/// A tick that another tick already grants.
struct RedundantScope: ScopeRule, GenericRule {
  static let info = RuleInfo(
    id: "redundant-scope", title: "Another scope already grants it", severity: .note,
    trigger: "A chosen scope is granted by another chosen scope.",
    consequence: "The list reads as if leaving the scope out would take something away.",
    remedy: "Untick what is granted anyway, or untick the wide scope and keep the narrow ones.",
    story: """
      A wide scope brings narrower ones with it, and one of those is ticked as well. The key can do \
      no more for it, so it is only a note; but whoever reads the list takes the two for two \
      separate decisions. One day somebody unticks the narrow one to tighten the key, and nothing \
      is tighter. Often the narrow one was all that the job needed, and it is the wide one that \
      should go.
      """, since: "1.1")

  let joinsSubjects = true

  func addSubjects(to subjects: inout Subjects, in catalog: Catalog) {
    guard catalog.hasGrants else { return }
    for scope in catalog.scopes.indices {
      let granters = catalog.grants.granters[scope]
      if !granters.isEmpty { subjects.add(scope, readingAlso: granters) }
    }
  }

  func severity(of subject: Int, in key: KeyUnderReview) -> Severity? {
    key.isChosen(subject) && !key.granters(of: subject).isEmpty ? .note : nil
  }

  func finding(for subjects: [Int], in key: KeyUnderReview) -> Finding {
    let ids = key.ids(subjects)
    return Finding(
      rule: info.id, severity: info.severity, scopes: ids,
      message: Wording.sentence(
        "Granted anyway:", count: ids.count, plural: "scopes"
      ) { place in
        let granters = key.ids(key.granters(of: subjects[place]))
        return ids[place] + (granters.first.map { " by " + $0 } ?? "")
      },
      confidence: isInferred(subjects, key) ? .inferred : .documented,
      remedy: Remedy(
        Wording.list("Untick", count: ids.count, plural: "scopes") { ids[$0] },
        edits: [.untick(subjects)]))
  }

  /// Whether any of the grants is only read out of names.
  private func isInferred(_ subjects: [Int], _ key: KeyUnderReview) -> Bool {
    subjects.contains { subject in
      key.granters(of: subject).allSatisfy {
        key.catalog.scopes[$0].inferred.contains(.includes)
      }
    }
  }
}
