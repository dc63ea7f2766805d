import Documents

extension Catalog {
  /// Decodes and validates a catalog.
  ///
  /// - Parameter bytes: a catalog document, version 1, at most 256 MiB of UTF-8.
  /// - Throws: `ModelError` with the JSON path and line of the first thing that is wrong.
  package convenience init(decoding bytes: [UInt8]) throws(ModelError) {
    try self.init(decoding: JSONDocument(parsing: bytes))
  }

  /// Decodes and validates a catalog that has been parsed.
  ///
  /// - Throws: `ModelError`, as from its bytes.
  package convenience init(decoding document: JSONDocument) throws(ModelError) {
    self.init(try CatalogDecoder(document.root).parts)
  }
}
