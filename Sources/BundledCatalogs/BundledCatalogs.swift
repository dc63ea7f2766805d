import BundledAssets
import Catalogs
import Documents

/// The catalogs that ship inside the program.
package enum BundledCatalogs {
  /// The ids, in the order in which they are offered; the first is the one that opens by itself.
  package static var ids: [String] {
    (0..<Int(keywright_catalog_count())).map { String(cString: keywright_catalog_at($0).name) }
  }

  /// The id of the catalog that opens where none is named.
  package static var defaultID: String { ids.first ?? "" }

  /// The document of an id as it was embedded, or nil where none of that id ships.
  package static func bytes(of id: String) -> [UInt8]? {
    guard let index = ids.firstIndex(of: id) else { return nil }
    let asset = keywright_catalog_at(index)
    return Array(UnsafeBufferPointer(start: asset.bytes, count: Int(asset.count)))
  }

  /// The document of an id in its compact form (`CompactCatalog`), as it was embedded; nil where
  /// there is none.
  ///
  /// Decoding the document takes a third of the time to the first frame. The compact form is checked
  /// in beside it, made by a test that holds the two equal: a plugin that made it in every build
  /// would compile the model twice.
  package static func compactBytes(of id: String) -> ProgramBytes? {
    guard let index = ids.firstIndex(of: id) else { return nil }
    let asset = keywright_catalog_at(index)
    guard asset.compact != nil else { return nil }
    return ProgramBytes(
      UnsafeBufferPointer(start: asset.compact, count: Int(asset.compact_count)))
  }

  /// The catalog of an id, or nil where none of that id ships.
  ///
  /// - Throws: never for what ships: a test decodes every one of them.
  package static func load(_ id: String) throws(ModelError) -> Catalog? {
    if let compact = compactBytes(of: id), let catalog = CompactCatalog.decode(compact) {
      return catalog
    }
    guard let bytes = bytes(of: id) else { return nil }
    return try Catalog(decoding: bytes)
  }
}
