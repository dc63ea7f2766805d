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

  /// Reads a description of an API in any of the forms that `DescriptionForm` knows, JSON or YAML.
  ///
  /// - Parameters:
  ///   - bytes: the document, at most 40 MiB of UTF-8.
  ///   - options: how to read it.
  /// - Returns: the catalog, validated, with what was counted and what was changed.
  /// - Throws: `Failure` with the place of the first thing that is wrong.
  package static func read(
    _ bytes: [UInt8], options: ImportOptions = ImportOptions()
  ) throws(Failure) -> ImportedCatalog {
    try read([(options.source, bytes)], options: options)
  }

  /// Reads descriptions that make one catalog, such as the Discovery documents of several APIs.
  ///
  /// - Parameters:
  ///   - files: the documents with their names, in which what is wrong is told.
  ///   - options: how to read them.
  /// - Returns: the catalog, validated, with what was counted and what was changed.
  /// - Throws: `Failure` with the place of the first thing that is wrong.
  package static func read(
    _ files: [(name: String, bytes: [UInt8])], options: ImportOptions
  ) throws(Failure) -> ImportedCatalog {
    var description: ReadDescription
    do throws(ModelError) {
      var documents: [NamedDocument] = []
      for file in files {
        do {
          documents.append(
            NamedDocument(document: try SourceDocument(parsing: file.bytes), name: file.name))
        } catch {
          throw documents.isEmpty ? error : error.inFile(file.name)
        }
      }
      description = try DescriptionForm.read(documents, options: options)
      guard !description.draft.scopes.isEmpty else {
        // What was found and not understood is no less there.
        let unread = description.notes.first(where: \.isNotUnderstood)
        throw ModelError(
          problem:
            "the description names no scope: no scheme declares one and no call asks for one"
            + "\(whole: unread.map { "; " + $0.text } ?? "")",
          remedy: options.readsProse
            ? "Write the catalog by hand: `keywright catalog check` helps"
            : "Try --prose, which reads permissions out of the descriptions of calls")
      }
    } catch {
      throw .description(error)
    }
    for scope in description.draft.scopes where !scope.isDeclared {
      description.notes.append(
        ImportNote(
          at: scope.origin?.value, file: description.file(of: scope.origin),
          text: "the scope \"\(scope.id)\" is named by calls, and no scheme declares it"))
    }
    ScopeInference.infer(&description.draft, includes: options.infersIncludes)
    var draft = description.draft
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
        catalog: catalog, document: CatalogEncoder.encode(catalog), counts: description.counts,
        notes: description.notes + (overlay?.notes ?? []))
    } catch {
      throw failure(error, in: document, options, overlay, without: description.draft)
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
}
