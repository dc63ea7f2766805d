import Catalogs
import Documents
import Keys
import TerminalUI
import TestSupport
import Testing

@testable import Designer

/// Every change goes to a draft, and what an earlier session left behind is offered.
@Suite struct DraftTests {
  private func keeping() throws -> Robot {
    var robot = try Robot(opening: TestManifest.text(scopes: ["stores.view"], label: "bot"))
    try robot.offer()
    return robot
  }

  // MARK: - Keeping

  @Test func withoutAKeeperNothingIsKept() throws {
    var robot = try Robot()
    robot.press(.down, .space)
    #expect(robot.draftSteps().isEmpty)
  }

  @Test func withoutAChangeNothingIsKept() throws {
    var robot = try keeping()
    robot.press(.down, "j", "/", .escape, "e", .escape)
    #expect(robot.draftSteps().isEmpty)
  }

  @Test func theFirstChangeKeepsTheWholeKeyAndFurtherOnesTheDifference() throws {
    var robot = try keeping()
    try robot.walk(to: "stores.orders.view")
    robot.press(.space)
    let first = robot.draftSteps()
    #expect(first == [.record(.whole(manifest: robot.state.encoded, typed: nil))])
    #expect(robot.draftSteps().isEmpty)
    robot.press(.space, .down, .space)
    let catalog = robot.state.catalog
    let next = robot.state.currentScope.map { catalog.scopes[$0].id } ?? ""
    #expect(
      robot.draftSteps() == [
        .record(.change(chosen: [next], dropped: ["stores.orders.view"], typed: nil))
      ])
  }

  @Test func onlyAManifestThatIsWrittenTakesTheDraftAlong() throws {
    var robot = try keeping()
    try robot.walk(to: "stores.orders.view")
    robot.press(.space)
    _ = robot.draftSteps()
    robot.press("w", "f", .enter)
    try robot.answerWrite(.success(.written))
    #expect(robot.effects == [] && robot.draftSteps() == [])
    robot.press("w")
    try robot.press("f") { $0.state.format == .manifest }
    robot.press(.enter)
    let bytes = robot.state.encoded
    try robot.answerWrite(.success(.written))
    #expect(robot.effects == [.draft(.wrote(bytes: bytes, path: "key.json"))])
    #expect(robot.draftSteps() == [.remove])
  }

  @Test func whatIsUndoneToTheEndNeedsNoDraft() throws {
    var robot = try keeping()
    robot.press(.down, .space)
    #expect(robot.draftSteps().count == 1)
    robot.press("u")
    #expect(robot.draftSteps() == [.remove])
    robot.press(.control("r"))
    #expect(robot.draftSteps() == [.record(.whole(manifest: robot.state.encoded, typed: nil))])
  }

  @Test func whatIsWrittenNeedsNoDraft() throws {
    var robot = try keeping()
    try robot.walk(to: "stores.orders.view")
    robot.press(.space)
    #expect(robot.draftSteps().count == 1)
    robot.press("w", .enter)
    try robot.answerWrite(.success(.written))
    #expect(robot.draftSteps() == [.remove])
  }

  @Test func textInAFormIsKeptBeforeItIsTakenOver() throws {
    var robot = try keeping()
    robot.press("e")
    robot.type("s")
    let typed = Draft.Typed(form: "details", fields: ["bots", "", "", "", ""])
    #expect(
      robot.draftSteps() == [.record(.whole(manifest: robot.state.encoded, typed: typed))])
    robot.send(.interrupt)
    #expect(robot.draftSteps().isEmpty)
    robot.press("n", .escape)
    #expect(robot.draftSteps() == [.remove])
  }

  @Test func whatCannotBeKeptIsSaidAndTriedAgain() throws {
    var robot = try keeping()
    robot.press(.down, .space)
    #expect(robot.draftSteps().count == 1)
    robot.take(.draftFailed(ModelError(problem: "the disk is full", remedy: "Free some space")))
    #expect(robot.message.hasPrefix("no draft keeps this: the disk is full"))
    robot.press(.down)
    #expect(robot.draftSteps().isEmpty)
    #expect(robot.shows("no draft keeps the last changes: write them soon"))
    robot.press("q")
    #expect(robot.shows("There are changes that are not written. No draft keeps them."))
    robot.press("n", .space)
    #expect(
      robot.draftSteps() == [.record(.whole(manifest: robot.state.encoded, typed: nil))])
    robot.press(.down)
    #expect(!robot.shows("no draft keeps"))
  }

  @Test func aLongSessionBeginsTheDraftAnew() throws {
    let catalog = try TestCatalog.large(3000)
    var robot = try Robot(Manifest(catalog: catalog))
    try robot.offer()
    var tape = DraftTape()
    var wholes = 0
    for _ in 0..<10 {
      robot.press("g", .space)
      robot.state.editor.set(0..<3000, chosen: true, named: "all")
      for step in robot.draftSteps() {
        if case .record(.whole) = step { wholes += 1 }
        try tape.perform(step)
      }
      robot.state.editor.set(0..<2000, chosen: false, named: "most")
      for step in robot.draftSteps() {
        if case .record(.whole) = step { wholes += 1 }
        try tape.perform(step)
      }
    }
    #expect((2...12).contains(wholes), "\(wholes)")
    #expect(try tape.draft(catalog)?.design == robot.state.editor.design)
    #expect(try #require(tape.bytes).count < 1 << 20)
  }

  @Test(arguments: 1...24) func afterEachStepTheDraftIsTheKey(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var robot = try keeping()
    var tape = DraftTape()
    for step in 0..<150 {
      robot.send(RandomEvent.make(&random, size: robot.state.size))
      if robot.write != nil { try robot.answerWrite(.success(.written)) }
      for step in robot.draftSteps() { try tape.perform(step) }
      let draft = try tape.draft(robot.state.catalog)
      guard draft?.design == (draft == nil ? nil : robot.state.editor.design),
        draft?.typed == robot.state.typedText,
        draft != nil || !robot.state.hasUnsavedChanges
      else {
        Issue.record("seed \(seed), step \(step): the draft is not the key")
        return
      }
    }
  }

  // MARK: - Offering

  @Test func theOfferSaysTheAgeAndTheDifference() throws {
    var robot = try Robot(opening: TestManifest.text(scopes: ["stores.view"]))
    try robot.offer(drafts: ["stores.orders.view"], age: 3 * 60 + 20)
    #expect(robot.shows("A draft is there"))
    #expect(robot.shows("Changed 3 minutes ago and not written: /keys/bot.key.json"))
    #expect(robot.shows("Against the file as it stands"))
    #expect(robot.shows("+ stores.orders.view"))
    #expect(robot.bar == " Enter use  d discard  Esc later  q quit")
  }

  @Test(arguments: [
    (0, "less than a minute ago"), (60, "1 minute ago"), (7200, "2 hours ago"),
    (86_400 * 3, "3 days ago"), (-5, "less than a minute ago"),
    (-90, "at a time to come, by this machine's clock"),
  ])
  func theAgeIsInWords(age: Int, words: String) throws {
    var robot = try Robot(size: Size(rows: 24, columns: 120))
    try robot.offer(drafts: ["stores.orders.view"], age: age)
    #expect(robot.shows("Changed \(words) and not"))
  }

  @Test(arguments: [Key.enter, "t"]) func takingItIsOneStepThatUndoTakesBack(key: Key) throws {
    var robot = try Robot(opening: TestManifest.text(scopes: ["stores.view"]))
    try robot.offer(drafts: ["stores.orders.view"])
    robot.press(key)
    #expect(robot.effects == [.draft(.take(name: "d.1"))])
    #expect(robot.chosen == ["stores.view", "stores.orders.view"])
    #expect(robot.message == "took the draft (less than a minute ago): +1 scope; u goes back")
    #expect(robot.draftSteps().isEmpty, "it is kept already")
    robot.press("u")
    #expect(robot.chosen == ["stores.view"])
    #expect(robot.draftSteps() == [.remove])
  }

  @Test func afterTakingItTheNextChangeKeepsTheWholeKey() throws {
    var robot = try Robot()
    try robot.offer(drafts: ["stores.orders.view"])
    robot.press("t", .down, .space)
    #expect(robot.draftSteps() == [.record(.whole(manifest: robot.state.encoded, typed: nil))])
  }

  @Test func discardingAndLeavingLeadToTheNextAndThenToTheTree() throws {
    var robot = try Robot()
    try robot.offer(drafts: ["stores.view", "stores.orders.view", "stores.orders.refund"])
    #expect(robot.shows("the newest of 3"))
    robot.press("d")
    #expect(robot.effects == [.draft(.discard(name: "d.1"))])
    #expect(robot.message == "discarded the draft (less than a minute ago)")
    robot.press("l")
    #expect(robot.effects == [.draft(.leave(name: "d.2"))])
    #expect(robot.shows("Changed 2 minutes ago and not written"))
    robot.press(.escape)
    #expect(robot.state.context == .tree && robot.chosen.isEmpty)
    #expect(!robot.state.hasUnsavedChanges && robot.draftSteps().isEmpty)
  }

  @Test func takingOneLeavesTheOthers() throws {
    var robot = try Robot()
    try robot.offer(drafts: ["stores.view", "stores.orders.view"])
    robot.press("t")
    #expect(robot.effects == [.draft(.take(name: "d.1")), .draft(.leave(name: "d.2"))])
  }

  @Test func quittingAnswersNothing() throws {
    var robot = try Robot()
    try robot.offer(drafts: ["stores.view"])
    robot.press("q")
    #expect(robot.effects == [.quit(.left)])
  }

  @Test func aDraftThatIsWrittenAlreadyIsNotOffered() throws {
    var robot = try Robot(opening: TestManifest.text(scopes: ["stores.view"]))
    try robot.offer(drafts: ["stores.view"])
    #expect(robot.effects == [.draft(.discard(name: "d.1"))])
    #expect(robot.state.context == .tree)
  }

  @Test func textThatWasTypedComesBackInItsForm() throws {
    var robot = try Robot()
    let typed = Draft.Typed(form: "details", fields: ["bot", "Ships 漢字", "", ""])
    try robot.offer(drafts: ["stores.view"], typed: typed)
    #expect(robot.shows("~ typed, not taken over: bot; Ships 漢字"))
    robot.press("t")
    #expect(robot.state.context == .form && robot.shows("Ships 漢字"))
    robot.press(.enter)
    #expect(robot.state.editor.design.details.label == "bot")
  }

  @Test func theReasonOfARiskComesBackInItsForm() throws {
    var robot = try Robot()
    let typed = Draft.Typed(
      form: "acceptance", fields: ["", "cash on pickup", "Ada", "", "no-ip-allowlist"])
    try robot.offer(drafts: ["stores.view"], typed: typed)
    robot.press("t")
    #expect(robot.state.context == .acceptance && robot.shows("cash on pickup"))
  }

  @Test(arguments: [
    Draft.Typed(form: "details", fields: []), Draft.Typed(form: "x", fields: ["a"]),
    Draft.Typed(form: "acceptance", fields: ["", "", "", "", "no-such-rule"]),
  ])
  func typedTextWithoutAFormIsLeftOut(typed: Draft.Typed) throws {
    var robot = try Robot()
    try robot.offer(drafts: ["stores.view"], typed: typed)
    robot.press("t")
    #expect(robot.state.context == .tree && robot.chosen == ["stores.view"])
  }

  @Test func scopesThatTheCatalogLacksComeBack() throws {
    var robot = try Robot()
    let text = TestManifest.text(scopes: ["stores.view", "stores.gone.view"])
    let line = DraftRecord.whole(manifest: Array(text.utf8), typed: nil)
      .line(heading: Draft.Heading(target: nil, held: nil), time: 1)
    let draft = try Draft(decoding: line, catalog: robot.state.catalog)
    robot.take(
      .foundDrafts(
        DraftsFound(offers: [DraftOffer(name: "a", draft: draft, age: 1, fileHasChanged: false)])))
    robot.press("t", "G")
    #expect(robot.shows("stores.gone.view"))
    #expect(robot.state.editor.design.details.unknownScopes == ["stores.gone.view"])
  }

  @Test func draftsThatWaitForALaterStartAreCountedAndSaid() throws {
    var robot = try Robot()
    try robot.offer(drafts: ["stores.view", "user.view"], waiting: 8)
    #expect(robot.shows("the newest of 10"))
    robot.press("d")
    #expect(robot.shows("the newest of 9") && !robot.message.contains("wait"))
    robot.press("l")
    #expect(robot.message.hasSuffix("offers it again; 8 more wait for the next start"))
  }

  @Test func aFileThatHasChangedIsSaid() throws {
    var robot = try Robot(opening: TestManifest.text(scopes: ["stores.view"]))
    try robot.offer(drafts: ["stores.orders.view"], fileHasChanged: true)
    #expect(robot.shows("The file has changed since the draft was begun."))
  }

  @Test func whatAPersonHasToKnowIsSaidInPlaceOfTheWelcome() throws {
    var robot = try Robot()
    try robot.offer(notices: ["process 7 has this file open too"])
    #expect(robot.message == "process 7 has this file open too")
  }

  @Test(arguments: [(40, 10), (80, 24), (300, 100)]) func theOfferFitsEveryScreen(
    columns: Int, rows: Int
  ) throws {
    var robot = try Robot(size: Size(rows: rows, columns: columns))
    try robot.offer(drafts: robot.state.catalog.scopes.prefix(30).map(\.id))
    for _ in 0..<29 { robot.press("l") }
    #expect(FrameCheck.problems(robot.frame).isEmpty)
    robot.press("G")
    #expect(!robot.shows("more below") && FrameCheck.problems(robot.frame).isEmpty)
  }
}
