import Documents
import Keys
import TerminalUI
import Testing

@testable import Designer

/// Reviewing and writing.
@Suite struct WritingTests {
  private func ticked(_ target: DesignerState.Target = .undecided) throws -> Robot {
    var robot = try Robot(target: target)
    robot.press(.down, .space, "e")
    robot.type("My Bot")
    robot.press(.enter)
    return robot
  }

  private static let expected = """
    {
      "$schema": "urn:keywright:manifest:1",
      "catalog": { "id": "komerza", "version": "2026-06-24" },
      "label": "My Bot",
      "scopes": ["stores.view"]
    }

    """

  @Test func anExportOfANewKeyWithAFileIsNoSave() throws {
    var robot = try ticked(.file(path: "bot.key.json", known: nil))
    robot.press("w", "f", .enter)
    #expect(robot.write?.path == "bot.ids.txt")
    try robot.answerWrite(.success(.written))
    #expect(robot.state.hasUnsavedChanges)
  }

  @Test func aPathChosenForAnExportLeavesTheManifestToStandardOutput() throws {
    var robot = try ticked(.standardOutput)
    robot.press("w", "f", "o", .control("u"))
    robot.type("x.txt")
    robot.press(.enter)
    #expect(robot.shows("Write to   x.txt"))
    try robot.press("f") { $0.state.format == .manifest }
    #expect(robot.shows("Write to   standard output"))
    robot.press("f", .enter)
    #expect(robot.write?.path == "x.txt")
  }

  // MARK: - The review

  @Test func theReviewSaysWhereWhatAndWhy() throws {
    var robot = try ticked()
    robot.press("w")
    for text in ["Write to   my-bot.key.json", "Holds      1 scope", "Label      My Bot"] {
      #expect(robot.shows(text))
    }
    #expect(robot.shows("note no-rotation-date"))
    robot.press(.end)
    #expect(robot.shows("[x] .  stores.view  View stores"))
  }

  @Test func theReviewComparesWithTheFile() throws {
    var robot = try Robot(
      opening: TestManifest.text(scopes: ["stores.view", "stores.update"], label: "old"))
    robot.press("w")
    #expect(robot.shows("Nothing has changed"))
    robot.press(.escape, .space, .down, .down, .space, "e", .control("u"))
    robot.type("new")
    robot.press(.enter, "w")
    #expect(robot.shows("+ stores.create") && robot.shows("- stores.view"))
    #expect(robot.shows("~ label: old -> new") && !robot.shows("Nothing has changed"))
  }

  @Test(arguments: [Key.escape, "q", "h", .left]) func keysLeadBack(key: Key) throws {
    var robot = try ticked()
    robot.press("w", key)
    #expect(robot.state.context == .tree && robot.effects.isEmpty)
  }

  @Test func theReviewScrollsToItsEndAndNoFurther() throws {
    var robot = try ticked()
    robot.resize(40, 10)
    robot.press("w")
    #expect(robot.shows("more below"))
    robot.press("G", "j", "j")
    #expect(!robot.shows("more below") && robot.shows("stores.view"))
  }

  // MARK: - Writing

  @Test func enterWritesTheExactBytesToAFileThatMustNotExist() throws {
    var robot = try ticked()
    robot.press("w", .enter)
    #expect(robot.written == Self.expected)
    #expect(robot.write?.path == "my-bot.key.json" && robot.write?.expecting == .absent)
    #expect(robot.state.hasUnsavedChanges)
    try robot.answerWrite(.success(.written))
    #expect(!robot.state.hasUnsavedChanges)
    #expect(robot.message == "wrote 1 scope to my-bot.key.json; q leaves")
  }

  @Test func anOpenedFileIsExpectedToBeAsItWas() throws {
    let text = TestManifest.text(scopes: ["stores.view"])
    var robot = try Robot(opening: text)
    robot.press("w", .enter)
    #expect(robot.write?.expecting == .bytes(Array(text.utf8)))
    #expect(robot.written == text)
  }

  @Test func aSecondWriteExpectsTheFirst() throws {
    var robot = try ticked()
    robot.press("w", .enter)
    let first = try #require(robot.write?.bytes)
    try robot.answerWrite(.success(.written))
    robot.press(.down, .space, .down, .down, .space, "w")
    #expect(robot.shows("+ stores.analytics.view"))
    robot.press(.enter)
    #expect(robot.write?.expecting == .bytes(first))
  }

