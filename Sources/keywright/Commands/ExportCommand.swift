import ArgumentParser
import BitCollections
import Catalogs
import Designer
import Documents
import Judgement
import Keys

/// Builds a key in a script.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Print a key in another form: one built from options, or a manifest's.",
    discussion: """
      Findings go to standard error; they do not stop an export. Use `keywright lint` as a gate.

      --format native writes what the platform itself takes: a link that fills in its form, an app \
      manifest, a policy, a role. A platform may have several forms: --form names one. What the form \
      cannot carry and what is left to fill in is said on standard error. Several manifests of one \
      catalog become one document, such as the bot's and the user's scopes of a Slack app.

      Exit status: 0 done; 1 the platform will not take the document as it is, since ids are missing \
      in it; 2 a form cannot say what the key is, or input that cannot be read.

      EXAMPLES
        keywright export --scope stores.orders.view --label reports
        keywright export --preset refund-desk --ip 203.0.113.7 -o refunds.key.json
        keywright export --scope stores.view stores.orders.view --format oauth
        keywright export bot.key.json --format native
        keywright export bot.key.json --format native --fill resource=arn:aws:s3:::reports/*
      """)

  @Argument(help: ArgumentHelp("Manifests to export instead.", valueName: "manifest"))
  var manifests: [String] = []

  @Option(
    name: .customLong("scope"), parsing: .upToNextOption,
    help: ArgumentHelp("Scopes to choose; may be given several times.", valueName: "id"))
  var scopes: [String] = []

  @Option(
    name: .customLong("preset"),
    help: ArgumentHelp(
      "The scopes of a common job; may be given several times.", valueName: "name"))
  var presets: [String] = []

  @Option(help: "A name for the key.")
  var label: String?

  @Option(help: "What the key is for.")
  var purpose: String?

  @Option(help: "Who holds the key: a person, a team or a program.")
  var owner: String?

  @Option(
    name: .customLong("because"),
    help: ArgumentHelp(
      "Why the key has a scope; may be given several times.", valueName: "id=text"))
  var reasons: [String] = []

  @Option(
    name: .customLong("ip"), parsing: .upToNextOption,
    help: ArgumentHelp("Addresses or ranges that may use the key.", valueName: "address"))
  var addresses: [String] = []

  @Option(help: ArgumentHelp("The day by which the key is replaced.", valueName: "yyyy-mm-dd"))
  var rotateBy: String?

  @Option(help: "manifest, ids, oauth, markdown, dashboard or native.")
  var format = ExportChoice.manifest

  @Option(
    help: ArgumentHelp(
      "Which of the platform's own forms, where it has several; else the first.", valueName: "id"))
  var form: String?

  @Option(
    name: .customLong("fill"),
    help: ArgumentHelp(
      "What belongs into a blank of the platform's form; may be given several times.",
      valueName: "name=text"))
  var fills: [String] = []

  @Option(
    name: [.customShort("o", allowingJoined: true), .long],
    help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"))
  var output: String?

  @OptionGroup var terms: KeyTermsOptions

  @OptionGroup var catalogChoice: CatalogChoice

  func validate() throws {
    guard !scopes.isEmpty || !presets.isEmpty || !manifests.isEmpty else {
      throw ValidationError("Name at least one --scope or a --preset, or a manifest.")
    }
    guard manifests.isEmpty || hasNoDetails else {
      throw ValidationError(
        "A manifest is exported as it stands. Change it in the designer: keywright MANIFEST.")
    }
    guard format == .native || form == nil && fills.isEmpty else {
      throw ValidationError("--form and --fill have a meaning with --format native only.")
    }
    guard manifests.count < 2 || format == .native else {
      throw ValidationError("Only --format native makes one document of several manifests.")
    }
  }

  private var hasNoDetails: Bool {
    scopes.isEmpty && presets.isEmpty && label == nil && purpose == nil && owner == nil
      && reasons.isEmpty
      && addresses.isEmpty && rotateBy == nil && terms.kind == nil && terms.answers.isEmpty
      && terms.never.isEmpty
  }

  func run() throws {
    let isWhole = try reportingErrors {
      let (catalog, keys) = try keys()
      var isWhole = true
      let today = try Clock.requireToday()
      var bytes: [UInt8] = []
      for design in keys {
        let findings = Findings(
          rules: RuleSet(catalog: catalog), design: design, today: today
        ).list()
        sayFindings(findings)
        if let format = format.format {
          bytes = format.document(of: design, catalog: catalog, findings: findings)
        }
      }
      if format == .native {
        let document = try catalog.form(form, for: keys[0])
          .document(of: keys, catalog: catalog, today: today, fills: try NativeFills.parse(fills))
        for remark in document.remarks { Console.say("keywright: \(remark)") }
        isWhole = document.problems.isEmpty
        bytes = document.shownBytes
      }
      if let output, output != "-" {
        _ = try DocumentFile.write(bytes, to: output)
      } else {
        Console.print(document: bytes)
      }
      return isWhole
    }
    if !isWhole { throw ExitStatus.findings }
  }

  /// The keys to export, one at least, with their catalog.
  private func keys() throws(ModelError) -> (catalog: Catalog, keys: [KeyDesign]) {
    guard let first = manifests.first else {
      let catalog = try catalogChoice.source.load()
      return (catalog, [try design(of: catalog)])
    }
    let read = ManifestReader(catalogs: catalogChoice.source)
    let opened = try read.manifest(first)
    var keys = [opened.original]
    for path in manifests.dropFirst() {
      let other = try read.manifest(path)
      guard other.catalogReference.id == opened.catalogReference.id else {
        throw ModelError(
          file: path,
          problem:
            "the manifest is of the catalog \"\(other.catalogReference.id)\", and the first is of "
            + "\"\(opened.catalogReference.id)\"",
          remedy: "Export them one by one")
      }
      keys.append(other.original)
    }
    return (opened.resolvedCatalog, keys)
  }

  private func design(of catalog: Catalog) throws(ModelError) -> KeyDesign {
    var design = KeyDesign()
    for preset in presets {
      guard let found = catalog.presets.first(where: { $0.id == preset }) else {
        let names = catalog.presets.map(\.id)
        let list = "There are " + names.joined(separator: ", ")
        throw unknown("preset", preset, names, names.isEmpty ? "The catalog has none" : list)
      }
      design.scopes.formUnion(BitSet(found.scopes))
      // As in the designer, the first one says what the key is for.
      if design.details.purpose.isEmpty { design.details.purpose = found.purpose }
    }
    for id in scopes {
      guard let index = catalog.indexOfScope(id) else {
        throw unknown(
          "scope", id, catalog.scopes.map(\.id),
          catalog.neighbor(havingScope: id).map { "The catalog \($0) has it: --catalog \($0)" }
            ?? "`keywright scopes` lists all")
      }
      design.scopes.insert(index)
    }
    if let label { design.details.label = try line(label, "label") }
    if let purpose { design.details.purpose = try line(purpose, "purpose") }
    if let owner { design.details.owner = try line(owner, "owner") }
    for address in addresses {
      guard AddressRange(address) != nil else {
        throw ModelError(
          problem: "\"\(address)\" is not an address",
          remedy: "Write an IPv4 or IPv6 address or range, such as 203.0.113.7 or 2001:db8::/48")
      }
      if !design.details.ipAddresses.contains(address) {
        design.details.ipAddresses.append(address)
      }
    }
    if let rotateBy {
      guard let date = CalendarDate(rotateBy, from: try Clock.requireToday()) else {
        throw ModelError(
          problem: "\"\(rotateBy)\" is not a date",
          remedy: "Write a day that exists as YYYY-MM-DD, or days from today as 90d")
      }
      design.details.rotateBy = date
    }
    for reason in reasons {
      guard let sign = reason.firstIndex(of: "="), sign > reason.startIndex else {
        throw ModelError(
          problem: "\"\(reason)\" gives no scope a reason", remedy: "Write --because ID=TEXT")
      }
      let id = String(reason[..<sign])
      guard let scope = catalog.indexOfScope(id), design.scopes.contains(scope) else {
        throw unknown(
          "chosen scope", id, design.scopes.map { catalog.scopes[$0].id },
          "Choose it with --scope first")
      }
      let text = try line(String(reason[reason.index(after: sign)...]), "reason")
      design.details.setReason(text, for: id)
    }
    try terms.apply(to: &design.details, in: catalog)
    try terms.check(design, in: catalog)
    terms.stateKind(of: &design, in: catalog)
    return design
  }

  private func line(_ text: String, _ name: String) throws(ModelError) -> String {
    guard TextCheck.isLine(text) else {
      throw ModelError(
        problem: "the \(name) is empty or holds control characters, or too many marks on a letter",
        remedy: "Write plain text")
    }
    return text
  }

  private func unknown(
    _ kind: String, _ name: String, _ valid: [String], _ list: String
  ) -> ModelError {
    let nearest = NearestName.find(name, among: valid)
    return ModelError(
      problem: "there is no \(kind) \"\(name)\"",
      remedy: nearest.map { "Did you mean \"\($0)\"? \(list)" } ?? list)
  }

  private func sayFindings(_ findings: [Finding]) {
    for finding in findings where finding.severity > .note {
      let scopes = finding.scopes.prefix(3).joined(separator: ", ")
      Console.say(
        "keywright: \(finding.severity.rawValue) \(finding.rule): "
          + (scopes.isEmpty ? "" : scopes + ": ") + finding.message)
    }
  }
}
