/// A catalog in a form that opens at once: numbers in tables, and all texts in one run of bytes.
///
/// Nothing is parsed, hashed or copied when it is read; texts become strings when somebody looks at
/// them. It is no format for other programs: its version changes with the model, and whoever keeps
/// one has to be able to make it anew from the document.
///
/// Layout, all numbers 32 bits with the lowest byte first: magic, version, number of words, number
/// of bytes of text, checksum of all that follows; then the words; then the text.
package enum CompactCatalog {
  static let magic: UInt32 = 0x3143_574B  // "KWC1"
  static let version: UInt32 = 4
  /// The words of the header.
  static let headerWords = 5

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

  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// A checksum of bytes: it finds what a disk does, not what a person does.
  ///
  /// Eight bytes are a number, and each number counts by its place, so that what changes places is
  /// found as well.
  static func checksum(_ span: borrowing Span<UInt8>) -> UInt32 {
    // A span is checked once, and several sums run side by side.
    var (first, second) = (UInt64(span.count), factor)
    var place = 0
    while place <= span.count &- 16 {
      first = (first ^ span.eight(at: place)) &* factor
      second = (second ^ span.eight(at: place &+ 8)) &* factor
      place &+= 16
    }
    var sum = first &+ (second ^ second >> 32) &* factor
    while place < span.count {
      sum = (sum ^ UInt64(span[place])) &* factor
      place &+= 1
    }
    return UInt32(truncatingIfNeeded: sum ^ sum >> 32)
  }
}
