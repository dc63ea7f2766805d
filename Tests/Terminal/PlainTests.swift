import TerminalHarness
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The designer in lines, as the real program on terminals and pipes.
@Suite struct PlainTests {
  let workplace: Workplace

  init() throws { workplace = try Workplace() }

  private let view = Manifests.text(scopes: ["stores.view"])

  @Test("A whole session at a terminal draws nothing: no escape, no mode, no change of settings")
  func aSessionAtATerminal() throws {
    let session = try workplace.start("--plain", "key.json")
    try session.waitForText("help lists the commands.")
    #expect(try session.terminalSettings() == session.initialSettings)
    session.send("tick stores.view\n")
    try session.waitForText("ticked stores.view")
    session.send("write\n")
    try session.waitForText("wrote 1 scope")
    session.send("quit\n")
    #expect(try session.waitForExit() == .exited(0))
    #expect(workplace.text("key.json") == view)
    #expect(!session.log.contains(0x1B))
    #expect(session.log.allSatisfy { $0 >= 0x20 || [0x0A, 0x0D].contains($0) })
    #expect(session.modesEverNamed == [] && session.modesLeftOn == [])
  }

  @Test(
    "A terminal that cannot be drawn on gets lines, and is told why",
    arguments: [
      ("dumb" as String?, "TERM is `dumb`"), (nil, "TERM is not set"), ("", "TERM is not set"),
      ("no-such\u{1B}]0;x\u{7}", "TERM is `no-such"), ("../../etc/passwd", "TERM is `../../etc"),
    ])
  func terminalsThatCannotBeDrawnOn(kind: String?, reason: String) throws {
    let session = try workplace.start("key.json", environment: ["TERM": kind])
    try session.waitForText("help lists the commands.")
    #expect(session.screen.text.replacing("\n", with: "").contains(reason))
    session.send("tick stores.view\nwrite\nquit\n")
    #expect(try session.waitForExit() == .exited(0))
    #expect(workplace.text("key.json") == view)
    #expect(!session.log.contains(0x1B) && !session.log.contains(7))
    #expect(try session.terminalSettings() == session.initialSettings)
  }

  @Test("An entry without cursor addressing gets lines, though its name is one of xterm's")
  func entriesThatBreakTheirNamesPromise() throws {
    let source = try workplace.home.write(
      "xterm-still|cannot move its cursor,\n\tuse=xterm, cup@,\n", to: "entry.src")
    let entries = workplace.home.file("terminfo")
    let compiled = try CommandRun(
      "tic", ["-x", "-o", entries, source], environment: workplace.environment([:]))
    try #require(compiled.status == .exited(0), "\(compiled.errorText)")
    let session = try workplace.start(
      "key.json", environment: ["TERM": "xterm-still", "TERMINFO": entries])
    try session.waitForText("help lists the commands.")
    #expect(session.screen.text.replacing("\n", with: "").contains("TERM is `xterm-still`"))
    session.send("quit\n")
    #expect(try session.waitForExit() == .exited(130))
    #expect(session.modesEverNamed == [] && !session.log.contains(0x1B))
    #expect(try session.terminalSettings() == session.initialSettings)
  }

  @Test("What is typed ahead of an unknown terminal's lines is not lost")
  func inputTypedAheadOfLines() throws {
    let session = try workplace.start("key.json", environment: ["TERM": "no-such-terminal"])
    session.send("tick stores.view\nwrite\nquit\n")
    #expect(try session.waitForExit() == .exited(0))
    #expect(workplace.text("key.json") == view)
  }

  @Test("Of two sessions on one file the first learns of the second with its next change, once")
  func twoSessionsOnOneFile() throws {
    let first = try workplace.start("--plain", "key.json")
    try first.waitForText("help lists the commands.")
    let second = try workplace.start("--plain", "key.json")
    let notice = "process \(first.processIdentifier) has this file open too"
    try second.waitForText(notice)
    #expect(!first.screen.contains("open too"))
    first.send("tick stores.view\n")
    try first.waitForText("process \(second.processIdentifier) has this file open too")
    first.send("untick stores.view\n")
    try first.waitForText("unticked stores.view")
    first.send("quit\n")
    #expect(try first.waitForExit() == .exited(130))
    let log = String(decoding: first.log, as: UTF8.self)
    #expect(log.ranges(of: "has this file open too").count == 1)
  }

