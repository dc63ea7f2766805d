import BundledCatalogs
import Catalogs
import Testing

/// What tests of the commands share with the library.
enum CommandSamples {
  /// The bundled catalog.
  static func komerza() throws -> Catalog { try #require(try BundledCatalogs.load("komerza")) }
}
