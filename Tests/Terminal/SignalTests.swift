import TerminalHarness
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// However the program ends, the terminal is as it was before, and the wait status tells the truth.
@Suite struct SignalTests {
  let workplace: Workplace

  init() throws { workplace = try Workplace() }

  /// Far above a healthy end, far below the half minute that an interactive backtrace takes.
  private static let soon = Duration.seconds(10)

  private func expectRestored(_ session: TerminalSession) throws {
    #expect(session.modesLeftOn == [])
    #expect(!session.screen.isAlternate)
    #expect(session.screen.isCursorVisible)
    #expect(try session.terminalSettings() == session.initialSettings)
  }

  private static let deadly: [Int32] = {
    var signals = [
      SIGHUP, SIGINT, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGTERM, SIGIO,
      SIGUSR1, SIGALRM, SIGVTALRM, SIGPIPE,
    ]
    #if os(Linux)
    // Beside the power failure and the coprocessor, the first, a middle and the last real-time one.
    signals += [SIGPWR, SIGSTKFLT, 34, 49, 64]
    #endif
    return signals
  }()

  @Test(arguments: deadly)
  func aSignalRestoresTheTerminalAndKeepsItsStatus(number: Int32) throws {
    let session = try workplace.design("key.json")
    #expect(session.modesLeftOn.contains("alternate screen"))
    #expect(session.modesLeftOn.contains("bracketed paste"))
    #expect(try session.terminalSettings() != session.initialSettings)
    try session.tick("stores.view")
    session.signal(number)
    #expect(try session.waitForExit(deadline: Self.soon) == .signaled(number))
    try expectRestored(session)
    #expect(workplace.text("key.json") == nil)
  }

  @Test(arguments: [SIGTERM, SIGSEGV, SIGHUP])
  func aSignalInTheMiddleOfAPaintRestoresTheTerminal(number: Int32) throws {
    let session = try workplace.design(size: ScreenSize(rows: 60, columns: 200))
    // Each of these paints all of the screen; the signal meets one of them.
    session.send(String(repeating: "\u{0C}+-", count: 200))
    session.signal(number)
    #expect(try session.waitForExit(deadline: Self.soon) == .signaled(number))
    try expectRestored(session)
  }

  @Test func aSignalInAFormRestoresTheCursorAndTheTerminal() throws {
    let session = try workplace.design()
    session.press("e")
    try session.waitUntil("the cursor of the form") { $0.isCursorVisible }
    session.signal(SIGTERM)
    #expect(try session.waitForExit(deadline: Self.soon) == .signaled(SIGTERM))
    try expectRestored(session)
  }

  @Test(arguments: [SessionRole.job, .leader]) func aHangUpEndsTheProgram(role: SessionRole) throws
  {
    var options = LaunchOptions()
    options.role = role
    let session = try workplace.design(options: options)
    session.hangUp()
    #expect(try session.waitForExit(deadline: Self.soon) == .signaled(SIGHUP))
  }

  @Test func aFileThatMayNotGrowIsNoReasonToDie() throws {
    let session = try workplace.design()
    session.signal(SIGXFSZ)
    try session.tick("stores.view")
    session.signal(SIGTERM)
    #expect(try session.waitForExit(deadline: Self.soon) == .signaled(SIGTERM))
  }

  @Test func aHangUpEndsAProgramThatIgnoresItsSignal() throws {
    var options = LaunchOptions()
    options.ignoredSignals = [SIGHUP]
    let session = try workplace.design(options: options)
    session.signal(SIGHUP)
    // Ignored as under nohup: it goes on.
    session.press("?")
    try session.waitForText("tick or untick")
    session.hangUp()
    let status = try session.waitForExit(deadline: Self.soon)
    #expect([.exited(130), .signaled(SIGHUP)].contains(status))
  }

  @Test func controlCLeavesAtOnceWhereNothingIsUnsaved() throws {
    let session = try workplace.design()
    session.press(.ctrl("c"))
    #expect(try session.waitForExit() == .exited(130))
    try expectRestored(session)
  }

  @Test func controlCAsksWhereSomethingIsUnsaved() throws {
    let session = try workplace.design()
    try session.tick("stores.view")
    session.press(.ctrl("c"))
    try session.waitForText("There are changes that are not written")
    session.press(.escape)
    try session.waitForText("Store Management")
    session.press(.ctrl("c"))
    try session.waitForText("There are changes that are not written")
    session.press("d")
    #expect(try session.waitForExit() == .exited(130))
    try expectRestored(session)
  }

  @Test func controlBackslashRestoresTheTerminal() throws {
    let session = try workplace.design()
    session.press(.ctrl("\\"))
    #expect(try session.waitForExit(deadline: Self.soon) == .signaled(SIGQUIT))
    try expectRestored(session)
  }

  @Test func leavingRestoresTheTerminal() throws {
    let session = try workplace.design()
    #expect(try session.quit() == .exited(130))
    try expectRestored(session)
  }
}
