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

  /// The version of the catalog of an id; nil where none of that id ships.
  package static func version(of id: String) -> String? {
    ids.firstIndex(of: id).map { String(cString: keywright_catalog_at($0).version) }
  }

  /// The compact form of an id (`CompactCatalog`); nil where none of that id ships.
  ///
  /// The documents themselves stay out of the program: they are several times as large, and reading
  /// one takes longer than all else before the first frame. Each compact form is checked in beside
  /// its document, made by a test that holds the two equal: a plugin that made it in every build would
  /// compile the model twice.
  package static func compactBytes(of id: String) -> [UInt8]? {
    guard let (bytes, isPacked) = asset(id) else { return nil }
    return isPacked ? PackedBlock.unpack(bytes) : bytes.array
  }

  /// Whether the compact form of an id is packed (`PackedBlock`): large ones are, which most people
  /// never ask for.
  package static func isPacked(_ id: String) -> Bool { asset(id)?.isPacked ?? false }

  /// The catalog of an id, or nil where none of that id ships.
  ///
  /// - Throws: where the compact form is of another version than the program: never for what ships, a
  ///   test opens every one of them.
  package static func load(_ id: String) throws(ModelError) -> Catalog? {
    guard let (bytes, isPacked) = asset(id) else { return nil }
    let catalog =
      isPacked
      ? PackedBlock.unpack(bytes).flatMap { CompactCatalog.decode($0, isTrusted: true) }
      : CompactCatalog.decode(bytes)
    guard let catalog else {
      throw ModelError(
        problem: "the catalog \"\(id)\" in the program cannot be read",
        remedy: "Build the program anew from its sources")
    }
    return catalog
  }

  private static func asset(_ id: String) -> (bytes: ProgramBytes, isPacked: Bool)? {
    guard let index = ids.firstIndex(of: id) else { return nil }
    let asset = keywright_catalog_at(index)
    let bytes = UnsafeBufferPointer(start: asset.bytes, count: Int(asset.count))
    return (ProgramBytes(bytes), asset.is_packed)
  }
}
