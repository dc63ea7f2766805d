import Catalogs
import Documents
import Judgement
import SystemPackage

/// Finds the policy that holds for a manifest.
struct PolicyFinder {
  /// The name that is looked for from the manifest's folder upward.
  static let fileName = ".keywright.json"

  /// The policy file named on the command line.
  var named: String?
  /// Gives all catalogs but that of an id.
  private let others: (_ id: String) -> [Catalog]
  /// The answer for the last folder asked for: files come folder by folder.
  private var last: (folder: String, path: String?)?
  private var decoded: [String: Policy] = [:]

  init(named: String?, others: @escaping (_ id: String) -> [Catalog] = CatalogSource.all(but:)) {
    self.named = named
    self.others = others
  }

  /// The path of the policy that holds for a manifest; nil where there is none.
  mutating func path(for manifest: String) -> String? {
    if let named { return named }
    let folder = manifest == "-" ? "" : FilePath(manifest).removingLastComponent().string
    if let last, last.folder == folder { return last.path }
    let path = Self.nearest(to: folder)
    last = (folder, path)
    return path
  }

  /// The policy file in a folder or in the nearest one above it.
  private static func nearest(to folder: String) -> String? {
    let current = Environment.currentFolder
    // The current folder comes without dots; most searches start there.
    var path = folder.isEmpty ? current ?? "." : normalized(folder, in: current)
    while true {
      let candidate = path + (path.ends(exactlyWith: "/") ? "" : "/") + fileName
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
      let policy = try Policy(
        decoding: bytes, catalog: catalog, platforms: { CatalogSource.ids },
        others: { [others] in others(catalog.id) + [newer].compactMap(\.self) })
      decoded[key] = policy
      return policy
    } catch {
      throw error.inFile(path)
    }
  }
}
