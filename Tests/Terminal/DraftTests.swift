import TerminalHarness
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A session is never lost: the next start offers what was not written.
@Suite struct DraftTests {
  let workplace: Workplace

  init() throws { workplace = try Workplace() }

  private let folder = ".local/state/keywright"

  /// The names of the program's own state, but for the list of keys that were opened.
  private var kept: [String] {
    workplace.home.names().filter { $0.hasPrefix("\(folder)/") && !$0.hasSuffix("/recent.json") }
      .map { String($0.dropFirst(folder.utf8.count + 1)) }
  }

  private var drafts: [String] { kept.filter { $0.hasSuffix(".draft") } }

  /// Starts the designer where a draft waits.
  private func offered(_ arguments: String...) throws -> TerminalSession {
    let session: TerminalSession =
      switch arguments.first {
      case let path?: try workplace.start(path)
      case nil: try workplace.start()
      }
    try session.waitForText("A draft is there")
    return session
  }

  /// Keys are taken only after drafts were looked for.
  private func waitUntilDraftsAreKnown(_ session: TerminalSession) throws {
    let frames = session.frameCount
    session.press(.ctrl("l"))
    try session.waitForFrame(after: frames)
  }

  private func permissions(_ name: String) -> mode_t {
    var status = stat()
    guard stat(workplace.home.file(name), &status) == 0 else { return 0 }
    return status.st_mode & 0o777
  }

  // MARK: - Ends

  @Test(arguments: [SIGKILL, SIGHUP, SIGTERM, SIGSEGV, SIGQUIT])
  func whateverEndsASessionItsDraftIsOfferedAndTaken(number: Int32) throws {
    let session = try workplace.design("bot.key.json")
    try session.tick("stores.orders.view")
    session.signal(number)
    #expect(try session.waitForExit() == .signaled(number))
    #expect(workplace.text("bot.key.json") == nil)
    let next = try offered("bot.key.json")
    #expect(next.screen.contains("+ stores.orders.view"))
    #expect(next.screen.contains("Changed less than a minute ago"))
    next.press("t")
    try next.waitForText("took the draft (less than a minute ago): +1 scope; u goes back")
    next.press("w")
    try next.waitForText("Write to   bot.key.json")
    next.press(.enter)
    try next.waitForText("wrote ")
    #expect(drafts.isEmpty)
    #expect(try next.quit() == .exited(0))
    #expect(workplace.text("bot.key.json") == Manifests.text(scopes: ["stores.orders.view"]))
    #expect(kept.isEmpty)
  }

  @Test func whatIsChangedAfterAnExportIsKeptTooUnderTheNameOfTheManifest() throws {
    try workplace.home.write(Manifests.text(scopes: ["stores.view"]), to: "bot.key.json")
    let session = try workplace.design("bot.key.json")
    try session.tick("stores.orders.view")
    session.press("w", "f")
    try session.waitForText("bot.ids.txt")
    session.press(.enter)
    try session.waitForText("wrote ")
    try session.tick("stores.coupons.view")
    session.signal(SIGKILL)
    try session.waitForExit()
    let next = try offered("bot.key.json")
    #expect(next.screen.contains("+ stores.orders.view"))
    #expect(next.screen.contains("+ stores.coupons.view"))
  }

  @Test func aWindowThatIsClosedLeavesADraft() throws {
    let session = try workplace.design("bot.key.json")
    try session.tick("stores.orders.view")
    session.hangUp()
    try session.waitForExit()
    #expect(try offered("bot.key.json").screen.contains("+ stores.orders.view"))
  }

  @Test func theTreeIsShownBeforeDraftsAreLookedFor() throws {
    let session = try workplace.design("bot.key.json")
    try session.tick("stores.orders.view")
    session.signal(SIGKILL)
    try session.waitForExit()
    let text = String(decoding: try offered("bot.key.json").log, as: UTF8.self)
    let first = try #require(text.split(separator: "\u{1B}[?2026l").first)
    #expect(first.contains("Findings"))
    #expect(!first.contains("A draft is there"))
  }

