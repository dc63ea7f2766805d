import BundledCatalogs
import KeyModel

/// Where a catalog comes from: an id that ships, a file, or the first that ships.
struct CatalogSource {
  /// A bundled catalog's id or a file's path; nil for the first that ships.
  var choice: String?
  /// What is used where none was chosen and no manifest names one: a person's setting.
  var fallback: String?

  /// The catalog chosen, or the first that ships.
  func load() throws(ModelError) -> Catalog {
    guard let choice = choice ?? fallback else {
      return try loadBundled(BundledCatalogs.ids.first ?? "")
    }
    if BundledCatalogs.ids.contains(choice) { return try loadBundled(choice) }
    guard choice.contains("/") || choice.contains(".") || DocumentFile.exists(choice) else {
      return try loadBundled(choice)
    }
    let bytes = try DocumentFile.read(choice)
    do {
      return try Catalog(decoding: bytes)
    } catch {
      throw error.inFile(choice)
    }
  }

  /// The catalog that a manifest names: the one chosen where it has that id, else a bundled one.
  func load(id: String) throws(ModelError) -> Catalog? {
    guard choice != nil else {
      if let bundled = try BundledCatalogs.load(id) { return bundled }
      guard fallback != nil else { return nil }
      let catalog = try load()
      return catalog.id == id ? catalog : nil
    }
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
