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

  @Test func aMessageOverTheDetailsIsGoneWithTheNextKey() throws {
    var robot = try Robot(size: Size(rows: 24, columns: 80))
    robot.take(.noticed(String(repeating: "word ", count: 200)))
    let before = try #require(DetailMoment(robot.state))
    robot.press(.down)
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
}
