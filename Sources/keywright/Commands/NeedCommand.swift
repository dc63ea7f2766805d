import ArgumentParser
import BitCollections
import Calls
import Catalogs
import Designer
import Documents
import Judgement
import Keys

/// From calls to the smallest key.
struct NeedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "need",
    abstract: "Find the fewest scopes for some calls, and make a key of them.",
    discussion: """
      A call is "METHOD /path", a template, a URL or a bare path (then GET where the path has it). \
      Files hold calls that were made: HTTP archives (HAR 1.2), access logs (common, combined, or \
      JSON lines), curl command lines; - is standard input. Query strings, headers, bodies, users \
      and passwords are never kept and never printed. In files, calls to other hosts are left out.

      Exit status: 0 every call is known; 1 some are not, or a line or entry cannot be read, and the \
      key is for the others; 2 a file cannot be read.

      EXAMPLES
        keywright need "GET /stores/{storeId}/orders" -o bot.key.json
        keywright need https://api.komerza.com/stores/5d/orders?page=2 --format ids
        keywright need --har session.har --curl runbook.sh --label runbook
        zcat access.log.*.gz | keywright need --log - --format json
      """)

  /// The forms in which the need is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case manifest
    case ids
    case json
  }

  @Argument(help: "Calls: METHOD /path, a template, a URL or a bare path.")
  var calls: [String] = []

  @Option(
    name: .customLong("har"), help: ArgumentHelp("An HTTP archive (HAR 1.2).", valueName: "file"))
  var archives: [String] = []

  @Option(
    name: .customLong("log"),
    help: ArgumentHelp("An access log: common, combined or JSON lines.", valueName: "file"))
  var logs: [String] = []

  @Option(
    name: .customLong("curl"), help: ArgumentHelp("Curl command lines.", valueName: "file"))
  var curls: [String] = []

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

  @Option(help: "manifest, ids or json.")
  var format = Format.manifest

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

  func validate() throws {
    guard !(calls + archives + logs + curls).isEmpty else {
      throw ValidationError("Name a call, or a file with --har, --log or --curl.")
    }
    guard (archives + logs + curls).count(where: { $0 == "-" }) < 2 else {
      throw ValidationError("Standard input (-) can be read only once.")
    }
    for method in calls.map({ $0.uppercased() }) where Self.methods.contains(method) {
      throw ValidationError(
        "\"\(method)\" alone is no call. Put method and path together, in quotes: "
          + "\"\(method) /stores/5/orders\".")
    }
    guard !hosts.contains(where: { HostName.host(in: $0) == nil }) else {
      // What is wrong may be a URL with a password.
      throw ValidationError(
        "What --host names is no host. Write one such as proxy.example.com or 127.0.0.1:8080, its "
          + "URL, or * for any.")
    }
    if let label, !TextCheck.isLine(label) {
      throw ValidationError("The label is empty or holds control characters.")
    }
  }

  func run() throws {
    try reportingErrors {
      try OutputFile.requireApart(output, from: archives + logs + curls)
      let catalog = try catalogChoice.source.load()
      let hosts = hosts.compactMap(HostName.host)
      var reader = TrafficReader(resolver: CallResolver(catalog: catalog, hosts: hosts))
      reader.read(calls: calls)
      for path in archives { reader.read(.archive, path) }
      for path in logs { reader.read(.log, path) }
      for path in curls { reader.read(.curl, path) }
      var details = KeyDetails()
      try terms.apply(to: &details, in: catalog)
      let report = NeedReport(reader.tally, details: details, addsViews: !leavesViewsOut)
      for message in report.messages { Console.say("keywright: " + message) }
      try write(report, isWhole: !reader.hasFailed)
      if reader.hasFailed { throw ExitStatus.badInput }
      if report.hasGaps { throw ExitStatus.findings }
    }
  }

  private func write(_ report: NeedReport, isWhole: Bool) throws {
    let bytes: [UInt8]
    switch format {
    case .json: bytes = JSONWriter.write(report.node)
    case .manifest, .ids:
      guard !report.need.cover.scopes.isEmpty else { return }
      let design = report.need.design(in: report.catalog, label: label ?? "")
      let form = format == .ids ? ExportFormat.ids : .manifest
      bytes = form.document(of: design, catalog: report.catalog, findings: nil)
    }
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
}
