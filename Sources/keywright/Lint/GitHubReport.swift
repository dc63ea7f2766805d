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
    var ofLevel: [String: Annotations] = [:]
    for fault in results.faults { ofLevel["error", default: []].add { line(fault, results) } }
    for (finding, linted) in results.worstFirst(accepted: .leaveOut) {
      ofLevel[level(finding.severity), default: []].add { line(finding, linted, results) }
    }
    for policy in PoliciesUsed(results.manifests).list {
      ofLevel["notice", default: []].add {
        line(policy: policy.path, count: policy.count, results)
      }
    }
    return ["error", "warning", "notice"].flatMap { level in
      ofLevel[level].map { $0.summed(level) } ?? []
    }
  }

  /// The annotations of a level: those that a step shows as lines, and how many there are.
  private struct Annotations: ExpressibleByArrayLiteral {
    private var lines: [String] = []
    private var count = 0

    init(arrayLiteral elements: String...) {}

    mutating func add(_ line: () -> String) {
      count += 1
      // Nobody would see it, and a hundred thousand lines take their time.
      if lines.count < GitHubReport.mostOfALevel { lines.append(line()) }
    }

    func summed(_ level: String) -> [String] {
      let most = GitHubReport.mostOfALevel
      guard count > most else { return lines }
      let rest = count - (most - 1)
      let text = "\(Counted.text(rest, "more \(level)")); a step shows \(most) of a level"
      return lines.prefix(most - 1)
        + ["::\(level) title=\(property("Keywright: and more"))::\(data(text))"]
    }
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
