import BundledAssets
public import KeyModel

/// The catalogs that ship inside the program.
public enum BundledCatalogs {
  /// The ids, in the order in which they are offered; the first is the one that opens by itself.
  public static var ids: [String] {
    (0..<Int(keywright_catalog_count())).map { String(cString: keywright_catalog_at($0).name) }
  }

  /// The id of the catalog that opens where none is named.
  public static var defaultID: String { ids.first ?? "" }

  /// The document of an id as it was embedded, or nil where none of that id ships.
  public static func bytes(of id: String) -> [UInt8]? {
    guard let index = ids.firstIndex(of: id) else { return nil }
    let asset = keywright_catalog_at(index)
    return Array(UnsafeBufferPointer(start: asset.bytes, count: Int(asset.count)))
  }

  /// The catalog of an id, or nil where none of that id ships.
  ///
  /// - Throws: never for what ships: a test decodes every one of them.
  public static func load(_ id: String) throws(ModelError) -> Catalog? {
    guard let bytes = bytes(of: id) else { return nil }
    return try Catalog(decoding: bytes)
  }
}
