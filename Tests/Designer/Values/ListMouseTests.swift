import Catalogs
import Judgement
import Keys
import TerminalUI
import Testing

@testable import Designer

/// Clicks and the wheel in the review, in lists, popups and forms.
@Suite struct ListMouseTests {
  private func review(rows: Int = 60) throws -> Robot {
    var robot = try Robot(size: Size(rows: rows, columns: 100))
    try robot.walk(to: "stores.orders.deliver")
    robot.press(.space)
    try robot.walk(to: "stores.view")
    robot.press(.space, "w")
    return robot
  }

  // MARK: - The review

  @Test("A click in the review puts the cursor on the entry, on any of its lines")
  func reviewCursor() throws {
    var robot = try review()
    let row = try #require(robot.row(of: "warning unpaid-delivery"))
    robot.click(row: row, column: 20)
    guard case .finding(let finding) = robot.state.reviewItem else {
      Issue.record("\(robot.screen)")
      return
    }
    #expect(finding.rule == "unpaid-delivery" && robot.frame.cursor.row == row)
    #expect(robot.chosen.count == 2, "and does nothing else")
    let plain = try #require(robot.row(of: "Purpose    none"))
    robot.click(row: plain, column: 3)
    #expect(robot.state.reviewItem == .fact(name: "Purpose", text: "none"))
  }

  @Test("A click on the box unticks, and ticks again; the cursor is there and the row stays")
  func reviewBox() throws {
    var robot = try review()
    let row = try #require(robot.row(of: "[x] !  stores.orders.deliver"))
    robot.click(row: row, column: 4)
    #expect(robot.chosen == ["stores.view"])
    #expect(robot.message == "unticked stores.orders.deliver")
    #expect(robot.currentLine.contains("[ ] !  stores.orders.deliver"))
    robot.click(row: robot.frame.cursor.row, column: 3)
    #expect(robot.chosen == ["stores.view", "stores.orders.deliver"])
    robot.click(row: robot.frame.cursor.row, column: 30)
    #expect(robot.chosen.count == 2, "the name only takes the cursor")
    robot.press("u")
    #expect(robot.chosen.count == 1)
  }

  @Test("A click on the box of a granted scope says why it stays")
  func grantedBox() throws {
    let text =
      #"{"$schema":"urn:keywright:catalog:1","id":"t","name":"T","version":"1","categories":["#
      + #"{"name":"A","scopes":[{"id":"a.view","title":"View","access":"view"},"#
      + #"{"id":"a.all","title":"All","access":"update","includes":["a.view"]}]}]}"#
    var robot = try Robot(
      Manifest(catalog: Catalog(decoding: Array(text.utf8))), size: Size(rows: 40, columns: 100))
    try robot.walk(to: "a.all")
    robot.press(.space, "w")
    robot.click(row: try #require(robot.row(of: "-x-    a.view by a.all")), column: 4)
    #expect(robot.message == "it is granted by another scope: untick that one")
  }

  @Test("The gap between two groups and the lines outside take no click")
  func reviewGap() throws {
    var robot = try review()
    let before = robot.state.mode
    let gap = try #require(robot.row(of: "Risky because")) - 1
    for row in [gap, 58, -1, 999] { robot.click(row: row, column: 4) }
    #expect(robot.state.mode == before && robot.chosen.count == 2)
  }

  @Test("The wheel scrolls the review three lines a turn, to both ends, the cursor along with it")
  func reviewWheel() throws {
    var robot = try review(rows: 14)
    let third = robot.lines[4]
    robot.scroll(.scrollDown, row: 5, column: 5)
    #expect(robot.lines[1] == third, "\(robot.screen)")
    for _ in 0..<40 {
      robot.scroll(.scrollDown, row: 5, column: 5)
      #expect(Invariants.problems(robot.state) == [])
    }
    let end = robot.screen
    robot.press(.end)
    #expect(
      robot.screen.split(separator: "\n").dropLast(2) == end.split(separator: "\n").dropLast(2))
    for _ in 0..<40 { robot.scroll(.scrollUp, row: 5, column: 5) }
    #expect(robot.lines[1].contains("Review"))
  }

  // MARK: - Lists

