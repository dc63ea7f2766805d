import Designer
import KeyModel

extension Action {
  /// Carries a write out, tells the keeper of drafts, and says how it ended.
  static func writing(
    _ bytes: [UInt8], to path: String, expecting: DocumentFile.Expectation, drafts: DraftKeeper?
  ) -> Action {
    do {
      let outcome = try DocumentFile.write(bytes, to: path, expecting: expecting)
      if outcome == .written { drafts?.wrote(bytes, to: path) }
      return .wrote(path: path, bytes: bytes, .success(outcome))
    } catch {
      return .wrote(path: path, bytes: bytes, .failure(error))
    }
  }
}
