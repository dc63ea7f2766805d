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
  /// The reports to make; none is text.
  var formats: [LintOutput] = []
  /// Where the report goes that names no file itself; nil is standard output.
  var output: String?
  /// The least severity that fails.
  var failOn = Severity.error
  /// Whether reports have accepted findings; nil is as each does by itself.
  var accepted: AcceptedFindings?
  /// The findings that are known, and what becomes of their file; nil where all count.
  var baseline: BaselineRequest?
  /// Whether text has colors.
  var color = ColorChoice.auto
  /// Whether only errors are said.
  var isQuiet = false

  init(manifests: [String]) { self.manifests = manifests }

  /// Lints and reports; throws the exit status unless all is clean.
  func run() throws {
    let outputs = try LintOutputs(formats, file: output)
    guard !manifests.isEmpty else {
      Console.say("keywright: no manifest is named. Name at least one, or - for standard input.")
      throw ExitStatus.badInput
    }
    try reportingErrors {
      try outputs.check(against: manifests + [policy, baseline?.path].compactMap(\.self))
      try baseline?.check(against: manifests + [policy].compactMap(\.self))
    }
    let today = try reportingErrors { try Clock.requireToday() }
    var known = try reportingErrors {
      try baseline.map { request throws(ModelError) in try BaselineCheck(request) }
    }
    var linter = Linter(catalogs: catalog, policy: policy, today: today)
    var results = LintResults(manifests: [], unreadable: [], today: today)
    results.accepted = accepted
    results.failOn = failOn
    for path in manifests {
      do {
        var manifest = try linter.lint(path)
        if !isQuiet {
          for note in ManifestNotes.lines(of: manifest) { Console.say("keywright: \(note)") }
        }
        if let findings = known?.unknown(in: manifest) { manifest.findings = findings }
        results.manifests.append(manifest)
      } catch {
        let error = error.withFileName
        Console.say("keywright: \(error)")
        results.unreadable.append(UnreadableManifest(path: path, error: error))
      }
    }
    try reportingErrors { try outputs.write(results, color: color, isQuiet: isQuiet) }
    try reportingErrors { try known?.finish(isQuiet: isQuiet) }
    if !results.unreadable.isEmpty { throw ExitStatus.badInput }
    if LintSummary(results.manifests).fails(on: failOn) { throw ExitStatus.findings }
  }
}
