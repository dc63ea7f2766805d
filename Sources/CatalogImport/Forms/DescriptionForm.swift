import Documents

/// The forms of descriptions, told by what stands in them.
enum DescriptionForm {
  /// Reads a document in whichever form it is.
  static func read(
    _ document: SourceDocument, options: ImportOptions
  ) throws(ModelError) -> ReadDescription {
    let root = document.root
    var reader = OpenAPIReader(root: root, options: options)
    try reader.read()
    return reader.description(flaws: document.flaws)
  }
}
