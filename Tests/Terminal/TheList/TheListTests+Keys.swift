import TerminalHarness
import Testing

extension TheListTests {
  @Test("10. Disabled keys say why") func disabledKeysSayWhy() throws {
    let session = try workplace.design()
    for (key, reason) in [
      ("u" as HarnessKey, "u: nothing to undo"), (.ctrl("r"), "Ctrl-R: nothing to redo"),
      ("n", "n: no filter is set: / sets one"),
    ] {
      session.press(key)
      try session.waitForText(reason)
    }
    session.press("w", .space)
    try session.waitForText("Space: the cursor is on no scope")
  }

  @Test("11. Key bar, ? help and man page from one table (KeyTableTests)")
  func keysComeFromOneTable() throws {
    let session = try workplace.design(size: ScreenSize(rows: 200, columns: 120))
    let bar = session.screen.text(row: 199)
    session.press("?")
    try session.waitForText("tick or untick")
    let help = session.screen.rows.map { $0.split(separator: " ").joined(separator: " ") }
    let page = try CommandRun(
      workplace.program, ["manual"], environment: workplace.environment())
    #expect(page.status == .exited(0))
    let text = page.outputText
    for (key, label, words) in [
      ("Space", "tick", "tick or untick"), ("/", "filter", "filter as you type; Esc clears it"),
      ("w", "write", "review and write the key"), ("q", "quit", "leave; asks when unsaved"),
    ] {
      #expect(bar.contains("\(key) \(label)"), "\(bar)")
      #expect(help.contains { $0.hasPrefix(key) && $0.contains(words) }, "\(key)")
      #expect(text.contains(".B \(key)") && text.contains(words), "\(key)")
    }
    #expect(text.hasPrefix(".TH KEYWRIGHT 1") && text.contains(".B redo\n"))
    #expect(!text.contains("\u{1B}"))
  }

  @Test(
    "13. Works from 1x1 to 300x100 (ResizeTests, GoldenFrameTests)",
    arguments: [(1, 1), (1, 80), (24, 1), (9, 39), (10, 40), (24, 80), (100, 300)])
  func worksInEverySize(rows: Int, columns: Int) throws {
    let session = try workplace.start(size: ScreenSize(rows: rows, columns: columns))
    try session.waitForFrame(after: 0)
    let isUsable = rows >= 10 && columns >= 40
    session.press(.space)
    if isUsable {
      try session.settle()
    } else {
      // The frame of another size that is too small comes after the key has been dealt with.
      try session.waitUntilInputIsRead()
      let frames = session.frameCount
      session.resize(rows: rows, columns: columns + 1)
      try session.waitForFrame(after: frames)
    }
    session.resize(rows: 24, columns: 80)
    // What cannot be seen cannot be ticked.
    try session.waitUntil("the tree") {
      $0.contains("Scopes \(isUsable ? 4 : 0)/53") && $0.text(row: 23).contains("help")
    }
    session.resize(rows: rows, columns: columns)
    if isUsable {
      try session.waitUntil("the size again") { $0.text(row: rows - 1).contains("help") }
    } else {
      try session.settle()
    }
  }

  @Test("19. A paste never runs a command (InputTests)") func aPasteRunsNoCommand() throws {
    let session = try workplace.design("key.json")
    session.paste(" wq\r\nd\u{4}")
    try session.waitForText("none is open, so it was left out")
    #expect(session.screen.contains("Scopes 0/53"))
    session.press("e")
    try session.waitForText("Rotate by")
    session.paste("one\r\ntwo\u{4}")
    try session.waitForText("one")
    #expect(session.exitStatus == nil && workplace.text("key.json") == nil)
  }
}
