import Catalogs
import Documents
import Keys

/// A kind of key that the catalog does not have.
struct UnknownKind: KeyRule, GenericRule {
  static let info = RuleInfo(
    id: "unknown-kind", title: "The catalog does not know the kind of key", severity: .error,
    trigger: "The manifest names a kind of key that is not in the catalog.",
    consequence: "Nobody here can tell which scopes such a key takes, or which calls it can make.",
    remedy: "Correct the kind, or update the catalog.",
    story: """
      Which scopes a key takes and which calls it can make depend on its kind. Where the kind is \
      misspelled, or only a newer catalog has it, everything that is said about the key is said \
      about another one. Where a kind is close to one that exists, that one is named.
      """)

  let readsScopes = false

  func findings(in key: KeyUnderReview, summary: ScopeSummary) -> [Finding] {
    let catalog = key.catalog
    guard let kind = key.design.details.kind, catalog.indexOfKind(kind) == nil else { return [] }
    let name = Wording.cut(kind, to: 40)
    guard !catalog.kinds.isEmpty else {
      return [
        Finding(
          rule: info.id, severity: info.severity,
          message: "The catalog knows no kinds of key, and the key says that it is a \(name).",
          remedy: Remedy("Remove the kind", edits: [.setKind(nil)]))
      ]
    }
    let ids = catalog.kinds.map(\.id)
    let message = "The catalog has no kind of key \(name)."
    guard let nearest = NearestName.find(kind, among: ids) else {
      return [
        Finding(
          rule: info.id, severity: info.severity, message: message,
          remedy: Remedy(Wording.list("Use one of:", count: ids.count, plural: "kinds") { ids[$0] })
        )
      ]
    }
    return [
      Finding(
        rule: info.id, severity: info.severity, message: message,
        remedy: Remedy("Write \(nearest)", edits: [.setKind(nearest)]))
    ]
  }
}
