import Documents

/// What was read of a description, before anything was worked out.
struct ReadDescription {
  var draft: CatalogDraft
  var notes: [ImportNote]
  var counts: ImportCounts
  /// What followed references to other files, if anything did.
  var references: References?

  /// The file of a place as the person would name it; nil for the document itself.
  func file(of place: References.Place?) -> String? {
    place.flatMap { references?.path(of: $0.file) }
  }
}
