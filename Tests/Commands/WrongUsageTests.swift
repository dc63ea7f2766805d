import TerminalHarness
import Testing

/// What is not an option and no command is told, with status 64, and never taken for something else.
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
        "\"\(name)\" is not an option. Write ./ before the name of a file, -h for help.\n")
    }
  }

  @Test func `such a file is read where it is named as one`() throws {
    try desk.home.write(LintFixture.faulty, to: "-h.key.json")
    for arguments in [["lint", "./-h.key.json"], ["lint", "--", "-h.key.json"]] {
      let run = try desk.run(arguments)
      #expect(run.status == .exited(1) && run.outputText.contains("free-goods"), "\(arguments)")
    }
  }

  // MARK: - Commands

  @Test(arguments: [
    (["diif", "a", "b"], "diff"), (["expliain", "refund-loop"], "explain"),
    (["LINT", "--format", "json", "a.json"], "lint"), (["help", "scoeps"], "scopes"),
  ])
  func `a misspelt command is told with the one that was meant`(
    arguments: [String], command: String
  ) throws {
    let word = try #require(arguments.first { $0 != "help" })
    expectRefusal(
      try desk.run(arguments),
      "There is no command \"\(word)\". Did you mean `keywright \(command)`?\nUsage: keywright <sub"
    )
  }

  @Test(arguments: ["ls", "imprt", "lint"])
  func `what is no command of catalog is told with those that it has`(word: String) throws {
    let nearest = ["imprt": "import", "lint": "list"][word]
    let question = nearest.map { "Did you mean `keywright catalog \($0)`? " } ?? ""
    let message =
      "There is no command \"\(word)\". \(question)`keywright catalog` has list, show, import, check, "
      + "diff, add, remove.\n"
    for arguments in [["catalog", word], ["catalog", word, "x"], ["help", "catalog", word]] {
      expectRefusal(try desk.run(arguments), message)
    }
    // A file of that name is no manifest either.
    try desk.home.write("x", to: "catalog/x")
    expectRefusal(try desk.run("catalog", word), message)
  }

  @Test func `help about what is far from any command names all`() throws {
    expectRefusal(
      try desk.run("help", "nope"),
      "There is no command \"nope\". `keywright` has design, scopes, export, lint, ")
    for arguments in [["help"], ["help", "lint"], ["help", "catalog", "add"], ["help", "help"]] {
      #expect(try desk.run(arguments).status == .exited(0), "\(arguments)")
    }
  }

  @Test func `a manifest that is there is none misspelt`() throws {
    try desk.home.write(LintFixture.clean, to: "diif")
    expectRefusal(try desk.run("diif", "a"), "Unexpected argument 'a'\nUsage: keywright design ")
    expectRefusal(try desk.run("bot.key.json", "a"), "Unexpected argument 'a'\n")
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
