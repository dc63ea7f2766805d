import TerminalHarness
import Testing

// Points about what the hands do: which keys, and the mouse.

extension TheListTests {
  @Test(
    "12. Arrows, vi and emacs keys; nothing needs Esc, ^S, ^Q or a function key (KeyTableTests)")
  func noKeyIsOutOfReach() throws {
    let session = try workplace.design()
    for (down, up) in [
      (HarnessKey.down, HarnessKey.up), ("j", "k"), (.ctrl("n"), .ctrl("p")),
    ] {
      session.press(down)
      try session.waitUntil("the second row") { $0.cursor.row == 2 }
      session.press(up)
      try session.waitUntil("the first row") { $0.cursor.row == 1 }
    }
    session.press("/")
    try session.waitForText("Filter:")
    session.send("zebra")
    try session.waitForText("No scope matches")
    session.press(.ctrl("g"))
    try session.waitForText("Store Management")
    for (open, text, back) in [
      ("e" as HarnessKey, "Rotate by", HarnessKey.ctrl("g")), ("w", "Write to", "q"),
      ("?", "tick or untick", "q"), ("p", "Presets:", "q"), ("4", "Findings: none", "h"),
    ] {
      session.press(open)
      try session.waitForText(text)
      session.press(back)
      try session.waitForDesigner()
    }
    // Flow control is off: both are keys like others.
    session.press(.ctrl("s"), .ctrl("q"), .down)
    try session.waitUntil("the second row") { $0.cursor.row == 2 }
    #expect(try session.quit() == .exited(130))
  }

  @Test("12. A whole key is made and written without Esc, ^S, ^Q, function or arrow keys")
  func aKeyIsMadeWithoutSpecialKeys() throws {
    let session = try workplace.design("key.json")
    session.press("/")
    try session.waitForText("Filter:")
    session.send("zebra")
    try session.waitForText("No scope matches")
    session.press(.ctrl("g"), "/")
    session.send("refund")
    try session.waitForText("Filter: refund")
    session.press(.enter, .space)
    try session.waitForText("ticked stores.orders.refund")
    session.press(.ctrl("g"))
    try session.waitForText("filter cleared")
    session.press("e")
    try session.waitForText("Rotate by")
    session.send("bot\t")
    session.send("why\r")
    try session.waitForText("changed: ")
    session.press("w", .enter)
    try session.waitForText("wrote 1 scope")
    #expect(try session.quit() == .exited(0))
    let written = workplace.text("key.json") ?? ""
    #expect(written.contains("\"label\": \"bot\"") && written.contains("stores.orders.refund"))
  }

  @Test("12. Keys can be remapped by a file; the bar and the help show them (SettingsTests)")
  func keysCanBeRemapped() throws {
    let place = ".config/keywright/config.json"
    try workplace.home.write(
      #"{"keys": {"down": ["E", "H"], "up": ["z"], "toggle": ["x"], "undo": ["M-u"]}}"#,
      to: place)
    let session = try workplace.start("key.json", size: ScreenSize(rows: 200, columns: 120))
    try session.waitForText("x tick")
    session.press("E")
    try session.waitUntil("the second row") { $0.cursor.row == 2 }
    session.press("H")
    try session.waitUntil("the third row") { $0.cursor.row == 3 }
    session.press("z", "x")
    try session.waitForText("ticked stores.view")
    session.press("u")
    try session.waitForText("u does nothing here; ? lists the keys")
    session.send("\u{1B}u")
    try session.waitForText("undid: tick stores.view")
    session.press("j")
    try session.waitForText("j does nothing here; ? lists the keys")
    session.press("?")
    try session.waitForText("tick or untick")
    let help = session.screen.rows.map { $0.split(separator: " ").joined(separator: " ") }
    #expect(help.contains("E H down") && help.contains("Alt-u undo"), "\(help)")
    for (text, problem) in [
      (
        #"{"keys": {"undo": ["q"], "quit": ["q"]}}"#, "q is the key of \"quit\" already, in: "
      ),
      (#"{"keys": {"undoo": ["x"]}}"#, "there is no command \"undoo\". Perhaps \"undo\" was meant"),
      (#"{"keys": {"undo": ["Ctrl-Z"]}}"#, "Ctrl-Z always suspends; use another"),
    ] {
      try workplace.home.write(text, to: place)
      let shut = try workplace.start(size: ScreenSize(rows: 24, columns: 250))
      #expect(try shut.waitForExit() == .exited(2))
      #expect(shut.screen.contains(problem), "\(shut.screen)")
    }
  }

  @Test(
    "18. The mouse is optional: clicks, the wheel, the toggle and the hint (MouseTests, ListMouseTests)"
  )
  func theMouseIsOptional() throws {
    let session = try workplace.design(size: ScreenSize(rows: 18, columns: 100))
    #expect(session.screen.isMouseOn)
    session.click(row: 2, column: 4)
    try session.waitForText("Scopes 1/53")
    session.press("w")
    try session.waitForText("Review")
    session.press(.end)
    try session.waitForText("[x] .  stores.view")
    let box = try #require(session.screen.rows.firstIndex { $0.contains("[x] .  stores.view") })
    session.click(row: box, column: 4)
    try session.waitForText("unticked stores.view")
    for _ in 0..<10 { session.click(row: 3, column: 20, button: 64) }
    try session.waitForText("Write to")
    session.press("m")
    try session.waitForText("the mouse is the terminal's: drag to select text; m takes it back")
    #expect(session.modesChanged.isDisjoint(with: [1_000, 1_002, 1_003, 1_006]))
    #expect(!session.click(row: box, column: 4))
    session.press("m")
    try session.waitForText("Shift and drag selects text")
    #expect(session.modesChanged.contains(1_000))
    let tall = try workplace.design("tall.json", size: ScreenSize(rows: 200, columns: 100))
    tall.press("?", "G")
    try tall.waitForText("a click ticks")
    let without = try workplace.design("--no-mouse", "other.json")
    without.press(.down)
    try without.settle()
    #expect(without.modesChanged.isDisjoint(with: [1_000, 1_002, 1_003, 1_006]))
    try workplace.home.write(#"{"mouse": false}"#, to: ".config/keywright/config.json")
    let set = try workplace.design("set.json")
    #expect(!set.screen.isMouseOn)
    set.press("m")
    try set.waitForText("the mouse is ours again")
    #expect(set.screen.isMouseOn)
  }
}
