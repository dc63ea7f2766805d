import Catalogs
import Documents
import Keys
import TerminalUI
import Testing

@testable import Designer

/// Clicks on what the last line names, on answers and on lists: a key is made by mouse alone.
@Suite struct ClickTests {
  @Test func everyKeyOfTheBarTakesAClick() throws {
    for columns in [40, 80, 200] {
      var robot = try Robot(size: Size(rows: 24, columns: columns))
      robot.press("g")
      robot.clickBar("filter")
      #expect(robot.state.context == .filter)
      robot.clickBar("clear")
      #expect(robot.state.context == .tree)
      robot.clickBar("help")
      #expect(robot.state.context == .help)
      robot.clickBar("back")
      #expect(robot.state.context == .tree)
    }
  }

  @Test func betweenTheKeysOfTheBarAClickDoesNothing() throws {
    var robot = try Robot()
    let before = robot.state.context
    robot.click(row: 23, column: 0)
    robot.click(row: 23, column: 99)
    #expect(robot.state.context == before && robot.chosen.isEmpty)
  }

  @Test func aKeyIsMadeAndWrittenByMouseAlone() throws {
    var robot = try Robot(target: .file(path: "bot.key.json", known: nil))
    robot.clickBar("presets")
    let row = try #require(robot.row(of: robot.state.catalog.presets[1].title))
    robot.click(row: row, column: 5)
    robot.click(row: row, column: 5)
    #expect(!robot.chosen.isEmpty)
    let count = robot.chosen.count
    robot.clickBar("undo")
    #expect(robot.chosen.isEmpty)
    robot.click(row: 2, column: 5)
    #expect(robot.chosen == ["stores.view"] && count > 1)
    robot.clickBar("details")
    #expect(robot.state.context == .form)
    robot.clickBar("cancel")
    robot.clickBar("write")
    #expect(robot.state.context == .review)
    robot.clickBar("write")
    #expect(robot.write?.path == "bot.key.json" || robot.state.context == .acceptance)
  }

  @Test func anAnswerThatThrowsNothingAwayCountsAtOnce() throws {
    var robot = try Robot()
    robot.press(.down, .space, "q")
    robot.clickText("stay here")
    #expect(robot.state.context == .tree)
    robot.press("q")
    robot.clickText("review and write them")
    #expect(robot.state.context == .review)
  }

  @Test func whatThrowsAwayCountsAtTheSecondClick() throws {
    var robot = try Robot()
    robot.press(.down, .space, "q")
    robot.clickText("discard them and leave")
    #expect(robot.effects.isEmpty && robot.message == "click it again, or press its key")
    robot.click(row: 1, column: 1)
    #expect(robot.message == "click an answer, or press its key")
    robot.clickText("discard them and leave")
    #expect(robot.effects.isEmpty, "another click has come between")
    robot.clickText("discard them and leave")
    #expect(robot.effects == [.quit(.left)])
  }

  @Test func aKeyInBetweenTakesTheFirstClickBack() throws {
    var robot = try Robot(opening: TestManifest.text(scopes: ["stores.view"], label: "bot"))
    robot.press(.down, .space, "w", .enter)
    guard robot.write != nil else { return }
    try robot.answerWrite(.success(.changedOnDisk))
    robot.clickText("replace it with this key")
    #expect(robot.effects.isEmpty)
    robot.press("?")
    robot.clickText("replace it with this key")
    #expect(robot.effects.isEmpty)
    robot.clickText("replace it with this key")
    #expect(robot.write?.expecting == .anything)
  }
}

extension Robot {
  /// Clicks on a text of the screen.
  mutating func clickText(_ text: String) {
    guard let row = row(of: text), let range = lines[row].ranges(of: text).first else {
      Issue.record("\(text) is not on the screen: \(screen)")
      return
    }
    let column = lines[row].distance(from: lines[row].startIndex, to: range.lowerBound)
    click(row: row, column: column)
  }

  /// Clicks on a word of the key bar.
  mutating func clickBar(_ word: String) {
    guard let range = bar.ranges(of: " " + word).first else {
      Issue.record("\(word) is not in the bar: \(bar)")
      return
    }
    click(
      row: state.size.rows - 1,
      column: bar.distance(from: bar.startIndex, to: range.lowerBound) + 1)
  }
}
