import Catalogs

/// A scope of one catalog.
///
/// Only a catalog gives one out, so that it always names a scope that exists. Two are equal when
/// their platforms and their ids are.
public struct ScopeID: Sendable {
  let catalog: Catalogs.Catalog
  let index: Int

  /// The id that the platform uses, such as `stores.orders.refund`.
  public var text: String { catalog.scopes[index].id }
}

extension ScopeID: Hashable {
  /// Whether both name the same scope of the same platform.
  public static func == (left: ScopeID, right: ScopeID) -> Bool {
    if left.catalog === right.catalog { return left.index == right.index }
    return left.catalog.id.utf8.elementsEqual(right.catalog.id.utf8)
      && left.text.utf8.elementsEqual(right.text.utf8)
  }

  /// Hashes platform and id, byte by byte.
  public func hash(into hasher: inout Hasher) {
    for byte in catalog.id.utf8 { hasher.combine(byte) }
    for byte in text.utf8 { hasher.combine(byte) }
  }
}

extension ScopeID: CustomStringConvertible {
  /// The id that the platform uses.
  public var description: String { text }
}
