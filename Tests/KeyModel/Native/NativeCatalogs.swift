import Catalogs
import Foundation
import TestSupport

extension NativeFixture {
  /// The catalog with the forms that ship.
  func catalog() throws -> Catalog {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
    let forms = try String(
      contentsOf: root.appending(path: "Assets/Catalogs/Forms/\(id).json"), encoding: .utf8)
    return try Catalog(decoding: Array(document(forms: forms).utf8))
  }
}
