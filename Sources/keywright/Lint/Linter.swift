import KeyModel

/// Reads manifests and asks the rules; catalogs, policies and rules are prepared once for all.
struct Linter {
  var catalogs: CatalogSource
  var policies: PolicyFinder
  let today: CalendarDate
  private var loaded: [String: Catalog] = [:]
  private var prepared: [String: RuleSet] = [:]

  init(catalogs: CatalogSource, policy: String?, today: CalendarDate) {
    self.catalogs = catalogs
    policies = PolicyFinder(named: policy)
    self.today = today
  }

  /// Reads one manifest and gives its findings.
  mutating func lint(_ path: String) throws(ModelError) -> LintedManifest {
    let bytes =
      path == "-" ? try DocumentFile.readStandardInput() : try DocumentFile.read(path)
    let manifest: Manifest
    do {
      manifest = try Manifest(decoding: bytes) { id throws(ModelError) in
        if let catalog = loaded[id] { return catalog }
        return try catalogs.load(id: id)
      }
    } catch {
      throw error.file == nil ? error.inFile(path == "-" ? "standard input" : path) : error
    }
    let catalog = manifest.resolvedCatalog
    loaded[catalog.id] = catalog
    let (rules, key) = try rules(for: catalog, manifest: path)
    let findings = Findings(rules: rules, design: manifest.original, today: today)
    return LintedManifest(
      path: path, manifest: manifest, findings: findings.list(), rules: rules, rulesKey: key)
  }

  private mutating func rules(
    for catalog: Catalog, manifest: String
  ) throws(ModelError) -> (rules: RuleSet, key: String) {
    let path = policies.path(for: manifest)
    let key = catalog.id + "\n" + (path ?? "")
    if let rules = prepared[key] { return (rules, key) }
    let policy = try policies.policy(for: manifest, of: catalog)
    let rules = RuleSet(catalog: catalog, policy: policy ?? Policy())
    prepared[key] = rules
    return (rules, key)
  }
}
