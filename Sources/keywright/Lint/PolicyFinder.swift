import KeyModel
import SystemPackage

/// Finds the policy that holds for a manifest.
struct PolicyFinder {
  /// The name that is looked for from the manifest's folder upward.
  static let fileName = ".keywright.json"

  /// The policy file named on the command line.
  var named: String?
  private var found: [FilePath: String?] = [:]
  private var decoded: [String: Policy] = [:]

  init(named: String?) { self.named = named }

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
  mutating func policy(for manifest: String, of catalog: Catalog) throws(ModelError) -> Policy? {
    guard let path = path(for: manifest) else { return nil }
    return try policy(at: path, catalog: catalog)
  }

  /// The policy at a path, decoded once.
  ///
  /// It may speak of every platform that is here.
  private mutating func policy(at path: String, catalog: Catalog) throws(ModelError) -> Policy {
    if let policy = decoded[path] { return policy }
    let bytes = try DocumentFile.read(path)
    let catalogs = [catalog] + CatalogSource.all().filter { $0.id != catalog.id }
    do {
      let policy = try Policy(decoding: bytes, catalogs: catalogs)
      decoded[path] = policy
      return policy
    } catch {
      throw error.inFile(path)
    }
  }
}
