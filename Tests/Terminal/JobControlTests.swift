import TerminalHarness
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Stopping and coming back, as under a shell.
@Suite struct JobControlTests {
  let workplace: Workplace

  init() throws { workplace = try Workplace() }

  @Test func controlZGivesTheTerminalBackAndFgReturns() throws {
    let session = try workplace.design()
    try session.tick("stores.view")
    session.press(.ctrl("z"))
    #expect(try session.waitForStop() == SIGTSTP)
    #expect(session.modesLeftOn == [])
    #expect(try session.terminalSettings() == session.initialSettings)
    try session.resume()
    try session.waitUntil("the designer again") {
      $0.isAlternate && $0.contains("Scopes 1/53")
    }
    #expect(try session.terminalSettings() != session.initialSettings)
    session.press("u")
    try session.waitForText("Scopes 0/53")
    #expect(try session.quit() == .exited(130))
    #expect(session.modesLeftOn == [])
  }

  @Test func aResizeWhileStoppedIsSeen() throws {
    let session = try workplace.design()
    session.press(.ctrl("z"))
    try session.waitForStop()
    session.resize(rows: 40, columns: 110)
    try session.resume()
    try session.waitUntil("the new size") {
      $0.isAlternate && $0.text(row: 39).contains("q quit")
        && $0.text(row: 0).contains("Scopes")
    }
    #expect(session.screen.text(row: 0).contains("Scopes 0/53"))
    #expect(session.screen.cell(0, 109).style.reverse)
  }

  @Test func theLeaderOfASessionDoesNotStop() throws {
    var options = LaunchOptions()
    options.role = .leader
    let session = try workplace.design(options: options)
    session.press(.ctrl("z"), .space)
    try session.waitForText("Scopes 4/53")
    session.press("u", "q")
    #expect(try session.waitForExit() == .exited(130))
  }

  @Test func aStopFromOutsideIsSurvived() throws {
    let session = try workplace.design()
    session.signal(SIGSTOP)
    #expect(try session.waitForStop() == SIGSTOP)
    try session.resume()
    try session.settle()
    session.press(.space)
    try session.waitForText("Scopes 4/53")
  }

  @Test(arguments: ["bash", "dash"]) func shellsStopAndResumeIt(shell: String) throws {
    let arguments = shell == "bash" ? ["--norc", "--noprofile", "-i"] : ["-i"]
    guard ["/bin", "/usr/bin"].contains(where: { access("\($0)/\(shell)", X_OK) == 0 }) else {
      return
    }
    var options = LaunchOptions()
    options.directory = workplace.home.path
    let session = try TerminalSession(
      executable: shell, arguments: arguments,
      environment: workplace.environment(["PS1": "ready$ ", "HISTFILE": "/dev/null"]),
      options: options)
    try session.waitForText("ready$")
    session.send("stty -a > before.txt; \(workplace.program)\r")
    try session.waitUntil("the designer") { $0.isAlternate && $0.contains("Scopes 0/53") }
    session.press(.space)
    try session.waitForText("Scopes 4/53")
    session.press(.ctrl("z"))
    // Each shell says it in words of its own.
    try session.waitUntil("the shell again") { screen in
      !screen.isAlternate && screen.rows.last { $0 != "" }?.hasPrefix("ready$") == true
    }
    #expect(session.modesLeftOn.filter { $0 != "bracketed paste" } == [])
    session.resize(rows: 30, columns: 90)
    session.press("echo between=$((6*7))", .enter)
    try session.waitForText("between=42")
    session.press("fg; echo after=$?", .enter)
    try session.waitUntil("the designer in the new size") {
      $0.isAlternate && $0.contains("Scopes 4/53") && $0.text(row: 29).contains("q quit")
    }
    session.press("q")
    try session.waitForText("There are changes")
    session.press("d")
    try session.waitUntil("the shell at the end") { !$0.isAlternate && $0.contains("after=130") }
    session.press("stty -a > after.txt; echo done=$((6*7))", .enter)
    try session.waitForText("done=42")
    // All but the size, which the first line has.
    let before = try #require(workplace.text("before.txt")).split(separator: "\n").dropFirst()
    let after = try #require(workplace.text("after.txt")).split(separator: "\n").dropFirst()
    #expect(before == after)
    session.press("exit", .enter)
    try session.waitForExit()
  }
}
