import TerminalHarness
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The 25 points that the interface has to meet, each by its number.
///
/// Where a suite goes further, the test's name says which.
@Suite("The list") struct TheListTests {
  let workplace: Workplace

  init() throws { workplace = try Workplace() }

  /// Whether the terminal is as it was before the program.
  func expectRestored(_ session: TerminalSession) throws {
    #expect(session.modesLeftOn == [])
    #expect(!session.screen.isAlternate && session.screen.isCursorVisible)
    #expect(try session.terminalSettings() == session.initialSettings)
  }

  /// A catalog in which one scope grants another.
  func writeGrantingCatalog() throws {
    try workplace.home.write(
      """
      {"$schema":"urn:keywright:catalog:1","id":"t","name":"T","version":"1","categories":[
      {"name":"A","scopes":[{"id":"a.view","title":"View","access":"view"},
      {"id":"a.all","title":"All","access":"update","includes":["a.view"]}]}],
      "operations":[{"method":"GET","path":"/a","requires":[["a.all"]]}]}
      """, to: "granting.json")
  }

  @Test(
    "1. All ten signals, the hang-up and a trap restore terminal and modes, and keep the status (SignalTests)",
    arguments: [
      SIGHUP, SIGINT, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGTERM,
    ])
  func theTerminalIsRestoredAfterASignal(number: Int32) throws {
    // A trap of the language is ILL on one machine and TRAP on another.
    let session = try workplace.design()
    session.press(.space)
    try session.waitForText("Scopes 4/53")
    session.signal(number)
    #expect(try session.waitForExit() == .signaled(number))
    try expectRestored(session)
    let hungUp = try workplace.design("other.json")
    hungUp.hangUp()
    #expect(try hungUp.waitForExit() == .signaled(SIGHUP))
  }

  @Test(
    "2. ^Z, fg, bg, and a resize while stopped, as a session leader and as a child (JobControlTests: under bash and dash)"
  )
  func stopsAndGoesOn() throws {
    let session = try workplace.design()
    session.press(.ctrl("z"))
    #expect(try session.waitForStop() == SIGTSTP)
    #expect(session.modesLeftOn == [])
    session.resize(rows: 30, columns: 100)
    // In the background it may not draw: it stops again until it is its turn.
    try session.resume(inForeground: false)
    #expect([SIGTTOU, SIGTTIN].contains(try session.waitForStop()))
    #expect(session.modesLeftOn == [])
    try session.resume()
    try session.waitUntil("the new size") { $0.isAlternate && $0.text(row: 29).contains("help") }
    #expect(try session.quit() == .exited(130))
    var options = LaunchOptions()
    options.role = .leader
    let leader = try workplace.design(options: options)
    leader.press(.ctrl("z"), .space)
    try leader.waitForText("Scopes 4/53")
  }

  @Test(
    "3. Byte-exact JSON on a piped standard output, in $(...), to a file, with standard input piped (StreamTests)"
  )
  func standardOutputHasTheManifestAlone() throws {
    let expected = Manifests.text(scopes: ["stores.view"])
    try workplace.home.write(Manifests.handFormatted, to: "hand.json")
    let cases = [
      ("\(workplace.program) | cat > out", expected),
      ("x=$(\(workplace.program); echo .); printf %s \"${x%.}\" > out", expected),
      ("\(workplace.program) > out", expected),
      ("cat hand.json | \(workplace.program) design - > out", Manifests.handFormatted),
    ]
    for (line, bytes) in cases {
      var options = LaunchOptions()
      options.directory = workplace.home.path
      let session = try TerminalSession(
        executable: "bash", arguments: ["-c", line], environment: workplace.environment(),
        options: options)
      try session.waitForDesigner()
      if bytes == expected { try session.tick("stores.view") }
      session.press("w")
      try session.waitForText("standard output")
      session.press(.enter)
      #expect(try session.waitForExit() == .exited(0), "\(line)")
      #expect(workplace.text("out") == bytes, "\(line)")
    }
  }

