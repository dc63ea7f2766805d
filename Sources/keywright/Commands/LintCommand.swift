import ArgumentParser
import KeyModel

/// Findings of manifests, for people and for CI.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Check manifests against the rules.",
    discussion: """
      A policy (--policy, or the nearest .keywright.json at or above the manifest's folder) sets \
      severities, forbids scopes and asks for fields.

      Exit status: 0 clean; 1 findings at or above --fail-on that nobody has accepted; 2 a manifest \
      or policy that cannot be read.

      EXAMPLES
        keywright lint keys/*.key.json
        keywright lint --format sarif keys/*.key.json > keywright.sarif
        git show main:bot.key.json | keywright lint --fail-on warning -
      """)

  @Argument(help: ArgumentHelp("Manifests; - is standard input.", valueName: "manifest"))
  var manifests: [String] = []

  @Option(help: "text, json, sarif or github.")
  var format = LintFormat.text

  @Option(help: ArgumentHelp("The policy to hold them to.", valueName: "file"))
  var policy: String?

  @Option(help: "error, warning or note.")
  var failOn = Severity.error

  @OptionGroup var catalogChoice: CatalogChoice

  func run() throws {
    guard let today = Clock.today, !manifests.isEmpty else {
      Console.say("keywright: no manifest is named. Name at least one, or - for standard input.")
      throw ExitStatus.badInput
    }
    var linter = Linter(catalogs: catalogChoice.source, policy: policy, today: today)
    var linted: [LintedManifest] = []
    var unreadable = 0
    for path in manifests {
      do {
        linted.append(try linter.lint(path))
      } catch {
        Console.say("keywright: \(error)")
        unreadable += 1
      }
    }
    if !linted.isEmpty { report(linted) }
    if unreadable > 0 { throw ExitStatus.badInput }
    if LintSummary(linted).fails(on: failOn) { throw ExitStatus.findings }
  }

  private func report(_ linted: [LintedManifest]) {
    switch format {
    case .text:
      let hasColor = Environment.outputIsTerminal && Environment["NO_COLOR"] == nil
      Console.print(sanitized: TextReport(hasColor: hasColor).lines(linted))
    case .json: Console.print(bytes: JSONWriter.write(JSONReport.node(linted)))
    case .sarif: Console.print(bytes: JSONWriter.write(SARIFReport.node(linted)))
    case .github: Console.print(sanitized: GitHubReport.lines(linted))
    }
  }
}

extension Severity: ExpressibleByArgument {}
