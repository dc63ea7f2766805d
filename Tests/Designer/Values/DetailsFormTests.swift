import Documents
import Keys
import TerminalUI
import Testing

@testable import Designer

/// The form for label, purpose, addresses and rotation date.
@Suite struct DetailsFormTests {
  private func form(_ text: String? = nil) throws -> Robot {
    var robot = try text.map { try Robot(opening: $0) } ?? Robot()
    robot.press("e")
    return robot
  }

  @Test func everyLineCanBeFilledIn() throws {
    var robot = try form()
    robot.type("bot")
    robot.press(.tab)
    robot.type("Marks paid orders")
    robot.press(.down)
    robot.type("203.0.113.7, 2001:db8::/48;203.0.113.7")
    robot.press(.tab)
    robot.type("2027-02-01")
    robot.press(.enter)
    let details = robot.state.editor.design.details
    #expect(details.label == "bot" && details.purpose == "Marks paid orders")
    #expect(details.ipAddresses == ["203.0.113.7", "2001:db8::/48"])
    #expect(details.rotateBy == CalendarDate("2027-02-01"))
    #expect(
      robot.message == "changed: label, purpose, addresses, rotate by"
        && robot.lines[0].hasPrefix(" bot.key.json*"))
  }

  @Test func undoBringsBackAFormThatWasLeft() throws {
    var robot = try form()
    robot.type("bot")
    robot.press(.tab)
    robot.type("two words")
    robot.press(.escape)
    #expect(robot.message == "key details left as they were; u brings back what was typed")
    #expect(robot.state.editor.design.details.label.isEmpty)
    robot.press("u")
    #expect(robot.state.context == .form && robot.message == "what was typed is back")
    robot.press(.enter)
    #expect(robot.state.editor.design.details.label == "bot")
    #expect(robot.state.editor.design.details.purpose == "two words")
    // Only once, and not what is older than another change.
    robot.press("u")
    #expect(robot.message == "undid: edit key details")
    robot.press("e")
    robot.type("other")
    robot.press(.escape, .space, "u")
    #expect(robot.state.context != .form)
    robot.press("e", .escape)
    #expect(robot.message == "key details left as they were")
  }

  /// A manifest with more addresses than a line of text holds otherwise.
  private static let manyAddresses = (0..<600).map { "203.0.\(100 + $0 / 250).\($0 % 250)" }

  @Test func whatIsLongerThanALineIsKeptWhereAnotherLineIsChanged() throws {
    let list = Self.manyAddresses.map { "\"\($0)\"" }.joined(separator: ", ")
    var robot = try form(
      """
      {
        "$schema": "urn:keywright:manifest:1",
        "catalog": { "id": "komerza", "version": "2026-06-24" },
        "label": "bot",
        "purpose": "Marks  paid orders",
        "ipAddresses": [\(list)],
        "scopes": ["stores.orders.view"]
      }
      """)
    robot.press(.enter)
    #expect(robot.message == "no detail was changed" && !robot.state.hasUnsavedChanges)
    robot.press("e")
    robot.type("2")
    robot.press(.enter)
    let details = robot.state.editor.design.details
    #expect(details.label == "bot2" && details.purpose == "Marks  paid orders")
    #expect(details.ipAddresses == Self.manyAddresses)
  }

  @Test func aPasteThatIsCutIsSaid() throws {
    var robot = try form()
    robot.send(.paste(String(repeating: "x", count: 5000)))
    #expect(robot.message == "the line is full: what was pasted is cut")
  }

  @Test func theLinesGoAroundBothWays() throws {
    var robot = try form()
    robot.press(.up)
    robot.type("Warehouse")
    robot.press(.up)
    robot.type("2027-02-01")
    robot.press(.tab, .tab)
    robot.type("bot")
    robot.press(.enter)
    #expect(robot.state.editor.design.details.label == "bot")
    #expect(robot.state.editor.design.details.rotateBy == CalendarDate("2027-02-01"))
    #expect(robot.state.editor.design.details.owner == "Warehouse")
  }

  @Test(arguments: [
    (2, "203.0.113", "\"203.0.113\" is not an address or range"),
    (2, "203.0.113.7, x", "\"x\" is not an address or range"),
    (2, "203.0.113.0/33", "\"203.0.113.0/33\" is not an address or range"),
    (3, "2027-02-30", "\"2027-02-30\" is not a day; write it as YYYY-MM-DD"),
    (3, "soon", "\"soon\" is not a day; write it as YYYY-MM-DD"),
  ])
  func whatIsWrongIsSaidUnderItsLine(line: Int, text: String, problem: String) throws {
    var robot = try form()
    for _ in 0..<line { robot.press(.tab) }
    robot.type(text)
    robot.press(.home, .home, .enter)
    #expect(robot.state.context == .form)
    #expect(robot.row(of: problem) == robot.frame.cursor.row + 1)
    robot.press(.control("u"))
    #expect(!robot.shows(problem))
  }

  @Test func enterOnAnotherLineGoesToTheProblem() throws {
    var robot = try form()
    robot.press(.up, .up)
    robot.type("never")
    robot.press(.down, .down, .enter)
    #expect(robot.currentLine.contains("Rotate by"))
  }

  @Test func escapeLeavesTheDetailsAsTheyWere() throws {
    var robot = try form()
    robot.type("bot")
    robot.press(.escape)
    #expect(robot.state.context == .tree && !robot.state.hasUnsavedChanges)
  }

  @Test func emptyLinesClear() throws {
    let text = TestManifest.text(
      scopes: ["stores.view"], label: "bot",
      more: ",\n  \"ipAddresses\": [\"203.0.113.7\"],\n  \"rotateBy\": \"2027-02-01\"")
    var robot = try form(text)
    robot.press(.control("u"), .down, .down, .control("u"), .down, .control("u"), .enter)
    let details = robot.state.editor.design.details
    #expect(details.label.isEmpty && details.ipAddresses.isEmpty && details.rotateBy == nil)
    robot.press("u")
    #expect(!robot.state.hasUnsavedChanges)
    #expect(robot.message == "undid: edit key details")
  }

  @Test func aFormThatNobodyTouchedChangesNothing() throws {
    let text = TestManifest.text(
      scopes: ["stores.view"], label: "two  spaces ",
      more: ",\n  \"ipAddresses\": [\"203.0.113.7\", \"203.0.113.7\"]")
    var robot = try form(text)
    robot.press(.enter)
    #expect(!robot.state.hasUnsavedChanges)
    #expect(robot.state.encoded == Array(text.utf8))
  }

  @Test func lettersThatAreCommandsElsewhereAreText() throws {
    var robot = try form()
    robot.type("quit w/ F?")
    #expect(robot.shows("quit w/ F?") && robot.state.context == .form)
  }

  @Test func aPasteIsTextOnOneLine() throws {
    var robot = try form()
    robot.send(.paste("one\ntwo\u{1B}[31m\u{2028}q\r"))
    robot.press(.enter)
    #expect(robot.state.editor.design.details.label == "one two[31m q")
    let bytes = robot.state.encoded
    #expect(throws: Never.self) {
      try Manifest(decoding: bytes) { _ throws(ModelError) in robot.state.catalog }
    }
  }

  @Test func aLowScreenShowsTheHintOfTheCurrentLine() throws {
    var robot = try form()
    robot.resize(40, 10)
    robot.press(.up)
    #expect(robot.shows("Owner") && robot.shows("who holds the key"))
    robot.press(.up)
    #expect(robot.shows("the day it is replaced:"))
  }
}
