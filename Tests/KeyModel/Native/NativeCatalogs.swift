import Catalogs
import TestSupport

extension NativeFixture {
  /// The catalog with the forms that ship.
  func catalog() throws -> Catalog {
    try Catalog(decoding: Array(document(forms: shippedForms()).utf8))
  }
}
