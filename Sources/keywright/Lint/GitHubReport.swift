import Catalogs
import Documents
import Judgement
import TerminalUI

/// Findings, and what cannot be read, as annotations of GitHub Actions: one workflow command a line.
enum GitHubReport {
  /// The commands, safe for a terminal and for the runner.
  static func lines(
    _ manifests: [LintedManifest], _ unreadable: [UnreadableManifest]
  ) -> [String] {
    manifests.flatMap { linted in
      linted.findings.filter { !$0.isAccepted }.map { line($0, linted) }
    } + unreadable.map(line)
      + PoliciesUsed(manifests).list.map { line(policy: $0.path, count: $0.count) }
  }

  private static func line(policy: String, count: Int) -> String {
    "::notice file=\(file(policy)),line=1,title=\(property("Keywright: policy"))::"
      + data("\(Counted.text(count, "manifest")) held to the policy \(policy)")
  }

  private static func line(_ unreadable: UnreadableManifest) -> String {
    let line = unreadable.error.place?.line ?? 1
    return "::error file=\(file(unreadable.file)),line=\(line)::\(data(unreadable.message))"
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
      "file=\(file(linted.path)),line=\(linted.line(of: finding)),title="
      + property("Keywright: \(finding.rule)")
    return "::\(command) \(properties)::\(data(scopes + finding.message))"
  }

  /// A message, with controls made visible.
  private static func data(_ text: String) -> String {
    WorkflowCommand.data(Sanitizer.sanitize(text))
  }

  /// A property's value, with controls made visible.
  private static func property(_ text: String) -> String {
    WorkflowCommand.property(Sanitizer.sanitize(text))
  }

  /// A path: its line ends reach the runner as they are, so that it finds the file.
  private static func file(_ path: String) -> String {
    var (value, part) = ("", "")
    for scalar in path.unicodeScalars {
      guard scalar == "\r" || scalar == "\n" else {
        part.unicodeScalars.append(scalar)
        continue
      }
      value += property(part) + WorkflowCommand.property(String(scalar))
      part = ""
    }
    return value + property(part)
  }
}
