import Catalogs
import Documents
import Judgement
import TerminalUI

/// Findings, and what cannot be read, as annotations of GitHub Actions: one workflow command a line.
enum GitHubReport {
  static func lines(
    _ manifests: [LintedManifest], _ unreadable: [UnreadableManifest]
  ) -> [String] {
    manifests.flatMap { linted in
      linted.findings.filter { !$0.isAccepted }.map { line($0, linted) }
    } + unreadable.map(line)
  }

  private static func line(_ unreadable: UnreadableManifest) -> String {
    let line = unreadable.error.place?.line ?? 1
    return "::error file=\(property(unreadable.file)),line=\(line)::\(data(unreadable.message))"
  }

  private static func line(_ finding: Finding, _ linted: LintedManifest) -> String {
    let command =
      switch finding.severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    let scopes = finding.scopes.isEmpty ? "" : finding.scopes.joined(separator: ", ") + ": "
    let properties =
      "file=\(property(linted.path)),line=\(linted.line(of: finding)),title="
      + property("Keywright: \(finding.rule)")
    return "::\(command) \(properties)::\(data(scopes + finding.message))"
  }

  /// A message: `%`, carriage return and line feed are escaped, all other controls made visible.
  private static func data(_ text: String) -> String {
    escape(Sanitizer.sanitize(text), "%", "%25")
  }

  /// A property's value: `:` and `,` are escaped as well.
  private static func property(_ text: String) -> String {
    escape(escape(data(text), ":", "%3A"), ",", "%2C")
  }

  /// Most texts hold no such character: a look for it is much faster than the replacement.
  private static func escape(
    _ text: String, _ character: Unicode.Scalar, _ replacement: String
  ) -> String {
    text.unicodeScalars.contains(character)
      ? text.replacing(String(character), with: replacement) : text
  }
}
