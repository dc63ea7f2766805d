import TerminalHarness
import Testing

/// Machines that lack what most have: the terminal's entry, the locale's files, the converters.
@Suite struct AnyMachineTests {
  let workplace: Workplace

  init() throws { workplace = try Workplace() }

  @Test(
    "A terminal of the kind of xterm that the database does not know is drawn on all the same",
    arguments: ["xterm-no-such", "tmux-no-such", "foot-no-such", "wezterm-no-such", "st-no-such"])
  func terminalsThatNobodyDescribed(kind: String) throws {
    let session = try workplace.design(environment: ["TERM": kind])
    session.press(.down, .space)
    try session.waitForText("ticked stores.view")
    #expect(session.screen.cell(2, 0).style.reverse)
    #expect(session.modesEverNamed.contains(1049))
    session.press("u", "q")
    #expect(try session.waitForExit() == .exited(130))
    #expect(session.modesLeftOn == [])
    #expect(try session.terminalSettings() == session.initialSettings)
  }

  @Test("The entry that is built in is the one that its source says")
  func theBuiltInEntryIsItsSource() throws {
    let path = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
    let script = """
      set -e
      file='\(path)/Sources/CCurses/BuiltinTerminal.c'
      sed -n 's|^//   ||p' "$file" | sed 's/^  /\\t/' > entry.src
      mkdir entries && tic -x -o entries entry.src
      TERMINFO="$PWD/entries" infocmp -Q2 -q keywright-xterm | tr -d '\\n' > made
      sed -n 's/^    "\\(.*\\)";\\{0,1\\}$/\\1/p' "$file" | tr -d '\\n' > held
      cmp made held
      """
    let run = try CommandRun(
      "bash", ["-c", script], environment: workplace.environment(), directory: workplace.home.path)
    #expect(run.status == .exited(0), "\(run.outputText)\(run.errorText)")
  }

  @Test(
    "A UTF-8 locale that is not installed shows every character",
    arguments: ["xx_YY.UTF-8", "de_DE.utf8@none", "UTF-8"])
  func localesThatAreNotInstalled(name: String) throws {
    try workplace.home.write(
      Manifests.text(before: ["\"label\": \"caf\u{E9} \u{6F22}\""], scopes: ["stores.view"]),
      to: "key.json")
    let session = try workplace.design("key.json", environment: ["LANG": name])
    #expect(session.screen.contains("\u{25BE} [~] Store Management"))
    session.press("e")
    try session.waitForText("caf\u{E9} \u{6F22}")
  }

  @Test("Without the C library's converters a terminal of Latin-1 gets its letters")
  func convertersAreNotNeeded() throws {
    try workplace.home.write(
      Manifests.text(before: ["\"label\": \"caf\u{E9} \u{6F22}\""], scopes: ["stores.view"]),
      to: "key.json")
    let made = try CommandRun(
      "bash",
      ["-c", "mkdir locales && localedef -i en_US -f ISO-8859-1 locales/en_US.ISO-8859-1"],
      environment: workplace.environment(), directory: workplace.home.path)
    guard made.status == .exited(0) else {
      print("skipped: localedef made no ISO-8859-1 locale: \(made.errorText)")
      return
    }
    let session = try workplace.design(
      "key.json",
      environment: [
        "LOCPATH": workplace.home.file("locales"), "LC_ALL": "en_US.ISO-8859-1",
        "GCONV_PATH": "/nowhere",
      ])
    session.press("e")
    try session.waitForText("Rotate by")
    #expect(session.log.contains(0xE9))
    #expect(session.log.allSatisfy { $0 < 0x80 || $0 == 0xE9 })
    session.press(.escape)
    try session.waitForText("q quit")
    session.press("q")
    #expect(try session.waitForExit() == .exited(130))
  }

  @Test(
    "Who reads from a terminal is told that the program does",
    arguments: [
      ("lint", "-"), ("lint", "--files-from=-"), ("need", "-"), ("adopt", "-"), ("probe", "-"),
    ])
  func standardInputIsNamed(command: String, input: String) throws {
    let session = try workplace.start(command, input)
    try session.waitForText("Ctrl-D ends it")
    session.send(bytes: [4])
    #expect(try session.waitForExit() == .exited(2))
  }
}
