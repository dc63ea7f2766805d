/// A scope that the catalog does not have.
struct UnknownScope: KeyRule {
  let info = RuleInfo(
    id: "unknown-scope", title: "The catalog does not know the scope", severity: .error,
    trigger: "An id in the manifest is not in the catalog.",
    consequence: "The platform refuses the key, or grants what nobody here can judge.",
    remedy: "Correct the id, or update the catalog.")

  func findings(in key: KeyUnderReview, summary: ScopeSummary) -> [Finding] {
    key.design.details.unknownScopes.map { id in
      let catalog = key.catalog
      let nearest = NearestName.find(id, among: catalog.scopes.lazy.map(\.id))
        .flatMap { catalog.indexOfScope($0) }
      let place =
        "The catalog \(Wording.cut(catalog.id, to: 20)) \(Wording.cut(catalog.version, to: 12))"
      guard let nearest else {
        return Finding(
          rule: info.id, severity: info.severity, scopes: [id],
          message:
            "\(place) has no scope of this id or one like it; a newer catalog may.",
          remedy: Remedy("Take it out, or use a newer catalog", edits: [.dropUnknown(id)]))
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
