import Documents
import TerminalHarness
import Testing

/// `lint` held to findings that are known.
struct BaselineTests {
  let fixture: LintFixture

  init() throws {
    fixture = try LintFixture()
    try fixture.folder.write(LintFixture.faulty, to: "keys/a.key.json")
    try fixture.folder.write(LintFixture.clean, to: "keys/b.key.json")
    try fixture.folder.write("", to: ".git")
    let run = try lint("--baseline", "known.json", "--write-baseline")
    #expect(run.status == .exited(0), "\(run.errorText)")
    #expect(run.errorText.contains("2 findings written to known.json"))
  }

  private func lint(_ options: String..., folder: String = "keys") throws -> CommandRun {
    let names = fixture.folder.names().contains(folder)
    try #require(names)
    let files = try CommandRun(
      "find", [folder, "-name", "*.json"], environment: cleanEnvironment(home: fixture.folder.path),
      directory: fixture.folder.path)
    let paths = files.outputText.split(separator: "\n").map(String.init).sorted()
    return try fixture.run(["lint"] + paths + options)
  }

  private var entries: [JSONValue] {
    get throws {
      let bytes = try #require(fixture.folder.read("known.json"))
      return try JSONDocument(parsing: bytes).root.require("findings").requireElements()
    }
  }

  @Test func `what is known neither fails nor stands in the report`() throws {
    #expect(try lint().status == .exited(1))
    let run = try lint("--baseline", "known.json", "--fail-on", "note")
    #expect(run.status == .exited(0), "\(run.outputText)")
    #expect(run.outputText.contains("2 manifests: 0 errors, 0 warnings, 0 notes"))
    #expect(run.errorText.contains("2 findings known from known.json, 0 settled"))
  }

  @Test func `what is new fails, and is told alone`() throws {
    try fixture.folder.write(LintFixture.faulty, to: "keys/b.key.json")
    let run = try lint("--baseline", "known.json")
    #expect(run.status == .exited(1))
    #expect(run.outputText.contains("2 manifests: 1 error, 1 warning"))
  }

  @Test func `the order of scopes, the lines and the label do not matter`() throws {
    try fixture.folder.write(
      LintFixture.manifest(
        ["stores.orders.deliver", "stores.orders.create", "stores.orders.view"], label: "Renamed"
      ).replacing("{\n  \"$schema\"", with: "{\n\n\n  \"$schema\""),
      to: "keys/a.key.json")
    let run = try lint("--baseline", "known.json", "--fail-on", "note")
    #expect(run.status == .exited(0), "\(run.outputText)")
  }

  @Test func `a file that was renamed brings what was known of it along, a copy does not`() throws {
    let move = try CommandRun(
      "mv", ["keys/a.key.json", "keys/z.key.json"],
      environment: cleanEnvironment(home: fixture.folder.path), directory: fixture.folder.path)
    try #require(move.status == .exited(0))
    #expect(try lint("--baseline", "known.json").status == .exited(0))
    try fixture.folder.write(LintFixture.faulty, to: "keys/copy.key.json")
    #expect(try lint("--baseline", "known.json").status == .exited(1))
  }

  @Test func `what is settled leaves the baseline when asked, and nothing else does`() throws {
    try fixture.folder.write(LintFixture.clean, to: "keys/a.key.json")
    try fixture.folder.write(LintFixture.faulty, to: "keys/b.key.json")
    let held = try lint("--baseline", "known.json")
    #expect(
      held.errorText.contains("0 findings known from known.json, 2 settled (--prune-baseline"))
    #expect(try entries.count == 2)
    let run = try lint("--baseline", "known.json", "--prune-baseline")
    #expect(run.status == .exited(1))
    #expect(run.errorText.contains("2 settled findings taken out of known.json, 0 left"))
    #expect(try entries.isEmpty)
  }

  @Test func `files that are not judged keep what is known of them`() throws {
    let run = try fixture.run(
      "lint", "keys/b.key.json", "--baseline", "known.json", "--prune-baseline")
    #expect(run.status == .exited(0), "\(run.errorText)")
    #expect(try entries.map { $0["path"]?.string } == ["keys/a.key.json", "keys/a.key.json"])
    try fixture.folder.write("{", to: "keys/a.key.json")
    #expect(try lint("--baseline", "known.json", "--write-baseline").status == .exited(2))
    #expect(try entries.count == 2)
  }

  @Test func `the paths are those of the repository, whatever folder it runs in`() throws {
    let run = try fixture.run(
      ["lint", "a.key.json", "b.key.json", "--baseline", "../known.json"],
      directory: fixture.folder.file("keys"))
    #expect(run.status == .exited(0), "\(run.errorText)")
  }

  @Test(arguments: [
    ("", "the document is empty"), ("{}", "the member \"$schema\" is missing"),
    (#"{"$schema": "urn:keywright:policy:1"}"#, "this is no baseline of findings"),
    (
      #"{"$schema": "urn:keywright:baseline:1", "findings": [{"path": 1}]}"#,
      "at findings[0].path: expected a string, found a number"
    ),
  ])
  func `a baseline that is none is an error with its place`(text: String, problem: String) throws {
    try fixture.folder.write(text, to: "bad.json")
    for use in [[], ["--write-baseline"]] {
      let run = try fixture.run(["lint", "keys/b.key.json", "--baseline", "bad.json"] + use)
      #expect(run.status == .exited(2))
      #expect(run.errorText.contains("bad.json") && run.errorText.contains(problem))
      #expect(fixture.folder.read("bad.json") == Array(text.utf8))
    }
  }

  @Test func `a baseline that is not there is an error, unless it is to be made`() throws {
    let run = try fixture.run("lint", "keys/b.key.json", "--baseline", "gone.json")
    #expect(run.status == .exited(2))
    #expect(run.errorText.contains("gone.json: there is no such baseline"))
    #expect(
      try fixture.run("lint", "keys/b.key.json", "--write-baseline").status == .exited(64))
  }
}
