import TerminalHarness
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What terminals do that nobody expects: each was seen in one of those in Assets/Docs/terminals.md.
@Suite struct RealTerminalTests {
  let workplace: Workplace

  init() throws { workplace = try Workplace() }

  private func bytes(_ session: TerminalSession, since mark: Int) -> String {
    String(decoding: session.bytes(since: mark), as: UTF8.self)
  }

  @Test(
    "A size that no screen has is drawn on as far as one is",
    arguments: [
      ScreenSize(rows: 12, columns: 35_125), ScreenSize(rows: 40_000, columns: 60),
    ])
  func aSizeNoScreenHas(size: ScreenSize) throws {
    let session = try workplace.design()
    session.resize(rows: size.rows, columns: size.columns)
    try session.settle()
    session.press("?")
    try session.waitForText("Signs")
    session.press("q")
    #expect(try session.quit() == .exited(130))
    let other = try workplace.start(size: size)
    try other.waitForText("Scopes 0")
    #expect(try other.quit() == .exited(130))
  }

  @Test(
    "Replies of the terminal press nothing",
    arguments: [
      "\u{1B}P>|XTerm(379)\u{1B}\\", "\u{1B}]11;rgb:ffff/ffff/dddd\u{1B}\\", "\u{1B}]lwjq dx\u{7}",
      "\u{1B}_Gi=31;wjq x\u{1B}\\", "\u{1B}[?64;1;2c\u{1B}[24;80R",
    ])
  func replies(_ reply: String) throws {
    let session = try workplace.design()
    session.send(reply)
    session.press("/")
    session.send(reply)
    session.send("a")
    session.send(reply + "b")
    try session.waitForText("Filter: ab")
    #expect(session.screen.contains("Scopes 0/53"))
    session.press(.ctrl("g"))
    try session.waitForText("filter cleared")
    // Without an end: it ends when nothing comes.
    session.send("\u{1B}P>|xwq")
    try session.waitUntilInputIsRead()
    _ = session.bytesReceived(during: .milliseconds(900))
    #expect(try session.quit() == .exited(130))
  }

  @Test func aPasteWithoutBracketsRunsNothing() throws {
    let session = try workplace.design()
    session.send("wq dx curl -X DELETE https://api.example.com/v1/orders\rq\r")
    try session.waitForText("left out")
    #expect(session.screen.contains("Scopes 0/53"))
    session.press("/")
    try session.waitForText("Filter:")
    session.send("the same with thirty-two characters, and more")
    try session.waitForText("Filter: the same with")
  }

  @Test func aPasteThatIsHandedOnKeyByKeyRunsNothing() throws {
    // As dvtm does, which knows no brackets; its own entry may not be installed.
    try workplace.home.write("dvtm-test|without brackets,\n\tuse=xterm-256color,\n", to: "dvtm.ti")
    let made = try CommandRun(
      "bash", ["-c", "mkdir -p info && tic -x -o info dvtm.ti"],
      environment: workplace.environment(), directory: workplace.home.path)
    try #require(made.status == .exited(0))
    let session = try workplace.design(environment: [
      "TERM": "dvtm-test",
      "TERMINFO_DIRS": "\(workplace.home.file("info")):/etc/terminfo:/lib/terminfo:",
    ])
    for byte in "wq dx curl -X DELETE https://api.example.com/v1/orders\rq\r".utf8 {
      session.send(bytes: [byte])
    }
    try session.waitForText("left out")
    #expect(session.screen.contains("Scopes 0/53"))
  }

  @Test func altAndAnArrowMoveByAWordInAForm() throws {
    let session = try workplace.design()
    session.press("e")
    try session.waitForText("Rotate by")
    session.send("two words")
    try session.waitForText("two words")
    session.send("\u{1B}\u{1B}[D")
    session.send("x")
    try session.waitForText("two xwords")
    session.press(.escape)
    try session.waitForText("u brings back what was typed")
    session.press("u")
    try session.waitForText("two xwords")
  }

  @Test func modesAreSetAgainForATerminalThatMayBeAnother() throws {
    let session = try workplace.design()
    for anew in [{ session.press(.ctrl("l")) }, { session.signal(SIGWINCH) }] {
      let mark = session.bytesReceived
      anew()
      try session.settle()
      let sent = bytes(session, since: mark)
      for mode in ["\u{1B}[?2004h", "\u{1B}[?1000h", "\u{1B}[?1006h", "\u{1B}[?1h", "\u{1B}>"] {
        #expect(sent.contains(mode), "\(sent.debugDescription)")
      }
      #expect(sent.contains("Scopes 0/53"), "and all is painted anew")
    }
    #expect(!session.modesChanged.isEmpty)
    #expect(try session.quit() == .exited(130))
    #expect(session.modesLeftOn == [])
  }

  @Test func theKeypadTypesDigits() throws {
    let session = try workplace.design()
    let keypad = String(decoding: session.log, as: UTF8.self)
    let application = keypad.firstRange(of: "\u{1B}=")
    let numeric = try #require(keypad.firstRange(of: "\u{1B}>"))
    #expect(application.map { $0.lowerBound < numeric.lowerBound } ?? true)
  }

  @Test func theFrameIsPaintedAnewAfterACopy() throws {
    let session = try workplace.design()
    try session.tick("stores.view")
    let mark = session.bytesReceived
    session.press("y", "i")
    try session.waitForText("sent 1 id")
    try session.settle()
    let sent = bytes(session, since: mark)
    let copy = try #require(sent.firstRange(of: "\u{1B}]52;"))
    #expect(sent[copy.upperBound...].contains("Store Management"))
  }

  @Test func aCopyGoesToAFileWhereOneIsSet() throws {
    let path = workplace.home.file("clip.txt")
    try workplace.home.write(
      "{\"clipboard\": \"\(path)\"}", to: ".config/keywright/config.json")
    let session = try workplace.design()
    try session.tick("stores.view")
    session.press("y", "i")
    try session.waitForText("copied 1 id, 12 bytes, to /")
    #expect(workplace.text("clip.txt") == "stores.view\n")
    #expect(!String(decoding: session.log, as: UTF8.self).contains("\u{1B}]52;"))
  }

  @Test func aCopyGoesToAProgramWhereOneIsSet() throws {
    for (name, does) in [("xclip", "cat > \"$HOME/took\""), ("xsel", "exit 1")] {
      let path = try workplace.home.write("#!/bin/sh\n\(does)\n", to: "bin/\(name)")
      #expect(chmod(path, 0o755) == 0)
    }
    let path = workplace.home.file("bin") + ":/usr/bin:/bin"
    for (tool, said) in [
      ("xclip", "copied 1 id, 12 bytes, to xclip"), ("xsel", "nothing copied: xsel did not"),
      ("wl-copy", "nothing copied: wl-copy: "),
    ] {
      try workplace.home.write(
        "{\"clipboard\": \"\(tool)\"}", to: ".config/keywright/config.json")
      let session = try workplace.design("\(tool).json", environment: ["PATH": path])
      try session.tick("stores.view")
      session.press("y", "i")
      try session.waitForText(said)
    }
    #expect(workplace.text("took") == "stores.view\n")
  }

  @Test func withoutASecondScreenThePromptStandsOnACleanLine() throws {
    let session = try workplace.design(environment: ["TERM": "vt100"])
    try session.waitForText("q quit")
    #expect(try session.quit() == .exited(130))
    let cursor = session.screen.cursor
    #expect(cursor.column == 0 && session.screen.text(row: cursor.row).isEmpty)
  }
}
