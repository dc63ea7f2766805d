import Designer
import Documents

extension SettingsFile {
  /// Decodes settings and looks for the catalog that they name.
  static func check(_ bytes: [UInt8], named path: String) throws(ModelError) {
    let settings = try decode(bytes, named: path)
    guard let catalog = settings.defaultCatalog else { return }
    do {
      _ = try CatalogSource(choice: catalog).load()
    } catch {
      throw error.file == nil ? saidOfCatalog(error, bytes, named: path) : error
    }
  }
}