  @Test func whatWasTypedBeforeADraftWasOfferedIsNoAnswer() throws {
    let session = try workplace.design("bot.key.json")
    try session.tick("stores.orders.view")
    session.signal(SIGKILL)
    try session.waitForExit()
    let next = try workplace.start("bot.key.json")
    next.send("/dtl")
    try next.waitForText("A draft is there")
    try waitUntilDraftsAreKnown(next)
    #expect(next.screen.contains("A draft is there"))
    #expect(drafts.count == 1)
    next.press("t")
    try next.waitForText("took the draft")
  }

  @Test func theAgeIsSaid() throws {
    let session = try workplace.design("bot.key.json")
    try session.tick("stores.orders.view")
    session.signal(SIGKILL)
    try session.waitForExit()
    let later = try workplace.start(
      "bot.key.json", environment: ["SOURCE_DATE_EPOCH": "1800007300"])
    try later.waitForText("Changed 2 hours ago")
  }

  @Test func discardingLeavesNothingAndLeavingLeavesAll() throws {
    let session = try workplace.design("bot.key.json")
    try session.tick("stores.orders.view")
    session.signal(SIGKILL)
    try session.waitForExit()
    var next = try offered("bot.key.json")
    next.press("l")
    try next.waitForText("the next start offers it again")
    #expect(try next.quit() == .exited(130))
    next = try offered("bot.key.json")
    next.press("d")
    try next.waitForText("discarded the draft")
    #expect(try next.quit() == .exited(130))
    #expect(kept.isEmpty)
    #expect(try workplace.design("bot.key.json").screen.contains("Scopes 0"))
  }

  @Test func aDeliberateQuitRemovesTheDraft() throws {
    let session = try workplace.design("bot.key.json")
    try session.tick("stores.orders.view")
    #expect(drafts.count == 1)
    session.press("q")
    try session.waitForText("not written")
    session.press("d")
    #expect(try session.waitForExit() == .exited(130))
    #expect(kept.isEmpty)
  }

  @Test func aKeyForAPipeNeedsNoDraftOnceItIsOut() throws {
    let session = try workplace.design(options: LaunchOptions(standardOutput: .pipe))
    try session.tick("stores.view")
    #expect(drafts.count == 1)
    session.press("w")
    try session.waitForText("Write to   standard output")
    session.press(.enter)
    #expect(try session.waitForExit() == .exited(0))
    #expect(kept.isEmpty)
  }

  @Test func afterAWriteElsewhereTheDraftIsOfThatFile() throws {
    let session = try workplace.design()
    try session.tick("stores.view")
    session.press("w")
    try session.waitForText("Write to")
    session.press("o", .ctrl("u"), "bot.key.json", .enter, .enter)
    try session.waitForText("wrote ")
    try session.tick("stores.orders.view")
    session.signal(SIGKILL)
    try session.waitForExit()
    #expect(try offered("bot.key.json").screen.contains("+ stores.orders.view"))
  }

  @Test func textInAFormComesBack() throws {
    let session = try workplace.design("bot.key.json")
    session.press("e")
    try session.waitForText("Rotate by")
    session.press("caf\u{E9}-bot")
    try session.waitForText("caf\u{E9}-bot")
    session.signal(SIGKILL)
    try session.waitForExit()
    let next = try offered("bot.key.json")
    next.press("t")
    try next.waitForText("Rotate by")
    #expect(next.screen.contains("caf\u{E9}-bot"))
  }

  // MARK: - Several

  @Test func twoSessionsOnOneFileKnowOfEachOtherAndKeepTheirOwn() throws {
    let first = try workplace.design("bot.key.json")
    try first.tick("stores.orders.view")
    let second = try workplace.design("bot.key.json")
    try second.waitForText(
      "process \(first.processIdentifier) has this file open too; whoever writes second is asked")
    try second.tick("user.view")
    #expect(drafts.count == 2)
    // The first has been there longer: it learns of the second with its next change.
    first.press(.space)
    try first.waitForText("process \(second.processIdentifier) has this file open too")
    first.press(.escape)
    try first.waitForNoText("has this file open too")
    try first.tick("stores.orders.view")
    _ = first.bytesReceived(during: .milliseconds(500))
    #expect(!first.screen.contains("has this file open too"))
    first.signal(SIGKILL)
    try first.waitForExit()
    second.signal(SIGKILL)
    try second.waitForExit()
    let next = try offered("bot.key.json")
    #expect(next.screen.contains("the newest of 2"))
    #expect(!next.screen.contains("has this file open"))
    next.press("l")
    try next.waitForNoText("the newest of 2")
    #expect(next.screen.contains("A draft is there"))
  }