  @Test("Bytes that are no text are said to be none, and change nothing")
  func noText() throws {
    let session = try workplace.start("--plain", "key.json")
    try session.waitForText("help lists the commands.")
    session.send(bytes: Array("label caf".utf8) + [0xE9] + Array("\n".utf8))
    try session.waitForText("That line is not UTF-8; nothing was done.")
    session.send("label café\ntick stores.view\nwrite\nquit\n")
    #expect(try session.waitForExit() == .exited(0))
    #expect(workplace.text("key.json")?.contains("\"label\": \"café\"") == true)
  }

  @Test("The environment can ask for lines once and for all")
  func environmentAsks() throws {
    let session = try workplace.start(environment: ["KEYWRIGHT_PLAIN": "1"])
    try session.waitForText("help lists the commands.")
    session.send("quit\n")
    #expect(try session.waitForExit() == .exited(130))
    #expect(!session.log.contains(0x1B))
  }

  @Test("A variable that is 0 or empty asks for nothing", arguments: ["0", ""])
  func environmentDoesNotAsk(value: String) throws {
    let session = try workplace.design(environment: ["KEYWRIGHT_PLAIN": value])
    #expect(try session.quit() == .exited(130))
  }

  @Test("On a pipe the key alone goes to standard output, all else to the terminal")
  func pipedOutput() throws {
    let session = try workplace.start(
      "--plain", options: LaunchOptions(standardOutput: .pipe))
    try session.waitForText("help lists the commands.")
    session.send("tick stores.view\nwrite\n")
    #expect(try session.waitForExit() == .exited(0))
    #expect(String(decoding: session.standardOutput, as: UTF8.self) == view)
    #expect(session.screen.contains("wrote 1 scope"))
  }

  @Test("With standard error redirected as well, a person is spoken to on the terminal")
  func redirectedError() throws {
    let session = try workplace.start(
      "--plain", options: LaunchOptions(standardOutput: .pipe, standardError: .pipe))
    try session.waitForText("help lists the commands.")
    session.send("tick stores.view\nwrite\n")
    #expect(try session.waitForExit() == .exited(0))
    #expect(session.standardError.isEmpty)
  }

  @Test("A script writes a key with no terminal at all; its record shows what was asked")
  func aScriptWithoutATerminal() throws {
    let run = try CommandRun(
      workplace.program, ["--plain", "key.json"], input: Array("tick stores.view\nwrite\n".utf8),
      environment: workplace.environment(), directory: workplace.home.path)
    #expect(run.status == .exited(0))
    #expect(workplace.text("key.json") == view)
    #expect(run.output.isEmpty)
    #expect(run.errorText.contains("> tick stores.view\nticked stores.view\n"))
    #expect(run.errorText.contains("> write\nwrote 1 scope"))
    #expect(!run.errorText.contains("\u{1B}"))
  }

  @Test("A manifest on standard input leaves the terminal for the commands")
  func manifestOnStandardInput() throws {
    let session = try workplace.start(
      "--plain", "-", options: LaunchOptions(standardInput: .pipe, standardOutput: .pipe))
    session.writeStandardInput(Array(Manifests.handFormatted.utf8))
    session.closeStandardInput()
    try session.waitForText("2 of 53 scopes chosen")
    session.send("write\n")
    #expect(try session.waitForExit() == .exited(0))
    #expect(String(decoding: session.standardOutput, as: UTF8.self) == Manifests.handFormatted)
  }

  @Test("The end of a script without a write leaves nothing behind, and says 130")
  func endWithoutWrite() throws {
    for input in ["", "tick stores.view\n", "tick stores.view\nquit\n", "tick stores.view"] {
      let run = try CommandRun(
        workplace.program, ["--plain", "key.json"], input: Array(input.utf8),
        environment: workplace.environment(), directory: workplace.home.path)
      #expect(run.status == .exited(130), "\(input)")
      #expect(workplace.text("key.json") == nil)
    }
  }

