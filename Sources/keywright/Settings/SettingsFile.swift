import Designer
import Documents

/// The file with a person's settings.
enum SettingsFile {
  /// The path by the XDG base directories; nil without a home folder.
  static var path: String? { UserFolder.config.path.map { $0 + "/config.json" } }

  /// The settings in the file; those that ship where there is none.
  static func load(emptyIsAbsent: Bool = false) throws(ModelError) -> Settings {
    guard let path, UserFolder.holds(path) else { return Settings() }
    let bytes = try DocumentFile.readFound(path)
    if emptyIsAbsent, bytes.isEmpty { return Settings() }
    return try decode(bytes, named: path)
  }

  /// An error about the catalog that the settings name, said of the line that names it.
  static func saidOfCatalog(_ error: ModelError) -> ModelError {
    guard let path, let bytes = (try? DocumentFile.readFoundIfPresent(path)) ?? nil else {
      return error
    }
    return saidOfCatalog(error, bytes, named: path)
  }

  /// An error about the catalog that settings name, said of the line that names it.
  static func saidOfCatalog(
    _ error: ModelError, _ bytes: [UInt8], named path: String
  ) -> ModelError {
    var copy = error.inFile(path)
    copy.place = (try? JSONDocument(parsing: bytes))?.root["defaultCatalog"]?.place
    return copy
  }

  /// Decodes settings; an error names their file.
  static func decode(
    _ bytes: [UInt8], named path: String
  ) throws(ModelError) -> Settings {
    do {
      return try Settings(decoding: bytes)
    } catch {
      throw error.inFile(path)
    }
  }
}
