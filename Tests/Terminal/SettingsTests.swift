import TerminalHarness
import Testing

/// Settings and the clipboard, with the real program on a terminal.
@Suite struct SettingsTests {
  let workplace: Workplace

  init() throws { workplace = try Workplace() }

  private let place = ".config/keywright/config.json"

  @Test func theFileIsInForceAndOptionsGoBeforeIt() throws {
    try workplace.home.write(
      #"{"keys": {"toggle": ["x"]}, "mouse": false, "synchronizedOutput": false, "ascii": true}"#,
      to: place)
    let session = try workplace.start()
    try session.waitForText("x tick")
    session.press(.down, "x")
    try session.waitForText("ticked stores.view")
    #expect(session.modesChanged.isDisjoint(with: [1000, 1006]))
    #expect(session.frameCount == 0)
    #expect(!session.screen.text.contains("\u{2502}"))
    let other = try workplace.start(
      "--mouse", "--sync", "--no-ascii", size: ScreenSize(rows: 24, columns: 120))
    try other.waitForText("x tick")
    #expect(other.modesChanged.contains(1000) && other.frameCount > 0)
    #expect(other.screen.text.contains("\u{2502}"))
  }

  @Test func aMistakeKeepsTheInterfaceShut() throws {
    try workplace.home.write(#"{"mose": false}"#, to: place)
    let session = try workplace.start(size: ScreenSize(rows: 24, columns: 200))
    #expect(try session.waitForExit() == .exited(2))
    #expect(session.screen.contains("there is no setting \"mose\". Perhaps \"mouse\" was meant."))
    #expect(session.modesEverNamed.isEmpty)
  }

  @Test func theMouseGoesAndComesBack() throws {
    let session = try workplace.design()
    #expect(session.modesChanged.contains(1000))
    session.press("m")
    try session.waitForText("the mouse is the terminal's")
    #expect(!session.modesChanged.contains(1000))
    session.press("m")
    try session.waitForText("the mouse is ours again")
    #expect(session.modesChanged.contains(1000))
  }

  // MARK: - The clipboard

  private static let idsInBase64 = "c3RvcmVzLnZpZXcK"

  private func copied(_ environment: [String: String?]) throws -> String {
    let session = try workplace.design(environment: environment)
    try session.tick("stores.view")
    let mark = session.bytesReceived
    session.press("y")
    try session.waitForText("Copy, after y")
    #expect(!String(decoding: session.bytes(since: mark), as: UTF8.self).contains("]52;"))
    session.press("i")
    try session.waitUntil("an answer") { $0.contains("sent 1 id") || $0.contains("nothing copied") }
    let text = String(decoding: session.bytes(since: mark), as: UTF8.self)
    #expect(session.screen.contains("nothing copied") != text.contains("]52;"))
    return text
  }

  @Test func idsGoToTheClipboardByOSC52AndOnlyOnTheKeyPress() throws {
    let text = try copied([:])
    #expect(text.contains("\u{1B}]52;c;\(Self.idsInBase64)\u{07}"))
    #expect(!text.contains("\u{1B}P"))
  }

  @Test func tmuxIsAskedToPassItThrough() throws {
    let text = try copied(["TMUX": "/tmp/tmux,1,0", "TERM": "tmux-256color"])
    #expect(text.contains("\u{1B}]52;c;\(Self.idsInBase64)\u{07}"))
    #expect(
      text.contains("\u{1B}Ptmux;\u{1B}\u{1B}]52;c;\(Self.idsInBase64)\u{07}\u{1B}\\"))
  }

  @Test func screenPassesItThrough() throws {
    let text = try copied(["TERM": "screen-256color"])
    #expect(text.contains("\u{1B}P\u{1B}]52;c;\(Self.idsInBase64)\u{07}\u{1B}\\"))
  }

  @Test func aTerminalThatWouldShowItGetsNothing() throws {
    #expect(try !copied(["TERM": "vt100"]).contains("52;c"))
  }

  // MARK: - A line of text

  @Test func aFieldIsEditedAsAShellLine() throws {
    let session = try workplace.design("bot.key.json")
    session.press("e")
    try session.waitForText("Rotate by")
    session.press("one two three", .ctrl("a"))
    session.send("\u{1B}[1;5C")  // Control and arrow right.
    session.press("X")
    try session.waitForText("oneX two three")
    session.send("\u{1B}\u{7F}")  // Alt and Backspace.
    try session.waitUntil("the word cut") { $0.text(row: 3).contains("Label         two three") }
    session.press(.ctrl("e"))
    session.send("\u{1B}[1;5D")
    session.press(.ctrl("y"))
    try session.waitForText(" two oneXthree")
    session.press(.ctrl("_"))
    try session.waitForText(" two three")
    session.press(.alt("b"), .alt("d"), .ctrl("t"))
    try session.waitUntilInputIsRead()
    session.press(.ctrl("u"), .ctrl("k"), "\u{6F22}\u{5B57} e\u{301} \u{0928}\u{093F}", .enter)
    try session.waitForText("changed: ")
    session.press("e")
    try session.waitForText("\u{6F22}\u{5B57}")
  }
}