  @Test("Control-D asks while there are changes, and leaves the second time")
  func controlD() throws {
    let session = try workplace.start("--plain", "key.json")
    try session.waitForText("help lists the commands.")
    session.send("tick stores.view\n")
    try session.waitForText("ticked stores.view")
    session.press(.ctrl("d"))
    try session.waitForText("write, discard or stay?")
    session.press(.ctrl("d"))
    #expect(try session.waitForExit() == .exited(130))
    #expect(workplace.text("key.json") == nil)
  }

  @Test("Signals end it with their own status", arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
  func signals(number: Int32) throws {
    let session = try workplace.start("--plain", "key.json")
    try session.waitForText("help lists the commands.")
    session.send("tick stores.view\n")
    try session.waitForText("ticked stores.view")
    session.signal(number)
    #expect(try session.waitForExit() == .signaled(number))
    #expect(try session.terminalSettings() == session.initialSettings)
    #expect(workplace.text("key.json") == nil)
  }

  @Test("What a killed session had not written is offered in lines, and taken")
  func offersADraft() throws {
    let first = try workplace.start("--plain", "key.json")
    try first.waitForText("help lists the commands.")
    first.send("tick stores.view\nlist c2\n")
    try first.waitForText("stores.categories.view")
    first.signal(SIGKILL)
    try first.waitForExit()
    let second = try workplace.start("--plain", "key.json")
    try second.waitForText("take, leave or discard?")
    #expect(second.screen.contains("+ stores.view"))
    second.send("what\ntake\nwrite\nquit\n")
    #expect(try second.waitForExit() == .exited(0))
    #expect(workplace.text("key.json") == view)
    let third = try workplace.start("--plain", "key.json")
    try third.waitForText("help lists the commands.")
    #expect(!third.screen.contains("draft"))
  }

  @Test("Control-Z stops it and fg brings it back where it was")
  func suspends() throws {
    let session = try workplace.start("--plain")
    try session.waitForText("help lists the commands.")
    session.press(.ctrl("z"))
    #expect(try session.waitForStop() == SIGTSTP)
    try session.resume()
    session.send("tick stores.view\n")
    try session.waitForText("ticked stores.view")
  }

  @Test(
    "Lines are as wide as the terminal, or as COLUMNS says", arguments: [nil, "44"] as [String?])
  func widths(columns: String?) throws {
    let session = try workplace.start(
      "--plain", size: ScreenSize(rows: 50, columns: 60), environment: ["COLUMNS": columns])
    try session.waitForText("Komerza 2026-06-24")
    session.send("show stores.orders.deliver\n")
    try session.waitForText("Opens 4 calls")
    let widest = session.screen.rows.map(\.count).max() ?? 0
    #expect(widest <= (columns.flatMap { Int($0) } ?? 60) && widest > 36)
  }

  @Test("A last line that is too long is not done in part")
  func lastLineTooLong() throws {
    // The line goes beyond what is kept, and its end reads as a command.
    let input = Array((String(repeating: " ", count: 65_537 + 16_384) + "tick stores.view").utf8)
    let run = try CommandRun(
      workplace.program, ["--plain", "a.json"], input: input,
      environment: workplace.environment([:]), directory: workplace.home.path)
    #expect(run.errorText.contains("That line is too long; nothing was done."))
    #expect(!run.errorText.contains("ticked"))
  }

  @Test("Garbage, a line without an end and a locale without its letters do no harm")
  func garbage() throws {
    let garbage = (0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) }
    let input =
      garbage + [0x0A] + Array(String(repeating: "x", count: 300_000).utf8) + [0x0A]
      + Array("label caf\u{E9}\ndetails\ntick stores.view\nwrite\n".utf8)
    for locale in ["C.UTF-8", "C"] {
      let run = try CommandRun(
        workplace.program, ["--plain", "\(locale).json"], input: input,
        environment: workplace.environment(["LC_ALL": locale]), directory: workplace.home.path)
      #expect(run.status == .exited(0))
      #expect(run.errorText.contains("That line is too long; nothing was done."))
      #expect(
        !run.errorText.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0 == "\u{7F}" })
      #expect(run.errorText.contains(locale == "C" ? "Label: caf?" : "Label: caf\u{E9}"))
      let text = try #require(workplace.text("\(locale).json"))
      #expect(text.contains("\"label\": \"caf\u{E9}\""))
    }
  }
}
