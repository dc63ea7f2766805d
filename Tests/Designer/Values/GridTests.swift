import Catalogs
import TerminalUI
import Testing

@testable import Designer

/// The scopes as a grid of resources and verbs.
@Suite struct GridTests {
  private func grid(
    at id: String? = nil, columns: Int = 80, rows: Int = 24
  ) throws -> Robot {
    var robot = try Robot(size: Size(rows: rows, columns: columns))
    if let id { try robot.walk(to: id) }
    robot.press("3")
    return robot
  }

  @Test func threeShowsAllVerbsAtEightyColumns() throws {
    let robot = try grid()
    #expect(robot.state.context == .grid)
    for word in ["Resource", "view", "create", "update", "delete", "other", "all", "0/53"] {
      #expect(robot.shows(word), "\(word)")
    }
    #expect(robot.line(with: "stores.categories")?.contains("0/4") == true)
  }

  @Test(arguments: ["stores.orders.refund", "stores.view", "user.webhooks.delete"])
  func theScopeUnderTheCursorStaysUnderIt(id: String) throws {
    var robot = try grid(at: id)
    let scope = try #require(robot.state.catalog.indexOfScope(id))
    robot.press("1")
    #expect(robot.state.currentScope == scope)
  }

  @Test func aCellOfTheGridIsFoundAgainInTheTree() throws {
    var robot = try grid(at: "stores.categories.view")
    robot.press(.right, .right, .right)
    #expect(robot.shows("─ stores.categories.delete ─"))
    robot.press("1")
    #expect(robot.currentLine.contains("stores.categories.delete"))
  }

  @Test func aCategoryIsItsFirstRowsHeading() throws {
    var robot = try Robot()
    try robot.walk(toCategory: "Order Processing")
    robot.press("3")
    #expect(robot.currentLine.contains("stores.orders") && robot.state.grid?.column == -1)
    robot.press("1")
    #expect(robot.currentLine.contains("Order Processing"))
  }

  // MARK: - Ticking

  @Test func spaceTicksACellWithItsOneScope() throws {
    var robot = try grid(at: "stores.categories.create")
    robot.press(.space)
    #expect(robot.chosen == ["stores.categories.create"])
    #expect(robot.message == "ticked stores.categories.create")
    #expect(robot.line(with: "stores.categories ")?.contains("1/4") == true)
    robot.press("u")
    #expect(robot.chosen.isEmpty)
  }

  @Test func aCellOfSeveralAsksWhichByName() throws {
    var robot = try grid(at: "stores.orders.refund")
    #expect(robot.currentLine.contains("[ ]0/2"))
    robot.press(.space)
    #expect(robot.chosen.isEmpty && robot.state.context == .scopeChoice)
    #expect(robot.shows("Which of the 2 scopes of stores.orders other?"))
    #expect(robot.shows("stores.orders.deliver"))
    #expect(robot.currentLine.contains("stores.orders.refund"))
    robot.press(.space)
    #expect(robot.chosen == ["stores.orders.refund"])
    #expect(robot.message.hasPrefix("ticked stores.orders.refund"))
    robot.press("a")
    #expect(robot.chosen == ["stores.orders.deliver", "stores.orders.refund"])
    #expect(robot.message == "ticked 1 in stores.orders other")
    robot.press("a", .up, .space, .enter)
    #expect(robot.chosen == ["stores.orders.deliver"] && robot.state.context == .grid)
    #expect(robot.currentLine.contains("[~]1/2"))
  }

