import Catalogs
import Documents
import TerminalHarness
import Testing

/// The SARIF report as its consumer reads it.
struct CodeScanningTests {
  private let fixture: LintFixture

  init() throws {
    fixture = try LintFixture()
    try fixture.folder.write("ref: refs/heads/main\n", to: ".git/HEAD")
  }

  private func alerts(_ arguments: String..., in folder: String? = nil) throws
    -> [CodeScanning.Alert]
  {
    let run = try fixture.run(
      ["lint", "--format", "sarif"] + arguments,
      directory: folder.map { fixture.folder.file($0) })
    return try CodeScanning(run.output).alerts
  }

  @Test func `an alert is the same alert when scopes move, whatever else is edited`() throws {
    let scopes = ["stores.orders.view", "stores.orders.create", "stores.orders.deliver"]
    try fixture.folder.write(LintFixture.manifest(scopes), to: "a.json")
    let before = try alerts("a.json")
    try fixture.folder.write(
      LintFixture.manifest(scopes.reversed(), label: "Another name", more: ",\n\n\n\"x\": 1"),
      to: "a.json")
    let after = try alerts("a.json")
    #expect(before.count == 2)
    #expect(Set(before.map(\.identity)) == Set(after.map(\.identity)))
    #expect(before.map(\.region) != after.map(\.region))
  }

  @Test func `scopes on one line are alerts of their own`() throws {
    let text = """
      {
        "$schema": "urn:keywright:manifest:1", "catalog": { "id": "komerza", "version": "2026-06-24" },
        "label": "\u{1F511} of the desk", "ipAddresses": ["203.0.113.7"], "rotateBy": "2027-02-01",
        "scopes": ["stores.products.delete", "stores.coupons.delete"], "purpose": "p"
      }
      """
    try fixture.folder.write(text, to: "a.json")
    let found = try alerts("a.json").filter { $0.identity.rule == "destructive-scope" }
    #expect(found.count == 2)
    #expect(Set(found.map { $0.region[0] }) == [4])
  }

  @Test func `the region is the very scope, in UTF-16 units`() throws {
    let text = LintFixture.manifest(["stores.orders.view"])
      .replacing(
        "\"stores.orders.view\"", with: "\"x-\u{1F511}\u{E4}\", \"stores.orders.deliver\"")
    try fixture.folder.write(text, to: "a.json")
    let alert = try #require(alerts("a.json").first { $0.identity.rule == "unpaid-delivery" })
    let line = text.split(separator: "\n", omittingEmptySubsequences: false)[alert.region[0] - 1]
    let units = Array(line.utf16)[(alert.region[1] - 1)..<(alert.region[3] - 1)]
    #expect(String(decoding: units, as: UTF16.self) == "\"stores.orders.deliver\"")
    #expect(alert.region[2] == alert.region[0])
  }

  @Test func `paths start at the root of the repository, from wherever it is run`() throws {
    try fixture.folder.write(LintFixture.faulty, to: "deploy/keys/a b.json")
    for (folder, name) in [
      (nil, "deploy/keys/a b.json"), ("deploy", "./keys/a b.json"), ("deploy/keys", "a b.json"),
      ("deploy/keys", "../keys/a b.json"), ("deploy", fixture.folder.file("deploy/keys/a b.json")),
    ] {
      let found = try alerts(name, in: folder)
      #expect(found.count == 2)
      #expect(Set(found.map(\.identity.path)) == ["deploy/keys/a%20b.json"], "\(name)")
    }
  }

  @Test func `a file that cannot be read is an alert, and stays the same one`() throws {
    try fixture.folder.write("{\n  \"label\": \n", to: "keys/cut.json")
    let first = try alerts("keys/cut.json")
    #expect(first.map(\.identity.path) == ["keys/cut.json"])
    #expect(first.map(\.securitySeverity) == ["high"])
    #expect(first.first?.title.hasPrefix("at label: the document ends too early.") == true)
    try fixture.folder.write("", to: "keys/cut.json")
    #expect(try alerts("keys/cut.json").map(\.identity) == first.map(\.identity))
  }

  @Test func `many manifests under one broken policy are one alert, on the policy`() throws {
    try fixture.folder.write("{", to: "keys/.keywright.json")
    try fixture.folder.write(LintFixture.clean, to: "keys/a.json")
    try fixture.folder.write(LintFixture.clean, to: "keys/b.json")
    #expect(
      try alerts("keys/a.json", "keys/b.json").map(\.identity.path) == ["keys/.keywright.json"])
  }

  @Test func `an accepted finding is no alert, unless it is asked for`() throws {
    let accepted = """
      ,
        "accepted": [{ "rule": "unpaid-delivery", "scopes": ["stores.orders.deliver"], "reason": "Cash", "by": "Ada" }]
      """
    try fixture.folder.write(
      LintFixture.manifest(["stores.orders.view", "stores.orders.deliver"], more: accepted),
      to: "a.json")
    #expect(try alerts("a.json").isEmpty)
    #expect(try alerts("a.json", "--accepted", "include").count == 1)
    #expect(try alerts("a.json", "--accepted=leave-out").isEmpty)
  }

  @Test func `a title is a sentence first, then scopes, and fits`() throws {
    let all = try CommandSamples.komerza().scopes.map(\.id)
    try fixture.folder.write(LintFixture.manifest(all), to: "a.json")
    let run = try fixture.run("lint", "--format", "sarif", "a.json")
    let results = try #require(
      JSONDocument(parsing: run.output).root["runs"]?.elements.first?["results"]?.elements)
    #expect(results.count > 10)
    for result in results {
      let text = try #require(result["message"]?["text"]?.string)
      #expect(text.utf16.count <= 200, "\(text)")
      #expect(!text.hasPrefix("stores.") && !text.hasPrefix("user."), "\(text)")
    }
    let texts = results.compactMap { $0["message"]?["text"]?.string }
    #expect(
      texts.contains(
        "Creates an order and forces its delivery: goods leave unpaid. Scopes: "
          + "stores.orders.create, stores.orders.deliver"))
    #expect(texts.contains { $0.contains(" more") })
  }

  @Test func `a merge gate can be set by the score of the rule, and each rule has a page`() throws {
    try fixture.folder.write(
      LintFixture.manifest(
        ["stores.orders.view", "stores.orders.create", "stores.orders.deliver"], label: "test"),
      to: "a.json")
    let found = try alerts("a.json")
    let scores = Dictionary(found.map { ($0.identity.rule, $0.securitySeverity) }) { $1 }
    #expect(scores["free-goods-order-deliver"] == "high")
    #expect(scores["unpaid-delivery"] == "medium")
    #expect(scores["vague-label"] == "low")
    let withoutPage = found.filter { !$0.hasPage }
    #expect(withoutPage.isEmpty)
  }

  @Test func `more than is kept is left out, the least severe first, and said`() throws {
    try fixture.folder.write(LintFixture.faulty, to: "a.json")
    let run = try fixture.run(
      ["lint", "--format", "sarif"] + Array(repeating: "a.json", count: 2600))
    #expect(run.status == .exited(1))
    let root = try #require(JSONDocument(parsing: run.output).root["runs"]?.elements.first)
    let levels = (root["results"]?.elements ?? []).map { $0["level"]?.string }
    #expect(levels.count == 5000)
    #expect(levels.count { $0 == "error" } == 2600)
    let note = root["invocations"]?.elements.first?["toolExecutionNotifications"]?.elements.first
    #expect(note?["message"]?["text"]?.string?.hasPrefix("200 findings left out") == true)
    #expect(run.errorText.contains("200 findings left out"))
  }
}
