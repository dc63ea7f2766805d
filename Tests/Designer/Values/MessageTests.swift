import TerminalUI
import Testing

@testable import Designer

/// What is said above the key bar.
@Suite struct MessageTests {
  private let long =
    "the draft cannot be written: no space is left on the device; everything else works as it did,"
    + " and what is chosen stays chosen. Write the key soon (w), and free some space"

  @Test(arguments: [(80, 24), (60, 15), (40, 12)])
  func aLongMessageTakesTheRowsThatItNeeds(columns: Int, rows: Int) throws {
    var robot = try Robot(size: Size(rows: rows, columns: columns))
    robot.take(.noticed(long))
    #expect(robot.message == long)
    #expect(robot.lines[rows - 2].hasSuffix("space"))
    // Nothing of what it stands over is left beside it.
    #expect(robot.lines[rows - 3].hasPrefix(" ") && !robot.lines[rows - 3].contains("│"))
    robot.press(.down)
    #expect(robot.shows("the draft cannot") && robot.shows("(Esc: read)"))
    robot.press(.escape)
    #expect(!robot.shows("the draft cannot"))
  }

  @Test func whatDoesNotFitIsCutAndTheRowWithTheCursorStays() throws {
    var robot = try Robot(size: Size(rows: 10, columns: 40))
    robot.press("G")
    let row = robot.currentLine
    robot.take(.noticed(long))
    #expect(robot.currentLine == row && robot.message.hasSuffix("…"))
    #expect(robot.frame.cursor.row < 8)
  }

  @Test func aMessageOverTheDetailsIsGoneOnceItIsRead() throws {
    var robot = try Robot(size: Size(rows: 24, columns: 120))
    robot.take(.noticed(String(repeating: "word ", count: 200)))
    let before = try #require(DetailMoment(robot.state))
    robot.press(.escape)
    #expect(DetailMoment(robot.state) != before, "the details would be kept as they were painted")
  }

  @Test func anEndOfTheTreeSaysThatItIsOne() throws {
    var robot = try Robot()
    for key: Key in ["k", "g", .pageUp, .up] {
      robot.press(key)
      #expect(robot.message == "\(key.name): this is the first row")
    }
    robot.press("G")
    #expect(robot.message == "")
    for key: Key in ["j", "G", .pageDown, .down] {
      robot.press(key)
      #expect(robot.message == "\(key.name): this is the last row")
    }
    robot.press("2", "k")
    #expect(robot.message == "k: this is the first row")
  }

  @Test func aKeyThatWorksElsewhereSaysWhere() throws {
    var robot = try Robot()
    robot.press("a")
    #expect(
      robot.message == "a does nothing here; in Findings, Review: accept the risk, with a reason")
    robot.press("3", "+")
    #expect(robot.message == "+ does nothing here; in Scopes, Calls: open all")
  }

  @Test func keysAreNamedAsThePersonHasThem() throws {
    let settings = try Settings(
      decoding: Array(#"{"keys":{"review":["W"],"discard":["X"],"quit":["Q"],"help":["H"]}}"#.utf8))
    var robot = try Robot(settings: settings)
    robot.press("Z")
    #expect(robot.message == "Z does nothing here; H lists the keys")
    robot.press(.escape)
    #expect(robot.message == "Esc: no filter is set; Q leaves")
    robot.press(.down, .space, "Q")
    #expect(robot.shows("W review and write them") && robot.shows("X discard them and leave"))
    #expect(!robot.shows("w review") && !robot.shows("d discard"))
  }

  @Test func whatTheCursorStandsOnIsSaidWhereTheTreeIsAlone() throws {
    var robot = try Robot(size: Size(rows: 11, columns: 60))
    robot.press(.down, .down)
    #expect(robot.message.hasPrefix("stores."))
    robot.press("w")
    #expect(robot.state.context == .review && robot.message.isEmpty)
  }

  @Test func aLongNameOfAFileIsCutBeforeItsMark() throws {
    var robot = try Robot()
    robot.press("e")
    robot.type(String(repeating: "fulfilment-", count: 20))
    robot.press(.enter)
    #expect(robot.lines[0].hasPrefix(" fulfilment-") && robot.lines[0].contains("…*"))
  }
}
