import Catalogs
import Keys
import TerminalUI
import Testing

@testable import Designer

/// A filter that keeps the tree.
@Suite struct FilterTests {
  private func filtered(_ words: String, in manifest: Manifest? = nil) throws -> Robot {
    var robot = try Robot(manifest)
    robot.press("/")
    robot.type(words)
    return robot
  }

  /// The visible rows as ids and names.
  private func rows(_ robot: Robot) -> [String] {
    robot.state.outline.rows.map { node in
      switch robot.state.outline.item(ofNode: node) {
      case .group(let category): robot.state.catalog.categories[category].name
      case .leaf(let scope): robot.state.catalog.scopes[scope].id
      case .unknownHeading: "unknown"
      case .unknown(let place): robot.state.outline.unknown[place]
      }
    }
  }

  @Test func matchesStayWithWhatIsAroundThem() throws {
    let robot = try filtered("update", in: Manifest(catalog: TestCatalog.nested()))
    #expect(
      rows(robot) == [
        "Shop", "Goods", "goods.update", "Orders", "orders.update", "People", "people.update",
      ])
    #expect(robot.shows("3 of 8 scopes"))
  }

  @Test(arguments: [(40, 12), (80, 24), (140, 40)])
  func `presets that the words name stand above the scopes that they find`(
    columns: Int, rows: Int
  ) throws {
    var robot = try Robot(size: Size(rows: rows, columns: columns))
    robot.press("/")
    robot.type("store")
    let row = try #require(robot.row(of: "Preset "))
    #expect(robot.shows("Storefront") && robot.shows("stores."))
    robot.press(.enter, "p")
    #expect(robot.state.context == .presets && robot.currentLine.contains("Storefront"))
    robot.press(.escape)
    robot.click(row: row, column: 10)
    #expect(robot.state.context == .presets && robot.currentLine.contains("Storefront"))
    robot.press(.escape)
    robot.click(row: row + 1, column: 6)
    #expect(robot.state.outline.cursor == robot.state.outline.top)
    robot.press("2")
    #expect(!robot.shows("Preset "))
  }

  @Test func theCursorStandsOnTheBestMatchWhileTyping() throws {
    var robot = try Robot()
    robot.press("/")
    robot.type("ref")
    #expect(robot.state.currentScope == robot.state.catalog.indexOfScope("stores.orders.refund"))
    #expect(robot.frame.showsCursor && robot.frame.cursor == Point(row: 22, column: 12))
  }

  @Test func enterKeepsFilterAndCursorAndSpaceThenTicks() throws {
    var robot = try filtered("refund")
    robot.press(.enter)
    #expect(robot.state.context == .tree)
    #expect(robot.state.outline.query == "refund")
    robot.press(.space)
    #expect(robot.chosen == ["stores.orders.refund"])
  }

  @Test func spaceWhileTypingIsALetter() throws {
    var robot = try filtered("orders")
    robot.press(.space)
    robot.type("refund")
    #expect(robot.chosen.isEmpty)
    #expect(rows(robot) == ["Order Processing", "stores.orders.refund"])
  }

  @Test(arguments: [true, false]) func escapeClearsAndTheCursorKeepsItsNode(
    whileTyping: Bool
  ) throws {
    var robot = try filtered("refund")
    if !whileTyping { robot.press(.enter) }
    robot.press(.escape)
    #expect(robot.state.outline.matched == nil)
    #expect(robot.state.outline.rows.count == 53 + 14)
    #expect(robot.state.currentScope == robot.state.catalog.indexOfScope("stores.orders.refund"))
    #expect(robot.currentLine.contains("stores.orders.refund"))
  }

  @Test func aTickStandsAfterTheFilterIsCleared() throws {
    var robot = try filtered("refund")
    robot.press(.enter, .space, .escape)
    #expect(robot.currentLine.contains("[x] !  stores.orders.refund"))
  }

  @Test func wordsThatMatchNothingSayWhatToDoAndGiveTheCursorBack() throws {
    var robot = try Robot()
    try robot.walk(to: "stores.blog.view")
    robot.press("/")
    robot.type("zzz")
    #expect(robot.shows("No scope matches \"zzz\""))
    robot.press(.enter, .space)
    #expect(robot.message == "Space: no scope here: the filter lets nothing through")
    robot.press(.escape)
    #expect(robot.state.currentScope == robot.state.catalog.indexOfScope("stores.blog.view"))
  }

  @Test func aCategoryTouchesOnlyWhatIsVisibleAndCountsWhatItKept() throws {
    var robot = try Robot()
    try robot.walk(to: "stores.orders.view")
    robot.press(.space, "/")
    robot.type("coupons")
    robot.press(.enter)
    try robot.walk(toCategory: "Order Processing")
    robot.press(.space)
    #expect(robot.chosen.count == 5)
    #expect(robot.message == "ticked 4 in Order Processing, 1 hidden by the filter kept")
    #expect(robot.line(with: "[~] Order Processing")?.contains("(+1) 5/8") == true)
    robot.press(.space)
    #expect(robot.chosen == ["stores.orders.view"])
    #expect(robot.message == "unticked 4 in Order Processing, 1 hidden by the filter kept")
  }

  @Test func childrenOfAMatchingCategoryStayReachable() throws {
    let robot = try filtered("blacklist")
    #expect(rows(robot).first == "Blacklist" && rows(robot).count == 5)
    let byName = try filtered("processing")
    #expect(rows(byName).count == 9)
  }

  @Test func nAndCapitalNWalkTheMatchesAroundTheEnd() throws {
    var robot = try filtered("goods", in: Manifest(catalog: TestCatalog.nested()))
    robot.press(.enter, .home)
    var seen: [String] = []
    for key: Key in ["n", "n", "n", "n", "N", "N"] {
      robot.press(key)
      seen.append(robot.state.currentScope.map { robot.state.catalog.scopes[$0].id } ?? "none")
    }
    #expect(
      seen == [
        "goods.view", "goods.update", "goods.delete", "goods.view", "goods.delete", "goods.update",
      ])
  }

  @Test func arrowsMoveWhileTyping() throws {
    var robot = try filtered("goods", in: Manifest(catalog: TestCatalog.nested()))
    robot.press(.down, .down, .up)
    robot.type(" ")
    robot.press(.enter, .space)
    #expect(robot.chosen.count == 1)
    let before = robot.state.outline.cursor
    robot.press("/", .pageUp)
    #expect(robot.state.outline.cursor < before)
  }

  @Test func clearingOpensAndClosesAsBefore() throws {
    var robot = try Robot()
    robot.press("-", "/")
    robot.type("refund")
    robot.press(.escape)
    #expect(robot.state.outline.closed.count == 13)
    #expect(robot.currentLine.contains("stores.orders.refund"))
  }

  @Test func theFoundLettersAreMarked() throws {
    let robot = try filtered("refund")
    let row = try #require(robot.row(of: "[ ] !  stores.orders.refund"))
    let marked = robot.frame.row(row).filter { $0.style.hue == .magenta }.map(\.text).joined()
    #expect(marked == "refund")
  }

  @Test func aPasteGoesIntoTheFilter() throws {
    var robot = try Robot()
    robot.press("/")
    robot.send(.paste("refund\n\u{1B}[31m"))
    #expect(robot.state.outline.query == "refund [31m")
    #expect(robot.chosen.isEmpty && robot.state.context == .filter)
  }

  @Test func escapeWithoutAFilterSaysHowToLeave() throws {
    var robot = try Robot()
    robot.press(.escape)
    #expect(robot.message == "Esc: no filter is set; q leaves")
    robot.press("n")
    #expect(robot.message == "n: no filter is set: / sets one")
  }

  @Test("Tab lists the matches best first without their categories, and gives the tree back")
  func bestFirst() throws {
    var robot = try filtered("orders")
    let tree = rows(robot)
    robot.press(.tab)
    let found = try #require(ScopeSearch(catalog: robot.state.catalog).matches("orders"))
    #expect(rows(robot) == found.ranked.map { robot.state.catalog.scopes[$0].id })
    #expect(rows(robot).count < tree.count)
    robot.type(" ref")
    #expect(rows(robot).first == "stores.orders.refund")
    #expect(robot.state.currentScope == robot.state.catalog.indexOfScope("stores.orders.refund"))
    robot.press(.enter, .space, .control("o"))
    #expect(robot.chosen == ["stores.orders.refund"])
    #expect(rows(robot).first == "Order Processing")
    #expect(robot.currentLine.contains("[x]") && robot.currentLine.contains("stores.orders.refund"))
    robot.press(.control("o"), .escape)
    #expect(robot.state.outline.rows.count == 53 + 14)
  }

  @Test("Abbreviations find an id, and the letters that they stand for are marked")
  func abbreviations() throws {
    let robot = try filtered("stoordref")
    #expect(rows(robot) == ["Order Processing", "stores.orders.refund"])
    let row = try #require(robot.row(of: "[ ] !  stores.orders.refund"))
    let marked = robot.frame.row(row).filter { $0.style.hue == .magenta }.map(\.text).joined()
    #expect(marked == "stoordref")
  }
}
