import Judgement
import Keys
import TerminalUI
import Testing

@testable import Designer

/// Walking the findings, settling and accepting them.
@Suite struct FindingsTests {
  private func risky(_ size: Size = Size(rows: 24, columns: 80)) throws -> Robot {
    var robot = try Robot(size: size)
    for id in ["stores.products.delete", "stores.coupons.delete", "stores.orders.deliver"] {
      try robot.walk(to: id)
      robot.press(.space)
    }
    robot.press(.home)
    return robot
  }

  private func scopes(_ robot: Robot) -> [String] { robot.state.currentFinding?.scopes ?? [] }

  @Test func fWalksEveryFindingAndStartsAgain() throws {
    var robot = try risky()
    let list = robot.state.listedFindings
    #expect(list.count > 5)
    var seen: [Finding] = []
    for _ in list {
      robot.press("f")
      seen.append(try #require(robot.state.currentFinding))
    }
    #expect(seen == list)
    robot.press("f")
    #expect(robot.state.currentFinding == list.first)
  }

  @Test func fStandsOnTheFindingsScopeAndSaysWhatItIs() throws {
    var robot = try risky()
    try robot.press("f") { scopes($0) == ["stores.orders.deliver"] }
    #expect(robot.currentLine.contains("stores.orders.deliver"))
    #expect(robot.message.hasPrefix("warning unpaid-delivery: Delivers orders"))
    #expect(robot.line(with: ">!  unpaid-delivery") != nil)
  }

  @Test func fOpensTheCategoryThatHidesTheScope() throws {
    var robot = try risky()
    robot.press("-")
    try robot.press("f") { scopes($0) == ["stores.orders.deliver"] }
    #expect(robot.currentLine.contains("stores.orders.deliver"))
  }

  @Test func fDropsTheFilterThatHidesTheScope() throws {
    var robot = try risky()
    robot.press("/")
    robot.type("blog")
    robot.press(.enter)
    try robot.press("f") { scopes($0) == ["stores.orders.deliver"] }
    #expect(robot.state.outline.matched == nil)
    #expect(robot.currentLine.contains("stores.orders.deliver"))
  }

  @Test func capitalFAppliesTheRemedyAsOneStep() throws {
    var robot = try risky()
    try robot.press("f") { scopes($0) == ["stores.orders.deliver"] }
    let before = robot.state.editor.design
    robot.press("F")
    #expect(!robot.chosen.contains("stores.orders.deliver"))
    #expect(
      robot.message
        == "unpaid-delivery: Untick stores.orders.deliver; u takes it back")
    robot.press("u")
    #expect(robot.state.editor.design == before)
  }

