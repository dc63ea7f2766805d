import Documents

/// Keeps the catalogs of large files in the form that opens at once (`CompactCatalog`).
///
/// An entry is named after the hash of the document that it was made from, so that it never has to
/// be changed: two programs that start at once write the same. A second, small file says which hash
/// the content of a file has, by the file system's facts about it, so that the document itself need
/// not be read. Entries are believed only in a folder that this user alone can write; a damaged one
/// is made anew.
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
    guard let folder = path.flatMap({ PrivateFolder(path: $0) }),
      let hash = knownHash(identity, folder)
    else { return false }
    return folder.has(Self.entry(hash))
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
    if let hash = knownHash(identity, folder), let catalog = Self.entry(hash, folder) {
      return catalog
    }
    let bytes = try DocumentFile.read(file)
    let hash = ContentHash(bytes).text
    let catalog: Catalog
    if let known = Self.entry(hash, folder) {
      catalog = known
    } else {
      let decoded = try Self.decode(bytes, file)
      let compact = CompactCatalog.encode(decoded)
      folder.write(compact, to: Self.entry(hash))
      folder.keep(newest: Self.mostFiles)
      // As every later start has it: what is asked first is answered as fast.
      catalog = CompactCatalog.decode(compact, isTrusted: true) ?? decoded
    }
    // A file that changed meanwhile, or only just now, may change again within the same time stamp.
    if identity.hasRested(seconds: rest), FileIdentity(path: file) == identity {
      folder.write(Array((hash + "\n").utf8), to: Self.known(identity))
    }
    return catalog
  }

  private static func decode(_ bytes: [UInt8], _ file: String) throws(ModelError) -> Catalog {
    do {
      return try Catalog(decoding: bytes)
    } catch {
      throw error.inFile(file)
    }
  }

  /// The catalog of an entry; one that is damaged is taken out.
  private static func entry(_ hash: String, _ folder: PrivateFolder) -> Catalog? {
    let name = entry(hash)
    guard let bytes = folder.read(name, maximumBytes: JSONDocument.maximumBytes * 2) else {
      return nil
    }
    if let catalog = CompactCatalog.decode(bytes) { return catalog }
    folder.remove(name)
    return nil
  }

  private static func entry(_ hash: String) -> String { hash + ".catalog" }

  private static func known(_ identity: FileIdentity) -> String { identity.name + ".known" }

  private func knownHash(_ identity: FileIdentity, _ folder: PrivateFolder) -> String? {
    guard let bytes = folder.read(Self.known(identity), maximumBytes: 64), bytes.count == 33,
      bytes.dropLast().allSatisfy({ $0 &- 0x30 < 10 || $0 &- 0x61 < 6 })
    else { return nil }
    return String(decoding: bytes.dropLast(), as: UTF8.self)
  }
}
