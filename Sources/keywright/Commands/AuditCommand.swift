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

  @Option(name: .customLong("format"), help: LintOutput.help)
  var formats: [LintOutput] = []

  @Option(
    name: [.customShort("o", allowingJoined: true), .long],
    help: ArgumentHelp("Write the report to this file; - is standard output.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("The policy to hold them to.", valueName: "file"))
  var policy: String?

  @Option(help: "error, warning or note.")
  var failOn = Severity.error

  @Option(help: "Whether text has colors: auto, always or never.")
  var color = ColorChoice.auto

  @OptionGroup var catalogChoice: CatalogChoice

  func run() throws {
    let outputs = try LintOutputs(formats, file: output)
    let status = try reportingErrors { () throws(ModelError) -> ExitCode? in
      guard !paths.isEmpty else {
        throw ModelError(
          problem: "no folder is named", remedy: "Name a folder with manifests, or manifests")
      }
      let found = try KeyFiles.find(paths)
      try outputs.check(
        against: found.map(\.path) + log + tally + [policy].compactMap(\.self))
      let request = AuditRequest(
        found: found, catalog: catalogChoice.source, policy: policy, logs: log, tallies: tally,
        today: try Clock.requireToday())
      var (results, hasFailed) = try request.results()
      results.failOn = failOn
      try outputs.write(results, color: color, isQuiet: false)
      if hasFailed || !results.unreadable.isEmpty { return ExitStatus.badInput }
      return LintSummary(results.manifests).fails(on: failOn) ? ExitStatus.findings : nil
    }
    if let status { throw status }
  }
}
