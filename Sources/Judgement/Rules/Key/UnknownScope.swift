import Catalogs
import Documents
import Keys

/// A scope that the catalog does not have.
struct UnknownScope: KeyRule, GenericRule {
  static let info = RuleInfo(
    id: "unknown-scope", title: "The catalog does not know the scope", severity: .error,
    trigger: "An id in the manifest is not in the catalog.",
    consequence: "The platform refuses the key, or grants what nobody here can judge.",
    remedy: "Correct the id, or update the catalog.",
    story: """
      Every other rule judges scopes that the catalog describes; this one could do anything. A \
      misspelled scope makes the platform refuse the key, or grant less than the job needs. A \
      scope that only a newer catalog has may be harmless or the worst of all. Where an id is \
      close to one that exists, that one is named.
      """)

  let readsScopes = false

  func findings(in key: KeyUnderReview, summary: ScopeSummary) -> [Finding] {
    let catalog = key.catalog
    // Every look for a near name reads the whole catalog: when many ids are unknown, the catalog is
    // the wrong one, and the first few say so.
    let budget = max(2, 200_000 / max(1, catalog.scopes.count))
    return key.design.details.unknownScopes.enumerated().map { position, id in
      if let other = catalog.neighbor(havingScope: id) {
        return Finding(
          rule: info.id, severity: info.severity, scopes: [id],
          message:
            "The catalog \(Wording.cut(catalog.id, to: 20)) has no scope of this id: it is one of "
            + "\(Wording.cut(other, to: 40)).",
          remedy: Remedy("Name the catalog \(Wording.cut(other, to: 40)) in the manifest"))
      }
      let nearest =
        position < budget
        ? NearestName.find(id, among: catalog.scopes.lazy.map(\.id))
          .flatMap { catalog.indexOfScope($0) } : nil
      let place =
        "The catalog \(Wording.cut(catalog.id, to: 20)) \(Wording.cut(catalog.version, to: 12))"
      guard let nearest else {
        return Finding(
          rule: info.id, severity: info.severity, scopes: [id],
          message:
            "\(place) has no scope of this id or one like it; a newer catalog may.",
          remedy: Remedy("Remove it, or use a newer catalog", edits: [.dropUnknown(id)]))
      }
      let name = catalog.scopes[nearest].id
      return Finding(
        rule: info.id, severity: info.severity, scopes: [id],
        message:
          "\(place) has no scope of this id; it looks like a misspelling of \(Wording.cut(name)).",
        remedy: Remedy("Write \(name)", edits: [.replaceUnknown(id, with: nearest)]))
    }
  }
}
