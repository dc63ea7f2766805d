import KeyModel

extension Catalog {
  /// The ids of the catalogs that ship; the first is the default.
  public static var bundledIDs: [String] { BundledCatalogs.ids }

  /// The catalog of an id; nil where none of that id ships.
  public static func bundled(_ id: String) -> Catalog? {
    // A test decodes every one of them.
    guard let catalog = try? BundledCatalogs.load(id) else { return nil }
    return Catalog(catalog)
  }
}
