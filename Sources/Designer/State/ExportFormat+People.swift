import Catalogs
import Judgement
import Keys
import TerminalUI

extension ExportFormat {
  /// The key in this form; what people read, wherever it goes, has nothing in it that they cannot see.
  package func document(
    of design: KeyDesign, catalog: Catalog, findings: [Finding]?
  ) -> [UInt8] {
    let powers = self == .markdown ? KeyPowers(design, in: catalog) : nil
    let bytes = bytes(
      of: design, catalog: catalog, findings: findings,
      powers: powers.map { ($0.sentences, $0.table) })
    guard isForPeople else { return bytes }
    return Array(Sanitizer.sanitizeLines(String(decoding: bytes, as: UTF8.self)).utf8)
  }
}
