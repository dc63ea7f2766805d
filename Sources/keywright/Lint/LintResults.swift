import ArgumentParser
import Catalogs
import Documents
import Judgement
import Keys

/// Whether reports have the findings that somebody has accepted.
enum AcceptedFindings: String, ExpressibleByArgument, CaseIterable {
  /// They stand there, and say so.
  case include
  /// They are counted at most.
  case leaveOut = "leave-out"

  /// The findings of a manifest that are left.
  func findings(of linted: LintedManifest) -> [Finding] {
    switch self {
    case .include: linted.findings
    case .leaveOut: linted.findings.filter { !$0.isAccepted }
    }
  }
}

/// What `lint` found: what every report is made of.
struct LintResults {
  /// The manifests that could be judged, as they were given.
  var manifests: [LintedManifest]
  /// Those that could not.
  var unreadable: [UnreadableManifest]
  /// The day on which dates were judged.
  var today: CalendarDate
  /// What becomes of accepted findings; nil for what the form of the report does by itself.
  var accepted: AcceptedFindings?
  /// The least severity that fails.
  var failOn = Severity.error
  /// Whether the findings are about the keys as a set.
  var isAudit = false
  /// How paths are written for servers.
  let paths = RepositoryPath()

  /// The findings of a manifest that a report has.
  func findings(_ linted: LintedManifest, accepted usual: AcceptedFindings) -> [Finding] {
    (accepted ?? usual).findings(of: linted)
  }

  /// All findings of a report with their manifests, the most severe first.
  func worstFirst(
    accepted usual: AcceptedFindings
  ) -> [(finding: Finding, manifest: LintedManifest)] {
    let all = manifests.flatMap { linted in
      findings(linted, accepted: usual).map { (finding: $0, manifest: linted) }
    }
    return Severity.allCases.flatMap { severity in all.filter { $0.finding.severity == severity } }
  }

  /// What cannot be read, each fault once: many manifests may have one policy.
  var faults: [UnreadableManifest] {
    var seen: Set<String> = []
    return unreadable.filter { seen.insert($0.file + "\n" + $0.message).inserted }
  }
}
