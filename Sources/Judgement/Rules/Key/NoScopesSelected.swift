import BitCollections
import Catalogs
import Documents
import Keys

/// A key that grants nothing.
///
/// Silent while an error says that a call is closed which the key is for: that is the way out.
struct NoScopesSelected: KeyRule, GenericRule {
  static let info = RuleInfo(
    id: "no-scopes-selected", title: "No scope is chosen", severity: .error,
    trigger: "The key has no scope at all, and no chosen call is known to be closed for that.",
    consequence: "The key can do nothing, and a file like this is usually a mistake.",
    remedy: "Choose the scopes that the job needs.",
    story: """
      A manifest with an empty list is usually a template that nobody finished, or the remains of \
      a merge. Treated as clean it would pass every check and then be filled in by hand, out of \
      sight. It can be read, so it is a finding and not a broken file.
      """)

  private let leavesClosedCallsToTheirRule: Bool

  init(policy: Policy) {
    let id = WantedCallClosed.info.id
    leavesClosedCallsToTheirRule =
      !policy.isOff(id) && policy.severity(of: id) ?? WantedCallClosed.info.severity == .error
  }

  func findings(in key: KeyUnderReview, summary: ScopeSummary) -> [Finding] {
    guard key.design.scopes.isEmpty, key.design.details.unknownScopes.isEmpty,
      !leavesClosedCallsToTheirRule || key.closedCalls.isEmpty
    else { return [] }
    return [
      Finding(
        rule: info.id, severity: info.severity, message: "The key grants nothing.",
        remedy: Remedy("Tick the scopes that the job needs"))
    ]
  }
}
