import Catalogs
import Documents

/// A catalog made from a description.
package struct ImportedCatalog: Sendable {
  /// The catalog.
  package let catalog: Catalog
  /// Its document.
  package let document: [UInt8]
  /// What was counted in the description.
  package let counts: ImportCounts
  /// What was repaired, left out or guessed.
  package let notes: [ImportNote]
}

/// Makes catalogs of descriptions of APIs.
package enum CatalogImporter {
  /// What went wrong, and with which of the two documents, or with which option.
  package enum Failure: Error, Sendable {
    /// The description.
    case description(ModelError)
    /// The overlay.
    case overlay(ModelError)
    /// A member of the options, by the name that the catalog has for it: `id`, `name`, `version`.
    case option(String, ModelError)
  }

  /// Reads Swagger 2.0 or OpenAPI 3, JSON or YAML.
  ///
  /// - Parameters:
  ///   - bytes: the document, at most 40 MiB of UTF-8.
  ///   - options: how to read it.
  /// - Returns: the catalog, validated, with what was counted and what was changed.
  /// - Throws: `Failure` with the place of the first thing that is wrong.
  package static func read(
    _ bytes: [UInt8], options: ImportOptions = ImportOptions()
  ) throws(Failure) -> ImportedCatalog {
    var reader: OpenAPIReader
    do throws(ModelError) {
      reader = OpenAPIReader(root: try SourceDocument(parsing: bytes).root, options: options)
      try reader.read()
      guard !reader.draft.scopes.isEmpty else {
        throw ModelError(
          problem:
            "the description names no scope: no scheme declares one and no call asks for one",
          remedy: options.readsProse
            ? "Write the catalog by hand: `keywright catalog check` helps"
            : "Try --prose, which reads permissions out of the descriptions of calls")
      }
    } catch {
      throw .description(error)
    }
    let counts = counts(of: reader.draft)
    for scope in reader.draft.scopes where !scope.isDeclared {
      reader.note(
        "the scope \"\(scope.id)\" is named by calls, and no scheme declares it", at: scope.origin)
    }
    ScopeInference.infer(&reader.draft, includes: options.infersIncludes)
    var draft = reader.draft
    var overlay: Overlay?
    do throws(ModelError) {
      if let bytes = options.overlay {
        var corrections = try Overlay(parsing: bytes)
        try corrections.apply(to: &draft)
        overlay = corrections
      }
    } catch {
      throw .overlay(error)
    }
    let document = DraftWriter(draft: draft).document()
    do throws(ModelError) {
      let catalog = try Catalog(decoding: document)
      return ImportedCatalog(
        catalog: catalog, document: CatalogEncoder.encode(catalog), counts: counts,
        notes: reader.notes + (overlay?.notes ?? []))
    } catch {
      throw failure(error, in: document, options, overlay, without: reader.draft)
    }
  }

  /// What the catalog's gate refuses, said of what the person wrote: nobody has seen the document
  /// that was made of it.
  private static func failure(
    _ error: ModelError, in document: [UInt8], _ options: ImportOptions, _ overlay: Overlay?,
    without draft: CatalogDraft
  ) -> Failure {
    var error = error
    let path = error.place?.path ?? ""
    error.place = nil
    if let overlay, let made = try? JSONDocument(parsing: document).root,
      let value = OverlayPlace.find(path, in: made, of: overlay.root)
    {
      error.place = value.place
      return .overlay(error)
    }
    let given = ["id": options.id, "name": options.name, "version": options.version]
    if let value = given[path], value != nil { return .option(path, error) }
    // What fails without the overlay as well is not of its making.
    let isOverlay = (try? Catalog(decoding: DraftWriter(draft: draft).document())) != nil
    return overlay != nil && isOverlay ? .overlay(error) : .description(error)
  }

  private static func counts(of draft: CatalogDraft) -> ImportCounts {
    var counts = ImportCounts()
    var named: Set<Int> = []
    for operation in draft.operations {
      let scopes = Set((operation.requirement ?? []).joined())
      if !scopes.isEmpty { counts.operationsWithScopes += 1 }
      named.formUnion(scopes)
    }
    counts.operations = draft.operations.count
    counts.named = named.count
    counts.declared = draft.scopes.count { $0.isDeclared }
    counts.undeclared = draft.scopes.count { !$0.isDeclared }
    return counts
  }
}
