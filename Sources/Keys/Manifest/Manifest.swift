import Catalogs
import Documents

/// A key design as a document: decoded from one, or to be written as one.
package struct Manifest: Sendable {
  /// Which catalog a manifest was made with.
  package struct CatalogReference: Hashable, Sendable {
    /// The catalog's id.
    package var id: String
    /// The catalog's version.
    package var version: String

    /// Creates a reference.
    package init(id: String, version: String) {
      self.id = id
      self.version = version
    }
  }

  /// The value of `$schema`, version 1.
  package static let schema = "urn:keywright:manifest:1"

  /// The value of `$schema` that the document has: the urn, or where its schema is to be found.
  package let schemaName: String
  /// The catalog that the document names; for a new manifest, the catalog itself.
  package let catalogReference: CatalogReference
  /// The design that the document held.
  package let original: KeyDesign
  /// Members that this program does not know, in the order in which they stood.
  package let unknownMembers: [UnknownMember]
  let unknownCatalogMembers: [UnknownMember]
  /// The document's bytes; nil for a new manifest.
  package let source: [UInt8]?
  /// For each scope id of the document its line, from 1.
  package let lineOfScope: ExactIndex
  private let catalog: Catalog

  /// A new manifest of a catalog: one that holds nothing, or what was adopted from elsewhere.
  package init(
    catalog: Catalog, original: KeyDesign = KeyDesign(), unknownMembers: [UnknownMember] = []
  ) {
    self.catalog = catalog
    schemaName = Self.schema
    catalogReference = CatalogReference(id: catalog.id, version: catalog.version)
    self.original = original
    self.unknownMembers = unknownMembers
    unknownCatalogMembers = []
    source = nil
    lineOfScope = [:]
  }

  /// Decodes and validates a manifest.
  ///
  /// - Parameters:
  ///   - bytes: the document.
  ///   - catalogs: gives the catalog of an id, or nil where there is none; that of another id is an
  ///     error.
  /// - Throws: `ModelError` with JSON path and line. A scope that the catalog lacks is no error: it
  ///   is kept, and the rule `unknown-scope` reports it.
  package init(
    decoding bytes: [UInt8], catalogs: (_ id: String) throws(ModelError) -> Catalog?
  ) throws(ModelError) {
    let decoder = try ManifestDecoder(JSONDocument(parsing: bytes).root, catalogs: catalogs)
    catalog = decoder.catalog
    schemaName = decoder.schemaName
    catalogReference = decoder.catalogReference
    original = decoder.design
    unknownMembers = decoder.unknownMembers
    unknownCatalogMembers = decoder.unknownCatalogMembers
    source = bytes
    lineOfScope = decoder.lineOfScope
  }

  private init(
    catalog: Catalog, schemaName: String, catalogReference: CatalogReference, original: KeyDesign,
    unknownMembers: [UnknownMember], unknownCatalogMembers: [UnknownMember], source: [UInt8],
    lineOfScope: ExactIndex
  ) {
    self.catalog = catalog
    self.schemaName = schemaName
    self.catalogReference = catalogReference
    self.original = original
    self.unknownMembers = unknownMembers
    self.unknownCatalogMembers = unknownCatalogMembers
    self.source = source
    self.lineOfScope = lineOfScope
  }

  /// Where the document names its catalog; nil for a new manifest.
  ///
  /// Found anew each time: only errors ask for it.
  package var placeOfCatalog: ModelError.Place? {
    guard let source, let root = try? JSONDocument(parsing: source).root else { return nil }
    return root["catalog"]?["id"]?.place
  }

  /// The line of a call among those that the key is for, from 1; nil where it is not among them.
  ///
  /// Found anew each time: only calls that are closed ask for it.
  package func line(ofCall call: String) -> Int? {
    guard let source, let root = try? JSONDocument(parsing: source).root,
      let calls = root["operations"]?.elements
    else { return nil }
    return calls.first { $0.string == call }?.line
  }

  /// The line of the reason for a scope, from 1; nil where there is none.
  ///
  /// Found anew each time: only reasons for scopes that the key does not have ask for it.
  package func line(ofReason scope: String) -> Int? {
    guard let source, let root = try? JSONDocument(parsing: source).root else { return nil }
    return root["because"]?[scope]?.line
  }

  /// The catalog that the scopes' indices belong to.
  package var resolvedCatalog: Catalog { catalog }

  /// The bytes that a save of this design writes.
  ///
  /// An unchanged design gives the document's own bytes back. Everything else is deterministic:
  /// members in the fixed order, scopes in the catalog's order, unknown members as they stood.
  package func encode(_ design: KeyDesign) -> [UInt8] {
    if let source, design == original { return source }
    return JSONWriter.write(node(design))
  }

  /// The bytes of the design that it holds.
  package var bytes: [UInt8] { encode(original) }

  /// The document of a design as a value, to stand in another document.
  package func node(_ design: KeyDesign) -> JSONNode {
    let details = design.details
    var members: [(name: String, value: JSONNode)] = [
      ("$schema", .string(schemaName)),
      (
        "catalog",
        .object(
          [("id", .string(catalog.id)), ("version", .string(catalog.version))]
            + raw(unknownCatalogMembers))
      ),
    ]
    func add(_ name: String, _ text: String) {
      if !text.isEmpty { members.append((name, .string(text))) }
    }
    func add(_ name: String, _ texts: [String]) {
      if !texts.isEmpty { members.append((name, .strings(texts))) }
    }
    add("label", details.label)
    add("purpose", details.purpose)
    add("owner", details.owner)
    add("ipAddresses", details.ipAddresses)
    add("rotateBy", details.rotateBy?.description ?? "")
    add("kind", details.kind ?? "")
    if !details.answers.isEmpty {
      members.append(
        ("answers", .object(details.answers.map { ($0.condition, .boolean($0.holds)) })))
    }
    let ids = design.scopes.map { catalog.scopes[$0].id } + details.unknownScopes
    members.append(("scopes", .strings(ids)))
    if !details.because.isEmpty {
      // In the order of the scopes; what is said of others is kept behind them.
      let chosen = Set(ids)
      let ordered =
        ids.compactMap { id in details.because.first { $0.scope == id } }
        + details.because.filter { !chosen.contains($0.scope) }
      members.append(("because", .object(ordered.map { ($0.scope, .string($0.text)) })))
    }
    add("never", details.never)
    add("operations", details.operations)
    if !details.accepted.isEmpty {
      // Broken into lines even where one line would hold it: an acceptance is read in review.
      members.append(("accepted", .lines(details.accepted.map(node))))
    }
    return .object(members + raw(unknownMembers))
  }

  private func node(_ acceptance: Acceptance) -> JSONNode {
    var members: [(name: String, value: JSONNode)] = [
      ("rule", .string(acceptance.rule)), ("scopes", .strings(acceptance.scopes)),
      ("reason", .string(acceptance.reason)), ("by", .string(acceptance.by)),
    ]
    if let until = acceptance.until { members.append(("until", .string(until.description))) }
    return .object(members + raw(acceptance.unknownMembers))
  }

  private func raw(_ members: [UnknownMember]) -> [(name: String, value: JSONNode)] {
    members.map { ($0.name, .raw($0.source)) }
  }
}

extension Manifest {
  /// The manifest after a design was written: what it holds now is the original.
  package func saved(_ design: KeyDesign, as bytes: [UInt8]) -> Manifest {
    Manifest(
      catalog: catalog, schemaName: schemaName, catalogReference: catalogReference,
      original: design,
      unknownMembers: unknownMembers, unknownCatalogMembers: unknownCatalogMembers, source: bytes,
      lineOfScope: lineOfScope)
  }
}
