import Catalogs
import Documents
import Judgement
import Keys

/// Findings for scripts.
enum JSONReport {
  /// The value of `$schema`, version 1: members are added to it and none is taken away.
  static let schema = "urn:keywright:lint:1"

  /// The findings, what could not be read, and the day on which they were made.
  static func node(_ results: LintResults) -> JSONNode {
    let summary = LintSummary(results.manifests)
    return .object([
      ("$schema", .string(schema)), ("keywright", .string(Program.version)),
      ("today", .string("\(results.today)")),
      (
        "manifests",
        .array(
          results.manifests.map { linted in
            let notes = ManifestNotes.texts(of: linted)
            return .object(
              [
                ("path", .string(linted.path)),
                ("policy", linted.policyPath.map { .string($0) } ?? .null),
                (
                  "findings",
                  .array(results.findings(linted, accepted: .include).map { finding($0) })
                ),
              ] + (notes.isEmpty ? [] : [("notes", .strings(notes))]))
          })
      ),
      ("unreadable", .array(results.unreadable.map(unreadable))),
      (
        "summary",
        .object(
          Severity.allCases.map { ($0.rawValue, .integer(summary.counts[$0] ?? 0)) }
            + [
              ("accepted", .integer(summary.accepted)),
              ("unreadable", .integer(results.unreadable.count)),
            ])
      ),
    ])
  }

  private static func unreadable(_ manifest: UnreadableManifest) -> JSONNode {
    .object([
      ("path", .string(manifest.path)), ("file", .string(manifest.file)),
      ("line", manifest.error.place.map { .integer($0.line) } ?? .null),
      ("message", .string(manifest.message)),
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
