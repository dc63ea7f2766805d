import Catalogs
import Documents
import Judgement

/// Findings as GitLab's code quality report.
///
/// A list of issues; of two with one fingerprint GitLab shows the first alone, so the file is part of
/// it. https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
enum GitLabReport {
  /// The report.
  static func node(_ results: LintResults) -> JSONNode {
    var issues: [JSONNode] = []
    for linted in results.manifests {
      var prints = Fingerprint()
      let path = results.paths.relative(linted.path)
      for finding in linted.findings {
        let print = prints.next(finding, linted)
        guard !finding.isAccepted || results.accepted == .include else { continue }
        issues.append(
          issue(
            finding.rule, severity(finding.severity), finding.sentenceWithScopes,
            Place(path: path, line: linted.line(of: finding)), print))
      }
    }
    for fault in results.faults {
      var prints = Fingerprint()
      let place = Place(
        path: results.paths.relative(fault.file), line: fault.error.place?.line ?? 1)
      issues.append(
        issue(
          UnreadableManifest.rule, "blocker", fault.message, place, prints.next(unreadable: fault)))
    }
    return .array(issues)
  }

  private struct Place {
    var path: String
    var line: Int
  }

  private static func issue(
    _ rule: String, _ severity: String, _ text: String, _ place: Place, _ print: String
  ) -> JSONNode {
    .object([
      ("description", .string(text)), ("check_name", .string(rule)),
      ("fingerprint", .string(Digest.of("\(place.path)\n\(print)".utf8))),
      ("severity", .string(severity)),
      (
        "location",
        .object([
          ("path", .string(place.path)), ("lines", .object([("begin", .integer(place.line))])),
        ])
      ),
    ])
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "critical"
    case .warning: "major"
    case .note: "info"
    }
  }
}

extension Finding {
  /// Its sentence, and the scopes that it is about.
  var sentenceWithScopes: String {
    guard !scopes.isEmpty else { return message }
    let named = scopes.prefix(Self.namedScopes).joined(separator: ", ")
    let more = scopes.count - Self.namedScopes
    return message + (scopes.count == 1 ? " Scope: " : " Scopes: ") + named
      + (more > 0 ? " and \(more) more" : "")
  }

  /// So many scopes are named; the rest is counted.
  private static let namedScopes = 8
}
