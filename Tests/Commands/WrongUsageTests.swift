import TerminalHarness
import Testing

/// What is no option and no command is told, with status 64, and never taken for something else.
struct WrongUsageTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  private func expectRefusal(_ run: CommandRun, _ message: String) {
    #expect(run.status == .exited(64) && run.output.isEmpty)
    #expect(run.errorText.hasPrefix("Error: \(message)"), "\(run.errorText)")
  }

  // MARK: - Help

  @Test(arguments: ["-h.key.json", "-dash.json", "-help", "-hq", "-h=a.json", "-\u{E9}h"])
  func `a file whose name holds an h switches no gate off`(name: String) throws {
    try desk.home.write(LintFixture.faulty, to: "a.key.json")
    for arguments in [
      ["lint", name, "a.key.json"], ["lint", "a.key.json", name, "--format", "json"],
      ["lint"] + Array(repeating: "a.key.json", count: 120) + [name], ["diff", name, "a.key.json"],
      [name], ["catalog", "check", name],
    ] {
      expectRefusal(
        try desk.run(arguments),
        "\"\(name)\" is no option. Write ./ before the name of a file, -h for help.\n")
    }
  }

  @Test func `such a file is read where it is named as one`() throws {
    try desk.home.write(LintFixture.faulty, to: "-h.key.json")
    for arguments in [["lint", "./-h.key.json"], ["lint", "--", "-h.key.json"]] {
      let run = try desk.run(arguments)
      #expect(run.status == .exited(1) && run.outputText.contains("free-goods"), "\(arguments)")
    }
  }

  @Test func `what asks for help, and what holds an h behind a sign, is as it was`() throws {
    for arguments in [["-h"], ["lint", "-h"], ["lint", "a.json", "--help"]] {
      let run = try desk.run(arguments)
      #expect(run.status == .exited(0) && run.outputText.contains("USAGE"), "\(arguments)")
    }
    let run = try desk.run("export", "--scope", "stores.view", "-o=hash.json")
    #expect(run.status == .exited(0) && desk.names == ["hash.json"])
  }
}
