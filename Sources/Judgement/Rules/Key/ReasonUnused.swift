import Catalogs
import Documents
import Keys

/// A reason for a scope that the key does not have.
struct ReasonUnused: KeyRule, GenericRule {
  static let info = RuleInfo(
    id: "reason-unused", title: "A reason is for a scope that the key does not have",
    severity: .warning,
    trigger: "\"because\" has a reason for a scope that the key does not have.",
    consequence: "Whoever reviews the key reads about a power that it does not have.",
    remedy: "Give the reason to the scope that was meant, or remove it.",
    story: """
      A scope was taken away and its reason stayed, or its id is misspelled: then the reason is \
      missing where it was meant to stand. Where a scope of the key has an id that is close and no \
      reason, that one is named.
      """)

  func findings(in key: KeyUnderReview, summary: ScopeSummary) -> [Finding] {
    let reasons = key.design.details.because
    guard !reasons.isEmpty else { return [] }
    let ids = key.ids(key.design.scopes) + key.design.details.unknownScopes
    let chosen = Set(ids.map(ExactText.init))
    let unused = reasons.map(\.scope).filter { id in
      guard !chosen.contains(ExactText(id)) else { return false }
      return key.catalog.indexOfScope(id).map { !key.isHeld($0) } ?? true
    }
    guard !unused.isEmpty else { return [] }
    let explained = Set(reasons.map { ExactText($0.scope) })
    let silent = ids.filter { !explained.contains(ExactText($0)) }
    // Every look for a near name reads all of them.
    let budget = max(2, 200_000 / max(1, silent.count))
    return unused.enumerated().map { position, id in
      // What is a scope is not misspelled.
      let isMisspelled = position < budget && key.catalog.indexOfScope(id) == nil
      return finding(of: id, nearest: isMisspelled ? NearestName.find(id, among: silent) : nil)
    }
  }

  private func finding(of id: String, nearest: String?) -> Finding {
    let remedy =
      nearest.map {
        Remedy("Give the reason to \(Wording.cut($0))", edits: [.moveReason(id, to: $0)])
      } ?? Remedy("Remove the reason", edits: [.moveReason(id, to: nil)])
    return Finding(
      rule: info.id, severity: info.severity, scopes: [id],
      message: "A reason is given for a scope that the key does not have.", remedy: remedy)
  }
}
