import Catalogs
import Documents
import Judgement
import Keys

/// Reads manifests and asks the rules; catalogs, policies and rules are prepared once for all.
struct Linter {
  /// A manifest, what the rules found in it, and the name under which these rules are kept.
  typealias Review = (manifest: Manifest, findings: Findings, rulesKey: String)

  var catalogs: CatalogSource
  var policies: PolicyFinder
  let today: CalendarDate
  private var loaded: [String: Catalog] = [:]
  private var prepared: [String: RuleSet] = [:]
  /// Whether versions of catalogs are here that manifests name.
  private var versions: [Manifest.CatalogReference: Bool] = [:]

  init(catalogs: CatalogSource, policy: String?, today: CalendarDate) {
    self.catalogs = catalogs
    policies = PolicyFinder(named: policy)
    self.today = today
  }

  /// Reads one manifest and gives its findings.
  mutating func lint(_ path: String) throws(ModelError) -> LintedManifest {
    let (manifest, findings, key) = try review(Self.read(path), named: path, policyOf: path)
    return LintedManifest(
      path: path, manifest: manifest, findings: findings.list(), rules: findings.rules,
      rulesKey: key, catalogName: catalogs.name(of: findings.rules.catalog.id),
      policyPath: policies.path(for: path))
  }

  /// Reads one manifest and asks the rules.
  mutating func review(_ path: String) throws(ModelError) -> (Manifest, Findings) {
    let (manifest, findings, _) = try review(Self.read(path), named: path, policyOf: path)
    return (manifest, findings)
  }

  /// Whether the version of a catalog is here that a manifest names.
  mutating func isHere(_ reference: Manifest.CatalogReference) -> Bool {
    if let known = versions[reference] { return known }
    let isHere = CatalogSource.older(reference) != nil
    versions[reference] = isHere
    return isHere
  }

  /// Decodes a manifest and asks the rules, those of the policy that holds for a path.
  ///
  /// Where it is wanted, and still here, it is read with the very version of its catalog that it
  /// was made with.
  mutating func review(
    _ bytes: [UInt8], named name: String, policyOf path: String, inItsVersion: Bool = false
  ) throws(ModelError) -> Review {
    var manifest = try decode(bytes, named: name) { id throws(ModelError) in
      if let catalog = loaded[id] { return catalog }
      return try catalogs.load(id: id)
    }
    let (reference, current) = (manifest.catalogReference, manifest.resolvedCatalog)
    loaded[current.id] = current
    var newer: Catalog?
    if inItsVersion, reference.version != current.version,
      let older = CatalogSource.older(reference)
    {
      newer = current
      manifest = try decode(bytes, named: name) { _ in older }
    }
    let (rules, key) = try rules(for: manifest.resolvedCatalog, newer: newer, manifest: path)
    return (manifest, Findings(rules: rules, design: manifest.original, today: today), key)
  }

  func decode(
    _ bytes: [UInt8], named name: String,
    catalogs: (_ id: String) throws(ModelError) -> Catalog?
  ) throws(ModelError) -> Manifest {
    do {
      return try Manifest(decoding: bytes, catalogs: catalogs)
    } catch {
      throw error.file == nil ? error.inFile(name == "-" ? "standard input" : name) : error
    }
  }

  /// The bytes of a manifest; `-` is standard input.
  static func read(_ path: String) throws(ModelError) -> [UInt8] {
    path == "-" ? try StandardStreams.readInput() : try DocumentFile.read(path)
  }

  /// The rules of a catalog under the policy that holds for a manifest, and what names them.
  mutating func rules(
    for catalog: Catalog, newer: Catalog?, manifest: String
  ) throws(ModelError) -> (rules: RuleSet, key: String) {
    let path = policies.path(for: manifest)
    let key = [catalog.id, catalog.version, path ?? ""].joined(separator: "\n")
    if let rules = prepared[key] { return (rules, key) }
    let policy = try policies.policy(for: manifest, of: catalog, newer: newer)
    let rules = RuleSet(catalog: catalog, policy: policy ?? Policy())
    prepared[key] = rules
    return (rules, key)
  }
}
