extension Catalog {
  /// The catalog of a platform of which nothing is known: no scope, no call, no rule.
  package convenience init(unknown id: String, version: String) {
    var parts = CatalogParts()
    (parts.id, parts.name, parts.version) = (id, id, version)
    self.init(parts)
  }
}
