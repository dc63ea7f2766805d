import Judgement
import Keys
import TerminalUI
import Testing

@testable import Designer

/// From calls to the scopes that they need, and what breaks without one.
@Suite struct NeededTests {
  private static let read = "GET /stores/{storeId}/orders/{orderId}"
  private static let refund = "DELETE /stores/{storeId}/orders/{orderId}/refund"
  private static let deliver = "PUT /stores/{storeId}/orders/{orderId}/deliver"

  private func robot(_ calls: String..., columns: Int = 120) throws -> Robot {
    var robot = try Robot(size: Size(rows: 40, columns: columns))
    for call in calls { try robot.tick(calls: call) }
    return robot
  }

  // MARK: - Exactly what is needed

  @Test func equalsChoosesExactlyWhatTheCallsNeedAsOneStep() throws {
    var robot = try robot(Self.read, Self.refund, Self.deliver)
    try robot.walk(to: "stores.view")
    robot.press(.space)
    try robot.walk(to: "user.view")
    robot.press(.space)
    let before = robot.state.editor.design
    robot.press("=")
    #expect(robot.message == "3 scopes for 3 calls (fewer would not do); dropped 2")
    #expect(
      robot.chosen == ["stores.orders.view", "stores.orders.deliver", "stores.orders.refund"])
    #expect(!robot.rules.contains("unneeded-scope"))
    robot.press("u")
    #expect(robot.message == "undid: only what 3 chosen calls need")
    #expect(robot.state.editor.design == before)
    #expect(robot.rules.contains("unneeded-scope"))
  }

  @Test func ofAlternativesTheFewestTogetherAreChosen() throws {
    var robot = try Robot(Manifest(catalog: TestCatalog.calls()))
    try robot.tick(calls: "GET /orders", "PUT /orders/{id}", "GET /health")
    robot.press("=")
    #expect(
      robot.message
        == "2 scopes: 1 for 3 calls, 1 to see what they change (fewer would not do); = again "
        + "leaves that out")
    #expect(robot.chosen == ["orders.view", "orders.all"])
    robot.press("=")
    #expect(
      robot.message
        == "1 scope for 3 calls (fewer would not do); = again adds what shows what they change; "
        + "dropped 1")
    #expect(robot.chosen == ["orders.all"])
  }

  @Test func callsThatStateNoScopeAreNamedAndNotCounted() throws {
    var robot = try Robot(Manifest(catalog: TestCatalog.calls()))
    try robot.tick(calls: "GET /secret")
    robot.press("=")
    #expect(robot.message == "=: the catalog does not state what the chosen calls need")
    try robot.tick(calls: "GET /notes")
    robot.press("1", "=")
    #expect(
      robot.message
        == "1 scope for 1 call (fewer would not do); the catalog does not state what 1 of the calls needs"
    )
    #expect(robot.chosen == ["notes.view"])
  }

  @Test func withoutACallItSaysWhy() throws {
    var robot = try Robot(size: Size(rows: 24, columns: 200))
    robot.press("=")
    #expect(robot.message == "=: no call is chosen: 2 lists them, Space ticks")
    robot.press("2")
    #expect(robot.bar.contains("= only needed"))
    let place = robot.bar.prefix { $0 != "=" }.count
    #expect(Array(robot.frame.row(23))[place].style.attributes.contains(.dim))
  }

  @Test func whatTheCatalogDoesNotKnowStays() throws {
    var robot = try Robot(
      opening: TestManifest.text(
        scopes: ["stores.view", "x.y"], more: #", "operations": ["GET /gone", "\#(Self.refund)"]"#))
    robot.press("=")
    #expect(
      robot.state.message?.text
        == "2 scopes: 1 for the call, 1 to see what it changes (fewer would not do); = again leaves that "
        + "out; 1 not in the catalog; dropped 1; 1 unknown kept")
    #expect(robot.state.editor.design.details.unknownScopes == ["x.y"])
    #expect(robot.operations == ["GET /gone", Self.refund])
  }

  // MARK: - In the tree of scopes

  @Test func eachScopeSaysWhetherTheChosenCallsNeedIt() throws {
    var robot = try robot(Self.read, "GET /stores/{storeId}/orders/csv", Self.refund)
    try robot.walk(to: "stores.view")
    robot.press(.space)
    #expect(robot.currentLine.contains("unneeded"))
    #expect(robot.shows("None of the chosen calls needs it"))
    #expect(robot.rules.contains("unneeded-scope"))
    try robot.walk(to: "stores.orders.refund")
    #expect(robot.currentLine.contains("needed 1"))
    #expect(robot.shows("1 chosen call needs it"))
    robot.press("u", "u", "u", "u")
    #expect(!robot.currentLine.contains("needed"))
  }

  @Test func thatNoCallNeedsItDoesNotDrownTheRisksOfATick() throws {
    var robot = try robot(Self.refund)
    try robot.walk(to: "stores.create")
    #expect(robot.currentLine.contains("[ ]    stores.create"))
    #expect(robot.line(with: "stores.update ")?.contains("[ ] !  stores.update") == true)
    robot.press(.space)
    #expect(robot.currentLine.contains("[x] !  stores.create"))
  }

  @Test func theSignsFitIntoEightyColumns() throws {
    var robot = try robot(Self.refund, columns: 80)
    try robot.walk(to: "stores.orders.refund")
    #expect(
      robot.currentLine.contains("stores.orders.refund") && robot.currentLine.contains(" needed 1"))
    robot.resize(40, 24)
    #expect(robot.currentLine.contains("refund  deletes    =1"), "\(robot.currentLine)")
  }

  // MARK: - What breaks

  @Test func untickingSaysWhichChosenCallsWouldStop() throws {
    var robot = try robot(Self.read, Self.refund)
    robot.press("=")
    try robot.walk(to: "stores.orders.view")
    #expect(robot.shows("Unticking it would stop 1 of them"))
    let row = try #require(robot.row(of: "Unticking it would stop"))
    #expect(robot.lines[row + 1].contains("GET    /stores/{storeId}/orders/{orderId}"))
    #expect(robot.shows("Without it these change what the key cannot see"))
    let blind = try #require(robot.row(of: "Without it these change"))
    #expect(robot.lines[blind + 1].contains("stores.orders.refund"))
  }

  @Test func aCallWithAnotherWayDoesNotStop() throws {
    var robot = try Robot(
      Manifest(catalog: TestCatalog.calls()), size: Size(rows: 40, columns: 120))
    try robot.tick(calls: "GET /orders")
    try robot.walk(to: "orders.view")
    robot.press(.space)
    #expect(robot.shows("Unticking it would stop 1 of them"))
    try robot.walk(to: "orders.all")
    robot.press(.space)
    #expect(robot.shows("None would stop without it"))
  }

  @Test func aMissingScopeListsTheCallsThatWaitForIt() throws {
    var robot = try robot(Self.refund)
    try robot.walk(to: "stores.orders.refund")
    #expect(robot.shows("1 chosen call needs it"))
    let row = try #require(robot.row(of: "1 chosen call needs it"))
    #expect(robot.lines[row + 1].contains("DELETE /stores/{storeId}/orders/{orderId}/refund"))
    #expect(!robot.shows("would stop"))
  }

  // MARK: - Honest names

  @Test func theRowCountsTheVerbsWhereThereIsRoom() throws {
    var robot = try robot()
    try robot.walk(to: "stores.customers.update")
    #expect(robot.currentLine.contains("stores.customers.update"))
    #expect(robot.currentLine.contains("POST 2  PATCH 1"))
    #expect(robot.line(with: "stores.view ")?.contains("writes ") == true)
    #expect(robot.line(with: "stores.view ")?.contains("GET 11  PUT 1") == true)
    try robot.walk(to: "stores.products.view")
    #expect(robot.currentLine.contains("reads secrets"))
    #expect(robot.shows("The name says view, but it reads secrets"))
  }
}
