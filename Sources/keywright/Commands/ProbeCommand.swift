import ArgumentParser
import Calls
import Catalogs
import Documents
import Keys
import Proof
import SystemPackage

/// A test plan for a real key, and what its answers show.
struct ProbeCommand: ParsableCommand {
  /// The forms of a plan, and of what its answers show.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    /// The plan as a shell script.
    case sh
    /// What the answers show, for people.
    case text
    /// Either, for scripts.
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "probe",
    abstract: "Plan harmless calls that show whether an issued key is the designed key.",
    discussion: """
      Prints a shell script of curl calls: for each scope one that must be allowed, or refused. \
      Every call reads, or names an object that cannot exist; none makes something new. Keywright \
      itself never calls the platform. The script reads the key from KEYWRIGHT_API_KEY and writes \
      methods, paths and statuses; --results says what they show.

      Exit status with --results: 0 the key is as designed; 1 it differs, or an answer is unclear; \
      2 results or a manifest that cannot be read.

      EXAMPLES
        keywright probe bot.key.json -o probe.sh
        KEYWRIGHT_API_KEY=... KEYWRIGHT_PATH_STORE_ID=5d2... sh probe.sh
        keywright probe --results keywright-probe.jsonl bot.key.json
      """)

  @Argument(help: ArgumentHelp("The manifest; - is standard input.", valueName: "manifest"))
  var manifest: String?

  @Option(help: ArgumentHelp("Judge what the script wrote.", valueName: "file"))
  var results: String?

  @Option(help: "sh (a plan), text (results) or json (either).")
  var format: Format?

  @Option(
    name: [.customShort("o", allowingJoined: true), .long],
    help: ArgumentHelp("Write the plan to a new file.", valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp("Where the calls go, instead of the catalog's server.", valueName: "url"))
  var base: String?

  @OptionGroup var catalogChoice: CatalogChoice

  func validate() throws {
    if results == nil {
      guard manifest != nil else { throw ValidationError("Name a manifest, or --results.") }
      guard format != .text else { throw ValidationError("A plan is sh or json.") }
    } else {
      guard format != .sh else { throw ValidationError("Results are text or json.") }
      guard output == nil, base == nil else {
        throw ValidationError("-o and --base are for a plan, not for --results.")
      }
      guard results != "-" || manifest != "-" else {
        throw ValidationError("Standard input can be one of the two.")
      }
    }
  }

  func run() throws {
    if let results {
      let isMatch = try reportingErrors { try judge(results) }
      if !isMatch { throw ExitStatus.findings }
    } else {
      try reportingErrors { try plan() }
    }
  }

  // MARK: - The plan

  private func plan() throws {
    guard let document = try read() else { return }
    let output = try bytes(of: document)
    guard let path = self.output, path != "-" else {
      Console.print(document: output)
      return
    }
    try ProbeFile.write(output, to: path)
  }

  private func bytes(of document: Manifest) throws(ModelError) -> [UInt8] {
    let (plan, base) = try ProbeFile.plan(for: document, base: base)
    if !plan.untested.isEmpty {
      Console.say(
        "keywright: \(Counted.text(plan.calls.count, "scope")) "
          + (plan.calls.count == 1 ? "is tested; " : "are tested; ")
          + (plan.untested.count == 1 ? "1 is not" : "\(plan.untested.count) are not")
          + ", because no harmless call shows "
          + (plan.untested.count == 1
            ? "it (--format json lists it)" : "them (--format json lists them)"))
    }
    return format == .json
      ? JSONWriter.write(plan.node(base: base))
      : Array(ProbeScript(plan, base: base).text.utf8)
  }

  // MARK: - The results

  private func judge(_ path: String) throws(ModelError) -> Bool {
    let results: ProbeResults
    do throws(ModelError) {
      let bytes =
        path == "-" ? try StandardStreams.readInput() : try DocumentFile.read(path)
      results = try ProbeResults(decoding: bytes)
    } catch {
      throw error.file == nil ? error.inFile(path == "-" ? "standard input" : path) : error
    }
    let verdict =
      if let document = try read() {
        try ProbeVerdict(
          results, of: ProbePlan(document.original, catalog: document.resolvedCatalog))
      } else {
        ProbeVerdict(results)
      }
    let report = ProbeReport(verdict: verdict)
    switch format ?? .text {
    case .json: Console.print(document: JSONWriter.write(report.json))
    case .sh, .text: Console.print(lines: report.lines)
    }
    return verdict.isMatch
  }

  private func read() throws(ModelError) -> Manifest? {
    guard let manifest else { return nil }
    var linter = Linter(
      catalogs: catalogChoice.source, policy: nil, today: try Clock.requireToday())
    return try linter.review(manifest).0
  }
}
