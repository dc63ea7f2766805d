import TerminalHarness
import Testing

/// The harness itself, on programs that every system has.
@Suite struct HarnessTests {
  let home: TemporaryFolder

  init() throws { home = try TemporaryFolder() }

  private func shell(
    _ script: String, size: ScreenSize = .standard, options: LaunchOptions = LaunchOptions()
  ) throws -> TerminalSession {
    try TerminalSession(
      executable: "/bin/sh", arguments: ["-c", script],
      environment: cleanEnvironment(home: home.path), size: size, options: options)
  }

  @Test func screenShowsTextStyleAndColor() throws {
    let session = try shell(#"printf 'plain \033[1;4;31mred\033[0m \033[7mrev\033[m 漢字 e\314\201'"#)
    try session.waitForExit()
    let screen = session.screen
    #expect(screen.text(row: 0) == "plain red rev 漢字 e\u{301}")
    let red = try #require(screen.find("red"))
    let style = screen.cell(red.row, red.column).style
    #expect(style.bold && style.underline && !style.reverse)
    #expect(style.foreground == .index(1) && style.background == .standard)
    #expect(screen.cell(0, 10).style.reverse)
    #expect(screen.cell(0, 14).width == 2 && screen.cell(0, 15).width == 0)
    #expect(screen.find("字") == ScreenPoint(row: 0, column: 16))
    #expect(screen.cursor == ScreenPoint(row: 0, column: 20))
  }

  @Test func typedTextAndPastesArrive() throws {
    let session = try shell("echo ready; cat")
    try session.waitForText("ready")
    session.press("hello", .enter)
    try session.waitUntil("echo and copy") { $0.rows.count { $0 == "hello" } == 2 }
    session.press(.ctrl("d"))
    #expect(try session.waitForExit() == .exited(0))
  }

  @Test func resizeIsSeenByTheProgram() throws {
    let session = try shell("stty size; read x; stty size", size: ScreenSize(rows: 7, columns: 33))
    try session.waitForText("7 33")
    session.resize(rows: 9, columns: 41)
    session.press(.enter)
    try session.waitForText("9 41")
    #expect(session.screen.size == ScreenSize(rows: 9, columns: 41))
  }

  @Test func exitStatusIsExact() throws {
    #expect(try shell("exit 41").waitForExit() == .exited(41))
    let session = try shell("echo up; sleep 600")
    try session.waitForText("up")
    session.signal(15)
    #expect(try session.waitForExit() == .signaled(15))
  }

  @Test func pipedOutputIsNotOnTheScreen() throws {
    let session = try shell(
      "cat; echo shown > /dev/tty; echo no >&2",
      options: LaunchOptions(standardInput: .pipe, standardOutput: .pipe, standardError: .pipe))
    let input = [UInt8](repeating: UInt8(ascii: "x"), count: 300_000)
    session.writeStandardInput(input)
    session.closeStandardInput()
    #expect(try session.waitForExit() == .exited(0))
    #expect(session.standardOutput == input)
    #expect(session.standardError == Array("no\n".utf8))
    #expect(session.screen.text(row: 0) == "shown")
  }

  @Test func settingsOutliveTheProgram() throws {
    let clean = try shell("stty raw -echo; echo raw; read x; stty sane iutf8; exit 3")
    try clean.waitForText("raw")
    #expect(try clean.terminalSettings() != clean.initialSettings)
    clean.press("x", .ctrl("j"))
    #expect(try clean.waitForExit() == .exited(3))
    let left = try shell("stty -echo -icanon")
    try left.waitForExit()
    let settings = try left.terminalSettings()
    #expect(settings.local != left.initialSettings.local)
    #expect(settings.input == left.initialSettings.input)
  }

  @Test func jobsStopAndResume() throws {
    let session = try shell("trap 'echo awake' CONT; echo ready; read x; echo got $x; kill -9 $$")
    try session.waitForText("ready")
    session.press(.ctrl("z"))
    #expect(try session.waitForStop() == 20)
    try session.resume()
    try session.waitForText("awake")
    session.press("word", .enter)
    #expect(try session.waitForExit() == .signaled(9))
  }

  @Test func leadersHaveNoShell() throws {
    var options = LaunchOptions()
    options.role = .leader
    let session = try shell("ps -o pid=,sid= -p $$; tty", options: options)
    try session.waitForExit()
    let numbers = session.screen.text(row: 0).split(separator: " ").map(String.init)
    #expect(numbers == Array(repeating: String(session.processIdentifier), count: 2))
    #expect(session.screen.text(row: 1).hasPrefix("/dev/"))
  }

  @Test func controllingTerminalCanBeMissing() throws {
    var options = LaunchOptions()
    options.hasControllingTerminal = false
    let session = try shell("tty; (echo up > /dev/tty) 2> /dev/null || echo none", options: options)
    #expect(try session.waitForExit() == .exited(0))
    #expect(session.screen.text(row: 1) == "none")
  }

  @Test(arguments: [SessionRole.job, .leader]) func hangUpIsASignal(role: SessionRole) throws {
    var options = LaunchOptions(standardOutput: .pipe)
    options.role = role
    let session = try shell(
      "trap 'echo hup; exit 5' HUP; echo up; while :; do read x; done",
      options: options)
    try session.waitForOutput("start") { $0 == Array("up\n".utf8) }
    session.hangUp()
    #expect(try session.waitForExit() == .exited(5))
    #expect(session.standardOutput == Array("up\nhup\n".utf8))
  }

  @Test func ignoredSignalsStayIgnored() throws {
    var options = LaunchOptions()
    options.ignoredSignals = [1]
    let session = try shell("kill -HUP $$; echo still here", options: options)
    #expect(try session.waitForExit() == .exited(0))
    #expect(session.screen.contains("still here"))
  }

  @Test func modesThatStayOnAreNamed() throws {
    let dirty = try shell(
      #"printf '\033[?1049h\033[?25l\033[?1000;1006h\033[?2004h\033[?1h\033=\033[1;31mx'"#)
    try dirty.waitForExit()
    #expect(
      dirty.modesLeftOn == [
        "application cursor keys", "cursor hidden", "mouse", "SGR mouse", "alternate screen",
        "bracketed paste", "application keypad", "colors or attributes",
      ])
    #expect(dirty.screen.isAlternate && dirty.screen.isMouseOn && !dirty.screen.isCursorVisible)
    let clean = try shell(#"tput smcup; tput smkx; tput civis; tput cnorm; tput rmkx; tput rmcup"#)
    try clean.waitForExit()
    #expect(clean.modesLeftOn == [])
    #expect(clean.modesEverNamed.isSuperset(of: [1, 25, 1_049]))
  }

  @Test func failureShowsTheScreen() throws {
    let session = try shell("echo something else; read x")
    try session.waitForText("something")
    let error = #expect(throws: HarnessError.self) {
      try session.waitForText("never", deadline: .milliseconds(20))
    }
    #expect(error?.description.contains("|something else") == true)
    session.press(.enter)
    #expect(throws: HarnessError.self) { try session.waitForText("never") }
  }

  @Test func commandsRunWithoutATerminal() throws {
    let input = [UInt8](repeating: UInt8(ascii: "y"), count: 1_000_000)
    let run = try CommandRun(
      "/bin/sh", ["-c", "tee /dev/stderr; test -t 0 || exit 3"], input: input,
      environment: cleanEnvironment(home: home.path))
    #expect(run.status == .exited(3))
    #expect(run.output == input)
    #expect(run.error == input)
    #expect(throws: HarnessError.self) {
      try CommandRun(
        "sleep", ["600"], environment: cleanEnvironment(home: home.path),
        deadline: .milliseconds(20))
    }
  }

