import BitCollections
import Catalogs
import Documents
import Keys

/// A key as it is designed: scopes of one catalog, and what a person says of it.
public struct Key: Sendable {
  /// The platform's catalog.
  public let catalog: Catalog
  var document: Keys.Manifest
  var design: KeyDesign

  /// A key that has nothing.
  public init(of catalog: Catalog) {
    self.catalog = catalog
    document = Keys.Manifest(catalog: catalog.inner)
    design = document.original
  }

  /// Reads a manifest of a catalog.
  ///
  /// - Throws: `ModelError` with its place. A scope that the catalog does not have is no error: it
  ///   is kept in `unknownScopes`, and `lint` reports it.
  public init(manifest: [UInt8], catalog: Catalog) throws(ModelError) {
    try self.init(manifest: manifest) { _ in catalog }
  }

  /// Reads a manifest of any of several catalogs.
  ///
  /// - Parameters:
  ///   - manifest: the document.
  ///   - catalogs: gives the catalog of an id; nil where there is none.
  /// - Throws: `ModelError` with its place.
  public init(
    manifest: [UInt8], catalogs: (_ id: String) throws(ModelError) -> Catalog?
  ) throws(ModelError) {
    var failure: ModelError?
    var found: Catalog?
    do {
      document = try Keys.Manifest(decoding: manifest) { id throws(Documents.ModelError) in
        do throws(ModelError) {
          found = try catalogs(id)
        } catch {
          failure = error
        }
        return found?.inner
      }
    } catch {
      throw failure ?? ModelError(error)
    }
    catalog = found ?? Catalog(document.resolvedCatalog)
    design = document.original
  }

  /// The manifest's bytes.
  ///
  /// The same key gives the same bytes; a manifest that was read and not changed comes back as it
  /// was, and members that this program does not know stay.
  ///
  /// - Throws: `ModelError` where a detail could not be read back, such as an address that is none.
  public func manifest() throws(ModelError) -> [UInt8] {
    let bytes = document.encode(design)
    _ = try Key(manifest: bytes, catalog: catalog)
    return bytes
  }

  // MARK: - Scopes

  /// The chosen scopes, in the catalog's order.
  public var scopes: [ScopeID] { design.scopes.map(catalog.id) }

  /// The ids of its manifest that the catalog does not have.
  public var unknownScopes: [String] { design.details.unknownScopes }

  /// All scopes that it has: the chosen ones, and those that they grant.
  public var held: [ScopeID] { catalog.inner.held(by: design.scopes).map(catalog.id) }

  /// Chooses a scope.
  ///
  /// - Throws: `ModelError` where its catalog does not have the scope.
  public mutating func insert(_ scope: ScopeID) throws(ModelError) {
    design.scopes.insert(try catalog.index(of: scope))
  }

  /// Chooses the scope of an id.
  ///
  /// - Throws: `ModelError` with the nearest id where its catalog does not have the scope.
  public mutating func insert(_ id: String) throws(ModelError) {
    design.scopes.insert(try catalog.index(of: id))
  }

  /// Chooses the scopes of a preset.
  ///
  /// - Throws: `ModelError` where its catalog does not have one of them; then nothing is chosen.
  public mutating func insert(_ preset: Preset) throws(ModelError) {
    var chosen = design.scopes
    for scope in preset.scopes { chosen.insert(try catalog.index(of: scope)) }
    design.scopes = chosen
  }

  /// Drops a scope; nothing happens where it was not chosen.
  public mutating func remove(_ scope: ScopeID) {
    if let index = try? catalog.index(of: scope) { design.scopes.remove(index) }
  }

  // MARK: - Details

  /// A name for the key.
  public var label: String {
    get { design.details.label }
    set { design.details.label = newValue }
  }

  /// What it is for, in words.
  public var purpose: String {
    get { design.details.purpose }
    set { design.details.purpose = newValue }
  }

  /// Who holds it: a person, a team or a program.
  public var owner: String {
    get { design.details.owner }
    set { design.details.owner = newValue }
  }

  /// The client addresses allowed, each an address or a CIDR range; none means all.
  public var addresses: [String] {
    get { design.details.ipAddresses }
    set { design.details.ipAddresses = newValue }
  }

  /// The day by which it has to be replaced.
  public var rotateBy: Day? {
    get { design.details.rotateBy.map { Day($0) } }
    set { design.details.rotateBy = newValue?.inner }
  }

  /// The calls that it is for, as `METHOD /path`.
  public var calls: [String] {
    get { design.details.operations }
    set { design.details.operations = newValue }
  }

  /// The risks that people have accepted.
  public var accepted: [AcceptedRisk] {
    get { design.details.accepted.map { AcceptedRisk($0) } }
    set { design.details.accepted = newValue.map(\.inner) }
  }
}
