import TerminalHarness
import Testing

/// From calls to a key in the real terminal: the developer's way.
@Suite struct CallsTests {
  let workplace: Workplace

  init() throws { workplace = try Workplace() }

  private func tick(_ words: String, _ call: String, in session: TerminalSession) throws {
    try session.jump(to: words)
    session.press(.space)
    try session.waitForText("ticked \(call)")
    session.press(.escape)
    try session.waitForText("filter cleared")
  }

  @Test func aDeveloperTicksCallsAndGetsTheSmallestKey() throws {
    let session = try workplace.design("-o", "bot.json", size: ScreenSize(rows: 40, columns: 120))
    session.press("2")
    try session.waitForText("/{storeId}")
    try tick("deliver put orders", "PUT /stores/{storeId}/orders/{orderId}/deliver", in: session)
    try tick("refund", "DELETE /stores/{storeId}/orders/{orderId}/refund", in: session)
    // The view of what the calls change comes along; pressed again, it is left out.
    session.press("=")
    try session.waitForText("to see what")
    session.press("=")
    try session.waitForText("2 scopes for 2 calls (fewer would not do)")
    session.press("1")
    try session.jump(to: "stores.orders.refund")
    try session.waitForText("Unticking it would stop 1 of them")
    session.press(.escape)
    try session.waitForText("filter cleared")
    session.press("3")
    try session.waitForText("Resource")
    try session.waitForText("[x]2/2")
    session.press("w")
    try session.waitForText("Review")
    session.press(.enter)
    try session.waitForText("wrote 2 scopes")
    #expect(try session.quit() == .exited(0))
    let text = try #require(workplace.text("bot.json"))
    #expect(text.contains(#""scopes": ["stores.orders.deliver", "stores.orders.refund"]"#))
    #expect(text.contains("DELETE /stores/{storeId}/orders/{orderId}/refund"))
  }

  @Test func undoLeadsBackThroughAllThreeViews() throws {
    let session = try workplace.design()
    session.press("2")
    try tick("refund", "DELETE /stores/{storeId}/orders/{orderId}/refund", in: session)
    session.press("=")
    try session.waitForText("(fewer would not do)")
    session.press("3")
    try session.waitForText("Resource")
    session.press("u")
    try session.waitForText("undid: only what")
    #expect(session.screen.contains("Scopes 0/53"))
    session.press("u")
    try session.waitForText("undid: tick")
    session.press("u")
    try session.waitForText("nothing to undo")
    #expect(try session.quit() == .exited(130))
  }

  @Test func theGridWorksWithoutColorAndInASCII() throws {
    let session = try workplace.design(
      "--ascii", environment: ["NO_COLOR": "1", "TERM": "vt100"])
    session.press("3")
    try session.waitForText("Resource")
    session.press(.right, .space)
    try session.waitForText("ticked")
    let row = session.screen.cursor.row
    #expect(session.screen.text(row: row).contains("[x]"))
    #expect(session.screen.text.unicodeScalars.allSatisfy { $0.isASCII })
    #expect(session.screen.reversedRows(column: session.screen.cursor.column).contains(row))
  }
}