  @Test func capitalFSaysWhereOnlyAPersonCanSettleIt() throws {
    var robot = try Robot(opening: TestManifest.text(scopes: []))
    robot.press("4")
    #expect(robot.state.currentFinding?.rule == "no-scopes-selected")
    let before = robot.state.editor.design
    robot.press("F")
    #expect(
      robot.message.hasPrefix("F: no-scopes-selected: only a person can settle this: Tick the"))
    #expect(robot.state.editor.design == before)
  }

  @Test func aTickBringsTheStrongestFindingBackIntoView() throws {
    var robot = try Robot()
    robot.press("f", "f")
    try robot.walk(to: "stores.orders.create")
    robot.press(.space)
    try robot.walk(to: "stores.orders.deliver")
    robot.press(.space)
    #expect(robot.line(with: "!! free-goods-order-deliver") != nil)
  }

  @Test func enterInTheFindingsGoesToTheScope() throws {
    var robot = try risky()
    robot.press("4")
    try robot.press(.down) { scopes($0) == ["stores.coupons.delete"] }
    robot.press(.enter)
    #expect(robot.state.context == .tree)
    #expect(robot.currentLine.contains("stores.coupons.delete"))
  }

  @Test(arguments: [Key.escape, "h", .left, "1"]) func keysLeadBackToTheTree(key: Key) throws {
    var robot = try risky()
    robot.press("4")
    #expect(robot.state.context == .findings)
    robot.press(key)
    #expect(robot.state.context == .tree)
  }

  @Test func theFocusedFindingShowsItsWholeSentence() throws {
    var robot = try risky()
    robot.press(.tab, .tab)
    try robot.press(.down) { $0.state.currentFinding?.rule == "blind-write" }
    let sentence = try #require(robot.state.currentFinding?.message)
    let shown = robot.lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(shown.contains(sentence))
  }

  // MARK: - Accepting

  @Test func aRiskIsAcceptedWithReasonNameAndDay() throws {
    var robot = try risky()
    robot.press("4")
    try robot.press(.down) { scopes($0) == ["stores.orders.deliver"] }
    robot.press("a")
    #expect(robot.shows("Accept this risk") && robot.shows("unpaid-delivery"))
    robot.type("A person checks each one")
    robot.press(.down, .down)
    robot.type("2027-01-01")
    robot.press(.enter)
    #expect(
      robot.state.editor.design.details.accepted == [
        Acceptance(
          rule: "unpaid-delivery", scopes: ["stores.orders.deliver"],
          reason: "A person checks each one", by: "Robin", until: CalendarDate("2027-01-01"))
      ])
    #expect(robot.shows("1 accepted"))
    robot.press("u")
    #expect(robot.state.editor.design.details.accepted.isEmpty)
  }

  @Test func theFormSaysWhatIsMissingAndGoesThere() throws {
    var robot = try risky()
    robot.press("4", "a", .enter)
    #expect(robot.shows("say why the risk is taken"))
    robot.type("x")
    #expect(!robot.shows("say why the risk is taken"))
    robot.press(.down, .control("u"), .enter)
    #expect(robot.shows("say who takes it"))
    robot.type("me")
    robot.press(.tab)
    robot.type("2027-02-30")
    robot.press(.enter)
    #expect(robot.shows("write a day that exists as YYYY-MM-DD"))
    robot.press(.escape)
    #expect(robot.state.editor.design.details.accepted.isEmpty)
    #expect(robot.state.context == .findings)
  }

  @Test func whatIsAcceptedCannotBeAcceptedAgain() throws {
    var robot = try risky()
    robot.press("4", "a")
    robot.type("known")
    robot.press(.enter)
    try robot.press(.down) { $0.state.currentFinding?.isAccepted == true }
    robot.press("a")
    #expect(robot.message.hasSuffix("is accepted already"))
  }

  @Test func anAcceptanceThatNothingNeedsCanOnlyBeTakenOut() throws {
    let text = TestManifest.text(
      scopes: ["stores.view"],
      more: """
        ,
          "accepted": [{ "rule": "refund-loop", "scopes": ["stores.orders.refund"], \
        "reason": "r", "by": "b" }]
        """)
    var robot = try Robot(opening: text)
    robot.press("4")
    try robot.press(.down) { $0.state.currentFinding?.rule == "acceptance-unused" }
    robot.press("a")
    #expect(robot.message.contains("an acceptance cannot be accepted; F takes it out"))
    robot.press("F")
    #expect(robot.state.editor.design.details.accepted.isEmpty)
  }

  @Test func theWholeScreenShowsTheCallsOfAnAbuseEachCheckedAgainstThisKey() throws {
    var robot = try risky(Size(rows: 40, columns: 100))
    robot.press("4")
    try robot.press(.down) { $0.state.currentFinding?.rule == "unpaid-delivery" }
    #expect(
      robot.line(with: "1. open      PUT /stores/{storeId}/orders/{orderId}/deliver: ") != nil)
    #expect(robot.line(with: "(by stores.orders.deliver)") != nil)
    #expect(robot.line(with: "Every one of these calls is open to this key.") != nil)
    try robot.press(.down) { $0.state.currentFinding?.rule == "destructive-scope" }
    #expect(robot.line(with: "of these calls") == nil)
  }
}
