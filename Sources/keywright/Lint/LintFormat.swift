import ArgumentParser
import Documents

/// The forms in which findings are reported.
enum LintFormat: String, ExpressibleByArgument, CaseIterable {
  /// For people.
  case text
  /// For scripts.
  case json
  /// SARIF 2.1.0, for code scanning.
  case sarif
  /// Annotations of GitHub Actions.
  case github
  /// GitLab's code quality report.
  case gitlab
  /// JUnit's XML, for Jenkins and others that show tests.
  case junit
  /// Logging commands of Azure Pipelines.
  case azure
  /// Inspections of TeamCity.
  case teamcity
  /// Markdown for the summary page of a job.
  case summary

  /// Makes the report; `hasColor` is for people at a terminal.
  func report(_ results: LintResults, hasColor: Bool) -> LintReport {
    switch self {
    case .text:
      .lines(
        TextReport(hasColor: hasColor, dayNote: Clock.note(on: results.today)).lines(results))
    case .json: .document(JSONWriter.write(JSONReport.node(results)))
    case .sarif: .document(JSONWriter.write(SARIFReport.node(results)))
    case .github: .commands(GitHubReport.lines(results))
    case .gitlab: .document(JSONWriter.write(GitLabReport.node(results)))
    case .junit: .document(Array(JUnitReport.text(results).utf8))
    case .azure: .commands(AzureReport.lines(results))
    case .teamcity: .commands(TeamCityReport.lines(results))
    case .summary: .document(Array(SummaryReport.text(results).utf8))
    }
  }
}

/// A report that is made, as it has to be written.
enum LintReport {
  /// Lines for people, sanitized piece by piece.
  case lines([String])
  /// Lines that a build server reads, safe as they are.
  case commands([String])
  /// A document.
  case document([UInt8])

  /// The bytes of a file.
  var bytes: [UInt8] {
    switch self {
    case .lines(let lines): Array(lines.map { LogLine.inert($0) + "\n" }.joined().utf8)
    case .commands(let lines): Array(lines.map { $0 + "\n" }.joined().utf8)
    case .document(let bytes): bytes
    }
  }

  /// Prints it on standard output.
  func print() {
    switch self {
    case .lines(let lines): Console.print(sanitized: lines)
    case .commands(let lines): Console.print(commands: lines)
    case .document(let bytes): Console.print(document: bytes)
    }
  }
}
