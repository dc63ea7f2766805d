import BitCollections
import Judgement
import Keys

extension DesignerState {
  /// What taking a draft would change in the key as it stands.
  func difference(to draft: Draft) -> KeyDiff {
    var changed = findings
    changed.update(
      design: draft.design,
      flipped: Array(editor.design.scopes.symmetricDifference(draft.design.scopes)))
    return KeyDiff(from: ReviewedKey(findings), to: ReviewedKey(changed))
  }
}

extension KeyDiff {
  /// One line, for example `+3 scopes, -1 scope, label`.
  var summary: String {
    func count(_ sign: String, _ ids: [String]) -> [String] {
      ids.isEmpty ? [] : ["\(sign)\(ids.count) scope\(ids.count == 1 ? "" : "s")"]
    }
    let parts =
      count("+", added.scopes) + count("-", removed.scopes)
      + details.map { $0.detail.title.lowercased() }
    return parts.isEmpty ? "no scope changes" : parts.joined(separator: ", ")
  }
}
