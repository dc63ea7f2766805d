import Judgement
import Keys
import TerminalUI
import Testing

@testable import Designer

/// Clicks and the wheel.
@Suite struct MouseTests {
  @Test func aClickOnABoxTicks() throws {
    var robot = try Robot()
    robot.click(row: 2, column: 5)
    #expect(robot.chosen == ["stores.view"])
    robot.click(row: 1, column: 4)
    #expect(robot.chosen.count == 4)
  }

  @Test func aClickOnANameMovesTheCursorAlone() throws {
    var robot = try Robot()
    robot.click(row: 3, column: 20)
    #expect(robot.chosen.isEmpty && robot.frame.cursor.row == 3)
    #expect(robot.shows("stores.update"))
  }

  @Test func aClickOnAnArrowClosesAndOpens() throws {
    var robot = try Robot()
    robot.click(row: 6, column: 1)
    #expect(robot.lines[6].contains("▸ [ ] Categories"))
    robot.click(row: 6, column: 1)
    #expect(robot.lines[6].contains("▾ [ ] Categories"))
  }

  @Test func aClickDoesNotScrollTheTreeUnderTheMouse() throws {
    var robot = try Robot()
    robot.scroll(.scrollDown, row: 5, column: 5)
    let first = robot.lines[1].prefix(37)
    robot.click(row: 1, column: 20)
    #expect(robot.lines[1].prefix(37) == first && robot.frame.cursor.row == 1)
    robot.click(row: 16, column: 20)
    #expect(robot.lines[1].prefix(37) == first && robot.frame.cursor.row == 16)
  }

  @Test func clicksOutsideTheRowsDoNothing() throws {
    var robot = try Robot(Manifest(catalog: TestCatalog.nested()))
    let design = robot.state.editor.design
    for point in [(0, 5), (15, 5), (22, 5), (23, 0), (-1, -1), (999, 999), (5, 37)] {
      robot.click(row: point.0, column: point.1)
    }
    #expect(robot.state.editor.design == design && robot.effects.isEmpty)
  }

  @Test func theWheelScrollsThreeRowsATurn() throws {
    var robot = try Robot()
    robot.scroll(.scrollDown, row: 5, column: 5)
    #expect(robot.state.outline.top == 3)
    robot.scroll(.scrollDown, row: 5, column: 5)
    #expect(robot.state.outline.top == 6)
    robot.scroll(.scrollUp, row: 5, column: 5)
    #expect(robot.state.outline.top == 3)
    for _ in 0..<99 { robot.scroll(.scrollDown, row: 5, column: 5) }
    #expect(robot.state.outline.top == 67 - 16)
    for _ in 0..<99 { robot.scroll(.scrollUp, row: 5, column: 5) }
    #expect(robot.state.outline.top == 0)
  }

  @Test func aClickOnAFindingSelectsItAndASecondGoesThere() throws {
    var robot = try Robot()
    try robot.walk(to: "stores.orders.deliver")
    robot.press(.space, .home)
    let row = try #require(robot.row(of: "!  unpaid-delivery  stores.orders.deliver"))
    robot.click(row: row, column: 10)
    #expect(robot.state.context == .findings)
    #expect(robot.state.currentFinding?.rule == "unpaid-delivery")
    robot.click(row: try #require(robot.row(of: ">!  unpaid-delivery")), column: 10)
    #expect(robot.state.context == .tree)
    #expect(robot.currentLine.contains("stores.orders.deliver"))
  }

  @Test func aClickOnTheCountsOfALowScreenShowsTheFindings() throws {
    var robot = try Robot(size: Size(rows: 10, columns: 40))
    robot.click(row: 7, column: 10)
    #expect(robot.state.context == .findings && robot.shows("Nothing is chosen yet"))
  }

  @Test func theWheelScrollsDetailsAndLists() throws {
    var robot = try Robot()
    try robot.walk(to: "stores.update")
    robot.scroll(.scrollDown, row: 5, column: 60)
    #expect(robot.state.detailTop == 3 && robot.state.pane == .tree)
    robot.press("?")
    robot.scroll(.scrollDown, row: 5, column: 5)
    #expect(robot.state.mode == .reading(.keys, top: 3, over: .browsing))
    robot.scroll(.scrollUp, row: 5, column: 5)
    #expect(robot.state.mode == .reading(.keys, top: 0, over: .browsing))
  }

  @Test func aClickWhileFilteringLeavesTheFiltersLine() throws {
    var robot = try Robot()
    robot.press("/")
    robot.type("refund")
    robot.click(row: 2, column: 5)
    #expect(robot.chosen == ["stores.orders.refund"])
    #expect(robot.state.context == .tree && robot.state.outline.query == "refund")
  }

  @Test func aFirstClickOnAnAnswerThrowsNothingAway() throws {
    var robot = try Robot()
    robot.press(.down, .space, "q")
    let row = try #require(robot.row(of: "discard them and leave"))
    robot.click(row: row, column: 3)
    #expect(robot.state.context == .quitQuestion && robot.effects.isEmpty)
    #expect(robot.message == "click it again, or press its key")
  }

  @Test func aReportOnItsWayAfterTheMouseWasGivenBackDoesNothing() throws {
    var robot = try Robot()
    robot.press("m")
    robot.click(row: 2, column: 5)
    #expect(robot.chosen.isEmpty && !robot.frame.wantsMouse)
  }
}
