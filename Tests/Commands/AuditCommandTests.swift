import Documents
import TerminalHarness
import Testing

/// The keys of a folder as a set.
struct AuditCommandTests {
  let fixture: LintFixture

  init() throws {
    fixture = try LintFixture()
    try write(["stores.orders.view", "stores.orders.create"], to: "a", owner: "Ada")
    try write(["stores.orders.view", "stores.orders.deliver"], to: "b", owner: "Ada")
  }

  private func write(_ scopes: [String], to name: String, owner: String = "") throws {
    let manifest = LintFixture.manifest(
      scopes, label: name, more: owner.isEmpty ? "" : ",\n  \"owner\": \"\(owner)\"")
    try fixture.folder.write(manifest, to: "keys/\(name).key.json")
  }

  private func rules(_ arguments: String...) throws -> [[String]] {
    let run = try fixture.run(["audit", "keys", "--format", "json"] + arguments)
    let keys = try JSONDocument(parsing: run.output).root.require("manifests").requireElements()
    return keys.map { key in key["findings"]?.elements.compactMap { $0["rule"]?.string } ?? [] }
  }

  @Test func `what two keys of one owner complete is an error, and lint says nothing of it`() throws
  {
    let run = try fixture.run("audit", "keys")
    #expect(run.status == .exited(1), "\(run.errorText)")
    #expect(run.outputText.contains("error    combined-powers"))
    #expect(run.outputText.contains("With keys/b.key.json, of the same owner, it completes"))
    #expect(run.outputText.contains("page: keywright explain combined-powers"))
    #expect(try !fixture.run("lint", "keys/a.key.json").outputText.contains("combined-powers"))
    #expect(try fixture.run("explain", "combined-powers").outputText.contains("Beside it"))
    #expect(try fixture.run("explain").outputText.contains("same-powers"))
  }

  @Test(arguments: ["text", "json", "sarif", "github", "gitlab", "junit", "azure", "summary"])
  func `it speaks every form of lint`(format: String) throws {
    let run = try fixture.run("audit", "keys", "--format", format)
    #expect(run.status == .exited(1), "\(run.errorText)")
    #expect(run.outputText.contains("combined-powers"))
    if format == "sarif" {
      let rules = try JSONDocument(parsing: run.output).root["runs"]?.elements[0]["tool"]?["driver"]
      #expect(rules?["rules"]?.elements.contains { $0["id"]?.string == "same-powers" } == true)
    }
  }

  @Test func `records of calls show which keys nobody uses`() throws {
    try write(["stores.coupons.view"], to: "c")
    #expect(try rules()[2] == [])
    try fixture.folder.write("GET /stores/5/orders\n", to: "calls.log")
    #expect(try rules("--log", "calls.log")[2] == ["unused-key"])
    let tally = try fixture.run("need", "--log", "calls.log", "--format", "tally")
    try fixture.folder.write(tally.outputText, to: "calls.tally")
    #expect(try rules("--tally", "calls.tally")[2] == ["unused-key"])
    let missing = try fixture.run("audit", "keys", "--log", "gone.log")
    #expect(missing.status == .exited(2))
  }

  @Test func `records of one platform are not taken for those of several`() throws {
    try fixture.folder.write(
      """
      {
        "$schema": "urn:keywright:manifest:1",
        "catalog": { "id": "github", "version": "1" },
        "scopes": []
      }
      """, to: "keys/other.key.json")
    try fixture.folder.write("GET /stores/5/orders\n", to: "calls.log")
    let run = try fixture.run("audit", "keys", "--log", "calls.log")
    #expect(run.status == .exited(2))
    #expect(run.errorText.contains("--format tally"))
  }

  @Test func `a key of a platform that is gone is a finding, not an unreadable file`() throws {
    try fixture.folder.write(
      """
      {
        "$schema": "urn:keywright:manifest:1",
        "catalog": { "id": "sold-shop", "version": "3" },
        "scopes": ["orders.all"]
      }
      """, to: "keys/d.key.json")
    let run = try fixture.run("audit", "keys")
    #expect(run.outputText.contains("warning  platform-gone"))
    #expect(run.status == .exited(1))
    #expect(try fixture.run("lint", "keys/d.key.json").status == .exited(2))
  }

  @Test func `one bad file hides no other, and is in the status`() throws {
    try fixture.folder.write("{", to: "keys/broken.key.json")
    let run = try fixture.run("audit", "keys")
    #expect(run.status == .exited(2))
    #expect(run.outputText.contains("combined-powers"))
    #expect(run.errorText.contains("keys/broken.key.json"))
  }

  @Test func `a policy turns a rule off, and the order of files decides where it is told`() throws {
    try fixture.folder.write(
      #"{"$schema":"urn:keywright:policy:1","severities":{"combined-powers":"off"}}"#,
      to: "policy.json")
    #expect(try rules("--policy", "policy.json") == [[], []])
    let run = try fixture.run(
      "audit", "--format", "json", "keys/b.key.json", "keys/a.key.json")
    let first = try JSONDocument(parsing: run.output).root["manifests"]?.elements.first
    #expect(first?["path"]?.string == "keys/b.key.json")
    #expect(first?["findings"]?.elements.isEmpty == false)
  }

  @Test func `the owner of a key is exported, kept, compared and asked for`() throws {
    let made = try fixture.run("export", "--scope", "stores.view", "--owner", "Ada")
    #expect(made.outputText.contains("\"owner\": \"Ada\""))
    let diff = try fixture.run(
      "diff", "keys/a.key.json", "-", input: made.output)
    #expect(diff.status == .exited(1))
    try write(["stores.orders.view"], to: "e")
    let other = try fixture.run("diff", "keys/a.key.json", "keys/e.key.json")
    #expect(other.outputText.contains("Owner"))
    try fixture.folder.write(
      #"{"$schema":"urn:keywright:policy:1","requiredFields":["owner"]}"#, to: "policy.json")
    let lint = try fixture.run("lint", "--policy", "policy.json", "keys/e.key.json")
    #expect(lint.outputText.contains("The policy requires owner"))
  }

  @Test func `a baseline holds its findings beside those of lint, and each leaves the other's`()
    throws
  {
    let keys = ["keys/a.key.json", "keys/b.key.json", "--baseline", "known.json"]
    func run(_ command: String, _ options: String...) throws -> CommandRun {
      try fixture.run([command] + keys + options)
    }
    #expect(try run("lint", "--write-baseline").status == .exited(0))
    #expect(try run("audit", "--write-baseline").status == .exited(0))
    for command in ["lint", "audit"] {
      let known = try run(command, "--fail-on", "note")
      #expect(known.status == .exited(0), "\(known.outputText)")
      #expect(known.errorText.contains("known from known.json, 0 settled\n"))
    }
    try write(["stores.orders.view", "stores.orders.deliver"], to: "b")
    #expect(try run("audit", "--prune-baseline").errorText.contains("settled finding"))
    let after = try run("lint", "--fail-on", "note")
    #expect(after.status == .exited(0), "\(after.outputText)")
    try write(["stores.orders.view", "stores.orders.deliver"], to: "b", owner: "Ada")
    #expect(try run("audit").status == .exited(1))
    #expect(try run("audit", "--quiet").output.isEmpty)
    #expect(try fixture.run("audit", "keys", "--write-baseline").status == .exited(64))
  }
}
