import TerminalHarness
import Testing

/// From the tree to the bytes on the disk.
@Suite struct WritingTests {
  let workplace: Workplace

  init() throws { workplace = try Workplace() }

  /// Reviews and writes; ends where the tree shows again.
  private func write(_ session: TerminalSession, to name: String) throws {
    session.press("w")
    try session.waitForText("Write to   \(name)")
    session.press(.enter)
    try session.waitForText("wrote ")
  }

  @Test func writingGivesTheExpectedBytes() throws {
    let session = try workplace.design("bot.key.json")
    try session.tick("stores.orders.deliver")
    try session.tick("stores.orders.view")
    #expect(workplace.text("bot.key.json") == nil)
    try write(session, to: "bot.key.json")
    #expect(
      workplace.text("bot.key.json") == """
        {
          "$schema": "urn:keywright:manifest:1",
          "catalog": { "id": "komerza", "version": "2026-06-24" },
          "scopes": ["stores.orders.view", "stores.orders.deliver"]
        }

        """)
    #expect(!session.screen.text(row: 0).contains("*"))
    #expect(try session.quit() == .exited(0))
    #expect(workplace.holdsOnly("bot.key.json"))
    #expect(session.screen.contains("wrote 2 scopes"))
  }

  @Test func detailsAreTakenOverIntoTheFile() throws {
    let session = try workplace.design("bot.key.json")
    try session.tick("stores.view")
    session.press("e")
    try session.waitForText("Rotate by")
    // All at once would be taken for a paste.
    session.press("ci-bot", .tab, "Reads \u{FC}ber \"all\"")
    try session.waitForText("\"all\"")
    session.press(.tab, "203.0.113.7, 2001:db8::/48")
    try session.waitForText("Addresses    203.0.113.7, 2001:db8::/48")
    session.press(.tab, "2027-13-01", .enter)
    try session.waitForText("\"2027-13-01\" is not a day")
    for _ in 0..<5 { session.press(.backspace) }
    session.press("02-01", .enter)
    try session.waitForText("changed: ")
    try write(session, to: "bot.key.json")
    let expected = Manifests.text(
      before: [
        #""label": "ci-bot""#, #""purpose": "Reads über \"all\"""#,
        #""ipAddresses": ["203.0.113.7", "2001:db8::/48"]"#, #""rotateBy": "2027-02-01""#,
      ], scopes: ["stores.view"])
    #expect(workplace.text("bot.key.json") == expected)
  }

  @Test func theReviewProposesAPathAndTakesAnother() throws {
    let session = try workplace.design()
    try session.tick("stores.view")
    session.press("w")
    try session.waitForText("Write to   komerza.key.json")
    session.press("o")
    try session.waitForText("Write to: komerza.key.json")
    for _ in 0..<"komerza.key.json".count { session.press(.backspace) }
    session.press("other.json", .enter)
    try session.waitForText("Write to   other.json")
    session.press(.enter)
    try session.waitForText("wrote ")
    #expect(workplace.text("other.json") == Manifests.text(scopes: ["stores.view"]))
  }

  @Test(arguments: [
    Manifests.text(scopes: ["stores.view", "stores.orders.view"]), Manifests.handFormatted,
  ])
  func anUnchangedManifestKeepsItsBytes(text: String) throws {
    try workplace.home.write(text, to: "key.json")
    let session = try workplace.design("key.json")
    #expect(session.screen.contains("Scopes 2/53"))
    // Changed and changed back is unchanged.
    session.press(.space, "u")
    try session.waitForText("undid")
    try write(session, to: "key.json")
    #expect(try session.quit() == .exited(0))
    #expect(workplace.text("key.json") == text)
  }

  @Test func unknownMembersSurviveAChange() throws {
    try workplace.home.write(Manifests.handFormatted, to: "key.json")
    let session = try workplace.design("key.json")
    try session.tick("stores.tax.view")
    try write(session, to: "key.json")
    let text = try #require(workplace.text("key.json"))
    #expect(text.contains(#""mirror": true"#) || text.contains(#""mirror":true"#))
    #expect(text.contains(#"{ "owner": "caf\u00e9", "list":[1,2.50,1e3] }"#))
    #expect(text.contains(#""scopes": ["stores.view", "stores.orders.view", "stores.tax.view"]"#))
    #expect(text.contains(#""label": "by hand""#))
  }

  @Test func unsavedChangesAreAskedAbout() throws {
    let session = try workplace.design("key.json")
    try session.tick("stores.view")
    session.press("q")
    try session.waitForText("There are changes that are not written")
    session.press("n")
    try session.waitForText("Store Management")
    session.press("q")
    try session.waitForText("There are changes that are not written")
    session.press("d")
    #expect(try session.waitForExit() == .exited(130))
    #expect(workplace.holdsOnly())
  }

  @Test func anErrorIsWrittenOnlyWithAWordAndAReason() throws {
    let session = try workplace.design("key.json")
    session.press("w")
    try session.waitForText("no-scopes-selected")
    session.press(.enter)
    try session.waitForText("Type accept")
    session.press(.enter)
    try session.waitForText("type the word accept")
    session.press("accept", .enter)
    try session.waitForText("say why the risk is taken")
    #expect(workplace.text("key.json") == nil)
    session.press("a placeholder", .enter)
    try session.waitForText("wrote ")
    let expected = Manifests.text(
      scopes: [],
      after: [
        """
        "accepted": [
            { "rule": "no-scopes-selected", "scopes": [], "reason": "a placeholder", "by": "tester" }
          ]
        """
      ])
    #expect(workplace.text("key.json") == expected)
  }

  @Test func aFileThatChangedMeanwhileIsNotOverwrittenUnasked() throws {
    let other = Manifests.text(scopes: ["stores.tax.view"])
    try workplace.home.write(Manifests.text(scopes: ["stores.view"]), to: "key.json")
    let session = try workplace.design("key.json")
    try session.tick("stores.orders.view")
    try workplace.home.write(other, to: "key.json")
    session.press("w")
    try session.waitForText("Write to   key.json")
    session.press(.enter)
    try session.waitForText("key.json has changed on disk since it was opened")
    session.press("n")
    try session.waitForText("Write to   key.json")
    #expect(workplace.text("key.json") == other)
    session.press(.enter)
    try session.waitForText("has changed on disk")
    session.press("y")
    try session.waitForText("wrote ")
    #expect(
      workplace.text("key.json") == Manifests.text(scopes: ["stores.view", "stores.orders.view"]))
  }

  @Test func aFileThatAppearedMeanwhileIsNotOverwrittenUnasked() throws {
    let session = try workplace.design("key.json")
    try session.tick("stores.view")
    try workplace.home.write("mine", to: "key.json")
    session.press("w")
    try session.waitForText("Write to   key.json")
    session.press(.enter)
    try session.waitForText("key.json exists already")
    #expect(workplace.text("key.json") == "mine")
  }

  @Test func aFolderThatCannotBeWrittenIsSaidAndNothingIsLost() throws {
    let session = try workplace.design("missing/key.json")
    try session.tick("stores.view")
    session.press("w")
    try session.waitForText("Write to   missing/key.json")
    session.press(.enter)
    try session.waitForText("cannot be written")
    session.press("q")
    try session.waitForText("Scopes 1/53")
    #expect(session.screen.text(row: 0).contains("*"))
  }

  @Test func anUnknownScopeIsKeptShownAndReported() throws {
    let text = Manifests.text(scopes: ["stores.view", "stores.ordres.view"])
    try workplace.home.write(text, to: "key.json")
    let session = try workplace.design("key.json", size: ScreenSize(rows: 30, columns: 100))
    let findings = try #require(session.screen.find("Findings:"))
    #expect(session.screen.find("!! unknown-scope", from: findings.row) != nil)
    #expect(session.screen.contains("stores.ordres.view"))
    session.press("w")
    session.press(.end)
    try session.waitForText("stores.ordres.view  not in the catalog")
    #expect(session.screen.contains("stores.orders.view"))
    session.press("q")
    try session.tick("stores.tax.view")
    session.press("w")
    try session.waitForText("Write to")
    session.press(.enter)
    try session.waitForText("Type accept")
    session.press("accept", .tab, "comes next week", .enter)
    try session.waitForText("wrote ")
    let written = try #require(workplace.text("key.json"))
    #expect(
      written.contains(#""scopes": ["stores.view", "stores.tax.view", "stores.ordres.view"]"#))
  }
}
