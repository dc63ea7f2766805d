import Catalogs
import Documents
import Judgement
import TerminalUI

/// Findings as inspections of TeamCity, one a line; each rule is an inspection type, said before its
/// first finding.
enum TeamCityReport {
  /// The lines, safe for a terminal and for the server; the most severe first.
  static func lines(_ results: LintResults) -> [String] {
    var lines: [String] = []
    var said: Set<String> = []
    func say(_ rule: String, _ title: String, _ meaning: String) {
      guard said.insert(rule).inserted else { return }
      lines.append(
        message(
          "inspectionType",
          [
            ("id", rule), ("name", title), ("category", "Keywright"), ("description", meaning),
          ]))
    }
    func find(_ rule: String, _ text: String, _ path: String, _ line: Int, _ severity: String) {
      lines.append(
        message(
          "inspection",
          [
            ("typeId", rule), ("message", text), ("file", results.paths.relative(path)),
            ("line", "\(line)"), ("SEVERITY", severity),
          ]))
    }
    for fault in results.faults {
      say(UnreadableManifest.rule, "A file cannot be read", UnreadableManifest.meaning)
      find(
        UnreadableManifest.rule, fault.message, fault.file, fault.error.place?.line ?? 1, "ERROR")
    }
    for (finding, linted) in results.worstFirst(accepted: .leaveOut) {
      let info = linted.rules.infos.first { $0.id == finding.rule }
      say(finding.rule, info?.title ?? finding.rule, info?.consequence ?? finding.message)
      find(
        finding.rule, finding.sentenceWithScopes, linted.path, linted.line(of: finding),
        word(finding.severity))
    }
    return lines
  }

  private static func word(_ severity: Severity) -> String {
    switch severity {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .note: "INFO"
    }
  }

  private static func message(
    _ kind: String, _ values: [(name: String, text: String)]
  ) -> String {
    ServiceMessage.line(kind, values.map { ($0.name, Sanitizer.sanitize($0.text)) })
  }
}
