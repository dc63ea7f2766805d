import Documents

/// Keeps the catalogs of large files in the form that opens at once (`CompactCatalog`).
///
/// An entry is named after what the file system says of its file (`FileIdentity`), so that the
/// document need not be read, and no two contents can be made to share an entry, as they could under
/// a hash. A file that has only just changed gets none: it could change again within one time stamp.
/// Two programs that start at once write the same. Entries are believed only in a folder that this
/// user alone can write; a damaged one is made anew.
package struct CatalogCache: Sendable {
  /// Documents of fewer bytes are decoded every time: that takes less than it would save.
  static let smallestDocument = 128 * 1024
  /// So many files are kept.
  static let mostFiles = 24

  private let path: String?
  private let smallestDocument: Int
  /// A file has to be unchanged for so many seconds to be known by its times.
  private let rest: Int

  /// A cache in a folder, which is made when it is needed; without one, nothing is kept.
  package init(folder: String?) {
    self.init(folder: folder, smallestDocument: Self.smallestDocument, rest: 2)
  }

  init(folder: String?, smallestDocument: Int, rest: Int) {
    path = folder
    self.smallestDocument = smallestDocument
    self.rest = rest
  }

  /// Whether the catalog of a file is known, or so small that it opens at once all the same.
  package func isQuick(_ file: String) -> Bool {
    guard let identity = FileIdentity(path: file), identity.size >= Self.slowDocument else {
      return true
    }
    return path.flatMap { PrivateFolder(path: $0) }?.has(Self.name(identity)) ?? false
  }

  /// Documents of more bytes may take a tenth of a second to decode.
  private static let slowDocument = 2 << 20

  /// The catalog of a file.
  ///
  /// - Throws: `ModelError`, as reading and decoding the document does.
  package func catalog(of file: String) throws(ModelError) -> Catalog {
    guard let identity = FileIdentity(path: file), identity.size >= smallestDocument,
      let folder = path.flatMap({ PrivateFolder(path: $0) })
    else { return try Self.decode(DocumentFile.read(file), file) }
    if let catalog = Self.entry(identity, folder) { return catalog }
    let decoded = try Self.decode(DocumentFile.read(file), file)
    // What changed meanwhile, or only just now, may change again within the same time stamp.
    guard identity.hasRested(seconds: rest), FileIdentity(path: file) == identity else {
      return decoded
    }
    let compact = CompactCatalog.encode(decoded)
    folder.write(compact, to: Self.name(identity))
    folder.keep(newest: Self.mostFiles)
    // As every later start has it: what is asked first is answered as fast.
    return CompactCatalog.decode(compact, isTrusted: true) ?? decoded
  }

  private static func decode(_ bytes: [UInt8], _ file: String) throws(ModelError) -> Catalog {
    do {
      return try Catalog(decoding: bytes)
    } catch {
      throw error.inFile(file)
    }
  }

  /// The catalog of an entry; one that is damaged is taken out.
  private static func entry(_ identity: FileIdentity, _ folder: PrivateFolder) -> Catalog? {
    let name = name(identity)
    guard let bytes = folder.read(name, maximumBytes: JSONDocument.maximumBytes * 2) else {
      return nil
    }
    if let catalog = CompactCatalog.decode(bytes) { return catalog }
    folder.remove(name)
    return nil
  }

  private static func name(_ identity: FileIdentity) -> String { identity.name + ".catalog" }
}
