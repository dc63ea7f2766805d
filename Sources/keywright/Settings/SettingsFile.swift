import Designer
import KeyModel

/// The file with a person's settings.
enum SettingsFile {
  /// The path by the XDG base directories; nil without a home folder.
  static var path: String? { UserFolder.config.path.map { $0 + "/config.json" } }

  /// The settings in the file; those that ship where there is none.
  static func load() throws(ModelError) -> Settings {
    guard let path, let bytes = try DocumentFile.readIfPresent(path) else { return Settings() }
    return try decode(bytes, named: path)
  }

  /// Decodes settings and looks for the catalog that they name.
  static func check(_ bytes: [UInt8], named path: String) throws(ModelError) {
    let settings = try decode(bytes, named: path)
    guard let catalog = settings.defaultCatalog else { return }
    do {
      _ = try CatalogSource(choice: catalog).load()
    } catch {
      throw error.file == nil ? error.inFile(path) : error
    }
  }

  private static func decode(
    _ bytes: [UInt8], named path: String
  ) throws(ModelError) -> Settings {
    do {
      return try Settings(decoding: bytes)
    } catch {
      throw error.inFile(path)
    }
  }
}
