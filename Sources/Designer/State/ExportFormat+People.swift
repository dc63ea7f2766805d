import Catalogs
import Judgement
import Keys
import TerminalUI

extension NativeDocument {
  /// The document; a list for people has nothing in it that they cannot see.
  package var shownBytes: [UInt8] {
    guard form.format == .text else { return bytes }
    return Array(Sanitizer.sanitizeLines(String(decoding: bytes, as: UTF8.self)).utf8)
  }
}

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
