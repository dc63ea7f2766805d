import TerminalHarness
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The program in real multiplexers; each test says so and ends where its own is not installed.
@Suite struct MultiplexerTests {
  let workplace: Workplace

  init() throws { workplace = try Workplace() }

  private func isInstalled(_ program: String) -> Bool {
    if access("/usr/bin/\(program)", X_OK) == 0 { return true }
    print("skipped: \(program) is not installed")
    return false
  }

  /// Starts a multiplexer in a terminal of its own.
  private func start(
    _ program: String, _ arguments: [String], adding variables: [String: String] = [:]
  ) throws -> TerminalSession {
    var environment = workplace.environment(["SHELL": "/bin/sh", "TERM": "xterm-256color"])
    environment.merge(variables) { $1 }
    var options = LaunchOptions()
    options.directory = workplace.home.path
    return try TerminalSession(
      executable: "/usr/bin/\(program)", arguments: arguments, environment: environment,
      size: ScreenSize(rows: 24, columns: 110), options: options)
  }

  private func startScreen(_ command: [String]) throws -> TerminalSession {
    try workplace.home.write("startup_message off\n", to: "screenrc")
    let sockets = workplace.home.file("sockets")
    #expect(mkdir(sockets, 0o700) == 0)
    return try start(
      "screen", ["-U", "-c", workplace.home.file("screenrc")] + command,
      adding: ["SCREENDIR": sockets])
  }

  /// A shell that starts the program and has a prompt afterwards.
  private var shell: [String] {
    ["/bin/sh", "-c", "'\(workplace.program)' key.json; printf 'PROMPT> '; read line"]
  }

  /// Leaves the program, and looks at where the prompt then stands.
  private func expectACleanPrompt(_ session: TerminalSession) throws {
    session.press("q")
    try session.waitForText("PROMPT>")
    let screen = session.screen
    let row = try #require(
      (0..<screen.size.rows).first { screen.text(row: $0).contains("PROMPT>") })
    #expect(screen.text(row: row).hasPrefix("PROMPT>"))
    #expect(screen.text(row: row).dropFirst(7).allSatisfy { $0 == " " })
    #expect(((row + 1)..<screen.size.rows).allSatisfy { screen.text(row: $0).isEmpty })
    session.press(.enter)
    _ = try session.waitForExit()
  }

  @Test func escapeWorksInGNUScreen() throws {
    guard isInstalled("screen") else { return }
    let session = try startScreen([workplace.program, "key.json"])
    try session.waitForText("in screen the mouse is off")
    session.press("/")
    try session.waitForText("Filter:")
    session.send("refund")
    try session.waitForText("Filter: refund")
    session.press(.escape)
    try session.waitForText("filter cleared")
    session.press("q")
    _ = try session.waitForExit()
  }

  @Test func thePromptStandsOnACleanLineInGNUScreen() throws {
    guard isInstalled("screen") else { return }
    let session = try startScreen(shell)
    try session.waitForText("in screen the mouse is off")
    try expectACleanPrompt(session)
  }

  @Test func aTerminalThatIsAttachedAnewGetsTheModesAndTheFrame() throws {
    guard isInstalled("dtach") else { return }
    let socket = workplace.home.file("socket")
    let first = try start("dtach", ["-c", socket, "-r", "winch", workplace.program, "key.json"])
    try first.waitForDesigner()
    first.send("\u{1C}")
    _ = try first.waitForExit()
    let second = try start("dtach", ["-a", socket, "-r", "winch"])
    try second.waitForDesigner()
    try second.settle()
    let sent = String(decoding: second.log, as: UTF8.self)
    for mode in ["\u{1B}[?2004h", "\u{1B}[?1000h", "\u{1B}[?1006h", "\u{1B}[?1h", "\u{1B}>"] {
      #expect(sent.contains(mode), "\(sent.debugDescription)")
    }
    // What this terminal pastes without brackets is no command.
    second.send("wq dx curl -X DELETE https://api.example.com/v1/orders\rq\r")
    try second.waitForText("left out")
    second.press("q")
    _ = try second.waitForExit()
  }
}
