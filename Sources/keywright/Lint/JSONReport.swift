import Catalogs
import Documents
import Judgement

/// Findings for scripts.
enum JSONReport {
  static func node(_ manifests: [LintedManifest]) -> JSONNode {
    let summary = LintSummary(manifests)
    return .object([
      (
        "manifests",
        .array(
          manifests.map { linted in
            .object([
              ("path", .string(linted.path)),
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
