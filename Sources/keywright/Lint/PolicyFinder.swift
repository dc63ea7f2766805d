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
  /// Is told of policies that are not used, each once.
  private let say: (_ text: String) -> Void
  private var said: Set<String> = []
  /// The answer for the last folder asked for: files come folder by folder.
  private var last: (folder: String, path: String?)?
  private var decoded: [String: Policy] = [:]

  init(
    named: String?, others: @escaping (_ id: String) -> [Catalog] = CatalogSource.all(but:),
    say: @escaping (_ text: String) -> Void = { Console.say("keywright: " + $0) }
  ) {
    self.named = named
    self.others = others
    self.say = say
  }

  /// The path of the policy that holds for a manifest; nil where there is none.
  mutating func path(for manifest: String) -> String? {
    if let named { return named }
    let folder = manifest == "-" ? "" : FilePath(manifest).removingLastComponent().string
    if let last, last.folder == folder { return last.path }
    let search = PolicySearch(from: folder)
    for refused in search.refused where said.insert(refused.path).inserted {
      say(
        "\(refused.path): this policy is not used: \(refused.reason). "
          + "Name it with --policy to use it.")
    }
    last = (folder, search.path)
    return search.path
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
    let bytes = named == nil ? try DocumentFile.readFound(path) : try DocumentFile.read(path)
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
