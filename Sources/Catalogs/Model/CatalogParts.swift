/// All that a catalog is made of, whatever it was read from.
struct CatalogParts {
  var id = ""
  var name = ""
  var version = ""
  var summary = ""
  var sources: [Catalog.Source] = []
  var limits: [String] = []
  var servers: [String] = []
  var kinds: [KeyKind] = []
  var conditions: [Condition] = []
  var categories: [Category] = []
  var scopes: [Scope] = []
  var permissions: [Permission] = []
  var operations = OperationTable()
  var combinations: [Combination] = []
  var reviewed: [Review] = []
  var presets: [Preset] = []
  var forms: [NativeForm] = []
  var neighbors: [Catalog.Neighbor] = []
  var tree = Tree()
  var grants = ScopeGrants()
  var index = NameIndex.hashed(CatalogNames())
  var operationsOfScope = OperationLists()
  /// Where the scopes' texts stand, for what was read from a compact form.
  var texts: CompactTexts?
  /// Empty where nobody has numbered them yet.
  var resourceOfScope: [Int32] = []
}

extension CatalogParts {
  /// What of a catalog is written as it stands: all but its tree and its calls.
  init(of catalog: Catalog) {
    (id, name, version) = (catalog.id, catalog.name, catalog.version)
    (summary, sources, servers) = (catalog.summary, catalog.sources, catalog.servers)
    limits = catalog.limits
    (kinds, conditions) = (catalog.kinds, catalog.conditions)
    (combinations, reviewed, presets) = (catalog.combinations, catalog.reviewed, catalog.presets)
    forms = catalog.forms
    neighbors = catalog.neighbors
  }
}
