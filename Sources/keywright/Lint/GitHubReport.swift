import Catalogs
import Documents
import Judgement
import TerminalUI

/// Findings, and what cannot be read, as annotations of GitHub Actions: one workflow command a line.
///
/// Of each level a step may show ten, so the most severe come first, and what is more than ten is
/// summed up in the tenth.
enum GitHubReport {
  /// So many annotations of a level a step shows.
  static let mostOfALevel = 10

  /// The commands, safe for a terminal and for the runner.
  static func lines(_ results: LintResults) -> [String] {
    var ofLevel: [String: [String]] = ["error": results.faults.map { line($0, results) }]
    for (finding, linted) in results.worstFirst(accepted: .leaveOut) {
      ofLevel[level(finding.severity), default: []].append(line(finding, linted, results))
    }
    ofLevel["notice", default: []] += PoliciesUsed(results.manifests).list
      .map { line(policy: $0.path, count: $0.count, results) }
    return ["error", "warning", "notice"].flatMap { level in
      summed(ofLevel[level] ?? [], level)
    }
  }

  private static func summed(_ lines: [String], _ level: String) -> [String] {
    guard lines.count > mostOfALevel else { return lines }
    let rest = lines.count - (mostOfALevel - 1)
    let text = "\(Counted.text(rest, "more \(level)")); a step shows \(mostOfALevel) of a level"
    return lines.prefix(mostOfALevel - 1)
      + ["::\(level) title=\(property("Keywright: and more"))::\(data(text))"]
  }

  private static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  private static func line(policy: String, count: Int, _ results: LintResults) -> String {
    let path = file(results.paths.relative(policy))
    return "::notice file=\(path),line=1,title=\(property("Keywright: policy"))::"
      + data("\(Counted.text(count, "manifest")) held to the policy \(policy)")
  }

  private static func line(_ fault: UnreadableManifest, _ results: LintResults) -> String {
    let line = fault.error.place?.line ?? 1
    let path = file(results.paths.relative(fault.file))
    return "::error file=\(path),line=\(line)::\(data(fault.message))"
  }

  private static func line(
    _ finding: Finding, _ linted: LintedManifest, _ results: LintResults
  ) -> String {
    let scopes = finding.scopes.isEmpty ? "" : finding.scopes.joined(separator: ", ") + ": "
    let path = file(results.paths.relative(linted.path))
    let properties =
      "file=\(path),line=\(linted.line(of: finding)),title="
      + property("Keywright: \(finding.rule)")
    return "::\(level(finding.severity)) \(properties)::\(data(scopes + finding.message))"
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
