import Designer
import Documents

extension Action {
  /// Carries a write out, and says how it ended.
  static func writing(
    _ bytes: [UInt8], to path: String, expecting: DocumentFile.Expectation
  ) -> Action {
    do {
      let outcome = try DocumentFile.write(bytes, to: path, expecting: expecting)
      if outcome == .written, path.ends(exactlyWith: KeyFiles.ending) { RecentKeys.note(path) }
      return .wrote(path: path, bytes: bytes, .success(outcome))
    } catch {
      return .wrote(path: path, bytes: bytes, .failure(error))
    }
  }
}
