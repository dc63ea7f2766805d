import ArgumentParser
import BitCollections
import Calls
import Catalogs
import Designer
import Documents
import Judgement
import Keys
import Proof

/// From calls to the smallest key.
struct NeedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "need",
    abstract: "Find the fewest scopes for some calls, and make a key of them.",
    discussion: """
      A call is "METHOD /path", a template, a URL or a bare path (then GET where the path has it). A \
      file holds calls that were made, and is told by what stands in it: archives of browsers and \
      proxies (HAR), logs of servers and clients, cassettes, collections, traces, tables, requests as \
      text, scripts and notes with curl, wget, HTTPie or PowerShell commands; packed or not. A folder \
      stands for its files, - for standard input. Query strings, headers, bodies, users and passwords \
      are never kept and never printed. In files, calls to other hosts are left out, and calls that \
      only failed are listed and earn no scope.

      Exit status: 0 every call is known; 1 some are not, or something that may be a call was not \
      understood, and the key is for the others (with --against: or the key has more than was used); \
      2 a file cannot be read.

      EXAMPLES
        keywright need "GET /stores/{storeId}/orders" -o bot.key.json
        keywright need https://api.komerza.com/stores/5d/orders?page=2 --format ids
        keywright need session.har cassettes/ runbook.md --label runbook
        keywright need access.log.*.gz --against bot.key.json --write
        xargs -P4 -n1 keywright need --format tally < parts | keywright need --tally -
      """)

  /// The forms in which the need is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case manifest
    case ids
    case json
    case text
    case markdown
    case tally
  }

  @Argument(
    help: ArgumentHelp(
      "Calls: METHOD /path, a template, a URL or a bare path. Files and folders with calls.",
      valueName: "call-or-file"))
  var calls: [String] = []

  @Option(
    name: .customLong("har"),
    help: ArgumentHelp("A file to be read as one document of JSON.", valueName: "file"))
  var archives: [String] = []

  @Option(
    name: .customLong("log"),
    help: ArgumentHelp("A file to be read line by line, of any length.", valueName: "file"))
  var logs: [String] = []

  @Option(
    name: .customLong("curl"),
    help: ArgumentHelp("A file to be read as text with command lines.", valueName: "file"))
  var curls: [String] = []

  @Option(
    name: .customLong("tally"),
    help: ArgumentHelp("What other runs counted with --format tally.", valueName: "file"))
  var tallies: [String] = []

  @Option(
    name: .customLong("host"),
    help: ArgumentHelp(
      "A host that is the platform too, such as a proxy, or its URL; * for any.", valueName: "host")
  )
  var hosts: [String] = []

  @Flag(
    name: .customLong("no-views"),
    help: "Leave out the views of what the calls change, which none of them needs.")
  var leavesViewsOut = false

  @Option(
    help: ArgumentHelp(
      "Which calls of files count, by the status of their answer: 200, 4xx, none (no status), any; "
        + "default 2xx,3xx,none.", valueName: "list"))
  var status: String?

  @Option(
    help: ArgumentHelp(
      "A key to compare with: what it has and the calls do not need.", valueName: "manifest"))
  var against: String?

  @Flag(help: "With --against: make the smaller key, in the manifest's place or at -o.")
  var write = false

  @Option(
    help: "manifest, ids, json or tally; with --against: text, json or markdown.")
  var format: Format?

  @Option(help: "A name for the key.")
  var label: String?

  @Option(
    name: [.customShort("o", allowingJoined: true), .long],
    help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"))
  var output: String?

  @OptionGroup var terms: KeyTermsOptions

  @OptionGroup var catalogChoice: CatalogChoice

  /// What stands alone where a shell took a call apart.
  private static let methods = [
    "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE",
  ]

  private var files: [String] { archives + logs + curls + tallies }

  func validate() throws {
    guard !(calls + files).isEmpty else {
      throw ValidationError("Name a call, or a file that holds calls.")
    }
    guard (calls + files).count(where: { $0 == "-" }) < 2 else {
      throw ValidationError("Standard input (-) can be read only once.")
    }
    for method in calls.map({ $0.uppercased() }) where Self.methods.contains(method) {
      throw ValidationError(
        "\"\(method)\" alone is not a call. Put method and path together, in quotes: "
          + "\"\(method) /stores/5/orders\".")
    }
    guard !hosts.contains(where: { HostName.host(in: $0) == nil }) else {
      // What is wrong may be a URL with a password.
      throw ValidationError(
        "What --host names is not a host. Write one such as proxy.example.com or 127.0.0.1:8080, its "
          + "URL, or * for any.")
    }
    if let status, StatusFilter(status) == nil {
      throw ValidationError(
        "--status takes statuses (200), classes of them (4xx), none and any, separated by commas.")
    }
    try validateForms()
    if let label, !TextCheck.isLine(label) {
      throw ValidationError("The label is empty or holds control characters.")
    }
  }

  private func validateForms() throws {
    if against == nil {
      if write {
        throw ValidationError("--write makes a smaller key of the one that --against names.")
      }
      if format == .text || format == .markdown {
        throw ValidationError("--format \(format?.rawValue ?? "") goes with --against.")
      }
    } else if format == .manifest || format == .ids || format == .tally {
      throw ValidationError("With --against, --format is text, json or markdown.")
    }
    if against == "-", (calls + files).contains("-") {
      throw ValidationError("Standard input (-) can be read only once.")
    }
  }

  func run() throws {
    try reportingErrors {
      try OutputFile.requireApart(output, from: calls + files)
      let manifest = try against.map(manifest)
      let catalog = try manifest?.resolvedCatalog ?? catalogChoice.source.load()
      let hosts = hosts.compactMap(HostName.host)
      var reader = TrafficReader(
        resolver: CallResolver(catalog: catalog, hosts: hosts),
        counting: status.flatMap { StatusFilter($0) } ?? .standard, takingEmpty: format == .tally)
      reader.read(calls: calls)
      for path in archives { reader.read(.document, path) }
      for path in logs { reader.read(.lines, path) }
      for path in curls { reader.read(.script, path) }
      for path in tallies { reader.read(tally: path) }
      if format == .tally {
        try write(TallyDocument.encode(reader.tally), isWhole: !reader.hasFailed)
        if reader.hasFailed { throw ExitStatus.badInput }
        return
      }
      var details = manifest?.original.details ?? KeyDetails()
      try terms.apply(to: &details, in: catalog)
      let report = NeedReport(reader.tally, details: details, addsViews: !leavesViewsOut)
      for message in report.messages { Console.say("keywright: " + message) }
      if let manifest {
        try compare(manifest, report, isWhole: !reader.hasFailed)
      } else if let bytes = document(report) {
        try write(bytes, isWhole: !reader.hasFailed)
      }
      if reader.hasFailed { throw ExitStatus.badInput }
      if report.hasGaps { throw ExitStatus.findings }
    }
  }

  private func document(_ report: NeedReport) -> [UInt8]? {
    if format == .json { return JSONWriter.write(report.node) }
    guard !report.need.cover.scopes.isEmpty else { return nil }
    let design = report.need.design(in: report.catalog, label: label ?? "")
    let form = format == .ids ? ExportFormat.ids : .manifest
    return form.document(of: design, catalog: report.catalog, findings: nil)
  }

  private func write(_ bytes: [UInt8], isWhole: Bool) throws {
    guard let output, output != "-" else {
      Console.print(document: bytes)
      return
    }
    guard isWhole else {
      Console.say("keywright: \(output) is not written, as an input could not be read")
      return
    }
    _ = try DocumentFile.write(bytes, to: output)
  }

  // MARK: - Against a key

  private func manifest(_ path: String) throws(ModelError) -> Manifest {
    let bytes = path == "-" ? try StandardStreams.readInput() : try DocumentFile.read(path)
    let source = catalogChoice.source
    do {
      return try Manifest(decoding: bytes) { id throws(ModelError) in try source.load(id: id) }
    } catch {
      throw error.file == nil ? error.inFile(path == "-" ? "standard input" : path) : error
    }
  }

  private func compare(_ manifest: Manifest, _ report: NeedReport, isWhole: Bool) throws {
    let used = UsedKey(
      scopes: manifest.original.scopes, tally: report.tally,
      terms: KeyTerms(manifest.original, in: report.catalog))
    let label = manifest.original.details.label
    let about = UsedKeyReport(
      used: used, report: report, name: label.isEmpty ? against ?? "" : label)
    let bytes: [UInt8] =
      switch format {
      case .json: JSONWriter.write(about.node)
      case .markdown: Array((about.markdown + "\n").utf8)
      default: Array((about.lines.joined(separator: "\n") + "\n").utf8)
      }
    if write {
      Console.print(document: bytes)
      try writeSmaller(manifest, used, report, isWhole: isWhole)
    } else {
      try write(bytes, isWhole: isWhole)
    }
    if used.isWider, isWhole { throw ExitStatus.findings }
  }

  /// Writes the manifest with the kept scopes alone; everything else of it stays.
  private func writeSmaller(
    _ manifest: Manifest, _ used: UsedKey, _ report: NeedReport, isWhole: Bool
  ) throws {
    guard let against else { return }
    let target = output ?? against
    guard isWhole, !used.kept.isEmpty else {
      let reason = isWhole ? "no call was made that the key opens" : "an input could not be read"
      Console.say("keywright: \(target) is not written, as \(reason)")
      return
    }
    var design = manifest.original
    design.scopes = used.kept
    let bytes = manifest.encode(design)
    guard target != "-" else {
      Console.print(document: bytes)
      return
    }
    let expected =
      target == against ? manifest.source.map { DocumentFile.Expectation.bytes($0) } : nil
    let outcome = try DocumentFile.write(bytes, to: target, expecting: expected ?? .anything)
    guard outcome == .written else {
      throw ModelError(
        file: target, problem: "the file was changed meanwhile, so it was not written",
        remedy: "Run the command again")
    }
  }
}
