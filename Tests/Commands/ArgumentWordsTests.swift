import TerminalHarness
import Testing

/// Words that may be meant for commands never open a file in silence, and options may stand anywhere.
struct ArgumentWordsTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  @Test(arguments: [
    ("version", "--version"), ("man", "manual"), ("scope", "scopes"), ("lnit", "lint"),
    ("completions", "completion"), ("check", "lint"),
  ])
  func `a word that may be meant for a command is told, with the command`(
    word: String, instead: String
  ) throws {
    for arguments in [[word], ["--plain", word], ["--catalog", "github", word]] {
      let run = try desk.run(arguments, input: "tick stores.view\nwrite\nquit\n")
      #expect(run.status == .exited(2))
      #expect(
        run.errorText
          == "keywright: there is no command \"\(word)\" and no such file. Use `keywright \(instead)`, "
          + "or write ./\(word) for a file.\n")
    }
    #expect(desk.names == [])
  }

  @Test func `a file of such a name is opened where it is there, or written as a path`() throws {
    let input = "tick stores.view\nwrite\nquit\n"
    #expect(try desk.run(["--plain", "./version"], input: input).status == .exited(0))
    #expect(try desk.run(["--plain", "version"], input: "quit\n").status == .exited(130))
    #expect(try desk.run(["--plain", "mykey"], input: input).status == .exited(0))
    #expect(desk.names == ["mykey", "version"])
  }

  @Test func `options may stand before the command`() throws {
    let before = try desk.run("--catalog", "github", "scopes", "--format", "ids")
    let after = try desk.run("scopes", "--catalog", "github", "--format", "ids")
    #expect(before.status == .exited(0) && before.output == after.output)
    #expect(!before.output.isEmpty && desk.names == [])
  }

  @Test(arguments: ["-okey.json", "-o=key.json", "--output=key.json"])
  func `a file may stand right behind its option`(option: String) throws {
    let run = try desk.run("export", "--scope", "stores.view", option)
    #expect(run.status == .exited(0) && desk.names == ["key.json"], "\(run.errorText)")
  }

  @Test func `a home folder that cannot be reached is passed over, with a word`() throws {
    try desk.home.write(LintFixture.clean, to: "a.json")
    let run = try desk.shell(
      """
      ln -s loop loop; export HOME=$PWD/loop
      for command in 'lint a.json' scopes 'export --scope stores.view' 'explain stores.view' \\
          'config show'; do
        "$0" $command > /dev/null; echo $?
      done
      """)
    #expect(run.outputText == "0\n0\n0\n0\n0\n")
    #expect(run.errorText.split(separator: "\n").allSatisfy { $0.contains("is passed over") })
  }

  @Test func `without proc the arguments are known`() throws {
    let run = try desk.shell(
      """
      command -v unshare > /dev/null && unshare -m true 2> /dev/null || { echo skipped; exit; }
      unshare -m bash -c 'mount -t tmpfs none /proc && "$0" scopes --format ids && "$0" --version && \\
        "$0" export --scope stores.view -o k.json' "$0"
      """)
    if run.outputText == "skipped\n" { return }
    #expect(run.status == .exited(0), "\(run.errorText)")
    #expect(run.outputText.hasSuffix(try desk.run("--version").outputText))
    #expect(desk.names == ["k.json"])
  }
}
