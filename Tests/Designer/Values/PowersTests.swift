import Catalogs
import Judgement
import TerminalUI
import Testing

@testable import Designer

/// The page that says what the key can do.
@Suite struct PowersTests {
  private func opened(_ scopes: [String]) throws -> Robot {
    var robot = try Robot(
      opening: TestManifest.text(scopes: scopes, label: "bot"), size: Size(rows: 60, columns: 100))
    robot.press("5")
    return robot
  }

  @Test("5 opens the page over the tree, and Esc goes back to where one was")
  func opensAndCloses() throws {
    var robot = try opened(["stores.orders.view"])
    #expect(robot.screen.contains("What this key can do"))
    robot.press(.escape)
    #expect(robot.state.mode == .browsing)
  }

  @Test("Each number of the table has its calls below it, each with the scope that opens it")
  func listsCalls() throws {
    let robot = try opened(["stores.orders.view"])
    #expect(robot.screen.contains("It opens "))
    #expect(robot.screen.contains(" by stores.orders.view"))
  }

  @Test("The review says it in sentences, and 5 opens the page from there")
  func standsInTheReview() throws {
    var robot = try opened(["stores.orders.view"])
    robot.press(.escape, "w")
    #expect(robot.screen.contains("Can do"))
    robot.press("5")
    #expect(robot.screen.contains("What this key can do"))
    robot.press(.escape)
    #expect(robot.screen.contains("Write to"))
  }

  @Test("A key without a scope opens nothing, and no table stands there")
  func emptyKey() throws {
    let robot = try opened([])
    #expect(robot.screen.contains("It opens 0 of 287 calls."))
    #expect(!robot.screen.contains("reads"))
  }

  @Test("On the smallest screen every number of the table is to be seen", arguments: [40, 60])
  func narrow(columns: Int) throws {
    var robot = try opened(["stores.orders.view", "stores.products.update"])
    robot.resize(columns, 60)
    let lines = PowersView.lines(robot.state, columns: columns - 2)
    #expect(lines.allSatisfy { $0.text.count <= columns - 2 })
  }

  @Test(
    "Enter on a cell lists its calls and the scopes behind them, and Esc goes back to the table")
  func opensACell() throws {
    var robot = try opened(["stores.orders.view", "stores.products.update"])
    let row = robot.frame.row(robot.frame.cursor.row)
    #expect(row.allSatisfy { $0.style.attributes.contains(.reverse) })
    try robot.press(.right) { $0.state.powers.verbs[$0.state.powersCursor.verb] == .deletes }
    try robot.press(.down) {
      $0.state.powers.rows[$0.state.powersCursor.row].count(.deletes) > 0
    }
    robot.press(.enter)
    #expect(robot.lines[1].hasPrefix(" Deletes "))
    #expect(robot.shows("DELETE /stores/") && robot.shows(" by stores.products.update"))
    #expect(!robot.shows("GET /"))
    robot.press(.escape)
    #expect(robot.state.context == .powers && robot.shows("What this key can do"))
    robot.press(.escape)
    #expect(robot.state.mode == .browsing)
  }

  @Test("A click goes to a cell, a second opens it")
  func opensACellByMouse() throws {
    var robot = try opened(["stores.orders.view"])
    let place = robot.frame.cursor
    robot.click(row: place.row, column: place.column + 1)
    #expect(robot.state.context == .help && robot.shows(" by stores.orders.view"))
  }

  @Test("A cell without calls says so")
  func emptyCell() throws {
    var robot = try opened(["stores.orders.view", "stores.products.update"])
    try robot.press(.right) { $0.state.powers.verbs[$0.state.powersCursor.verb] == .deletes }
    try robot.press(.up) { $0.state.powersCursor.row == 0 }
    let row = robot.state.powers.rows.firstIndex { $0.count(.deletes) == 0 }
    guard let row else { return }
    try robot.press(.down) { $0.state.powersCursor.row == row }
    robot.press(.enter)
    #expect(robot.message.contains("deletes nothing here"))
  }
}