  @Test("A click chooses a preset's row, a second one takes it")
  func presets() throws {
    var robot = try Robot()
    robot.press("p")
    let name = robot.state.catalog.presets[2].title
    let row = try #require(robot.row(of: name))
    robot.click(row: row, column: 10)
    #expect(robot.frame.cursor.row == row && robot.chosen.isEmpty)
    robot.click(row: 99, column: 1)
    robot.click(row: 1, column: 1)
    #expect(robot.frame.cursor.row == row, "the heading is no row")
    robot.click(row: row, column: 10)
    #expect(robot.state.context == .tree && robot.message.hasPrefix("preset \(name): ticked"))
  }

  @Test("The rows of the popup after y can be clicked; elsewhere a click closes it")
  func popup() throws {
    var robot = try Robot()
    robot.press(.down, .space, "y")
    robot.click(row: try #require(robot.row(of: "the ids of the chosen scopes")), column: 5)
    #expect(robot.effects == [.copy(Copy(what: "1 id", bytes: Array("stores.view\n".utf8)))])
    robot.press("y")
    robot.click(row: try #require(robot.row(of: "Copy, after y")), column: 5)
    #expect(robot.effects.isEmpty && robot.state.context == .copy)
    robot.click(row: 3, column: 20)
    #expect(robot.effects.isEmpty && robot.state.context == .tree)
  }

  @Test("The wheel scrolls the list of keys, and a click there does nothing")
  func keyList() throws {
    var robot = try Robot()
    robot.press("?")
    robot.click(row: 5, column: 5)
    #expect(robot.state.mode == .reading(.keys, top: 0, over: .browsing))
    robot.scroll(.scrollDown, row: 5, column: 5)
    #expect(robot.state.mode == .reading(.keys, top: 3, over: .browsing))
  }

  // MARK: - Lines of text

  @Test("A click into a form goes to the line and to the character")
  func form() throws {
    var robot = try Robot()
    robot.press("e")
    robot.type("bot")
    robot.click(row: try #require(robot.row(of: "Purpose")), column: 20)
    robot.type("why")
    robot.click(row: try #require(robot.row(of: "Label")), column: 15)
    robot.type("X")
    #expect(robot.shows("bXot") && robot.shows("why"))
    robot.press(.enter)
    #expect(robot.state.editor.design.details.label == "bXot")
  }

  @Test("A click into the form of a risk goes to its line")
  func acceptance() throws {
    var robot = try Robot()
    try robot.walk(to: "stores.orders.deliver")
    robot.press(.space, "4")
    robot.press("a")
    robot.click(row: try #require(robot.row(of: "Until")), column: 14)
    robot.type("2027-01-01")
    robot.click(row: try #require(robot.row(of: "Reason")), column: 40)
    robot.type("Cash on pickup")
    robot.press(.enter)
    let accepted = robot.state.editor.design.details.accepted
    #expect(accepted.map(\.reason) == ["Cash on pickup"])
    #expect(accepted[0].until?.description == "2027-01-01")
  }

  @Test("A click into the line of a filter or a path goes to the character")
  func lines() throws {
    var robot = try Robot()
    robot.press("/")
    robot.type("refund")
    robot.click(row: 22, column: 1 + "Filter: ".count)
    robot.type("o")
    #expect(robot.state.context == .filter && robot.state.outline.query == "orefund")
    robot.press(.escape, .down, .space, "w", "o")
    robot.click(row: 22, column: 1 + "Write to: ".count + 3)
    robot.type("-")
    #expect(robot.lines[22].contains("Write to: kom-erza.key.json"))
  }

  // MARK: - The toggle

  @Test(
    "m gives the mouse to the terminal wherever it is not text, and says how to take it back",
    arguments: ["", "w", "?", "p", "4"])
  func toggle(place: String) throws {
    var robot = try Robot()
    robot.type(place)
    robot.press("m")
    #expect(!robot.frame.wantsMouse)
    #expect(robot.message == "the mouse is the terminal's: drag to select text; m takes it back")
    robot.press("m")
    #expect(robot.frame.wantsMouse)
    #expect(robot.message == "the mouse is ours again: a click ticks; Shift and drag selects text")
  }
}
