import ArgumentParser
import Catalogs
import Documents
import Keys

/// What `lint` is asked: all defaults but the manifests when it is called with paths alone.
struct LintRequest {
  /// The paths; `-` is standard input.
  var manifests: [String]
  /// The catalog for manifests that name it.
  var catalog = CatalogSource()
  /// The policy's path; nil looks for one.
  var policy: String?
  /// The form of the report.
  var format = LintFormat.text
  /// The least severity that fails.
  var failOn = Severity.error

  init(manifests: [String]) { self.manifests = manifests }

  /// Lints and reports; throws the exit status unless all is clean.
  func run() throws {
    guard !manifests.isEmpty else {
      Console.say("keywright: no manifest is named. Name at least one, or - for standard input.")
      throw ExitStatus.badInput
    }
    let today = try reportingErrors { try Clock.requireToday() }
    var linter = Linter(catalogs: catalog, policy: policy, today: today)
    var linted: [LintedManifest] = []
    var unreadable: [UnreadableManifest] = []
    for path in manifests {
      do {
        let manifest = try linter.lint(path)
        for note in ManifestNotes.lines(of: manifest) { Console.say("keywright: \(note)") }
        linted.append(manifest)
      } catch {
        let error = error.withFileName
        Console.say("keywright: \(error)")
        unreadable.append(UnreadableManifest(path: path, error: error))
      }
    }
    report(linted, unreadable, today)
    if !unreadable.isEmpty { throw ExitStatus.badInput }
    if LintSummary(linted).fails(on: failOn) { throw ExitStatus.findings }
  }

  private func report(
    _ linted: [LintedManifest], _ unreadable: [UnreadableManifest], _ today: CalendarDate
  ) {
    switch format {
    // Nothing was judged: there is no result.
    case .text where linted.isEmpty, .json where linted.isEmpty: break
    case .text:
      let hasColor =
        Environment.outputIsTerminal && Environment["NO_COLOR"] == nil
        && ![nil, "dumb"].contains(Environment["TERM"])
      let report = TextReport(hasColor: hasColor, dayNote: Clock.note(on: today))
      Console.print(sanitized: report.lines(linted))
    case .json: Console.print(document: JSONWriter.write(JSONReport.node(linted, today)))
    case .sarif: Console.print(document: JSONWriter.write(SARIFReport.node(linted, unreadable)))
    case .github: Console.print(commands: GitHubReport.lines(linted, unreadable))
    }
  }
}
