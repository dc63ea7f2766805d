import KeyModel
import SystemPackage

/// Finds the policy that holds for a manifest.
struct PolicyFinder {
  /// The name that is looked for from the manifest's folder upward.
  static let fileName = ".keywright.json"

  /// The policy file named on the command line.
  var named: String?
  private var found: [String: String?] = [:]
  private var decoded: [String: Policy] = [:]

  init(named: String?) { self.named = named }

  /// The path of the policy that holds for a manifest; nil where there is none.
  mutating func path(for manifest: String) -> String? {
    if let named { return named }
    let folder = manifest == "-" ? "" : FilePath(manifest).removingLastComponent().string
    if let known = found[folder] { return known }
    let path = Self.nearest(to: folder)
    found[folder] = path
    return path
  }

  /// The policy file in a folder or in the nearest one above it.
  private static func nearest(to folder: String) -> String? {
    let current = Environment.currentFolder
    // The current folder comes without dots; most searches start there.
    var path = folder.isEmpty ? current ?? "." : normalized(folder, in: current)
    while true {
      let candidate = path + (path.hasSuffix("/") ? "" : "/") + fileName
      if DocumentFile.exists(candidate) { return candidate }
      guard path != "/", let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
      path = slash == path.startIndex ? "/" : String(path[..<slash])
    }
  }

  private static func normalized(_ folder: String, in current: String?) -> String {
    let path = FilePath(folder)
    let whole = current.map { FilePath($0).pushing(path) } ?? path
    return whole.lexicallyNormalized().string
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
