import TerminalHarness
import Testing

/// Choosing scopes in the tree, as a person sees it.
@Suite struct TreeTests {
  let workplace: Workplace

  init() throws { workplace = try Workplace() }

  static let vendorCategories = [
    "Store Management", "Categories", "Products & Inventory", "Customer Management",
    "Order Processing", "Affiliate Program", "Support & Communication", "Webhooks & Integrations",
  ]

  @Test func theFirstFrameHoldsAllCategoriesByScrolling() throws {
    let session = try workplace.design()
    var seen = Set(Self.vendorCategories.filter(session.screen.contains))
    #expect(seen.contains("Store Management"))
    var last = ""
    while session.currentRow != last {
      last = session.currentRow
      session.press(.pageDown)
      // The end shows by nothing moving any more: an unknown key is answered all the same.
      session.press("Z")
      try session.waitForText("Z does nothing here")
      seen.formUnion(Self.vendorCategories.filter(session.screen.contains))
      session.press("k", "j")
      try session.waitForNoText("Z does nothing here")
    }
    #expect(seen.sorted() == Self.vendorCategories.sorted())
    #expect(try session.quit() == .exited(130))
  }

  @Test func allCategoriesFitOnATallScreen() throws {
    let session = try workplace.design(size: ScreenSize(rows: 90, columns: 100))
    #expect(Self.vendorCategories.filter { !session.screen.contains($0) } == [])
  }

  @Test func untickingOneScopeMakesItsCategoryPartial() throws {
    let session = try workplace.design()
    session.press(.space)
    try session.waitForText("[x] Store Management")
    #expect(session.currentRow.contains("4/4"))
    session.press(.down, .space)
    try session.waitForText("[~] Store Management")
    let row = try #require(session.screen.find("[~] Store Management")).row
    #expect(session.screen.text(row: row).contains("3/4"))
    #expect(session.currentRow.contains("[ ]") && session.currentRow.contains("stores.view"))
    #expect(session.screen.contains("Scopes 3/53"))
    session.press(.space)
    try session.waitForText("[x] Store Management")
    #expect(session.screen.contains("4/4"))
  }

  @Test func aDeletingScopeWarnsBeforeAndAfterItsTick() throws {
    let session = try workplace.design(size: ScreenSize(rows: 30, columns: 100))
    try session.jump(to: "stores.products.delete")
    #expect(session.currentRow.contains("[ ] !"))
    #expect(session.screen.contains("Ticking it would add"))
    #expect(session.screen.contains("!  destructive-scope"))
    #expect(!session.screen.contains("Why it is risky"))
    session.press(.space)
    try session.waitForText("Why it is risky")
    #expect(session.currentRow.contains("[x] !"))
    let findings = try #require(session.screen.find("Findings:"))
    #expect(session.screen.find("!  destructive-scope", from: findings.row) != nil)
  }

  @Test func theDeprecatedScopeSaysSo() throws {
    let session = try workplace.design(size: ScreenSize(rows: 30, columns: 100))
    try session.jump(to: "user.crypto.viewEnabled")
    #expect(session.screen.contains("Status   deprecated"))
    session.press(.space)
    try session.waitForText("ticked user.crypto.viewEnabled")
    let findings = try #require(session.screen.find("Findings:"))
    #expect(session.screen.find("!  deprecated-scope", from: findings.row) != nil)
    #expect(session.screen.find("user.crypto.viewEnabled", from: findings.row) != nil)
  }

  @Test func aTickStandsWhenItsFilterIsCleared() throws {
    let session = try workplace.design(size: ScreenSize(rows: 30, columns: 100))
    try session.jump(to: "refund")
    #expect(session.currentRow.contains("stores.orders.refund"))
    #expect(!session.screen.contains("stores.tax.view"))
    session.press(.space)
    try session.waitForText("ticked stores.orders.refund")
    session.press(.escape)
    try session.waitForText("filter cleared")
    #expect(session.screen.contains("stores.orders.view"))
    #expect(session.currentRow.contains("[x]"))
    #expect(session.currentRow.contains("stores.orders.refund"))
    #expect(session.screen.contains("Scopes 1/53"))
  }

  @Test func ticksThatTheFilterHidesAreCounted() throws {
    let session = try workplace.design(size: ScreenSize(rows: 30, columns: 100))
    try session.tick("stores.orders.refund")
    try session.jump(to: "stores.orders.view")
    try session.waitForText("(+1) 1/8")
  }

  @Test func typingMovesTheCursorToTheBestMatch() throws {
    let session = try workplace.design(size: ScreenSize(rows: 30, columns: 100))
    session.press("/")
    session.send("tickets.del")
    try session.waitUntil("the match under the highlight") { screen in
      screen.reversedRows(column: 1).contains {
        screen.text(row: $0).contains("stores.tickets.delete")
      }
    }
    // Between whole words a filter that matches nothing says so, and loses nothing.
    session.send("xyz")
    try session.waitForText("No scope matches \"tickets.delxyz\"")
    session.press(.escape)
    try session.waitForText("Scopes 0/53")
    try session.waitForNoText("Filter:")
    #expect(session.screen.contains("stores.tickets.delete"))
  }

  @Test func undoLeadsBackToTheStartAndRedoToTheEnd() throws {
    let session = try workplace.design()
    session.press(.space, .down, .space, .down, .down, .space)
    try session.waitForText("2/4")
    let end = session.screen.text(row: 1)
    for count in ["Scopes 3/53", "Scopes 4/53", "Scopes 0/53"] {
      session.press("u")
      try session.waitForText(count)
    }
    session.press("u")
    try session.waitForText("nothing to undo")
    #expect(session.screen.contains("[ ] Store Management"))
    #expect(!session.screen.text(row: 0).contains("*"))
    for count in ["Scopes 4/53", "Scopes 3/53", "Scopes 2/53"] {
      session.press(.ctrl("r"))
      try session.waitForText(count)
    }
    session.press(.ctrl("r"))
    try session.waitForText("nothing to redo")
    #expect(session.screen.text(row: 1) == end)
  }

  @Test func theMouseTicksAndOpens() throws {
    let session = try workplace.design()
    let box = try #require(session.screen.find("[ ] .  stores.view"))
    #expect(session.click(row: box.row, column: box.column + 1))
    try session.waitForText("ticked stores.view")
    #expect(session.screen.cursor.row == box.row)
    #expect(session.click(row: 1, column: 1))
    try session.waitForText("(+1) 1/4")
    #expect(session.screen.text(row: 2).contains("[ ] Categories"))
  }

  @Test func helpListsTheKeysAndGoesBack() throws {
    let session = try workplace.design()
    session.press("?")
    try session.waitForText("tick or untick")
    session.press("q")
    try session.waitForText("Store Management")
    #expect(try session.quit() == .exited(130))
  }
}
