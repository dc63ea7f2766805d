import Catalogs
import Documents
import Judgement
import TerminalUI

/// Findings as logging commands of Azure Pipelines, one a line.
///
/// An issue there is an error or a warning: notes are lines of the log.
enum AzureReport {
  /// The lines, safe for a terminal and for the agent; the most severe first.
  static func lines(_ results: LintResults) -> [String] {
    results.faults.map { fault in
      command(
        "error", results.paths.relative(fault.file), fault.error.place?.line ?? 1,
        UnreadableManifest.rule, fault.message)
    }
      + results.worstFirst(accepted: .leaveOut).map { finding, linted in
        let path = results.paths.relative(linted.path)
        let line = linted.line(of: finding)
        let text = finding.sentenceWithScopes
        return switch finding.severity {
        case .error: command("error", path, line, finding.rule, text)
        case .warning: command("warning", path, line, finding.rule, text)
        case .note:
          LogLine.inert(Sanitizer.sanitize("note: \(path):\(line): \(finding.rule): \(text)"))
        }
      }
  }

  private static func command(
    _ type: String, _ path: String, _ line: Int, _ rule: String, _ text: String
  ) -> String {
    let clean = { (text: String) in LoggingCommand.value(Sanitizer.sanitize(text)) }
    return "##vso[task.logissue type=\(type);sourcepath=\(clean(path));linenumber=\(line);"
      + "code=\(clean(rule))]\(clean(text))"
  }
}
