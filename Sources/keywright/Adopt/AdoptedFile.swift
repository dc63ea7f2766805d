import CatalogImport
import Catalogs
import Documents
import Keys

/// A document of a platform's own as a file or on standard input, read as keys.
enum AdoptedFile {
  /// Reads bytes that came from a path, with the catalog chosen, or that of the document.
  ///
  /// - Throws: `ModelError` with the file's name.
  static func read(
    _ bytes: [UInt8], path: String, catalog source: CatalogSource
  ) throws(ModelError) -> Adoption {
    do {
      let document = try AdoptableDocument(bytes) { bytes throws(ModelError) in
        try YAMLDocument.json(bytes)
      }
      return try document.read(catalog: try catalog(of: document, source))
    } catch {
      let name = path == "-" ? "standard input" : path
      throw error.file == nil ? error.inFile(name) : error
    }
  }

  /// Whether bytes that are no manifest look like something to adopt.
  static func isLikely(_ bytes: [UInt8]) -> Bool {
    let document = try? AdoptableDocument(bytes) { bytes throws(ModelError) in
      try YAMLDocument.json(bytes)
    }
    return document.map { $0.form != .list } ?? false
  }

  private static func catalog(
    of document: AdoptableDocument, _ source: CatalogSource
  ) throws(ModelError) -> Catalog {
    if source.choice != nil { return try source.load() }
    if let id = document.catalogID {
      guard let catalog = try source.load(id: id) else {
        throw ModelError(
          problem: "this is \(whole: document.form.words), and the catalog \"\(id)\" is not here",
          remedy: "Name the catalog's file with --catalog")
      }
      return catalog
    }
    // A list says by its scopes of which platform it is.
    var best: (catalog: Catalog, count: Int)?
    for id in CatalogSource.ids {
      guard let catalog = try? CatalogSource(choice: id).load() else { continue }
      let count = document.matches(catalog)
      if count > best?.count ?? 0 { best = (catalog, count) }
    }
    guard let best else {
      throw ModelError(
        problem: "this names no scope of a catalog that is here",
        remedy: "Name the catalog with --catalog: "
          + CatalogSource.ids.joined(separator: ", "))
    }
    return best.catalog
  }

  /// What a person has to know of what was read, a sentence each; what is not said in the key last.
  static func lines(of adoption: Adoption, limit: Int = 20) -> [String] {
    let counts = adoption.keys.map { key in
      let known = Counted.text(key.design.scopes.count, "scope")
      let unknown = key.design.details.unknownScopes.count
      return known + (unknown > 0 ? ", \(unknown) not in the catalog" : "")
        + (key.kind.map { " for the kind \($0)" } ?? "")
    }
    var lines = [
      "read \(adoption.form.words): \(counts.joined(separator: "; ")); catalog \(adoption.catalog.id)"
    ]
    for wildcard in adoption.wildcards.prefix(limit) {
      lines.append(
        "\(wildcard.pattern) stands for \(Counted.text(wildcard.count, "scope")) of the catalog")
    }
    if adoption.wildcards.count > limit {
      lines.append("and \(adoption.wildcards.count - limit) more patterns")
    }
    lines += adoption.notes.prefix(limit)
    for remainder in adoption.remainders.prefix(limit) {
      let place = remainder.place.isEmpty ? "" : "at \(remainder.place): "
      lines.append("not said in the key: \(place)\(remainder.what)")
    }
    if adoption.remainders.count > limit {
      lines.append("not said in the key: \(adoption.remainders.count - limit) more")
    }
    return lines
  }
}
