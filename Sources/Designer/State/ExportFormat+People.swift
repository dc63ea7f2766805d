import Catalogs
import Judgement
import Keys
import TerminalUI

extension ExportFormat {
  /// The key in this form; what people read, wherever it goes, has nothing in it that they cannot see.
  package func document(
    of design: KeyDesign, catalog: Catalog, findings: [Finding]?
  ) -> [UInt8] {
    let bytes = bytes(of: design, catalog: catalog, findings: findings)
    guard isForPeople else { return bytes }
    return Array(Sanitizer.sanitizeLines(String(decoding: bytes, as: UTF8.self)).utf8)
  }
}
