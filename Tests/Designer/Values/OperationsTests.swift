import Keys
import TerminalUI
import Testing

@testable import Designer

/// The operations as a checkable tree.
@Suite struct OperationsTests {
  private func small() throws -> Robot {
    var robot = try Robot(Manifest(catalog: TestCatalog.calls()))
    robot.press("2")
    return robot
  }

  private static let refund = "DELETE /stores/{storeId}/orders/{orderId}/refund"
  private static let deliver = "PUT /stores/{storeId}/orders/{orderId}/deliver"

  @Test func twoShowsTheOperationsByPathAndOneGoesBack() throws {
    var robot = try small()
    #expect(robot.state.context == .operations)
    #expect(robot.lines[1].contains("▾ [ ] /orders") && robot.lines[1].contains("0/3"))
    #expect(robot.lines[2].contains("[ ]    GET    /orders"))
    #expect(robot.line(with: "/health")?.contains("[ ] +  GET    /health") == true)
    #expect(robot.line(with: "/secret")?.contains("[ ] ?  GET    /secret") == true)
    robot.press("1")
    #expect(robot.state.context == .tree)
  }

  @Test func aLongListStartsAsItsGroups() throws {
    var robot = try Robot()
    robot.press("2")
    #expect(robot.shows("▾ [ ] /stores") && robot.shows("▾ [ ] /{storeId}"))
    #expect(robot.shows("▸ [ ] /affiliates") && !robot.shows("/configure"))
  }

  @Test func aTickIsAnEditOfTheManifestAndOneStep() throws {
    var robot = try Robot(size: Size(rows: 24, columns: 120))
    try robot.walk(toCall: Self.refund)
    robot.press(.space)
    #expect(robot.message == "ticked \(Self.refund): needs stores.orders.refund")
    #expect(robot.operations == [Self.refund] && robot.chosen.isEmpty)
    #expect(robot.currentLine.contains("[x] !  DELETE"))
    #expect(robot.shows("1 Scopes 0/53  2 Calls 1 "))
    robot.press("u")
    #expect(robot.message == "undid: tick \(Self.refund)")
    #expect(robot.operations.isEmpty && !robot.state.hasUnsavedChanges)
    robot.press(.control("r"), .space)
    #expect(robot.message == "unticked \(Self.refund)" && robot.operations.isEmpty)
  }

  @Test func theManifestHoldsThemInTheCatalogsOrder() throws {
    var robot = try Robot()
    try robot.tick(calls: Self.refund, Self.deliver, "GET /stores/{storeId}")
    let call = "GET /stores/{storeId}"
    #expect(robot.operations == [call, Self.deliver, Self.refund])
    let text = String(decoding: robot.state.encoded, as: UTF8.self)
    #expect(text.contains("\"operations\": [\n    \"\(call)\",\n    \"\(Self.deliver)\""))
  }

  @Test func aGroupTicksAllOfItAndCounts() throws {
    var robot = try small()
    robot.press(.space)
    #expect(robot.message == "ticked 3 in /orders")
    #expect(robot.currentLine.contains("[x] /orders") && robot.currentLine.contains("3/3"))
    robot.press(.down, .space, .up)
    #expect(robot.currentLine.contains("[~] /orders") && robot.currentLine.contains("2/3"))
    robot.press(.left)
    #expect(robot.currentLine.contains("▸ [~] /orders") && robot.currentLine.contains("(+2) 2/3"))
    robot.press("u", "u")
    #expect(robot.operations.isEmpty)
  }

  @Test func aFilterKeepsTheGroupsAndABulkTickItsHiddenOnes() throws {
    var robot = try small()
    robot.press(.space, "/")
    robot.type("put")
    robot.press(.enter)
    #expect(robot.currentLine.contains("PUT    /{id}"))
    #expect(robot.shows("kept; Esc clears it"))
    #expect(robot.line(with: "[x] /orders")?.contains("(+2) 3/3") == true)
    robot.press(.up, .up, .space)
    #expect(robot.message == "unticked 1 in /orders, 2 hidden by the filter kept")
    #expect(robot.operations == ["GET /orders", "DELETE /orders/{id}"])
    robot.press(.escape)
    #expect(robot.message == "filter cleared" && robot.state.shownOutline.matched == nil)
    // The scopes have a filter of their own.
    #expect(robot.state.outline.query.isEmpty)
  }

  @Test func whatTheCatalogDoesNotStateIsNeverCountedAsOpen() throws {
    var robot = try small()
    try robot.walk(toCall: "GET /secret")
    #expect(robot.shows("The catalog does not state which"))
    robot.press(.space)
    #expect(robot.message == "ticked GET /secret: the catalog does not state its scopes")
    robot.press("1", .home, .space)
    #expect(robot.chosen.count == 3)
    robot.press("2")
    #expect(robot.currentLine.contains("[x] ?  GET    /secret"))
  }

