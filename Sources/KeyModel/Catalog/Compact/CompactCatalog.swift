/// A catalog in a form that opens at once: numbers in tables, and all texts in one run of bytes.
///
/// Nothing is parsed, hashed or copied when it is read; texts become strings when somebody looks at
/// them. It is no format for other programs: its version changes with the model, and whoever keeps
/// one has to be able to make it anew from the document.
///
/// Layout, all numbers 32 bits with the lowest byte first: magic, version, number of words, number
/// of bytes of text, checksum of all that follows; then the words; then the text.
public enum CompactCatalog {
  static let magic: UInt32 = 0x3143_574B  // "KWC1"
  static let version: UInt32 = 2
  /// The words of the header.
  static let headerWords = 5

  /// The compact form of a catalog, the same for the same catalog.
  public static func encode(_ catalog: Catalog) -> [UInt8] {
    var encoder = CompactEncoder()
    encoder.encode(catalog)
    return encoder.writer.finished
  }

  /// The catalog of a compact form; nil for anything else, or where it is damaged.
  ///
  /// Whatever the bytes are, reading them ends, and stays inside of them. Bytes that are trusted are
  /// part of the program: no checksum is looked at.
  public static func decode(_ bytes: [UInt8], isTrusted: Bool = false) -> Catalog? {
    guard var decoder = CompactDecoder(bytes, isTrusted: isTrusted) else { return nil }
    return decoder.decode().map { Catalog($0) }
  }

  /// A checksum of bytes: it finds what a disk does, not what a person does.
  ///
  /// Each byte counts by its place, so that bytes that change places are found as well.
  static func checksum(_ bytes: [UInt8], _ range: Range<Int>) -> UInt32 {
    // A span is checked once, and the loop runs over many bytes at a time.
    let span = bytes.span.extracting(range)
    var sum: UInt32 = 0
    for index in span.indices {
      sum &+= UInt32(span[index]) &* (UInt32(truncatingIfNeeded: index) &* 2 &+ 1)
    }
    return sum
  }
}
