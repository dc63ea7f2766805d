import BundledCatalogs
import Catalogs
import Documents
import TerminalHarness
import TestSupport
import Testing

/// Which of some keys open a call, hold a scope, or break a rule.
struct WhoCanTests {
  private func fixture() throws -> LintFixture {
    let fixture = try LintFixture()
    func write(_ name: String, _ scopes: String, _ rest: String = "") throws {
      let text = """
        {
          "$schema": "urn:keywright:manifest:1",
          "catalog": { "id": "github-classic", "version": "2026-11-30" },
          "label": "\(name)",
          "scopes": [\(scopes)]\(rest)
        }

        """
      try fixture.folder.write(text, to: "\(name).key.json")
    }
    try write("wide", "\"user\"")
    try write(
      "narrow", "\"user:email\"",
      """
      ,
        "accepted": [
          { "rule": "no-ip-allowlist", "scopes": ["user:email"], "reason": "CI", "by": "Ada", "until": "2027-01-31" }
        ]
      """)
    return fixture
  }

  @Test func `a call: open by which scope and grant, closed for want of which`() throws {
    let run = try fixture().run(
      "explain", "GET", "/user/emails", "--manifest", "wide.key.json", "narrow.key.json")
    #expect(run.status == .exited(0), "\(run.errorText)")
    #expect(
      run.outputText == """
        GET /user/emails
          open  wide.key.json    by user, which grants user:email
          open  narrow.key.json  by user:email; no-ip-allowlist accepted by Ada until 2027-01-31

        """)
    let closed = try fixture().run(
      "explain", "POST /user/emails", "--manifest", "wide.key.json", "narrow.key.json")
    #expect(
      closed.outputText == """
        POST /user/emails
          open    wide.key.json    by user
          closed  narrow.key.json  lacks user

        """)
  }

  @Test(arguments: ["github-classic", "slack", "kubernetes"])
  func `explain calls open what lint does not report as closed, for random keys`(
    id: String
  ) throws {
    let fixture = try LintFixture()
    let catalog = try #require(try BundledCatalogs.load(id))
    var random = SeededRandom()
    let stated = catalog.operations.indices.filter {
      catalog.requirement(of: $0) != .notStated
    }
    let calls = stated.shuffled(using: &random).prefix(8).map { catalog.operations[$0].call }
    let list = calls.map { "\"\($0)\"" }.joined(separator: ", ")
    var names: [String] = []
    for number in 0..<4 {
      // Scopes that some of these calls name, so that some are open.
      let named = catalog.scopes.indices.filter { scope in
        calls.contains { call in
          catalog.indexOfOperation(call).map { catalog.operationsOfScope[scope].contains($0) }
            ?? false
        }
      }
      let scopes = named.filter { _ in Bool.random(using: &random) }
        .map { "\"\(catalog.scopes[$0].id)\"" }
      let kind = catalog.kinds.first.map { "\"kind\": \"\($0.id)\", " } ?? ""
      let text = """
        { "$schema": "urn:keywright:manifest:1", "catalog": { "id": "\(id)", "version": "1" }, \(kind)
        "label": "k", "scopes": [\(scopes.joined(separator: ", "))], "operations": [\(list)] }
        """
      names.append("\(number).key.json")
      try fixture.folder.write(text, to: names[number])
    }
    let report = try JSONDocument(
      parsing: fixture.run(["lint"] + names + ["--format", "json"]).output
    ).root
    for call in calls {
      let run = try fixture.run(["explain", call, "--format", "json", "--manifest"] + names)
      let rows = try JSONDocument(parsing: run.output).root.require("keys").requireElements()
      for (row, manifest) in zip(rows, try report.require("manifests").requireElements()) {
        let isReported = try manifest.require("findings").requireElements().contains {
          $0["rule"]?.string == "wanted-call-closed"
            && $0["operations"]?.elements.first?.string == call
        }
        let isOpen = row["answer"]?.string == "open"
        #expect(isOpen != isReported, "\(call) \(row["manifest"]?.string ?? "") \(random)")
      }
      #expect(rows.count == names.count)
    }
  }

  @Test func `a scope: ticked, granted or not held`() throws {
    let run = try fixture().run(
      "explain", "user:email", "--manifest", "wide.key.json", "narrow.key.json", "--format", "json")
    #expect(run.status == .exited(0), "\(run.errorText)")
    let keys = try JSONDocument(parsing: run.output).root.require("keys").requireElements()
    #expect(keys.map { $0["answer"]?.string } == ["granted", "ticked"])
    #expect(keys.map { $0["manifest"]?.string } == ["wide.key.json", "narrow.key.json"])
    #expect(keys[0]["grants"]?.elements.first?["by"]?.string == "user")
    #expect(keys[1]["accepted"]?.elements.first?["by"]?.string == "Ada")
    let absent = try fixture().run("explain", "repo", "--manifest", "wide.key.json")
    #expect(absent.outputText == "repo\n  not held  wide.key.json\n")
  }

  @Test func `a key that cannot be read is said, the others are answered, and the status is 2`()
    throws
  {
    let run = try fixture().run(
      "explain", "user:email", "--manifest", "wide.key.json", "gone.key.json")
    #expect(run.status == .exited(2))
    #expect(run.errorText.contains("gone.key.json"))
    #expect(run.outputText.contains("wide.key.json"))
  }

  @Test func `what no platform of the keys has is an error with the nearest name`() throws {
    let run = try fixture().run("explain", "user:emails", "--manifest", "wide.key.json")
    #expect(run.status == .exited(2))
    #expect(run.errorText.contains("Did you mean \"user:email\"?"))
  }

  @Test func `keys without a question, and a form without keys, are wrong usage`() throws {
    #expect(try fixture().run("explain", "--manifest", "wide.key.json").status == .exited(64))
    #expect(try fixture().run("explain", "user", "--format", "json").status == .exited(64))
  }
}
