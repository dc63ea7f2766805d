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

  @OptionGroup var report: ReportOptions

  @OptionGroup var catalogChoice: CatalogChoice

  func validate() throws {
    guard (manifests + [filesFrom].compactMap(\.self)).count(where: { $0 == "-" }) < 2 else {
      throw ValidationError("Standard input (-) can be read only once.")
    }
  }

  func run() throws {
    var request = LintRequest(manifests: manifests)
    request.catalog = catalogChoice.source
    request.policy = report.policy
    request.list = filesFrom
    request.formats = report.formats
    request.output = report.output
    request.failOn = report.failOn
    request.accepted = report.accepted
    request.baseline = report.baselineRequest(isAudit: false)
    request.color = report.color
    request.isQuiet = report.quiet
    try request.run()
  }
}
