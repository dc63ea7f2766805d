import BundledCatalogs
import Catalogs
import Testing

/// The presets that ship.
enum BundledPresets {
  /// The catalog that ships.
  static var catalog: Catalog {
    get throws { try #require(try BundledCatalogs.load("komerza")) }
  }

  /// Its presets; none where the catalog does not load, and then no test of them runs.
  static let all: [Preset] = (try? catalog.presets) ?? []
}

extension Preset: CustomTestStringConvertible {
  /// The id.
  public var testDescription: String { id }
}
