import TerminalHarness
import Testing

/// What comes in from a terminal, whole, in pieces, and hostile.
@Suite struct InputTests {
  let workplace: Workplace

  init() throws { workplace = try Workplace() }

  @Test func aPasteOnTheTreeRunsNoCommand() throws {
    let session = try workplace.design("key.json")
    try session.tick("stores.view")
    session.paste("wq\n d y\u{C}u")
    try session.waitForText("none is open, so it was left out")
    #expect(session.screen.contains("Scopes 1/53"))
    #expect(workplace.text("key.json") == nil)
    #expect(session.exitStatus == nil)
  }

  @Test func aPasteInTheFilterIsText() throws {
    let session = try workplace.design()
    session.press("/")
    try session.waitForText("Filter:")
    session.paste("orders\u{1B}]0;owned\u{7}\nq\u{9B}31mw")
    try session.waitForText("Filter: orders")
    #expect(session.screen.contains("No scope matches"))
    #expect(!String(decoding: session.log, as: UTF8.self).contains("\u{1B}]0;"))
    #expect(!session.log.contains(7))
    session.press(.escape)
    try session.waitForText("Store Management")
    #expect(try session.quit() == .exited(130))
  }

  @Test func aMegabytePastedIntoTheLabelEndsInABoundedField() throws {
    let session = try workplace.design("key.json")
    try session.tick("stores.view")
    session.press("e")
    try session.waitForText("Rotate by")
    session.paste(String(repeating: "0123456789abcdef", count: 65_536))
    try session.waitUntil("the pasted text") { $0.contains("0123456789abcdef") }
    session.press(.enter)
    try session.waitForText("Scopes 1/53")
    try session.waitForText("Store Management")
    session.press("w")
    try session.waitForText("Write to   key.json")
    session.press(.enter)
    try session.waitForText("wrote 1 scope")
    let text = try #require(workplace.text("key.json"))
    #expect(text.contains("\"label\": \"0123456789abcdef"))
    #expect(text.utf8.count < 20_000)
  }

  @Test(arguments: [
    "\u{1B}[B", "\u{1B}OB", "\u{1B}[6~", "\u{1B}[<0;3;4M\u{1B}[<0;3;4m", "\u{1B}[200~q\u{1B}[201~",
    "\u{1B}[1;5C", "\u{1B}[38;5;1q", "\u{1B}[?62;22c",
  ])
  func aSequenceSplitAnywhereIsNotTakenForCommands(sequence: String) throws {
    // A long delay, so that a loaded machine tears nothing more apart.
    let session = try workplace.design(environment: ["ESCDELAY": "9000"])
    let bytes = Array(sequence.utf8)
    for place in 1..<bytes.count {
      session.send(bytes: Array(bytes[..<place]))
      try session.waitUntilInputIsRead()
      session.send(bytes: Array(bytes[place...]))
      try session.waitUntilInputIsRead()
    }
    // The filter only opens where nothing else did, and the letters stand in it alone.
    session.press("1", "g", "/", "z", "q")
    try session.waitForText("Filter: zq")
    #expect(session.screen.contains("Scopes 0/53"))
    #expect(session.exitStatus == nil)
  }

  @Test func arrowsArriveInEitherForm() throws {
    let session = try workplace.design()
    session.send("\u{1B}OB")
    try session.waitUntil("the second row") { $0.cursor.row == 2 }
    session.send("\u{1B}[B")
    try session.waitUntil("the third row") { $0.cursor.row == 3 }
    session.send("\u{1B}[A\u{1B}OA")
    try session.waitUntil("the first row") { $0.cursor.row == 1 }
  }

  @Test func keysTypedBeforeTheFirstFrameCount() throws {
    let session = try workplace.start()
    session.press(.space)
    try session.waitForText("Scopes 4/53")
  }

  @Test func bytesThatAreNoTextDoNoHarm() throws {
    let session = try workplace.design()
    session.press("/")
    try session.waitForText("Filter:")
    session.send(bytes: [0xFF, 0xC0, 0x80, 0xED, 0xA0, 0x80, 0xF4, 0x90, 0x80, 0x80, 0x41])
    try session.waitUntil("the letter") { $0.text.contains("A") && $0.contains("No scope matches") }
    session.press(.escape)
    try session.waitForText("Store Management")
    #expect(try session.quit() == .exited(130))
  }

  @Test func aFloodOfKeysIsTakenWhole() throws {
    let session = try workplace.design()
    session.send(String(repeating: "jk", count: 5_000) + String(repeating: " ", count: 1_001))
    session.press("Z")
    try session.waitForText("Z does nothing here")
    #expect(session.screen.contains("Scopes 4/53"))
    #expect(session.screen.cursor.row == 1)
  }
}
