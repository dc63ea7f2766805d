import Catalogs
import Keys
import TerminalUI
import Testing

@testable import Designer

/// Ticking scopes and categories, and taking it back.
@Suite struct TickingTests {
  private func nested() throws -> Robot {
    try Robot(Manifest(catalog: TestCatalog.nested()))
  }

  // MARK: - Scopes

  @Test func spaceTicksTheScopeUnderTheCursor() throws {
    var robot = try Robot()
    robot.press(.down, .space)
    #expect(robot.chosen == ["stores.view"])
    #expect(robot.currentLine.contains("[x]"))
    #expect(robot.message == "ticked stores.view")
    #expect(robot.shows("Scopes 1/53"))
  }

  @Test func spaceAgainUnticksIt() throws {
    var robot = try Robot()
    robot.press(.down, .space, .space)
    #expect(robot.chosen.isEmpty)
    #expect(robot.currentLine.contains("[ ]"))
    #expect(robot.message == "unticked stores.view")
  }

  @Test func aTickNamesWhatItWarnsOf() throws {
    var robot = try Robot()
    try robot.walk(to: "stores.orders.deliver")
    robot.press(.space)
    #expect(robot.message == "ticked stores.orders.deliver: ! unpaid-delivery, ! blind-write")
    #expect(robot.rules.contains("unpaid-delivery"))
  }

  @Test func aDeleteScopeAndADeprecatedOneRaiseTheirWarnings() throws {
    var robot = try Robot(size: Size(rows: 40, columns: 120))
    try robot.walk(to: "stores.products.delete")
    robot.press(.space)
    #expect(robot.shows("destructive-scope"))
    let deprecated = try #require(robot.state.catalog.scopes.first(where: \.isDeprecated)?.id)
    try robot.walk(to: deprecated)
    #expect(robot.currentLine.contains("deprecated"))
    robot.press(.space)
    #expect(robot.shows("deprecated-scope"))
  }

  @Test func theDetailPaneSaysWhatATickWouldAdd() throws {
    var robot = try Robot()
    try robot.walk(to: "stores.orders.deliver")
    #expect(robot.shows("Ticking it would add"))
    robot.press(.space)
    #expect(robot.shows("Why it is risky") && !robot.shows("Ticking it would add"))
  }

  @Test func spaceInTheDetailPaneTicksWhatItDescribes() throws {
    var robot = try Robot(size: Size(rows: 10, columns: 40))
    robot.press(.down, .enter, .space)
    #expect(robot.chosen == ["stores.view"])
    #expect(robot.state.pane == .detail)
  }

  // MARK: - Categories

  @Test func aCategoryTicksAllOfIt() throws {
    var robot = try Robot()
    try robot.walk(toCategory: "Categories")
    robot.press(.space)
    #expect(robot.chosen.count == 4)
    #expect(robot.line(with: "▾ [x] Categories")?.contains("4/4") == true)
    #expect(robot.message == "ticked 4 in Categories")
  }

  @Test func aCategoryWithOneOfItsScopesMissingIsPartlyTicked() throws {
    var robot = try Robot()
    try robot.walk(toCategory: "Categories")
    robot.press(.space, .down, .space)
    #expect(robot.line(with: "▾ [~] Categories")?.contains("3/4") == true)
  }

  @Test func aPartlyTickedCategoryIsFilledAndThenEmptied() throws {
    var robot = try Robot()
    try robot.walk(to: "stores.categories.view")
    robot.press(.space, .up, .space)
    #expect(robot.chosen.count == 4)
    #expect(robot.message == "ticked 3 in Categories")
    robot.press(.space)
    #expect(robot.chosen.isEmpty)
    #expect(robot.message == "unticked 4 in Categories")
  }

  @Test func outerCategoriesCountTheirInnerOnes() throws {
    var robot = try nested()
    try robot.walk(toCategory: "Goods")
    robot.press(.space)
    #expect(robot.line(with: "[x] Goods")?.contains("3/3") == true)
    #expect(robot.line(with: "Shop")?.contains("[~]") == true)
    #expect(robot.line(with: "Shop")?.contains("3/6") == true)
    #expect(robot.line(with: "People")?.contains("[ ]") == true)
  }

  @Test func aClosedCategoryCountsWhatItHides() throws {
    var robot = try nested()
    try robot.walk(to: "goods.delete")
    robot.press(.space, .left, .left)
    #expect(robot.line(with: "▸ [~] Goods")?.contains("(+1) 1/3") == true)
  }

  // MARK: - Undo

  @Test func undoToTheStartGivesTheStartAndNamesEachStep() throws {
    var robot = try Robot()
    let start = robot.state.editor.design
    robot.press(.down, .space)
    try robot.walk(toCategory: "Categories")
    robot.press(.space, "e")
    robot.type("bot")
    robot.press(.enter, "p", .enter)
    var names: [String] = []
    for _ in 0..<4 {
      robot.press("u")
      names.append(robot.message)
    }
    #expect(
      names == [
        "undid: preset Storefront reader", "undid: edit key details",
        "undid: tick 4 in Categories", "undid: tick stores.view",
      ])
    #expect(robot.state.editor.design == start)
    #expect(!robot.state.hasUnsavedChanges)
    robot.press("u")
    #expect(robot.message == "u: nothing to undo")
  }

  @Test func redoDoesAgainWhatUndoTookBack() throws {
    var robot = try Robot()
    robot.press(.down, .space, .down, .space)
    let end = robot.state.editor.design
    robot.press("u", "u", .control("r"), .control("r"))
    #expect(robot.state.editor.design == end)
    #expect(robot.message == "did again: tick stores.update")
    robot.press(.control("r"))
    #expect(robot.message == "Ctrl-R: nothing to redo")
  }

  @Test func aNewTickEndsWhatCouldBeDoneAgain() throws {
    var robot = try Robot()
    robot.press(.down, .space, "u", .down, .space, .control("r"))
    #expect(robot.message == "Ctrl-R: nothing to redo")
    #expect(robot.chosen == ["stores.update"])
  }
}
