import TerminalHarness
import Testing

/// What CI relies on: nothing that could not be judged ever passes.
struct LintExitTests {
  @Test func `no manifest named is bad input`() throws {
    let run = try LintFixture().run("lint")
    #expect(run.status == .exited(2))
    #expect(run.output == [])
    #expect(run.errorText.contains("no manifest is named"))
  }

  @Test func `an empty file is bad input, an empty list of scopes a finding`() throws {
    let fixture = try LintFixture()
    try fixture.folder.write("", to: "empty.json")
    try fixture.folder.write(LintFixture.manifest([]), to: "scopeless.json")
    let empty = try fixture.run("lint", "empty.json")
    #expect(empty.status == .exited(2))
    #expect(
      empty.errorText
        == "keywright: empty.json: the document is empty. Give a JSON document.\n")
    let scopeless = try fixture.run("lint", "scopeless.json")
    #expect(scopeless.status == .exited(1))
    #expect(scopeless.outputText.contains("no-scopes-selected"))
  }

  @Test func `an empty standard input is bad input`() throws {
    let run = try LintFixture().run("lint", "-")
    #expect(run.status == .exited(2))
    #expect(run.errorText.contains("standard input"))
  }

  @Test func `standard input is read once`() throws {
    let fixture = try LintFixture()
    try fixture.folder.write(LintFixture.clean, to: "a.json")
    let many = Array(repeating: "a.json", count: 120)
    for arguments in [["-", "-"], ["-", "a.json", "--", "-"], ["-"] + many + ["-"]] {
      let run = try CommandRun(
        fixture.executable, ["lint"] + arguments, input: Array(LintFixture.clean.utf8),
        environment: cleanEnvironment(home: fixture.folder.path), directory: fixture.folder.path)
      #expect(run.status == .exited(64) && run.output.isEmpty)
      #expect(run.errorText.hasPrefix("Error: Standard input (-) can be read only once.\n"))
    }
  }

  @Test(arguments: [
    "text", "json", "sarif", "github", "gitlab", "junit", "azure", "teamcity", "summary",
  ])
  func `one that cannot be read does not hide the others`(format: String) throws {
    let fixture = try LintFixture()
    try fixture.folder.write("{", to: "broken.json")
    try fixture.folder.write(LintFixture.faulty, to: "faulty.json")
    let run = try fixture.run(
      "lint", "--format", format, "missing.json", "broken.json", "faulty.json", ".")
    #expect(run.status == .exited(2))
    #expect(run.outputText.contains("free-goods-order-deliver"))
    let said = run.errorText.split(separator: "\n")
    #expect(said.count == 3)
    for (line, path) in zip(said, ["missing.json", "broken.json", "."]) {
      #expect(line.hasPrefix("keywright: \(path):"))
    }
  }

  @Test func `wrong usage is told apart`() throws {
    let fixture = try LintFixture()
    try fixture.folder.write(LintFixture.clean, to: "a.json")
    #expect(try fixture.run("lint", "--fail-on", "mild", "a.json").status == .exited(64))
    #expect(try fixture.run("lint", "--format", "xml", "a.json").status == .exited(64))
    #expect(try fixture.run("lint", "a.json").status == .exited(0))
  }

  @Test func `a catalog that is not here is bad input`() throws {
    let fixture = try LintFixture()
    let text = LintFixture.clean.replacing("\"komerza\"", with: "\"elsewhere\"")
    try fixture.folder.write(text, to: "a.json")
    let run = try fixture.run("lint", "a.json")
    #expect(run.status == .exited(2))
    #expect(run.errorText.hasPrefix("keywright: a.json:3: at catalog.id: "))
  }
}