  @Test func theListOfACellTakesClicks() throws {
    var robot = try grid(at: "stores.orders.refund")
    let row = try #require(robot.row(of: "[ ]0/2"))
    let line = robot.lines[row]
    let box = try #require(line.ranges(of: "[ ]0/2").first).lowerBound
    robot.click(row: row, column: line.distance(from: line.startIndex, to: box) + 1)
    #expect(robot.state.context == .scopeChoice && robot.chosen.isEmpty)
    robot.click(row: try #require(robot.row(of: "stores.orders.deliver")), column: 3)
    #expect(robot.chosen == ["stores.orders.deliver"])
    robot.click(row: try #require(robot.row(of: "stores.orders.refund")), column: 30)
    #expect(robot.chosen.count == 1 && robot.currentLine.contains("refund"))
    robot.click(row: try #require(robot.row(of: "stores.orders.refund")), column: 30)
    #expect(robot.chosen.count == 2)
  }

  @Test func whereThereIsRoomTheLastColumnNamesItsVerbs() throws {
    let robot = try grid(at: "stores.orders.refund", columns: 200)
    #expect(robot.currentLine.contains("deliver refund"))
  }

  @Test func theWholeRowUnderTheCursorHasOneBackground() throws {
    let robot = try grid(at: "stores.orders.refund")
    let row = robot.frame.row(robot.frame.cursor.row)
    #expect(row.allSatisfy { $0.style.attributes.contains(.reverse) })
    #expect(row.contains { $0.style.attributes.contains(.underline) })
  }

  @Test func aRowsHeadingTicksItsRow() throws {
    var robot = try grid(at: "stores.categories.view")
    robot.press(.left, .space)
    #expect(robot.chosen.count == 4 && robot.message == "ticked 4 in stores.categories")
    robot.press(.space)
    #expect(robot.chosen.isEmpty)
  }

  @Test func aColumnsHeadingTicksItsColumn() throws {
    var robot = try grid(at: "stores.view")
    robot.press(.right, .right, .right, .up)
    #expect(robot.frame.cursor.row == 1)
    robot.press(.space)
    #expect(!robot.chosen.isEmpty && robot.chosen.allSatisfy { $0.hasSuffix(".delete") })
    #expect(robot.message == "ticked \(robot.chosen.count) in delete")
    #expect(robot.lines[2].contains("\(robot.chosen.count)/\(robot.chosen.count)"))
  }

  @Test func anEmptyCellSaysThatNothingIsThere() throws {
    var robot = try grid(at: "stores.tax.view")
    robot.press(.right, .space)
    #expect(robot.message == "Space: stores.tax has no scope in the column create")
    robot.press("1")
    #expect(robot.currentLine.contains("stores.tax.view"))
  }

  @Test func risksAreMarkedBeforeAndAfterTheTick() throws {
    var robot = try grid(at: "stores.products.delete")
    #expect(robot.currentLine.contains("[ ] !"))
    robot.press(.space)
    #expect(robot.currentLine.contains("[x] !"))
  }

  // MARK: - Filter

  @Test func theFilterIsThatOfTheTree() throws {
    var robot = try Robot()
    robot.press("/")
    robot.type("stores.coupons")
    robot.press(.enter, "3")
    #expect(robot.state.grid?.rows.count == 1)
    #expect(robot.shows("stores.coupons") && !robot.shows("stores.orders"))
    robot.press(.left, .space)
    #expect(robot.chosen.count == 4)
    robot.press("/")
    robot.type(" view")
    robot.press(.enter, .left, .space)
    #expect(
      robot.message == "unticked 1 in stores.coupons, 3 hidden by the filter kept")
    robot.press(.escape)
    #expect(robot.shows("stores.orders") && robot.state.outline.matched == nil)
  }

  @Test func aFilterThatMatchesNothingSaysSoAndKeepsThePlace() throws {
    var robot = try grid(at: "stores.tax.view")
    robot.press("/")
    robot.type("xyzzy")
    #expect(robot.shows("No scope matches \"xyzzy\""))
    robot.press(.enter, .space)
    #expect(robot.message == "Space: no scope here: the filter lets nothing through")
    robot.press(.escape, "1")
    #expect(robot.currentLine.contains("stores.tax.view"))
  }

  @Test func theNextMatchIsWalkedTo() throws {
    var robot = try grid()
    robot.press("/")
    robot.type("delete")
    robot.press(.enter, "g", "n")
    guard case .scope = robot.state.subject else {
      Issue.record("no scope under the cursor: \(robot)")
      return
    }
  }

  // MARK: - Scrolling

  @Test func aNarrowScreenScrollsSideways() throws {
    var robot = try grid(at: "stores.view", columns: 40)
    #expect(robot.shows("view") && !robot.shows("other") && robot.lines[1].contains("▸"))
    robot.press(.right, .right, .right, .right)
    #expect(robot.shows("other") && robot.lines[1].contains("◂"))
    robot.press(.left, .left, .left, .left, .left, .left)
    #expect(robot.state.grid?.column == -1 && robot.shows("view"))
  }

  @Test func itScrollsDownToTheLastRowAndUpToTheHeadings() throws {
    var robot = try grid(rows: 12)
    robot.press(.right, "G")
    #expect(robot.shows("stores.tax"))
    robot.press(.pageUp, "g")
    #expect(robot.state.grid?.row == 0 && robot.state.grid?.top == 0)
    robot.press(.up, .up)
    #expect(robot.state.grid?.row == -1)
  }

  @Test(arguments: [(1, 1), (5, 3), (39, 9), (40, 10), (66, 11), (300, 100)])
  func everySizeGivesAFrame(columns: Int, rows: Int) throws {
    var robot = try grid(at: "stores.orders.refund")
    robot.resize(columns, rows)
    #expect(FrameCheck.problems(robot.frame) == [])
    robot.press(.space, .down, .right)
    robot.resize(80, 24)
    #expect(FrameCheck.problems(robot.frame) == [])
  }

  // MARK: - The mouse and the details

  @Test func theMouseTicksABoxAndChoosesAHeading() throws {
    var robot = try grid()
    let row = try #require(robot.row(of: "stores.categories "))
    let column = try #require(robot.lines[row].firstIndex(of: "["))
    let place = robot.lines[row].distance(from: robot.lines[row].startIndex, to: column)
    robot.click(row: row, column: place + 1)
    #expect(robot.chosen == ["stores.categories.view"])
    robot.click(row: row, column: 3)
    #expect(robot.chosen.count == 1 && robot.state.subject == .scopes(.row(2)))
    robot.click(row: 1, column: place + 1)
    #expect(robot.state.subject == .scopes(.column(.view)) && robot.chosen.count == 1)
    robot.click(row: 1, column: 3)
    #expect(robot.state.subject == .scopes(.column(.view)))
  }

  @Test func enterShowsTheDetailsOfACellARowAndAColumn() throws {
    var robot = try grid(at: "stores.orders.refund")
    robot.press(.enter)
    #expect(robot.state.context == .detail && robot.shows("stores.orders other"))
    #expect(robot.shows("0 of 2 scopes are chosen. Space asks which of them."))
    robot.press(.space, .space)
    #expect(robot.chosen == ["stores.orders.refund"])
    robot.press(.escape, .escape)
    #expect(robot.state.context == .grid)
    robot.resize(120, 40)
    robot.press("g", .up)
    #expect(robot.shows("scopes are chosen") && robot.shows("[x] stores.orders.refund"))
  }

  @Test func manyScopesInACellAreCountedInShort() {
    #expect(GridView.short(999) == "999" && GridView.short(12_345) == "12k")
    #expect(GridView.short(3_000_000) == "3M")
  }
}
