import Catalogs
import Documents
import Keys

/// A scope that the key's kind does not take.
struct ScopeOfAnotherKind: KeyRule, GenericRule {
  static let info = RuleInfo(
    id: "scope-of-another-kind", title: "The scope is for another kind of key", severity: .error,
    trigger: "The platform gives a chosen scope to other kinds of key only.",
    consequence: "The platform refuses the scope, or the whole key.",
    remedy: "Leave the scope out, or make a key of a kind that takes it.",
    story: """
      One platform gives out several kinds of key, and their scopes look alike: what a bot may do \
      and what a person may do share names. A scope of another kind is refused when the key is \
      made, or it is dropped without a word, and the program fails later at the one call that \
      needed it.
      """)

  func findings(in key: KeyUnderReview, summary: ScopeSummary) -> [Finding] {
    let catalog = key.catalog
    guard let kind = key.design.kindIndex(in: catalog) else { return [] }
    let isStated = key.design.details.kind.flatMap { catalog.indexOfKind($0) } != nil
    return key.design.scopes.filter { !catalog.scopes[$0].kinds.contains(kind) }.map { scope in
      let titles = catalog.titles(of: catalog.scopes[scope].kinds)
      let start =
        isStated
        ? "The key is of the kind \(Wording.cut(catalog.kinds[kind].title)); this scope is for"
        : "No kind of key takes this scope with the key's others; it is for"
      return Finding(
        rule: info.id, severity: info.severity, scopes: key.ids([scope]),
        message: Wording.sentence(start, count: titles.count, plural: "other kinds") {
          Wording.cut(titles[$0])
        },
        remedy: Remedy("Untick it", edits: [.untick([scope])]))
    }
  }
}
