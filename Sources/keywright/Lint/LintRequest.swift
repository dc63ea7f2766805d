import ArgumentParser
import Catalogs
import Documents
import Keys

/// What `lint` is asked: all defaults but the manifests when it is called with paths alone.
struct LintRequest {
  /// The paths; `-` is standard input.
  var manifests: [String]
  /// A file with further paths, one a line or each before a zero byte; `-` is standard input.
  var list: String?
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

  /// Lints over all cores and reports; throws the exit status unless all is clean.
  func run() throws {
    let outputs = try LintOutputs(formats, file: output)
    guard !manifests.isEmpty || list != nil else { throw Self.nothingNamed() }
    let inputs = manifests + [policy, list].compactMap(\.self)
    try reportingErrors {
      try outputs.check(against: inputs + [baseline?.path].compactMap(\.self))
      try baseline?.check(against: inputs)
    }
    let today = try reportingErrors { try Clock.requireToday() }
    var known = try reportingErrors {
      try baseline.map { request throws(ModelError) in try BaselineCheck(request) }
    }
    var results = LintResults(manifests: [], unreadable: [], today: today)
    results.accepted = accepted
    results.failOn = failOn
    var paths = try reportingErrors { try ManifestPaths(manifests, list: list) }
    let isStreamed = try reportingErrors {
      guard outputs.isTextAlone, !isQuiet, baseline == nil else { return false }
      return try paths.areMore(than: TextReport.mostInOverview)
    }
    let pool = LinterPool(
      catalogs: catalog, policy: policy, today: today, accepted: accepted ?? .include,
      report: isStreamed
        ? TextReport(hasColor: color.isOn(for: 1), dayNote: Clock.note(on: today)) : nil)
    let (summary, unreadable) = try reportingErrors {
      try lint(&paths, with: pool, knowing: &known, into: &results)
    }
    guard summary.manifests + unreadable > 0 else { throw Self.nothingNamed() }
    if !isStreamed {
      try reportingErrors { try outputs.write(results, color: color, isQuiet: isQuiet) }
    }
    try reportingErrors { try known?.finish(isQuiet: isQuiet) }
    if unreadable > 0 { throw ExitStatus.badInput }
    if summary.fails(on: failOn) { throw ExitStatus.findings }
  }

  private static func nothingNamed() -> ExitCode {
    Console.say("keywright: no manifest is named. Name at least one, or - for standard input.")
    return ExitStatus.badInput
  }

  /// Judges all manifests; what is printed as it comes is kept nowhere.
  private func lint(
    _ paths: inout ManifestPaths, with pool: LinterPool, knowing known: inout BaselineCheck?,
    into results: inout LintResults
  ) throws(ModelError) -> (summary: LintSummary, unreadable: Int) {
    var printer = LintPrinter()
    var (summary, policies, unreadable) = (LintSummary(), PoliciesUsed(), 0)
    try OrderedWork.run(
      next: { () throws(ModelError) in try paths.next() }, work: { pool.lint($0) },
      use: { (answer) throws(ModelError) in
        switch answer.result {
        case .success(var manifest):
          if !isQuiet { printer.say(answer.notes) }
          if let findings = known?.unknown(in: manifest) { manifest.findings = findings }
          summary.add(manifest)
          policies.add(manifest)
          if let text = answer.text {
            printer.print(text)
          } else {
            results.manifests.append(manifest)
          }
        case .failure(let error):
          printer.say(["\(error)"])
          unreadable += 1
          if pool.report == nil {
            results.unreadable.append(UnreadableManifest(path: answer.path, error: error))
          }
        }
      })
    if let report = pool.report {
      printer.print(Console.inertText(report.end(summary, policies)))
    }
    printer.flush()
    return (summary, unreadable)
  }
}
