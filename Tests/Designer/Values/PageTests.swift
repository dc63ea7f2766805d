import Judgement
import Keys
import TerminalUI
import Testing

@testable import Designer

/// What a person reads inside: the log, the story of a rule, the manifest as it would be written.
@Suite struct PageTests {
  // MARK: - The log

  @Test func theLogNamesWhatWasDoneAndSaidNewestFirst() throws {
    var robot = try Robot()
    try robot.walk(to: "stores.view")
    robot.press(.space, .down, .space, "L")
    let rows = ["1. tick stores.update", "2. tick stores.view", "ticked stores.update"].map {
      robot.row(of: $0)
    }
    #expect(
      rows.allSatisfy { $0 != nil } && rows.compactMap(\.self) == rows.compactMap(\.self).sorted())
    robot.press("q", "u", "L")
    #expect(robot.shows("1. tick stores.view") && robot.shows("does again: tick stores.update"))
    #expect(robot.shows("undid: tick stores.update"))
    robot.press("q")
    #expect(robot.state.context == .tree)
  }

  @Test func anEmptyLogSaysSo() throws {
    var robot = try Robot()
    robot.press("L")
    #expect(robot.shows("nothing yet"))
  }

  // MARK: - Messages that have to be read

  @Test func whatClosedACallStaysUntilItIsRead() throws {
    var robot = try Robot(size: Size(rows: 24, columns: 120))
    try robot.tick(calls: "PUT /stores/{storeId}/orders/{orderId}/deliver")
    robot.press("=", "1")
    try robot.walk(to: "stores.orders.deliver")
    robot.press(.space)
    let said =
      "unticked stores.orders.deliver: that closed PUT /stores/{storeId}/orders/{orderId}/deliver"
    #expect(robot.message == said)
    robot.press(.down, .up, .down)
    #expect(robot.shows(said + " (Esc: read)"))
    robot.press(.escape)
    #expect(!robot.shows("that closed"))
    robot.press("L")
    #expect(robot.shows("that closed"))
  }

  @Test func aNewMessageDoesNotHideOneThatIsUnread() throws {
    var robot = try Robot()
    robot.take(.noticed("a copy of the draft was lost"))
    robot.press("-")
    #expect(robot.shows("a copy of the draft was lost (Esc: read)") && robot.shows("closed all"))
    robot.press("L")
    robot.press("q", .down)
    #expect(!robot.shows("was lost"))
  }

  // MARK: - The story of a rule

  @Test func iTellsTheStoryOfTheFindingUnderTheCursor() throws {
    var robot = try Robot(size: Size(rows: 60, columns: 100))
    try robot.walk(to: "stores.orders.deliver")
    robot.press(.space, "4")
    try robot.press(.down) { $0.state.currentFinding?.rule == "unpaid-delivery" }
    robot.press("i")
    for text in [
      "unpaid-delivery (", "Consequence", "Remedy", "A bad manifest", "The calls, in order",
    ] {
      #expect(robot.shows(text), "\(text)")
    }
    try robot.press(.pageDown) { $0.shows("A good manifest") }
    robot.press("q")
    #expect(robot.state.context == .findings)
  }

  @Test func onAScopeItIsTheGravestRuleAndElsewhereAReason() throws {
    var robot = try Robot()
    try robot.walk(to: "stores.orders.refund")
    robot.press("i")
    #expect(robot.state.context == .help && robot.shows("Consequence"))
    robot.press("q")
    try robot.walk(toCategory: "Order Processing")
    robot.press("i")
    #expect(robot.message == "i: nothing is said of what the cursor is on")
  }

  // MARK: - The manifest

  private let text = TestManifest.text(scopes: ["stores.view", "stores.orders.view"], label: "bot")

  @Test func capitalPShowsTheManifestWithTheLinesThatChange() throws {
    var robot = try Robot(opening: text)
    try robot.walk(to: "stores.orders.view")
    robot.press(.space)
    try robot.walk(to: "stores.orders.deliver")
    robot.press(.space, "P")
    let lines = robot.lines.filter { $0.contains("\"scopes\"") }
    #expect(lines.count == 2, "\(robot)")
    #expect(
      lines.first?.hasPrefix(" -   \"scopes\": [\"stores.view\", \"stores.orders.view\"") == true)
    #expect(
      lines.last?.hasPrefix(" +   \"scopes\": [\"stores.view\", \"stores.orders.deliver\"") == true)
    #expect(robot.line(with: "\"label\"")?.hasPrefix("   ") == true)
    robot.press("q")
    #expect(robot.state.context == .tree)
  }

  @Test func fromAHundredAndFortyColumnsItIsAPane() throws {
    var robot = try Robot(opening: text, size: Size(rows: 40, columns: 139))
    #expect(!robot.shows("\"catalog\""))
    robot.resize(140, 40)
    #expect(robot.shows("key.json") && robot.shows("\"catalog\""))
    #expect(!robot.shows("│ + ") && !robot.shows("│ - "))
    try robot.walk(to: "stores.orders.deliver")
    robot.press(.space)
    #expect(robot.shows("│ +   \"scopes\":") && robot.shows("│ -   \"scopes\":"), "\(robot)")
    for columns in [140, 160, 200, 300] {
      robot.resize(columns, 40)
      #expect(FrameCheck.problems(robot.frame) == [])
    }
  }

  @Test func aNewKeyIsAllNew() throws {
    var robot = try Robot()
    robot.press("P")
    #expect(robot.lines[1].hasPrefix(" + {"))
  }

  // MARK: - Ticking inside the filter

  @Test func aKeyTicksInsideTheFilterAndTheBarSaysWhich() throws {
    var robot = try Robot()
    robot.press("/")
    robot.type("orders.refund")
    #expect(robot.bar.contains("Ctrl-X tick"))
    robot.press(.control("x"))
    #expect(robot.chosen == ["stores.orders.refund"] && robot.state.context == .filter)
    robot.type("x")
    #expect(robot.shows("orders.refundx"))
  }

  @Test(arguments: ["fulfil", "FULFIL"])
  func theFilterFindsPresetsByTheirWords(words: String) throws {
    var robot = try Robot()
    robot.press("/")
    robot.type(words)
    #expect(robot.shows("No scope matches") && robot.shows("Fulfillment  Looks orders up"))
    robot.press(.enter)
    #expect(robot.state.context == .presets && robot.currentLine.contains("Fulfillment"))
    robot.press(.enter)
    #expect(robot.chosen.contains("stores.orders.deliver"))
  }

  @Test func theHelpStartsWithTheSigns() throws {
    var robot = try Robot()
    robot.press("?")
    #expect(robot.lines[1].contains("Signs") && robot.lines[2].contains("[x] [ ] [~]"))
  }
}
