import Keys
import TerminalUI
import Testing

@testable import Designer

/// Moving, opening and closing.
@Suite struct OutlineTests {
  @Test(arguments: [
    ([Key.down, "j", .control("n")], 3), ([.down, .up], 0), (["j", "k", "k"], 0),
    ([.end], 66), (["G"], 66), (["G", "g"], 0), ([.end, .home], 0),
    ([.pageDown], 15), ([.control("f"), .control("b")], 0), ([.control("v"), .alt("v")], 0),
    ([.pageDown, .pageUp, .pageUp], 0), ([.up], 0), ([.end, .down], 66),
  ])
  func keysMove(keys: [Key], to row: Int) throws {
    var robot = try Robot()
    for key in keys { robot.press(key) }
    #expect(robot.state.outline.cursor == row)
  }

  @Test func theCursorStaysAwayFromTheEdges() throws {
    var robot = try Robot()
    for _ in 0..<40 {
      robot.press(.down)
      let below = robot.state.outline.top + robot.state.outline.height - 1
      #expect(below - robot.state.outline.cursor >= 2)
    }
  }

  @Test func leftClosesACategoryAndItsRowStaysOnTheScreen() throws {
    var robot = try Robot()
    try robot.walk(toCategory: "Order Processing")
    let row = robot.frame.cursor.row
    robot.press(.left)
    #expect(robot.currentLine.contains("▸ [ ] Order Processing"))
    #expect(robot.frame.cursor.row == row)
    robot.press(.right)
    #expect(robot.currentLine.contains("▾ [ ] Order Processing"))
    #expect(robot.frame.cursor.row == row)
  }

  @Test func leftOnAScopeGoesToItsCategory() throws {
    var robot = try Robot()
    try robot.walk(to: "stores.orders.refund")
    robot.press("h")
    #expect(robot.currentLine.contains("Order Processing"))
    robot.press("l")
    #expect(robot.currentLine.contains("stores.orders.view"))
  }

  @Test func minusClosesAllAndPlusOpensAll() throws {
    var robot = try Robot()
    try robot.walk(to: "stores.orders.refund")
    robot.press("-")
    #expect(robot.state.outline.rows.count == 14)
    #expect(robot.currentLine.contains("Order Processing"))
    robot.press("+")
    #expect(robot.state.outline.rows.count == 67)
    #expect(robot.currentLine.contains("Order Processing"))
  }

  @Test func enterOnAScopeLeadsToWhatItOpens() throws {
    var robot = try Robot()
    robot.press(.down, .enter)
    #expect(robot.state.pane == .detail)
    robot.press(.escape)
    #expect(robot.state.pane == .tree)
  }

  @Test(arguments: [(40, 10), (60, 20), (80, 24)]) func tabReachesEveryPane(
    columns: Int, rows: Int
  ) throws {
    var robot = try Robot(size: Size(rows: rows, columns: columns))
    robot.press(.down)
    var seen: [Pane] = []
    for _ in 0..<3 {
      robot.press(.tab)
      seen.append(robot.state.pane)
    }
    #expect(seen == [.detail, .findings, .tree])
    robot.press(.backTab)
    #expect(robot.state.pane == .findings)
    robot.press(.backTab)
    #expect(robot.shows("Reads a store's"))
  }

  @Test func leavingTheDetailPaneKeepsTheFilter() throws {
    var robot = try Robot()
    robot.press("/")
    robot.type("refund")
    robot.press(.enter, .tab, .escape)
    #expect(robot.state.pane == .tree && robot.state.outline.query == "refund")
  }

  @Test func theDetailPaneScrollsToItsEndAndNoFurther() throws {
    var robot = try Robot()
    try robot.walk(to: "stores.update")
    robot.press(.tab)
    #expect(robot.shows("more below"))
    for _ in 0..<100 { robot.press(.down) }
    #expect(!robot.shows("more below"))
    robot.press(.up)
    #expect(robot.shows("more below"))
    robot.press("g")
    #expect(robot.state.detailTop == 0)
  }

  @Test func aLargeCatalogStartsAsItsListOfCategories() throws {
    let robot = try Robot(Manifest(catalog: TestCatalog.large(310)))
    #expect(robot.state.outline.rows.count == 31)
  }
}
