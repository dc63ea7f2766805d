import ArgumentParser
import Catalogs

/// Findings of manifests, for people and for CI.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Check manifests against the rules.",
    discussion: """
      A policy (--policy, or the nearest .keywright.json at or above the manifest's folder) sets \
      severities, forbids scopes and asks for fields. The search for one ends at the root of the \
      git repository or the home folder, and takes none that another user could have written. \
      Dates are held against today where you are, or the day of SOURCE_DATE_EPOCH (UTC) where that \
      is set. The report names both.

      Exit status: 0 clean; 1 findings at or above --fail-on that nobody has accepted; 2 a manifest \
      or policy that cannot be read.

      EXAMPLES
        keywright lint keys/*.key.json
        keywright lint --format sarif keys/*.key.json > keywright.sarif
        keywright lint --format text --format junit=keys.xml keys/*.key.json
        git ls-files -z '*.key.json' | keywright lint --files-from -
        keywright lint keys/*.key.json --baseline known.json --write-baseline
        keywright lint keys/*.key.json --baseline known.json
        git show main:bot.key.json | keywright lint --fail-on warning -
      """)

  @Argument(help: ArgumentHelp("Manifests; - is standard input.", valueName: "manifest"))
  var manifests: [String] = []

  @Option(
    help: ArgumentHelp(
      "A file with further manifests, one a line or each before a zero byte; - is standard input.",
      valueName: "file"))
  var filesFrom: String?

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

  @Option(
    help: ArgumentHelp(
      "Whether reports have accepted findings, include or leave-out. By default json, text and "
        + "junit have them, and say so.", valueName: "what"))
  var accepted: AcceptedFindings?

  @Option(help: "Whether text has colors: auto, always or never.")
  var color = ColorChoice.auto

  @Flag(
    name: .shortAndLong, help: "Print no report and no notes: errors alone, and the exit status.")
  var quiet = false

  @Option(
    help: ArgumentHelp(
      "Known findings: only what is new is told and fails.", valueName: "file"))
  var baseline: String?

  @Flag(help: "Write all findings that nobody has accepted to the baseline; none fails then.")
  var writeBaseline = false

  @Flag(help: "Take the findings out of the baseline that are settled.")
  var pruneBaseline = false

  @OptionGroup var catalogChoice: CatalogChoice

  func validate() throws {
    guard (manifests + [filesFrom].compactMap(\.self)).count(where: { $0 == "-" }) < 2 else {
      throw ValidationError("Standard input (-) can be read only once.")
    }
    guard baseline != nil || !writeBaseline && !pruneBaseline else {
      throw ValidationError("Name the file of the baseline: --baseline FILE.")
    }
    guard !writeBaseline || !pruneBaseline else {
      throw ValidationError("--write-baseline leaves nothing for --prune-baseline to take out.")
    }
  }

  func run() throws {
    var request = LintRequest(manifests: manifests)
    request.catalog = catalogChoice.source
    request.policy = policy
    request.list = filesFrom
    request.formats = formats
    request.output = output
    request.failOn = failOn
    request.accepted = accepted
    request.baseline = baseline.map { path in
      BaselineRequest(path: path, use: writeBaseline ? .write : pruneBaseline ? .prune : .hold)
    }
    request.color = color
    request.isQuiet = quiet
    try request.run()
  }
}

extension Severity: ExpressibleByArgument {}