  @Test func undoAfterAWriteIsAChange() throws {
    var robot = try ticked()
    robot.press("w", .enter)
    try robot.answerWrite(.success(.written))
    robot.press("u")
    #expect(robot.state.hasUnsavedChanges)
    #expect(!String(decoding: robot.state.encoded, as: UTF8.self).contains("My Bot"))
    robot.press(.control("r"))
    #expect(!robot.state.hasUnsavedChanges)
  }

  @Test func standardOutputGetsTheBytesAndTheSessionEnds() throws {
    var robot = try ticked(.standardOutput)
    robot.press("w")
    #expect(robot.shows("Write to   standard output"))
    robot.press(.enter)
    #expect(robot.effects == [.quit(.written)])
    #expect(robot.state.output.map { String(decoding: $0, as: UTF8.self) } == Self.expected)
    #expect(robot.state.lastWrite == "wrote 1 scope to standard output")
  }

  @Test func anotherPathCanBeTyped() throws {
    var robot = try ticked()
    robot.press("w", "o")
    #expect(robot.shows("Write to: my-bot.key.json") && robot.frame.showsCursor)
    robot.press(.control("u"), .enter)
    #expect(robot.state.context == .path)
    robot.type("keys/a b.json")
    robot.press(.enter, .enter)
    #expect(robot.write?.path == "keys/a b.json" && robot.write?.expecting == .absent)
  }

  @Test func aPathProposedInsteadOfStandardOutputIsOne() throws {
    var robot = try ticked(.standardOutput)
    robot.press("w", "o")
    #expect(robot.shows("Write to: my-bot.key.json"))
    robot.press(.escape)
    #expect(robot.shows("Write to   standard output"))
    robot.press("o", .enter, .enter)
    #expect(robot.write?.path == "my-bot.key.json")
  }

  // MARK: - What goes wrong

  @Test func aFileThatChangedOnDiskIsReplacedOnlyWhenAsked() throws {
    var robot = try Robot(opening: TestManifest.text(scopes: ["stores.view"]))
    robot.press("w", .enter)
    try robot.answerWrite(.success(.changedOnDisk))
    #expect(robot.shows("key.json has changed on disk since it was opened."))
    robot.press(.escape)
    #expect(robot.state.context == .review && robot.effects.isEmpty)
    robot.press(.enter)
    try robot.answerWrite(.success(.changedOnDisk))
    robot.press("y")
    #expect(robot.write?.expecting == .anything && robot.write?.path == "key.json")
    try robot.answerWrite(.success(.written))
    #expect(robot.message.hasPrefix("wrote 1 scope to key.json"))
  }

  @Test func aFileThatNobodyOpenedIsNotReplacedUnasked() throws {
    var robot = try ticked()
    robot.press("w", .enter)
    try robot.answerWrite(.success(.changedOnDisk))
    #expect(robot.shows("my-bot.key.json exists already."))
    robot.press("o", .control("u"))
    robot.type("other.json")
    robot.press(.enter, .enter)
    #expect(robot.write?.path == "other.json" && robot.write?.expecting == .absent)
  }

  @Test func aWriteThatFailsSaysWhyAndLosesNothing() throws {
    var robot = try ticked()
    robot.press("w", .enter)
    try robot.answerWrite(
      .failure(ModelError(file: "x", problem: "the disk is full", remedy: "Free some space")))
    #expect(robot.message == "x: the disk is full. Free some space.")
    #expect(robot.state.context == .review && robot.state.hasUnsavedChanges)
  }

  @Test func anErrorIsWrittenOnlyWithTheWordAndAReason() throws {
    var robot = try Robot(user: "")
    robot.press("w", .enter)
    #expect(robot.effects.isEmpty && robot.shows("Errors that nobody has accepted"))
    #expect(robot.shows("no-scopes-selected"))
    robot.press(.enter)
    #expect(robot.shows("type the word accept to go on") && robot.effects.isEmpty)
    robot.type("accept")
    robot.press(.enter)
    robot.type("A placeholder")
    robot.press(.enter)
    robot.type("Robin")
    robot.press(.enter)
    let text = try #require(robot.written)
    #expect(text.contains(#""rule": "no-scopes-selected""#))
    #expect(text.contains(#""reason": "A placeholder""#) && text.contains(#""by": "Robin""#))
  }

  @Test func anAcceptedErrorIsNotAskedAboutAgain() throws {
    var robot = try Robot()
    robot.press("w", .enter)
    robot.type("accept")
    robot.press(.tab)
    robot.type("A placeholder")
    robot.press(.enter)
    try robot.answerWrite(.success(.written))
    robot.press("w", .enter)
    #expect(robot.write != nil)
  }
}
