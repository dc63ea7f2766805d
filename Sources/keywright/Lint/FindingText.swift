import Documents
import Judgement

/// A finding as text of a report, but for the line at which it stands: many manifests have the same.
struct FindingText {
  /// What stands before the place, and what behind it, both inert.
  let before: String
  let after: String
}

/// The texts of findings that were made before; guarded by a lock.
final class FindingTexts: @unchecked Sendable {
  /// A finding under the rules that raised it: these name its page.
  private struct Cause: Hashable {
    let rules: String
    let finding: Finding

    /// The rest of a finding nearly always follows from these.
    func hash(into hasher: inout Hasher) {
      hasher.combine(finding.rule)
      hasher.combine(finding.scopes)
    }
  }

  /// So many texts are kept at most: a few megabytes.
  private static let limit = 4096

  private let lock = WorkLock()
  // Guarded by `lock`.
  private var texts: [Cause: FindingText] = [:]

  /// The text of a finding, made only where it is not there.
  func text(
    of finding: Finding, under rules: String, make: () -> FindingText?
  ) -> FindingText? {
    let cause = Cause(rules: rules, finding: finding)
    if let text = lock.locked({ texts[cause] }) { return text }
    guard let text = make() else { return nil }
    lock.locked { if texts.count < Self.limit { texts[cause] = text } }
    return text
  }
}
