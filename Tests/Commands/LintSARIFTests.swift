import Documents
import TerminalHarness
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What code scanning reads.
struct LintSARIFTests {
  private static let schema =
    getenv("KEYWRIGHT_SHARED").map { String(cString: $0) + "/schemas/sarif-2.1.0.json" }
  private static var canValidate: Bool {
    schema.map { access($0, R_OK) == 0 } == true && JSONSchemaValidator.isInstalled
  }

  private static func results(_ run: CommandRun) throws -> [JSONValue] {
    let run = try #require(try JSONDocument(parsing: run.output).root["runs"]?.elements.first)
    return try #require(run["results"]).elements
  }

  private static func prints(_ run: CommandRun) throws -> [String] {
    try results(run).compactMap {
      $0["partialFingerprints"]?["primaryLocationLineHash"]?.string
    }
  }

  @Test func `a result has rule, level, place and fingerprint`() throws {
    let fixture = try LintFixture()
    try fixture.folder.write(LintFixture.faulty, to: "keys/my key.json")
    let run = try fixture.run("lint", "--format", "sarif", "keys/my key.json")
    #expect(run.status == .exited(1))
    let root = try JSONDocument(parsing: run.output).root
    #expect(root["version"]?.string == "2.1.0")
    let rules = root["runs"]?.elements.first?["tool"]?["driver"]?["rules"]?.elements ?? []
    let results = try Self.results(run)
    #expect(
      results.map { $0["ruleId"]?.string } == ["free-goods-order-deliver", "unpaid-delivery"])
    #expect(results.map { $0["level"]?.string } == ["error", "warning"])
    for result in results {
      let index = try #require(result["ruleIndex"]?.integer)
      #expect(rules[index]["id"]?.string == result["ruleId"]?.string)
      let place = result["locations"]?.elements.first?["physicalLocation"]
      #expect(place?["artifactLocation"]?["uri"]?.string == "keys/my%20key.json")
    }
  }

  @Test func `the region is the line of the scope, as it was formatted by hand`() throws {
    let fixture = try LintFixture()
    let text = LintFixture.manifest(["stores.orders.view"])
      .replacing(
        "\"stores.orders.view\"",
        with: "\"stores.orders.view\",\n\n\n    \"stores.orders.deliver\"")
    let path = try fixture.folder.write(text, to: "a.json")
    let result = try Self.results(fixture.run("lint", "--format", "sarif", path)).first
    let place = result?["locations"]?.elements.first?["physicalLocation"]
    let line = try #require(place?["region"]?["startLine"]?.integer)
    #expect(
      text.split(separator: "\n", omittingEmptySubsequences: false)[line - 1].contains("deliver"))
    #expect(place?["artifactLocation"]?["uri"]?.string == "file://" + path)
  }

  @Test func `fingerprints do not depend on order, label or path, and differ within a file`() throws
  {
    let fixture = try LintFixture()
    let scopes = ["stores.orders.view", "stores.orders.create", "stores.orders.deliver"]
    try fixture.folder.write(LintFixture.manifest(scopes), to: "a.json")
    try fixture.folder.write(
      LintFixture.manifest(scopes.reversed(), label: "Another name"), to: "b.json")
    let first = try Self.prints(fixture.run("lint", "--format", "sarif", "a.json"))
    let second = try Self.prints(fixture.run("lint", "--format", "sarif", "b.json"))
    #expect(first == second)
    #expect(Set(first).count == 2)
  }

  @Test func `an accepted finding is suppressed, with the reason`() throws {
    let fixture = try LintFixture()
    let accepted = """
      ,
        "accepted": [{ "rule": "unpaid-delivery", "scopes": ["stores.orders.deliver"], "reason": "Cash", "by": "Ada" }]
      """
    try fixture.folder.write(
      LintFixture.manifest(["stores.orders.view", "stores.orders.deliver"], more: accepted),
      to: "a.json")
    let result = try Self.results(
      fixture.run("lint", "--format", "sarif", "--accepted", "include", "a.json")
    ).first
    let suppression = result?["suppressions"]?.elements.first
    #expect(suppression?["status"]?.string == "accepted")
    #expect(suppression?["justification"]?.string == "Ada: Cash")
  }

  @Test(arguments: [["a.json"], []])
  func `what cannot be read makes the run unsuccessful, with a notification`(
    others: [String]
  ) throws {
    let fixture = try LintFixture()
    try fixture.folder.write(LintFixture.faulty, to: "a.json")
    try fixture.folder.write("{\n  \"label\": \n", to: "my cut.json")
    let run = try CommandRun(
      fixture.executable, ["lint", "--format", "sarif", "my cut.json", "-", "gone.json"] + others,
      environment: cleanEnvironment(home: fixture.folder.path), directory: fixture.folder.path)
    #expect(run.status == .exited(2) && run.errorText.split(separator: "\n").count == 3)
    // Each is a result as well: its old alerts would close as fixed.
    #expect(try Self.results(run).count == 3 + (others.isEmpty ? 0 : 2))
    let root = try JSONDocument(parsing: run.output).root["runs"]?.elements.first
    let invocations = try #require(root?["invocations"]).elements
    #expect(invocations.map { $0["executionSuccessful"]?.boolean } == [false])
    let notes = invocations.first?["toolExecutionNotifications"]?.elements ?? []
    #expect(notes.map { $0["level"]?.string } == ["error", "error", "error"])
    #expect(
      notes.first?["message"]?["text"]?.string
        == "at label: the document ends too early. It seems to be cut off: get the whole of it.")
    let places = notes.compactMap { $0["locations"]?.elements.first?["physicalLocation"] }
    #expect(
      places.map { $0["artifactLocation"]?["uri"]?.string } == [
        "my%20cut.json", "stdin", "gone.json",
      ]
    )
    #expect(places.map { $0["region"]?["startLine"]?.integer } == [3, nil, nil])
  }

  @Test func `a run that read all says nothing of its invocation`() throws {
    let fixture = try LintFixture()
    try fixture.folder.write(LintFixture.faulty, to: "a.json")
    let run = try fixture.run("lint", "--format", "sarif", "a.json")
    let root = try JSONDocument(parsing: run.output).root["runs"]?.elements.first
    #expect(root?.members.map(\.name) == ["tool", "columnKind", "results"])
  }

  @Test(
    .enabled("needs KEYWRIGHT_SHARED with the schema, and python3-jsonschema") { canValidate })
  func `the document is valid against the published schema`() throws {
    let fixture = try LintFixture()
    try fixture.folder.write(LintFixture.faulty, to: "a.json")
    try fixture.folder.write(LintFixture.manifest([]), to: "b c%\u{1B}.json")
    try fixture.folder.write(LintFixture.clean, to: "clean.json")
    let accepted = """
      ,
        "accepted": [{ "rule": "unpaid-delivery", "scopes": ["stores.orders.deliver"], "reason": "r", "by": "b" }]
      """
    try fixture.folder.write(
      LintFixture.manifest(["stores.orders.view", "stores.orders.deliver"], more: accepted),
      to: "accepted.json")
    let schema = try #require(Self.schema)
    for arguments in [
      ["a.json", "b c%\u{1B}.json", fixture.folder.file("a.json")], ["clean.json"],
      ["a.json", "gone %\u{1B}.json"], ["gone.json", ""],
      ["--accepted", "include", "accepted.json"],
    ] {
      let run = try CommandRun(
        fixture.executable, ["lint", "--format", "sarif"] + arguments,
        environment: cleanEnvironment(home: fixture.folder.path), directory: fixture.folder.path)
      #expect(try JSONSchemaValidator.errors(run.output, schema: schema) == "")
    }
  }

  /// PyPI's sarif-tools, where it is installed: a reader of SARIF that is not ours.
  private static let tools = getenv("PATH").map { String(cString: $0) } ?? ""
  private static let hasSARIFTools =
    (try? CommandRun(
      "/usr/bin/env", ["sarif", "--version"],
      environment: cleanEnvironment(home: "/tmp", adding: ["PATH": tools])))?.status == .exited(0)

  @Test(.enabled("needs sarif-tools: pip install sarif-tools") { hasSARIFTools })
  func `sarif-tools counts the same results`() throws {
    let fixture = try LintFixture()
    try fixture.folder.write(LintFixture.faulty, to: "a.json")
    _ = try fixture.run("lint", "--format", "sarif=keys.sarif", "a.json", "gone.json")
    let run = try CommandRun(
      "/usr/bin/env", ["sarif", "summary", "keys.sarif"],
      environment: cleanEnvironment(
        home: fixture.folder.path, adding: ["PATH": Self.tools, "MPLCONFIGDIR": "/tmp"]),
      directory: fixture.folder.path)
    #expect(run.outputText.contains("error: 2\n"), "\(run.errorText)")
    #expect(run.outputText.contains("warning: 1\n"))
  }
}