  @Test func newKeysEachHaveTheirOwnDraft() throws {
    let sessions = [try workplace.design(), try workplace.design(), try workplace.design()]
    for (session, scope) in zip(sessions, ["stores.view", "user.view", "stores.orders.view"]) {
      try waitUntilDraftsAreKnown(session)
      #expect(!session.screen.contains("open too"))
      try session.tick(scope)
    }
    #expect(drafts.count == 3)
    for session in sessions {
      session.signal(SIGKILL)
      try session.waitForExit()
    }
    #expect(try offered().screen.contains("the newest of 3"))
  }

  @Test func aLivingSessionsDraftIsNotOffered() throws {
    let first = try workplace.design("bot.key.json")
    try first.tick("stores.orders.view")
    let second = try workplace.design("bot.key.json")
    try waitUntilDraftsAreKnown(second)
    #expect(second.screen.contains("Scopes 0"))
    #expect(!second.screen.contains("A draft is there"))
    #expect(try second.quit() == .exited(130))
    #expect(drafts.count == 1)
    first.press("q")
    try first.waitForText("not written")
    first.press("d")
    try first.waitForExit()
  }

  // MARK: - Files

  @Test func nobodyElseCanReadADraft() throws {
    let session = try workplace.design("bot.key.json")
    try session.tick("stores.orders.view")
    #expect(permissions(folder) == 0o700)
    for name in kept { #expect(permissions("\(folder)/\(name)") == 0o600, "\(name)") }
    #expect(kept.count == 2)
  }

  @Test func aDamagedDraftIsSetAsideAndSaid() throws {
    let session = try workplace.design("bot.key.json")
    try session.tick("stores.orders.view")
    session.signal(SIGKILL)
    try session.waitForExit()
    let name = try #require(drafts.first)
    try workplace.home.write("{\u{1B}[2J garbage\nmore\n", to: "\(folder)/\(name)")
    let next = try workplace.design("bot.key.json", size: ScreenSize(rows: 24, columns: 200))
    try next.waitForText("a damaged draft was set aside: draft:1: ")
    #expect(kept.contains("\(name).damaged"))
    #expect(try next.quit() == .exited(130))
    #expect(kept == ["\(name).damaged"])
  }

  @Test func aFolderThatOthersCanWriteIsRefused() throws {
    try workplace.home.write("", to: "\(folder)/x")
    chmod(workplace.home.file(folder), 0o777)
    let session = try workplace.design("bot.key.json", size: ScreenSize(rows: 24, columns: 200))
    try session.waitForText("no draft is kept")
    #expect(session.screen.contains("others can write to this folder"))
    try session.tick("stores.orders.view")
    #expect(kept == ["x"])
  }

  @Test(arguments: ["/dev/null/state", "/proc/nowhere"])
  func aFolderThatCannotBeMadeIsSaidOnceAndStopsNothing(place: String) throws {
    let session = try workplace.design(
      "bot.key.json", size: ScreenSize(rows: 24, columns: 200),
      environment: ["XDG_STATE_HOME": place])
    try session.waitForText("no draft is kept")
    try session.tick("stores.orders.view")
    #expect(!session.screen.contains("no draft is kept"))
  }

  @Test func withoutXDGTheHomeFolderHasTheDrafts() throws {
    for value in [nil, "relative/path"] {
      let session = try workplace.design(
        "bot.key.json", environment: ["XDG_STATE_HOME": value])
      try session.tick("stores.orders.view")
      #expect(drafts.count == 1)
      session.press("q")
      try session.waitForText("not written")
      session.press("d")
      try session.waitForExit()
    }
  }
}
