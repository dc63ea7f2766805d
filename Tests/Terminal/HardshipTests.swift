import TerminalHarness
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Terminals that are lost while HUP is ignored, pipes without a reader, and what sessions leave.
@Suite struct HardshipTests {
  let workplace: Workplace

  init() throws { workplace = try Workplace() }

  /// What is open when the terminal goes: the arguments, and what is typed after the first frame.
  enum Mode: String, CaseIterable {
    case tree, filter, details, review, help, calls, findings, plain, plainQuestion, catalogQuestion

    var arguments: [String] {
      switch self {
      case .plain, .plainQuestion: ["--plain", "key.json"]
      case .catalogQuestion: ["--catalog", "?"]
      default: ["key.json"]
      }
    }

    var keys: String {
      switch self {
      case .tree, .plain, .catalogQuestion: ""
      case .filter: "/ord"
      case .details: "ename"
      case .review: " w"
      case .help: "?"
      case .calls: "c"
      case .findings: "f"
      case .plainQuestion: "tick stores.view\nquit\n"
      }
    }

    var firstText: String {
      switch self {
      case .plain, .plainQuestion: "help lists the commands."
      case .catalogQuestion: "Number or id [1]:"
      default: "tick"
      }
    }
  }

  @Test(arguments: Mode.allCases)
  func aLostTerminalEndsEveryModeThoughItsSignalIsIgnored(mode: Mode) throws {
    var options = LaunchOptions()
    options.ignoredSignals = [SIGHUP]
    options.directory = workplace.home.path
    let session = try TerminalSession(
      executable: workplace.program, arguments: mode.arguments,
      environment: workplace.environment(), size: .standard, options: options)
    try session.waitForText(mode.firstText)
    session.send(mode.keys)
    session.hangUp()
    let status = try session.waitForExit(deadline: .seconds(10))
    #expect([.exited(130), .signaled(SIGHUP)].contains(status), "\(status)")
    #expect(workplace.text("key.json") == nil)
  }

  @Test func aKeyThatNobodyReadsStaysInTheDraft() throws {
    let session = try workplace.design(options: LaunchOptions(standardOutput: .pipe))
    try session.tick("stores.view")
    session.closeStandardOutput()
    session.press("w")
    try session.waitForText("Write to   standard output")
    session.press(.enter)
    #expect(try session.waitForExit() == .exited(2))
    #expect(session.screen.contains("standard output cannot be written: Broken pipe"))
    #expect(session.screen.contains("the key is kept as a draft"))
    #expect(session.modesLeftOn == [])
    let next = try workplace.start()
    try next.waitForText("A draft is there")
  }

  @Test func aStandardOutputThatIsClosedIsToldBeforeAnythingIsDesigned() throws {
    let run = try CommandRun(
      "bash", ["-c", "\"$0\" >&-; echo $?", workplace.program],
      environment: workplace.environment(), directory: workplace.home.path)
    #expect(run.outputText == "2\n")
    #expect(
      run.errorText == "keywright: standard output is closed, and the key would go there. "
        + "Name a file with -o, or a manifest.\n")
  }

  @Test func sessionsLeaveNoFileBehind() throws {
    let count = getenv("KEYWRIGHT_LONG") == nil ? 4 : 200
    for number in 1...count {
      let session = try workplace.design("key\(number).json")
      session.press(.space)
      if number % 2 == 0 {
        session.press("u", "q")
        #expect(try session.waitForExit() == .exited(130))
      } else {
        session.press("w")
        try session.waitForText("Write to   key\(number).json")
        session.press(.enter)
        try session.waitForText("wrote ")
        #expect(try session.quit() == .exited(0))
      }
    }
    let folders = [".local", ".local/state", ".local/state/keywright"]
    let written = stride(from: 1, through: count, by: 2).map { "key\($0).json" }
    #expect(workplace.home.names().filter { !folders.contains($0) } == written.sorted())
  }
}
