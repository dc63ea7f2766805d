import Catalogs
import Documents
import TerminalHarness
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
