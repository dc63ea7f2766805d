import Catalogs
import Documents
import Judgement
import Keys

/// Findings for scripts.
enum JSONReport {
  /// The findings, and the day on which they were made.
  static func node(_ manifests: [LintedManifest], _ today: CalendarDate) -> JSONNode {
    let summary = LintSummary(manifests)
    return .object([
      ("today", .string("\(today)")),
      (
        "manifests",
        .array(
          manifests.map { linted in
            .object([
              ("path", .string(linted.path)),
              ("policy", linted.policyPath.map { .string($0) } ?? .null),
              ("findings", .array(linted.findings.map { finding($0) })),
            ])
          })
      ),
      (
        "summary",
        .object(
          Severity.allCases.map { ($0.rawValue, .integer(summary.counts[$0] ?? 0)) }
            + [("accepted", .integer(summary.accepted))])
      ),
    ])
  }

  /// One finding, the same wherever a command reports it.
  static func finding(_ finding: Finding) -> JSONNode {
    .object([
      ("rule", .string(finding.rule)), ("severity", .string(finding.severity.rawValue)),
      ("scopes", .strings(finding.scopes)), ("operations", .strings(finding.operations)),
      ("message", .string(finding.message)), ("confidence", .string(finding.confidence.rawValue)),
      ("accepted", .boolean(finding.isAccepted)),
      ("remedy", finding.remedy.map { .string($0.text) } ?? .null),
      (
        "trace",
        .array(
          (finding.trace?.steps ?? []).map { step in
            .object([
              ("call", .string(step.call)), ("note", .string(step.note)),
              ("open", .boolean(step.isOpen)), ("openedBy", .strings(step.openedBy)),
              ("missing", .strings(step.missing)),
            ])
          })
      ),
    ])
  }
}
