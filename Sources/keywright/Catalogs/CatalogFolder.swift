import Catalogs
import Documents
import SystemPackage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The folder of the catalogs that a person has added: `ID.json`, and `ID@VERSION.json` for those
/// that a newer version took the place of.
enum CatalogFolder {
  /// The absolute path; nil where there is no home.
  static let path = UserFolder.data.path.map { $0 + "/catalogs" }

  /// Whether any catalog may be here; few people have added one.
  private static var mayHaveCatalogs: Bool { path.map(UserFolder.holds) ?? false }

  /// Says whether an id can be the name of a file here.
  static func isName(_ id: String) -> Bool {
    let isPlain = { (byte: UInt8) in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
    }
    return !id.isEmpty && id.utf8.count <= 100 && id.utf8.allSatisfy(isPlain)
      && !id.starts(exactlyWith: ".")
  }

  /// The path of a catalog's file; nil where the id is no name or there is no home.
  static func file(_ id: String) -> String? {
    guard let path, isName(id) else { return nil }
    return path + "/" + id + ".json"
  }

  /// The path of a catalog's file where there is one.
  static func existingFile(_ id: String) -> String? {
    guard mayHaveCatalogs, let file = file(id) else { return nil }
    return DocumentFile.exists(file) ? file : nil
  }

  /// The path of the file of a version that another took the place of.
  static func file(_ id: String, version: String) -> String? {
    guard let path, isName(id) else { return nil }
    let name = PercentCoding.encoded(version, keeping: "-_.")
    // No text is encoded with a tilde: a cut name is none of a whole one.
    let short =
      name.utf8.count <= 120
      ? name : String(Substring(name.utf8.prefix(100))) + "~" + Digest.of(version.utf8)
    return path + "/" + id + "@" + short + ".json"
  }

  /// The path that such a file had once, when two versions could make the same.
  private static func formerFile(_ id: String, version: String) -> String? {
    guard let path, isName(id) else { return nil }
    let name = version.map { isName("x" + String($0)) ? $0 : "_" }
    return path + "/" + id + "@" + String(name.prefix(100)) + ".json"
  }

  /// The ids of the catalogs here, sorted; older versions are left out.
  static var ids: [String] {
    names.filter { !$0.contains(exactly: "@") }.map { String(Substring($0.utf8.dropLast(5))) }
      .filter(isName)
  }

  /// The versions here that another took the place of, by id; one whose name had to be cut is left out.
  static var olderVersions: [(id: String, version: String)] {
    names.compactMap { name in
      let parts = String(Substring(name.utf8.dropLast(5))).parts(between: "@")
      guard parts.count == 2, isName(parts[0]), !parts[1].utf8.contains(UInt8(ascii: "~")) else {
        return nil
      }
      let version = PercentCoding.decoded(parts[1].utf8, escapedSlash: UInt8(ascii: "/"))
      return (parts[0], String(decoding: version, as: UTF8.self))
    }
  }

  /// The catalog of an id; nil where there is none.
  static func load(_ id: String) throws(ModelError) -> Catalog? {
    guard mayHaveCatalogs, let file = file(id) else { return nil }
    return try decode(file)
  }

  /// The catalog of an id in a version that another took the place of.
  static func load(_ id: String, version: String) throws(ModelError) -> Catalog? {
    guard mayHaveCatalogs else { return nil }
    for file in [file(id, version: version), formerFile(id, version: version)] {
      if let file, let catalog = try decode(file), catalog.version == version { return catalog }
    }
    return nil
  }

  private static func decode(_ file: String) throws(ModelError) -> Catalog? {
    guard DocumentFile.mayBePresent(file) else {
      if (try? Stat(FilePath(file), followTargetSymlink: false)) == nil { return nil }
      throw ModelError(
        file: file, problem: "this is a link to a file that is not there",
        remedy: "Fix the link, or remove it")
    }
    // Unlike one that is named, a pipe that stands here would never give anything.
    if (try? Stat(FilePath(file)))?.type == .fifo {
      throw ModelError(
        file: file, problem: "this is a pipe, not a file", remedy: "Put a file in its place")
    }
    return try CatalogSource.file(file)
  }

  // MARK: - Changing

  /// Puts a catalog here; an older version of it is kept beside it.
  ///
  /// - Returns: the version that was here before, and whether its document was the same to the byte;
  ///   nil where none was.
  static func add(
    _ bytes: [UInt8], of catalog: Catalog
  ) throws(ModelError) -> (version: String, isSame: Bool)? {
    guard isName(catalog.id), let path, let file = file(catalog.id) else {
      throw ModelError(
        problem: path == nil
          ? "there is no home folder for catalogs" : "the id \"\(catalog.id)\" cannot name a file",
        remedy: path == nil
          ? "Set HOME, or XDG_DATA_HOME to an absolute path"
          : "Use letters, digits, hyphens, underscores and points")
    }
    do {
      _ = try Folder.make(
        path,
        mode: [
          .ownerReadWriteExecute, .groupRead, .groupExecute, .otherRead, .otherExecute,
        ],
        withParents: true)
    } catch {
      throw ModelError(
        file: path, problem: "the folder cannot be made: \(error)",
        remedy: "Check who may write where it belongs, or set XDG_DATA_HOME")
    }
    // Others may be adding versions of it at this moment.
    let lock = try FileLock.take(path)
    defer { withExtendedLifetime(lock) {} }
    var replaced: (version: String, isSame: Bool)?
    if let old = try DocumentFile.readFoundIfPresent(file), let known = try? Catalog(decoding: old)
    {
      replaced = (known.version, old == bytes)
      if known.version != catalog.version { try keep(old, of: known) }
    }
    _ = try DocumentFile.write(bytes, to: file)
    return replaced
  }

  /// Keeps the document of a version beside the one that takes its place.
  private static func keep(_ bytes: [UInt8], of catalog: Catalog) throws(ModelError) {
    guard let file = file(catalog.id, version: catalog.version) else { return }
    // Some file systems do not tell large letters from small ones.
    if let held = try DocumentFile.readFoundIfPresent(file),
      (try? Catalog(decoding: held))?.version != catalog.version
    {
      throw ModelError(
        file: file,
        problem: "version \"\(catalog.version)\" would be kept here, where something else is",
        remedy: "Move that file away")
    }
    _ = try DocumentFile.write(bytes, to: file)
  }

  /// Takes a catalog and its older versions away; false where there is none.
  static func remove(_ id: String) throws(ModelError) -> Bool {
    guard let path, isName(id) else { return false }
    let lock = try FileLock.take(path)
    defer { withExtendedLifetime(lock) {} }
    let mine = names.filter { $0 == id + ".json" || $0.starts(exactlyWith: id + "@") }
    for name in mine where unlink(path + "/" + name) != 0 {
      throw ModelError(
        file: path + "/" + name, problem: "the file cannot be removed: \(Errno(rawValue: errno))",
        remedy: "Check the folder's permissions")
    }
    return !mine.isEmpty
  }

  /// The names of the files here, sorted.
  private static var names: [String] {
    guard let path else { return [] }
    return Folder.names(in: path).filter {
      $0.ends(exactlyWith: ".json") && !$0.starts(exactlyWith: ".")
    }
  }
}
