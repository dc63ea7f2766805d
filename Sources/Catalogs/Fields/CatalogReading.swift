import Documents

/// What is known of a catalog while its objects are read.
struct CatalogReading: Sendable {
  /// What is known so far by name.
  var names = CatalogNames()
  /// The index of the scope that is being read.
  var scope = 0
  /// What names other scopes, looked up once all are known.
  var replacements: [(scope: Int, value: JSONValue)] = []
  var includes: [(scope: Int, list: JSONValue)] = []
  /// Calls that stand together mostly require the same.
  var lastRequirement: (source: ArraySlice<UInt8>, alternatives: [Alternative])?
}

/// What is known of a catalog while its objects are written.
struct CatalogWriting {
  let catalog: Catalog
  /// The ids of its scopes.
  let scopeIDs: [String]
  /// The calls of its operations.
  let calls: [String]
  /// The index of the scope that is being written.
  var scope = 0

  init(_ catalog: Catalog) {
    self.catalog = catalog
    scopeIDs = catalog.scopes.map(\.id)
    calls = catalog.operations.map(\.call)
  }
}
