import Documents
import TerminalHarness
import Testing

@testable import keywright

/// Several reports of one run, and where they go.
struct LintOutputTests {
  private let fixture: LintFixture

  init() throws {
    fixture = try LintFixture()
    try fixture.folder.write(LintFixture.faulty, to: "a.json")
  }

  @Test func `a run gives a report a format, each the same as alone`() throws {
    let run = try fixture.run(
      "lint", "--format", "sarif=keys.sarif", "--format", "text", "--format=junit=keys.xml",
      "a.json")
    #expect(run.status == .exited(1) && run.errorText.isEmpty)
    #expect(run.output == (try fixture.run("lint", "a.json").output))
    for (format, name) in [("sarif", "keys.sarif"), ("junit", "keys.xml")] {
      #expect(
        fixture.folder.read(name) == (try fixture.run("lint", "--format", format, "a.json").output))
    }
  }

  @Test(arguments: [["--output", "keys.json"], ["-o", "keys.json"], ["-okeys.json"]])
  func `--output writes the one report`(option: [String]) throws {
    let run = try fixture.run(["lint", "--format", "json"] + option + ["a.json"])
    #expect(run.status == .exited(1) && run.output.isEmpty)
    let document = try JSONDocument(parsing: #require(fixture.folder.read("keys.json"))).root
    #expect(document["summary"]?["error"]?.integer == 1)
  }

  @Test func `long lists of manifests take the same options`() throws {
    let run = try fixture.run(
      ["lint", "-q", "-oharry.json", "--format", "json"] + Array(repeating: "a.json", count: 150))
    #expect(run.status == .exited(1) && run.output.isEmpty && run.errorText.isEmpty)
    #expect(fixture.folder.read("harry.json") != nil)
  }

  @Test func `two reports for one place are refused, and nothing is written`() throws {
    let output = try fixture.run("lint", "--format", "sarif", "--format", "json", "a.json")
    #expect(output.status == .exited(64) && output.output.isEmpty)
    #expect(output.errorText.contains("Two reports would go to standard output."))
    let file = try fixture.run(
      "lint", "--format", "sarif=out", "--format", "json=./out", "a.json")
    #expect(file.status == .exited(2) && file.output.isEmpty)
    #expect(
      file.errorText
        == "keywright: ./out: two reports would go to this file. Name another for one.\n")
    #expect(fixture.folder.read("out") == nil)
  }

  @Test func `a report never replaces a manifest that it is about`() throws {
    let run = try fixture.run("lint", "--format", "json=a.json", "a.json")
    #expect(run.status == .exited(2))
    #expect(fixture.folder.read("a.json") == Array(LintFixture.faulty.utf8))
  }

  @Test func `a report that cannot be written is one message and status 2`() throws {
    for target in ["none/keys.sarif", "/dev/full", ""] {
      let run = try fixture.run("lint", "--format", "sarif=\(target)", "a.json")
      #expect(run.status == .exited(2), "\(target)")
      #expect(run.errorText.split(separator: "\n").count == 1, "\(run.errorText)")
      #expect(run.errorText.hasPrefix("keywright: "))
    }
  }

  @Test func `quiet leaves the status, and what is wrong`() throws {
    let run = try fixture.run("lint", "-q", "a.json")
    #expect(run.status == .exited(1) && run.output.isEmpty && run.errorText.isEmpty)
    let gone = try fixture.run("lint", "--quiet", "gone.json")
    #expect(gone.status == .exited(2) && gone.errorText.hasPrefix("keywright: gone.json: "))
  }

  @Test func `the command line decides on colors, then the environment`() {
    func isOn(
      _ choice: ColorChoice, terminal: Bool = true, _ variables: [String: String]
    ) -> Bool { choice.isOn(isTerminal: terminal) { variables[$0] } }
    let xterm = ["TERM": "xterm"]
    #expect(isOn(.auto, xterm))
    #expect(!isOn(.auto, terminal: false, xterm))
    #expect(!isOn(.auto, ["TERM": "dumb"]) && !isOn(.auto, [:]))
    #expect(!isOn(.auto, ["TERM": "xterm", "NO_COLOR": "1", "FORCE_COLOR": "1"]))
    #expect(isOn(.auto, ["TERM": "xterm", "NO_COLOR": ""]))
    #expect(isOn(.auto, terminal: false, ["FORCE_COLOR": "1"]))
    #expect(!isOn(.auto, ["TERM": "xterm", "FORCE_COLOR": "0"]))
    #expect(isOn(.auto, terminal: false, ["CLICOLOR_FORCE": "1"]))
    #expect(!isOn(.auto, ["TERM": "xterm", "CLICOLOR": "0"]))
    #expect(isOn(.always, terminal: false, ["NO_COLOR": "1"]))
    #expect(!isOn(.never, ["TERM": "xterm", "FORCE_COLOR": "1"]))
  }

  @Test func `colors can be had in a pipe`() throws {
    #expect(try fixture.run("lint", "--color", "always", "a.json").output.contains(0x1B))
    #expect(
      try fixture.run("lint", "a.json", environment: ["FORCE_COLOR": "1"]).output.contains(0x1B))
    #expect(try !fixture.run("lint", "a.json").output.contains(0x1B))
  }
}
