import Catalogs
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
}
