import Catalogs

/// What a catalog says of one scope.
public struct Scope: Sendable {
  /// Its id.
  public let id: ScopeID

  private var inner: Catalogs.Scope { id.catalog.scopes[id.index] }

  /// The vendor's name for it.
  public var title: String { inner.title }
  /// What it opens, in a sentence or two; may be empty.
  public var summary: String { inner.summary }
  /// The names of the categories around it, outermost first.
  public var categories: [String] { id.catalog.categoryPath(ofScope: id.index) }
  /// What it lets a key do, such as `view`, `update` or `refund`; empty where the catalog is silent.
  public var access: String { inner.access.rawValue }
  /// What it touches, such as `money` or `personal data`.
  public var touches: [String] { inner.touches.words }
  /// Whether the vendor has deprecated it.
  public var isDeprecated: Bool { inner.isDeprecated }
  /// Whether no source confirms it.
  public var isUnconfirmed: Bool { inner.provenance == .unconfirmed }
  /// The scopes that a key with it has without ticking them.
  public var grants: [ScopeID] {
    id.catalog.granted(by: id.index).map { ScopeID(catalog: id.catalog, index: $0) }
  }
}

/// The scopes of a real job, as a catalog proposes them.
public struct Preset: Sendable {
  let catalog: Catalogs.Catalog
  let inner: Catalogs.Preset

  /// Its id.
  public var id: String { inner.id }
  /// A short name.
  public var title: String { inner.title }
  /// What a key like this is for.
  public var purpose: String { inner.purpose }
  /// Its scopes.
  public var scopes: [ScopeID] { inner.scopes.map { ScopeID(catalog: catalog, index: $0) } }
}
