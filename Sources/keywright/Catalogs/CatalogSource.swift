import BundledCatalogs
import Catalogs
import Documents
import Keys
import SystemPackage

/// Where a catalog comes from: an id that was added or ships, a file, or the first that ships.
struct CatalogSource {
  /// An id or a file's path; nil for the first that ships.
  var choice: String?
  /// What is used where none was chosen and no manifest names one: a person's setting.
  var fallback: String?
  /// Is told the id or the path of a catalog before it is read, where that takes a while.
  var willReadSlowly: ((_ name: String) -> Void)?

  init(choice: String? = nil) { self.choice = choice }

  /// The catalog chosen, or the first that ships.
  func load() throws(ModelError) -> Catalog {
    let id = choice ?? fallback ?? BundledCatalogs.defaultID
    announce(id)
    if let catalog = try Self.known(id) { return catalog }
    guard id.contains(exactly: "/") || id.contains(exactly: ".") || DocumentFile.exists(id) else {
      let error = ModelError(
        problem: "there is no catalog \"\(id)\"",
        remedy: (NearestName.suggestion(id, among: Self.ids).map { $0 + ". " } ?? "")
          + "Use one of these, or the path of a catalog file: "
          + Self.ids.joined(separator: ", "))
      throw choice == nil && fallback != nil ? SettingsFile.saidOfCatalog(error) : error
    }
    return try Self.file(id)
  }

  /// Tells of a catalog in a file so large that it takes a while to open, and not known yet.
  private func announce(_ id: String) {
    guard let willReadSlowly else { return }
    // What was added goes before what ships.
    let added = CatalogFolder.existingFile(id)
    if added == nil, BundledCatalogs.ids.contains(id) { return }
    if !CatalogCache(folder: UserFolder.cache.path).isQuick(added ?? id) { willReadSlowly(id) }
  }

  /// The catalog for a manifest that names one: the one chosen, whatever its id, since nobody names a
  /// catalog to have it passed over; else one that was added or ships.
  func load(id: String) throws(ModelError) -> Catalog? {
    if choice != nil { return try load() }
    announce(id)
    if let catalog = try Self.known(id) { return catalog }
    // A person's own file may be the one that is meant.
    guard fallback != nil else { return nil }
    let catalog = try load()
    return catalog.id == id ? catalog : nil
  }

  /// What to name on the command line for the catalog of an id that was read from here; nil where it
  /// is the one that is taken without a name.
  func name(of id: String) -> String? {
    let name = choice ?? id
    return name == BundledCatalogs.defaultID ? nil : name
  }

  /// The version that a manifest was made with, where it is still here.
  static func older(_ reference: Manifest.CatalogReference) -> Catalog? {
    let kept = (try? CatalogFolder.load(reference.id, version: reference.version)) ?? nil
    if let kept { return kept }
    let bundled = (try? BundledCatalogs.load(reference.id)) ?? nil
    return bundled?.version == reference.version ? bundled : nil
  }

  /// The ids that are known by name: those that ship, then those that were added.
  static var ids: [String] {
    let bundled = BundledCatalogs.ids
    return bundled + CatalogFolder.ids.filter { !bundled.contains($0) }
  }

  /// The catalog in a file.
  static func file(_ path: String) throws(ModelError) -> Catalog {
    guard path == "-" else {
      do {
        return try CatalogCache(folder: UserFolder.cache.path).catalog(of: path)
      } catch {
        // What has no place could not be read; a pipe cannot be read again.
        guard error.place != nil, (try? Stat(FilePath(path)))?.type == .regular,
          let bytes = try? DocumentFile.read(path)
        else { throw error }
        throw DescriptionOfAPI.explain(error, bytes: bytes, path: path)
      }
    }
    let bytes = try StandardStreams.readInput()
    do {
      return try Catalog(decoding: bytes)
    } catch {
      throw DescriptionOfAPI.explain(error, bytes: bytes, path: path)
    }
  }

  /// What was added goes before what ships: a team's own version of it.
  ///
  /// `ID@VERSION` is that version, also where another took its place.
  private static func known(_ id: String) throws(ModelError) -> Catalog? {
    if let sign = id.utf8.firstIndex(of: UInt8(ascii: "@")) {
      let reference = Manifest.CatalogReference(
        id: String(id[..<sign]), version: String(id[id.utf8.index(after: sign)...]))
      let current = (try? CatalogFolder.load(reference.id)) ?? nil
      return current?.version == reference.version ? current : older(reference)
    }
    if let added = try CatalogFolder.load(id) { return added }
    return try BundledCatalogs.load(id)
  }

  /// All catalogs that are known by name and can be read, but that of an id.
  static func all(but id: String) -> [Catalog] {
    ids.filter { $0 != id }.compactMap { (try? known($0)) ?? nil }
  }
}
