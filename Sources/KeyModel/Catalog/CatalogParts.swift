/// All that a catalog is made of, whatever it was read from.
struct CatalogParts {
  var id = ""
  var name = ""
  var version = ""
  var summary = ""
  var sources: [Catalog.Source] = []
  var servers: [String] = []
  var categories: [Category] = []
  var scopes: [Scope] = []
  var operations: [Operation] = []
  var combinations: [Combination] = []
  var reviewed: [Review] = []
  var presets: [Preset] = []
  var tree = Tree()
  var grants = ScopeGrants()
  var index = NameIndex.hashed(CatalogNames())
  var operationsOfScope = OperationLists()
  /// Empty where nobody has numbered them yet.
  var resourceOfScope: [Int32] = []
}

extension CatalogDecoder {
  /// What was decoded.
  var parts: CatalogParts {
    CatalogParts(
      id: id, name: name, version: version, summary: summary, sources: sources, servers: servers,
      categories: categories, scopes: scopes, operations: operations, combinations: combinations,
      reviewed: reviewed, presets: presets, tree: tree, grants: grants, index: .hashed(names),
      operationsOfScope: OperationLists(scopes: scopes.count, operations: operations))
  }
}
