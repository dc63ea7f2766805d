import BundledCatalogs
import KeyModel

/// Where a catalog comes from: an id that ships, a file, or the first that ships.
struct CatalogSource {
  /// A bundled catalog's id or a file's path; nil for the first that ships.
  var choice: String?

  /// The catalog chosen, or the first that ships.
  func load() throws(ModelError) -> Catalog {
    guard let choice else { return try loadBundled(BundledCatalogs.ids.first ?? "") }
    if BundledCatalogs.ids.contains(choice) { return try loadBundled(choice) }
    guard choice.contains("/") || choice.contains(".") || DocumentFile.exists(choice) else {
      return try loadBundled(choice)
    }
    return try CatalogCache(folder: Self.cacheFolder).catalog(of: choice)
  }

  /// Whether the catalog is a file so large that it takes a while to open, and is not known yet.
  var isSlow: Bool {
    guard let choice, !BundledCatalogs.ids.contains(choice) else { return false }
    return !CatalogCache(folder: Self.cacheFolder).isQuick(choice)
  }

  /// Where catalogs of files are kept in compact form; nil where there is no home.
  ///
  /// By the XDG base directories; a relative path there counts as unset.
  private static var cacheFolder: String? {
    if let cache = Environment["XDG_CACHE_HOME"], cache.hasPrefix("/") {
      return cache + "/keywright"
    }
    return Environment["HOME"].map { $0 + "/.cache/keywright" }
  }

  /// The catalog that a manifest names: the one chosen where it has that id, else a bundled one.
  func load(id: String) throws(ModelError) -> Catalog? {
    guard choice != nil else { return try BundledCatalogs.load(id) }
    let catalog = try load()
    return catalog.id == id ? catalog : nil
  }

  private func loadBundled(_ id: String) throws(ModelError) -> Catalog {
    if let catalog = try BundledCatalogs.load(id) { return catalog }
    let ids = BundledCatalogs.ids.joined(separator: ", ")
    throw ModelError(
      problem: "there is no catalog \"\(id)\"",
      remedy: "Use one of these, or the path of a catalog file: \(ids)")
  }

  /// All catalogs that ship.
  static func allBundled() throws(ModelError) -> [Catalog] {
    var catalogs: [Catalog] = []
    for id in BundledCatalogs.ids {
      if let catalog = try BundledCatalogs.load(id) { catalogs.append(catalog) }
    }
    return catalogs
  }
}
