import KeyModel
import SystemPackage

/// Finds the policy that holds for a manifest.
struct PolicyFinder {
  /// The name that is looked for from the manifest's folder upward.
  static let fileName = ".keywright.json"

  /// The policy file named on the command line.
  var named: String?
  /// Gives all catalogs but that of an id.
  private let others: (_ id: String) -> [Catalog]
  private var found: [FilePath: String?] = [:]
  private var decoded: [String: Policy] = [:]

  init(named: String?, others: @escaping (_ id: String) -> [Catalog] = CatalogSource.all(but:)) {
    self.named = named
    self.others = others
  }

  /// The path of the policy that holds for a manifest; nil where there is none.
  mutating func path(for manifest: String) -> String? {
    if let named { return named }
    let path = FilePath(manifest == "-" ? "." : manifest)
    var folder = manifest == "-" ? path : path.removingLastComponent()
    if let known = found[folder] { return known }
    let start = folder
    if folder.isRelative, let current = Environment.currentFolder {
      folder = FilePath(current).pushing(folder)
    }
    folder.lexicallyNormalize()
    var result: String?
    while true {
      let candidate = folder.appending(Self.fileName).string
      if DocumentFile.exists(candidate) {
        result = candidate
        break
      }
      guard folder.removeLastComponent() else { break }
    }
    found[start] = result
    return result
  }

  /// The policy that holds for a manifest of a catalog; nil where there is none.
  ///
  /// Where the catalog is an older version, the policy may name what only the newer one has.
  mutating func policy(
    for manifest: String, of catalog: Catalog, newer: Catalog? = nil
  ) throws(ModelError) -> Policy? {
    guard let path = path(for: manifest) else { return nil }
    return try policy(at: path, catalog: catalog, newer: newer)
  }

  /// The policy at a path, decoded once for each catalog.
  ///
  /// It may speak of every platform that is here; they are read where it does.
  private mutating func policy(
    at path: String, catalog: Catalog, newer: Catalog?
  ) throws(ModelError) -> Policy {
    let key = [catalog.id, catalog.version, path].joined(separator: "\n")
    if let policy = decoded[key] { return policy }
    let bytes = try DocumentFile.read(path)
    do {
      let policy = try Policy(decoding: bytes, catalog: catalog) { [others] in
        others(catalog.id) + [newer].compactMap(\.self)
      }
      decoded[key] = policy
      return policy
    } catch {
      throw error.inFile(path)
    }
  }
}