  @Test func keysFollowTheTerminalsModes() throws {
    let session = try shell(
      "stty -icanon -echo; printf 'up\\033[?1h\\033[?2004h\\033[?1000;1006h'; exec od -An -c -w16")
    try session.waitForText("up")
    session.press(.down, .f(5), .backTab)
    session.paste("a")
    #expect(session.click(row: 2, column: 3))
    session.send("1234567")
    try session.waitUntil("all keys") { $0.contains("3   4   5") }
    let typed = session.screen.text.split(whereSeparator: { $0 == " " || $0 == "\n" }).joined()
    #expect(typed.hasPrefix("up033OB033[15~033[Z033[200~a033[201~033[<0;4;3M033[<0;4;3m12345"))
  }

  @Test func questionsAreAnswered() throws {
    let session = try shell(
      "stty -icanon -echo; printf '\\033[5;7H\\033[6n'; dd bs=1 count=6 2> /dev/null | od -An -c")
    try session.waitForExit()
    #expect(session.screen.contains("033   [   5   ;   7   R"))
  }

  @Test func picturesAreExact() throws {
    let session = try shell(
      #"printf '\342\224\214\342\224\200 <a&b> \033[7;1mon\033[m'"#,
      size: ScreenSize(rows: 2, columns: 12))
    try session.waitForExit()
    let picture = session.screen.svg(title: "A \"title\"")
    #expect(picture == session.screen.svg(title: "A \"title\""))
    #expect(picture.contains("&lt;a&amp;b&gt;"))
    #expect(picture.contains("<title>A &quot;title&quot;</title>"))
    #expect(picture.contains("font-weight=\"700\">on</text>"))
    #expect(picture.contains("<path d=\"M20.2 "))
    #expect(!picture.contains("┌"))
  }

  @Test(arguments: [(1, 1), (300, 100), (2, 200), (60, 3)])
  func anySizeWillDo(columns: Int, rows: Int) throws {
    let session = try shell(
      "tput smcup; while read x; do stty size; tput cup 200 200; done", size: .standard)
    for size in [(rows, columns), (24, 80), (1, 1), (rows, columns)] {
      session.resize(rows: size.0, columns: size.1)
      let mark = session.bytesReceived
      session.press(.enter)
      try session.waitUntil("the size \(size)") { _ in
        String(decoding: session.bytes(since: mark), as: UTF8.self).contains("\(size.0) \(size.1)")
      }
      let screen = session.screen
      #expect(screen.size == ScreenSize(rows: size.0, columns: size.1))
      #expect(screen.cursor.row < size.0 && screen.cursor.column < size.1)
    }
  }

  @Test func productsAreFound() throws {
    #expect(try builtExecutable(named: "keywright").hasSuffix("/keywright"))
  }
}