  @Test("4. Categories with three states and counts; hidden ticks always counted (TreeTests)")
  func categoriesCountTheirTicks() throws {
    let session = try workplace.design()
    #expect(
      session.currentRow.contains("[ ] Store Management") && session.currentRow.contains("0/4"))
    session.press(.down, .space, .up)
    try session.waitUntil("part of it") {
      $0.text(row: 1).contains("[~] Store Management") && $0.text(row: 1).contains("1/4")
    }
    session.press(.space)
    try session.waitUntil("all of it") {
      $0.text(row: 1).contains("[x] Store Management") && $0.text(row: 1).contains("4/4")
    }
    session.press(.left)
    try session.waitUntil("the hidden ticks") { $0.text(row: 1).contains("(+4) 4/4") }
  }

  @Test("5. The filter keeps the tree, and a tick of many touches what is to be seen (FilterTests)")
  func theFilterKeepsTheTree() throws {
    let session = try workplace.design()
    try session.tick("stores.orders.view")
    session.press("/")
    try session.waitForText("Filter:")
    session.send("orders.re")
    try session.waitForText("Filter: orders.re")
    try session.waitForText("(+1) 1/8")
    #expect(session.screen.contains("Order Processing"))
    #expect(session.screen.contains("stores.orders.refund"))
    #expect(!session.screen.contains("Store Management"))
    session.press(.enter, .up, .space)
    try session.waitForText("hidden by the filter kept")
    session.press(.escape)
    try session.waitForText("filter cleared")
  }

  @Test("6. Jump to an id or words, hidden or not (FilterTests)")
  func wordsLeadToAScope() throws {
    let session = try workplace.design()
    session.press("-")
    try session.settle()
    for words in ["stores.orders.refund", "refund orders"] {
      try session.jump(to: words)
      #expect(session.currentRow.contains("stores.orders.refund"), "\(words)")
      session.press(.escape)
      try session.waitForText("filter cleared")
      #expect(session.currentRow.contains("stores.orders.refund"))
    }
  }

  @Test("7. Undo and redo without limit (RandomSessionTests)")
  func undoAndRedoHaveNoLimit() throws {
    let session = try workplace.design()
    session.send(String(repeating: " ", count: 1_001))
    try session.waitUntilInputIsRead()
    try session.waitForText("Scopes 4/53")
    session.send(String(repeating: "u", count: 1_001))
    session.press("u")
    try session.waitForText("u: nothing to undo")
    #expect(session.screen.contains("Scopes 0/53"))
    session.send(String(repeating: "\u{12}", count: 1_001))
    session.press(.ctrl("r"))
    try session.waitForText("nothing to redo")
    #expect(session.screen.contains("Scopes 4/53"))
  }

  @Test(
    "8. A review grouped by reason, editable, against the loaded file; errors need a typed confirmation and a reason (ReviewTests)"
  )
  func theReviewIsGroupedByReason() throws {
    try workplace.home.write(
      Manifests.text(scopes: ["stores.view", "no.such.scope"]), to: "key.json")
    let session = try workplace.design("key.json", size: ScreenSize(rows: 60, columns: 100))
    try session.tick("stores.orders.view")
    session.press("w")
    try session.waitForText("Against the file as it stands")
    for text in ["Chosen by hand", "As it stood in the file", "+ stores.orders.view"] {
      #expect(session.screen.contains(text), "\(text)")
    }
    while !session.currentRow.contains("[x]    stores.orders.view") {
      session.press(.down)
      try session.settle()
    }
    session.press(.space)
    try session.waitForText("Nothing has changed")
    session.press(.space)
    try session.waitForText("+ stores.orders.view")
    session.press(.enter)
    try session.waitForText("Errors that nobody has accepted")
    session.press(.enter)
    try session.waitForText("type the word accept")
    session.send("accept")
    session.press(.enter)
    try session.waitForText("say why the risk is taken")
    session.send("known")
    session.press(.enter)
    try session.waitForText("wrote 3 scopes")
    #expect(workplace.text("key.json")?.contains("\"reason\": \"known\"") == true)
  }

  @Test("9. Why, for every granted or needed scope (GrantTests, ReviewTests)")
  func everyScopeSaysWhy() throws {
    try writeGrantingCatalog()
    try workplace.home.write(
      """
      {"$schema":"urn:keywright:manifest:1","catalog":{"id":"t","version":"1"},"scopes":["a.all"],
      "operations":["GET /a"]}
      """, to: "key.json")
    let session = try workplace.design(
      "key.json", "--catalog", "granting.json", size: ScreenSize(rows: 40, columns: 100))
    // A key that is there starts on its scopes.
    session.press(.up)
    try session.waitForText("Granted  by a.all")
    #expect(session.screen.contains("-x-"))
    session.press("w")
    try session.waitForText("Granted by another scope")
    #expect(session.screen.contains("a.view by a.all"))
    #expect(session.screen.contains("Needed by these calls"))
    #expect(session.screen.contains("for GET /a"))
  }
}

extension TerminalSession {
  /// Waits until a row shows one of two texts.
  func waitForText(_ text: String, or other: String) throws {
    try waitUntil("\"\(text)\" or \"\(other)\"") { $0.contains(text) || $0.contains(other) }
  }
}
