import Designer
import Documents
import Judgement
import Keys
import TerminalUI

// What stands above the findings: the keys beside each other, and what each can do.

extension TextReport {
  /// So many keys at most have it: of more, each is told as it comes and nothing of it is kept.
  static let mostInOverview = 200

  /// Whether results have it.
  static func hasOverview(_ results: LintResults) -> Bool {
    !results.isAudit && !results.manifests.isEmpty
      && results.manifests.count + results.unreadable.count <= mostInOverview
  }

  /// The table of the keys, what cannot be read below it, and an empty line; nothing for one key.
  func table(_ results: LintResults) -> [String] {
    guard results.manifests.count + results.unreadable.count > 1 else { return [] }
    let rows = results.manifests.map { linted in
      KeyRow(
        path: linted.path, manifest: linted.manifest,
        findings: results.findings(linted, accepted: .include))
    }
    return KeyColumn.lines(of: rows, today: results.today)
      + results.faults.map { Sanitizer.sanitize("\($0.error)") } + [""]
  }

  /// What a key can do, for whoever decides about it.
  func powers(of linted: LintedManifest) -> String {
    let powers = KeyPowers(linted.manifest.original, in: linted.manifest.resolvedCatalog)
    return "  " + Sanitizer.sanitize(powers.summary)
  }
}
