import Documents
import Judgement
import Keys

/// What tells a finding from the others of its file, on every day and wherever it stands in it.
struct Fingerprint {
  private var seen: [String: Int] = [:]

  /// The print of the next finding of a file.
  ///
  /// The same for the same rule on the same scopes of the same platform, whatever else changes: the
  /// order, the lines, the label. Of findings that all this is the same for, the second has a 2.
  mutating func next(_ finding: Finding, _ linted: LintedManifest) -> String {
    let isAboutCalls = finding.rule == WantedCallClosed.id || finding.rule == "never-open"
    var parts = [linted.manifest.catalogReference.id, finding.rule] + finding.scopes.sorted()
    if isAboutCalls { parts += finding.operations }
    // What is about a detail says which one in its remedy; its message may hold a day or a number.
    if finding.scopes.isEmpty, !isAboutCalls { parts += [finding.remedy?.text ?? ""] }
    return next(parts)
  }

  /// The print of a file that cannot be read.
  mutating func next(unreadable: UnreadableManifest) -> String {
    next([UnreadableManifest.rule])
  }

  private mutating func next(_ parts: [String]) -> String {
    let digest = Digest.of(parts.joined(separator: "\n").utf8)
    seen[digest, default: 0] += 1
    return "\(digest):\(seen[digest] ?? 1)"
  }
}
