import TerminalHarness
import Testing

@testable import keywright

/// Many manifests in one process.
struct LintManyTests {
  @Test func `a thousand manifests are answered in their order`() throws {
    let fixture = try LintFixture()
    var names: [String] = []
    for number in 0..<1_000 {
      let text = number == 700 ? LintFixture.faulty : LintFixture.clean
      names.append("key\(number).json")
      try fixture.folder.write(text, to: "key\(number).json")
    }
    func lint(_ arguments: [String]) throws -> CommandRun {
      try CommandRun(
        fixture.executable, ["lint"] + arguments,
        environment: cleanEnvironment(home: fixture.folder.path), directory: fixture.folder.path)
    }
    let run = try lint(names)
    #expect(run.status == .exited(1))
    let paths = run.outputText.split(separator: "\n").filter { $0.hasPrefix("key") }
      .map { $0.split(separator: ":")[0] }
    #expect(paths.map(String.init) == names)
    #expect(run.outputText.hasSuffix("\n1000 manifests: 1 error, 1 warning, 0 notes, 0 accepted\n"))
    #expect(try lint(["--format", "github"] + names + ["--fail-on=note"]).status == .exited(1))
    #expect(try lint(["--format", "xml"] + names).status == .exited(64))
    #expect(try lint(["--no-such-option"] + names).status == .exited(64))
    #expect(try lint(names + ["--help"]).status == .exited(0))
    #expect(try lint(names + ["missing.json"]).status == .exited(2))
  }

  @Test func `options and manifests are told apart as the parser does`() {
    let (options, manifests) = ManyArguments.split([
      "a", "--format", "json", "-", "--fail-on=note", "b", "--policy", "-p", "--", "--c", "-d",
    ])
    #expect(options == ["--format", "json", "--fail-on=note", "--policy", "-p"])
    #expect(manifests == ["a", "-", "b", "--c", "-d"])
  }
}
