import Catalogs
import Documents

/// A platform's scopes, calls, presets and rules.
///
/// A value that is cheap to copy and may be shared between threads.
public struct Catalog: Sendable {
  package let inner: Catalogs.Catalog

  package init(_ inner: Catalogs.Catalog) { self.inner = inner }

  /// Decodes and validates a catalog.
  ///
  /// - Parameter document: a catalog as JSON, version 1, at most 256 MiB of UTF-8.
  /// - Throws: `ModelError` with the place of the first thing that is wrong.
  public init(decoding document: [UInt8]) throws(ModelError) {
    inner = try ModelError.wrap { () throws(Documents.ModelError) in
      try Catalogs.Catalog(decoding: document)
    }
  }

  /// The id that manifests name.
  public var id: String { inner.id }
  /// The platform's name.
  public var name: String { inner.name }
  /// The version.
  public var version: String { inner.version }

  /// All scopes, in the order of the tree.
  public var scopes: [Scope] { inner.scopes.indices.map { self[id($0)] } }
  /// All calls as `METHOD /path`.
  public var calls: [String] { inner.operations.map(\.call) }
  /// The kinds of key that the platform gives out, by id and title; none where it has one.
  public var kinds: [(id: String, title: String)] { inner.kinds.map { ($0.id, $0.title) } }
  /// What may hold for one key and not for another, by id, with a question for yes or no.
  public var conditions: [(id: String, question: String)] {
    inner.conditions.map { ($0.id, $0.question) }
  }
  /// The presets.
  public var presets: [Preset] { inner.presets.map { Preset(catalog: inner, inner: $0) } }

  /// The scope of an id, compared byte by byte; nil where the platform has none.
  public func scope(_ id: String) -> ScopeID? { inner.indexOfScope(id).map(self.id) }

  /// What its own catalog says of a scope.
  public subscript(scope: ScopeID) -> Scope { Scope(id: scope) }

  func id(_ index: Int) -> ScopeID { ScopeID(catalog: inner, index: index) }

  /// The index of a scope that may come from another reading of this platform's catalog.
  func index(of scope: ScopeID) throws(ModelError) -> Int {
    if scope.catalog === inner { return scope.index }
    guard scope.catalog.id.utf8.elementsEqual(inner.id.utf8) else {
      throw ModelError(
        "the scope \"\(scope.text)\" belongs to \"\(scope.catalog.id)\", not to \"\(inner.id)\"",
        remedy: "Take the scope from the key's own catalog")
    }
    return try index(of: scope.text)
  }

  func index(of text: String) throws(ModelError) -> Int {
    guard let index = inner.indexOfScope(text) else {
      let nearest = NearestName.suggestion(text, among: inner.scopes.map(\.id))
      throw ModelError(
        "the catalog \"\(inner.id)\" has no scope \"\(text)\"",
        remedy: nearest ?? "Name one of its scopes")
    }
    return index
  }
}
