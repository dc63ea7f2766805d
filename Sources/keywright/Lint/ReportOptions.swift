import ArgumentParser
import Catalogs
import Documents

/// What can be asked of a report on findings, in every command that makes one.
struct ReportOptions: ParsableArguments {
  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "text, json, sarif, github, gitlab, junit, azure, teamcity or summary; FORMAT=FILE writes a "
        + "file. May be given several times. (default: text)", valueName: "format[=file]"))
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

  func validate() throws {
    guard baseline != nil || !writeBaseline && !pruneBaseline else {
      throw ValidationError("Name the file of the baseline: --baseline FILE.")
    }
    guard !writeBaseline || !pruneBaseline else {
      throw ValidationError("--write-baseline leaves nothing for --prune-baseline to take out.")
    }
  }

  /// What is asked with a baseline, of one command's findings.
  ///
  /// - Parameter isAudit: whether the findings are about the keys as a set.
  /// - Returns: the request; nil where all findings count.
  func baselineRequest(isAudit: Bool) -> BaselineRequest? {
    baseline.map { path in
      BaselineRequest(
        path: path, use: writeBaseline ? .write : pruneBaseline ? .prune : .hold, isAudit: isAudit)
    }
  }
}

extension Severity: ExpressibleByArgument {}
