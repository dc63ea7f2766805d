import Judgement
import Keys
import TerminalUI
import Testing

@testable import Designer

/// What the keys of a finding do.
@Suite struct AdviceTests {
  private static let deliver = "PUT /stores/{storeId}/orders/{orderId}/deliver"
  private static let read = "GET /stores/{storeId}/orders/{orderId}"

  /// A key for the delivery of orders, with the cursor on a finding.
  private func robot(
    _ rule: String, scopes: [String], calls: [String] = [deliver], more: String = ""
  ) throws -> Robot {
    let list = calls.map { "\"\($0)\"" }.joined(separator: ", ")
    var robot = try Robot(
      opening: TestManifest.text(
        scopes: scopes, more: (calls.isEmpty ? "" : ", \"operations\": [\(list)]") + more),
      size: Size(rows: 40, columns: 160))
    robot.press("4")
    for _ in 0..<20 where robot.state.currentFinding?.rule != rule { robot.press(.down) }
    #expect(robot.state.currentFinding?.rule == rule)
    return robot
  }

  @Test func onAClosedCallFDoesWhatEqualsDoes() throws {
    var robot = try robot("wanted-call-closed", scopes: [])
    #expect(!robot.rules.contains("no-scopes-selected"))
    robot.press("F")
    #expect(robot.chosen == ["stores.orders.view", "stores.orders.deliver"])
    #expect(
      robot.state.message?.text.hasPrefix("2 scopes: 1 for the call, 1 to see what it changes")
        == true)
    #expect(!robot.rules.contains("wanted-call-closed") && !robot.rules.contains("blind-write"))
    robot.press("u")
    #expect(robot.chosen == [])
  }

  @Test func equalsPressedAgainLeavesTheViewOut() throws {
    var robot = try robot("wanted-call-closed", scopes: [])
    robot.press("1", "=", "=")
    #expect(robot.chosen == ["stores.orders.deliver"])
    #expect(
      robot.state.message?.text
        == "1 scope for 1 call (fewer would not do); = again adds what shows what they change; dropped 1"
    )
    robot.press("=")
    #expect(robot.chosen == ["stores.orders.view", "stores.orders.deliver"])
  }

  @Test func whatACallNeedsIsNotUntickedAndEachOtherWayHasAKey() throws {
    var robot = try robot(
      "unpaid-delivery", scopes: ["stores.orders.view", "stores.orders.deliver"])
    let text =
      "\(Self.deliver) needs it: limit the key to addresses, accept the risk until a day, or give "
      + "up the call"
    #expect(robot.state.currentFinding?.remedy?.text == text)
    robot.press("F")
    #expect(robot.chosen == ["stores.orders.view", "stores.orders.deliver"])
    #expect(
      robot.state.message?.text
        == "F: unpaid-delivery: \(text) (A addresses, a accept, X give up)")
    robot.press("A")
    guard case .editingDetails(let form) = robot.state.mode else {
      Issue.record("no form")
      return
    }
    #expect(form.line == .addresses)
    robot.press(.escape, "X")
    #expect(robot.operations == [])
    #expect(robot.state.message?.text.hasPrefix("unticked \(Self.deliver)") == true)
  }

  @Test(arguments: [
    ("no-ip-allowlist", DetailsForm.Line.addresses), ("no-rotation-date", .rotateBy),
    ("vague-label", .label),
  ])
  func aRemedyAboutADetailOpensTheFormAtItsLine(rule: String, line: DetailsForm.Line) throws {
    var robot = try robot(rule, scopes: ["stores.orders.view"], calls: [])
    robot.press("F")
    guard case .editingDetails(let form) = robot.state.mode else {
      Issue.record("no form")
      return
    }
    #expect(form.line == line)
  }

  @Test func aClosedCallIsNoRiskToAccept() throws {
    var robot = try robot("wanted-call-closed", scopes: ["stores.orders.view"])
    robot.press("a")
    #expect(robot.state.mode == .browsing)
    #expect(robot.state.message?.text.contains("X gives the call up") == true)
    robot.press("X")
    #expect(!robot.rules.contains("wanted-call-closed"))
  }

  @Test(arguments: ["90d", "+90d", "2027-03-01"])
  func daysMayBeCountedFromToday(text: String) throws {
    let today = try #require(CalendarDate("2026-12-01"))
    #expect(CalendarDate(text, from: today) == CalendarDate("2027-03-01"))
    var form = DetailsForm(KeyDetails())
    form.fields[DetailsForm.Line.rotateBy.rawValue] = TextField(text)
    let details = try form.applied(to: KeyDetails(), today: today).get()
    #expect(details.rotateBy == CalendarDate("2027-03-01"))
  }

  @Test(arguments: ["d", "+d", "-5d", "90", "9x0d", "99999999d", "9999999d", "+ 5d", "5 d"])
  func whatIsNoNumberOfDaysIsNoDay(text: String) throws {
    let today = try #require(CalendarDate("2026-12-01"))
    #expect(CalendarDate(text, from: today) == nil)
  }
}
