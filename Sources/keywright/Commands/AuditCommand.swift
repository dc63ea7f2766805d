import ArgumentParser
import Catalogs
import Documents
import Judgement

/// Findings about the keys of a team as a set.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Check the keys of a team as a set.",
    discussion: """
      Says which keys can do the same, which two of one owner complete a combination together, \
      which scope no key needs, which keys nobody uses (with --log or --tally), what is due on one \
      day, whose platform is gone, and which acceptance is copied. What lint says of each key by \
      itself is not repeated. In a folder all files count whose names end in .key.json, also in the \
      folders below. A policy gives each rule a severity, or turns it off.

      Exit status: 0 clean; 1 findings at or above --fail-on; 2 a file that cannot be read.

      EXAMPLES
        keywright audit keys/
        keywright audit keys/ --log access.log
        keywright audit keys/ --tally komerza.tally.jsonl --tally github.tally.jsonl
        keywright audit keys/ --format sarif -o audit.sarif --fail-on warning
        keywright audit keys/ --baseline known.json --write-baseline
        keywright explain combined-powers
      """)

  @Argument(help: ArgumentHelp("Folders and manifests.", valueName: "folder"))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "Records of the calls that were made, where all keys are of one platform.",
      valueName: "file"))
  var log: [String] = []

  @Option(
    help: ArgumentHelp(
      "Calls that keywright need --format tally has counted; each file says of which platform.",
      valueName: "file"))
  var tally: [String] = []

  @OptionGroup var report: ReportOptions

  @OptionGroup var catalogChoice: CatalogChoice

  func run() throws {
    let outputs = try LintOutputs(report.formats, file: report.output)
    let baseline = report.baselineRequest(isAudit: true)
    let status = try reportingErrors { () throws(ModelError) -> ExitCode? in
      guard !paths.isEmpty else {
        throw ModelError(
          problem: "no folder is named", remedy: "Name a folder with manifests, or manifests")
      }
      let found = try KeyFiles.find(paths)
      let inputs = found.map(\.path) + log + tally + [report.policy].compactMap(\.self)
      try outputs.check(against: inputs + [baseline?.path].compactMap(\.self))
      try baseline?.check(against: inputs)
      let request = AuditRequest(
        found: found, catalog: catalogChoice.source, policy: report.policy, logs: log,
        tallies: tally, today: try Clock.requireToday())
      var known = try baseline.map { request throws(ModelError) in try BaselineCheck(request) }
      var (results, hasFailed) = try request.results()
      results.accepted = report.accepted
      results.failOn = report.failOn
      if known != nil {
        results.manifests = results.manifests.map { linted in
          var linted = linted
          linted.findings = known?.unknown(in: linted) ?? linted.findings
          return linted
        }
      }
      try outputs.write(results, color: report.color, isQuiet: report.quiet)
      try known?.finish(isQuiet: report.quiet)
      if hasFailed || !results.unreadable.isEmpty { return ExitStatus.badInput }
      return LintSummary(results.manifests).fails(on: report.failOn) ? ExitStatus.findings : nil
    }
    if let status { throw status }
  }
}