  @Test func unknownOperationsOfAManifestAreShownAndKept() throws {
    var robot = try Robot(
      opening: TestManifest.text(
        scopes: ["stores.view"],
        more: #", "operations": ["GET /gone", "\#(Self.deliver)", "PUT /lost"]"#))
    robot.press("2", "g")
    #expect(
      robot.currentLine.contains("[x] Not in the catalog") && robot.currentLine.contains("2/2"))
    robot.press(.down)
    #expect(robot.currentLine.contains("[x] !! GET /gone"))
    #expect(robot.shows("does not have this"))
    try robot.walk(toCall: Self.refund)
    robot.press(.space, .escape)
    #expect(robot.operations == [Self.deliver, Self.refund, "GET /gone", "PUT /lost"])
    robot.press("g", .down, .space)
    #expect(robot.message == "unticked GET /gone")
    #expect(robot.operations == [Self.deliver, Self.refund, "PUT /lost"])
    robot.press(.up, .space)
    #expect(robot.operations == [Self.deliver, Self.refund, "GET /gone", "PUT /lost"])
    robot.press("u", "u", "u")
    #expect(!robot.state.hasUnsavedChanges)
  }

  @Test func theMouseTicksAndOpens() throws {
    var robot = try small()
    robot.click(row: 2, column: 5)
    #expect(robot.operations == ["GET /orders"])
    robot.click(row: 1, column: 1)
    #expect(robot.lines[1].contains("▸ [~] /orders"))
    robot.click(row: 1, column: 4)
    #expect(robot.operations.count == 3)
    robot.scroll(.scrollDown, row: 2, column: 5)
    #expect(robot.operations.count == 3)
  }

  @Test func theDetailsSayWhatOpensACallAndWhatElseThatOpens() throws {
    var robot = try Robot(
      Manifest(catalog: TestCatalog.calls()), size: Size(rows: 40, columns: 120))
    try robot.walk(toCall: "PUT /orders/{id}")
    #expect(robot.shows("The key does not open it."))
    #expect(robot.shows("Needs any one of 2"))
    #expect(robot.shows("[ ] orders.update") && robot.shows("[ ] orders.all"))
    #expect(robot.shows("orders.update opens nothing else"))
    #expect(robot.shows("orders.all also opens 2  GET 1  DELETE 1"))
    try robot.walk(toCall: "GET /health")
    #expect(robot.shows("Needs no scope") && robot.shows("The key opens it."))
  }

  @Test func aCatalogWithoutOperationsSaysSo() throws {
    var robot = try Robot(Manifest(catalog: TestCatalog.nested()))
    robot.press("2")
    #expect(robot.shows("The catalog lists no call"))
    robot.press(.space)
    #expect(robot.message == "Space: the catalog lists no call")
  }

  @Test func tagsArrangeTheOperationsAndTheCursorStays() throws {
    var robot = try Robot(Manifest(catalog: TestCatalog.tagged()))
    try robot.walk(toCall: "GET /d")
    robot.press(.escape, .space, "t")
    #expect(robot.message == "calls by tag")
    #expect(robot.currentLine.contains("[x] !  GET    /d"))
    #expect(robot.line(with: "[~] Reading")?.contains("1/2") == true)
    #expect(robot.shows("[ ] Writing") && robot.shows("[ ] (no tag)"))
    robot.press("h", .space)
    #expect(robot.message == "ticked 1 in Reading")
    robot.press("t")
    #expect(robot.message == "calls by path" && !robot.shows("] Reading"))
    #expect(robot.operations == ["GET /b", "GET /d"])
  }

  @Test func withoutTagsTheKeySaysSo() throws {
    var robot = try small()
    robot.press("t")
    #expect(robot.message == "t: the catalog has no tags")
  }

  @Test func aSummaryIsShownAndFound() throws {
    var robot = try Robot(Manifest(catalog: TestCatalog.tagged()))
    robot.press("2", "/")
    robot.type("lists")
    robot.press(.enter)
    #expect(robot.currentLine.contains("GET    /b") && robot.shows("Lists the lot"))
    robot.press(.escape, "+")
    #expect(robot.line(with: "PUT    /a")?.contains("deprecated") == true)
  }

  @Test func aFindingLeadsFromTheOperationsToTheScopes() throws {
    var robot = try Robot()
    try robot.walk(to: "stores.orders.refund")
    robot.press(.space, "2", "f", .tab, .tab, .enter)
    #expect(robot.state.context == .tree)
  }

  @Test func twelveThousandOperationsStayQuick() throws {
    var robot = try Robot(Manifest(catalog: TestCatalog.manyCalls(12_000)))
    robot.press("2")
    #expect(robot.shows("[ ] /v1"))
    let clock = ContinuousClock()
    // Debug builds under load: the ceiling only catches work that grows with the square.
    let time = clock.measure {
      robot.press("g", .space, "u", "G", .space, "/")
      robot.type("things11999")
      robot.press(.enter)
    }
    #expect(robot.currentLine.contains("GET    /things11999/{id}"))
    #expect(robot.operations.count == 1 || robot.operations.count == 100)
    #expect(time < .seconds(30))
  }
}
