/// A catalog in a form that opens at once: numbers in tables, and all texts in one run of bytes.
///
/// Nothing is parsed, hashed or copied when it is read; texts become strings when somebody looks at
/// them. It is no format for other programs: its version changes with the model, and whoever keeps
/// one has to be able to make it anew from the document.
///
/// Layout, all numbers 32 bits with the lowest byte first: magic, version, number of words, number
/// of bytes of text, checksum of all that follows; then the words; then the text.
package enum CompactCatalog {
  /// The compact form of a catalog, the same for the same catalog.
  package static func encode(_ catalog: Catalog) -> [UInt8] {
    encode(catalog, fewestItemsWithPairs: PairIndex.fewestItems)
  }

  static func encode(_ catalog: Catalog, fewestItemsWithPairs fewest: Int) -> [UInt8] {
    var encoder = CompactEncoder(fewestItemsWithPairs: fewest)
    encoder.encode(catalog)
    return encoder.writer.finished
  }

  /// The catalog of a compact form; nil for anything else, or where it is damaged.
  ///
  /// Whatever the bytes are, reading them ends, and stays inside of them. Bytes that are trusted are
  /// part of the program: no checksum is looked at.
  package static func decode(_ bytes: [UInt8], isTrusted: Bool = false) -> Catalog? {
    decode(LazyText.Buffer(bytes), isTrusted: isTrusted)
  }

  /// The catalog of a compact form that is part of the program, read where it lies; nil for anything
  /// else.
  package static func decode(_ bytes: ProgramBytes) -> Catalog? {
    decode(LazyText.Buffer(bytes), isTrusted: true)
  }

  private static func decode(_ buffer: LazyText.Buffer, isTrusted: Bool) -> Catalog? {
    guard var decoder = CompactDecoder(buffer, isTrusted: isTrusted) else { return nil }
    return decoder.decode().map { Catalog($0) }
  }
}
