import Catalogs
import Documents
import Keys
import TerminalHarness
import Testing

/// `keywright export`: a key built in a script.
@Suite struct ExportCommandTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  @Test func severalPresetsAddUp() throws {
    let presets = BundledPresets.all.prefix(2)
    let run = try desk.run(["export"] + presets.flatMap { ["--preset", $0.id] })
    let catalog = try BundledPresets.catalog
    let manifest = try Manifest(decoding: run.output) { _ throws(ModelError) in catalog }
    #expect(Array(manifest.original.scopes) == Set(presets.flatMap(\.scopes)).sorted())
    #expect(manifest.original.details.purpose == presets[0].purpose)
  }

  @Test func aManifestIsExact() throws {
    let run = try desk.run(
      "export", "--scope", "stores.orders.deliver", "stores.orders.view", "--scope", "stores.view",
      "--label", "fulfillment-bot", "--purpose", "Marks paid orders as delivered",
      "--ip", "203.0.113.7", "2001:db8::/48", "--rotate-by", "2027-02-01")
    #expect(run.status == .exited(0))
    #expect(
      run.outputText == """
        {
          "$schema": "urn:keywright:manifest:1",
          "catalog": { "id": "komerza", "version": "2026-06-24" },
          "label": "fulfillment-bot",
          "purpose": "Marks paid orders as delivered",
          "ipAddresses": ["203.0.113.7", "2001:db8::/48"],
          "rotateBy": "2027-02-01",
          "scopes": ["stores.view", "stores.orders.view", "stores.orders.deliver"]
        }

        """)
  }

  @Test func emptyMembersAreLeftOut() throws {
    let run = try desk.run("export", "--scope", "stores.orders.view", "--label", "x")
    #expect(
      run.outputText == """
        {
          "$schema": "urn:keywright:manifest:1",
          "catalog": { "id": "komerza", "version": "2026-06-24" },
          "label": "x",
          "scopes": ["stores.orders.view"]
        }

        """)
  }

  @Test func findingsAreSaidOnStandardError() throws {
    let run = try desk.run("export", "--scope", "stores.products.delete")
    #expect(run.status == .exited(0))
    #expect(run.errorText.contains("warning destructive-scope: stores.products.delete"))
    #expect(!run.outputText.contains("destructive-scope"))
  }

  @Test(arguments: BundledPresets.all) func eachPresetGivesAManifestThatOpensAndHoldsItsScopes(
    preset: Preset
  ) throws {
    let catalog = try BundledPresets.catalog
    let first = try desk.run("export", "--preset", preset.id)
    #expect(first.status == .exited(0))
    let second = try desk.run("export", "--preset", preset.id)
    #expect(first.output == second.output)
    let manifest = try Manifest(decoding: first.output) { _ in catalog }
    #expect(Array(manifest.original.scopes) == preset.scopes.sorted())
    #expect(manifest.original.details.purpose == preset.purpose)
    #expect(Manifest(catalog: catalog).encode(manifest.original) == first.output)
  }

  /// What the gate of manifests refuses must not be written into one.
  @Test(arguments: ["   ", "a\u{2028}b", "a\u{85}b", "a\u{1B}[2Jb"], ["--label", "--purpose"])
  func aTextThatNoManifestMayHoldIsRefused(text: String, option: String) throws {
    let run = try desk.run("export", "--scope", "stores.view", option, text, "-o", "key.json")
    #expect(run.status == .exited(2))
    #expect(run.output == [])
    #expect(run.errorText.contains("is empty or holds control characters"))
    #expect(!run.error.contains(0x1B))
  }

  @Test func aPresetAndScopesAreJoined() throws {
    let run = try desk.run(
      "export", "--preset", "dashboard", "--scope", "stores.tax.view", "stores.view",
      "--format", "ids")
    #expect(run.outputText == "stores.view\nstores.analytics.view\nstores.tax.view\n")
  }

  @Test func theFileGetsTheBytesAndStandardOutputNone() throws {
    let run = try desk.run("export", "--scope", "stores.view", "-o", "out.json")
    #expect(run.status == .exited(0) && run.output.isEmpty)
    #expect(desk.text("out.json") == Self.view)
    #expect(desk.names == ["out.json"])
    let dash = try desk.run("export", "--scope", "stores.view", "-o", "-")
    #expect(dash.outputText == Self.view)
    #expect(desk.names == ["out.json"])
  }

  @Test(arguments: ["missing/out.json", "."]) func aFileThatCannotBeWrittenIsSaid(
    path: String
  ) throws {
    let run = try desk.run(
      "export", "--preset", "support-desk", "--ip", "203.0.113.7", "-o", path)
    #expect(run.status == .exited(2) && run.output.isEmpty)
    #expect(run.saysOneLine && run.errorText.contains("\(path): "))
    #expect(desk.names == [])
  }

  @Test func otherFormsAreExact() throws {
    func text(_ format: String) throws -> String {
      try desk.run(
        "export", "--scope", "stores.orders.refund", "stores.view", "--label", "a *b*", "--ip",
        "203.0.113.7", "--format", format
      ).outputText
    }
    #expect(try text("ids") == "stores.view\nstores.orders.refund\n")
    #expect(try text("oauth") == "stores.view stores.orders.refund\n")
    let dashboard = try text("dashboard")
    #expect(dashboard.contains("Label: a *b*\nAddresses: 203.0.113.7\n"))
    #expect(dashboard.contains("\nStore Management\n  [x] View stores\n"))
    #expect(dashboard.hasSuffix("\nOrder Processing\n  [x] Refund orders\n"))
    let markdown = try text("markdown")
    #expect(markdown.hasPrefix("# `a *b*`\n"))
    #expect(markdown.contains("- Addresses: 203.0.113.7\n- Rotate by: not set\n"))
    #expect(markdown.contains("## Order Processing\n\n- `stores.orders.refund`: "))
    #expect(markdown.contains("- **warning** `blind-write`: "))
  }

  /// A catalog and a label that would turn a terminal's text around.
  private func exportHidden(_ format: String) throws -> CommandRun {
    try desk.home.write(
      Catalogs.text(title: "Delete\u{202E}all\u{200B}").replacing("a.view", with: "a.\u{202E}view"),
      to: "c.json")
    return try desk.run(
      "export", "--catalog", "c.json", "--scope", "a.\u{202E}view", "a.delete", "--label",
      "x\u{202E}y", "--format", format, "-o", "out")
  }

  @Test(arguments: ["dashboard", "markdown"]) func whatPeopleReadShowsWhatIsHidden(
    format: String
  ) throws {
    #expect(try exportHidden(format).status == .exited(0))
    let text = try #require(desk.text("out"))
    #expect(text.contains("x<U+202E>y"))
    #expect(format == "markdown" || text.contains("Delete<U+202E>all<U+200B>"))
    #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .format })
  }

  @Test(arguments: [
    ("ids", "a.\u{202E}view\na.delete\n"), ("oauth", "a.\u{202E}view a.delete\n"),
  ]) func whatProgramsReadIsExact(format: String, text: String) throws {
    #expect(try exportHidden(format).status == .exited(0))
    #expect(desk.text("out") == text)
  }

  struct Refusal: CustomTestStringConvertible {
    let arguments: [String]
    let words: [String]
    var testDescription: String { arguments.joined(separator: " ").debugDescription }
  }

  @Test(arguments: [
    Refusal(
      arguments: ["--scope", "stores.ordres.view"],
      words: ["\"stores.ordres.view\"", "\"stores.orders.view\"", "`keywright scopes`"]),
    Refusal(arguments: ["--scope", "x\u{1B}]0;y\u{7}\u{9B}1m"], words: ["there is no scope"]),
    Refusal(arguments: ["--scope", ""], words: ["there is no scope"]),
    Refusal(
      arguments: ["--preset", "refund-dsk"], words: ["\"refund-dsk\"", "\"refund-desk\""]),
    Refusal(arguments: ["--preset", "zzz"], words: ["refund-desk", "support-desk"]),
    Refusal(arguments: ["--scope", "stores.view", "--ip", "1.2.3.400"], words: ["\"1.2.3.400\""]),
    Refusal(
      arguments: ["--scope", "stores.view", "--rotate-by", "2027-02-30"],
      words: ["\"2027-02-30\"", "YYYY-MM-DD"]),
    Refusal(arguments: ["--scope", "stores.view", "--label", "a\u{1B}b"], words: ["the label"]),
    Refusal(arguments: ["--scope", "stores.view", "--purpose", ""], words: ["the purpose"]),
    Refusal(
      arguments: ["--scope", "stores.view", "--catalog", "nosuch"],
      words: ["\"nosuch\"", "komerza"]),
  ])
  func badValuesAreRefusedWithTheValueAndTheRemedy(refusal: Refusal) throws {
    let run = try desk.run(["export"] + refusal.arguments + ["-o", "out.json"])
    #expect(run.status == .exited(2) && run.output.isEmpty)
    #expect(run.saysOneLine)
    for word in refusal.words { #expect(run.errorText.contains(word)) }
    #expect(desk.names == [])
  }

  @Test(arguments: [
    ["export"], ["export", "--nope"], ["export", "--scope", "stores.view", "--format", "yaml"],
    ["export", "--scope"], ["scopes", "--format", "xml"], ["design", "a", "b"], ["--nope"],
    ["scopes", "--no\u{1B}]0;x\u{7}pe"],
  ])
  func wrongUsageIsSaidOnStandardError(arguments: [String]) throws {
    let run = try desk.run(arguments)
    #expect(run.status == .exited(64) && run.output.isEmpty)
    #expect(run.errorText.contains("Usage: keywright"))
    #expect(!run.errorText.contains("\u{1B}") && !run.errorText.contains("\u{7}"))
  }

  private static let view = """
    {
      "$schema": "urn:keywright:manifest:1",
      "catalog": { "id": "komerza", "version": "2026-06-24" },
      "scopes": ["stores.view"]
    }

    """
}
