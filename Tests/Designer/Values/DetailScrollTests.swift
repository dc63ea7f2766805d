import Judgement
import TerminalUI
import Testing

@testable import Designer

/// What is taller than its place on the screen can be read to its end without leaving the cursor.
@Suite struct DetailScrollTests {
  /// The finding with the longest trace of the real catalog, on the whole of a low screen.
  private func tallFinding(rows: Int = 10) throws -> Robot {
    var robot = try Robot(size: Size(rows: rows, columns: 60))
    try robot.walk(toCategory: "Order Processing")
    robot.press(.space)
    robot.press("4")
    try robot.press(.down) {
      $0.state.currentFinding?.trace != nil && FindingsView.overflow($0.state) > 4
    }
    return robot
  }

  @Test("A finding taller than the screen is read to its verdict by J, and back by K")
  func trace() throws {
    var robot = try tallFinding()
    let trace = try #require(robot.state.currentFinding?.trace)
    let finding = robot.state.currentFinding
    let end = trace.verdict.suffix(12)
    #expect(!robot.shows(String(end)), "\(robot.screen)")
    let first = robot.currentLine
    var steps = 0
    while !robot.shows(String(end)), steps < 20 {
      robot.press("J")
      #expect(robot.state.currentFinding == finding, "the cursor stays on the finding")
      steps += 1
    }
    #expect(robot.shows(String(end)), "\(robot.screen)")
    #expect(robot.lines[1].contains("Findings"), "the heading stays")
    let last = robot.screen
    robot.press("J", "J")
    #expect(robot.screen == last, "not past the end")
    for _ in 0..<20 { robot.press("K") }
    #expect(robot.currentLine == first)
  }

  @Test("The last row says that there is more, and by which key, until the end is seen")
  func hint() throws {
    var robot = try tallFinding()
    #expect(robot.lines[7].hasSuffix(" more: J"), "\(robot.screen)")
    for _ in 0..<20 { robot.press("J") }
    #expect(!robot.shows("more: J"))
  }

  @Test("Every line of the finding comes by") func nothingIsSkipped() throws {
    var robot = try tallFinding()
    let tall = try {
      var tall = try tallFinding()
      tall.resize(60, 80)
      return tall
    }()
    let start = try #require(tall.lines.firstIndex { $0.hasPrefix(">") })
    let expected = tall.lines[start...].prefix { !$0.isEmpty }
    var seen: Set<String> = []
    for _ in 0..<20 {
      for line in robot.lines[2..<8] { seen.insert(String(line.drop { $0 == ">" || $0 == " " })) }
      robot.press("J")
    }
    for line in expected {
      let text = String(line.drop { $0 == ">" || $0 == " " })
      // The end of a line may have been covered by the hint.
      #expect(seen.contains { $0.hasPrefix(text.prefix(40)) }, "\(text)")
    }
  }

  @Test("Another finding starts at its first line") func startsAnew() throws {
    var robot = try tallFinding()
    robot.press("J")
    #expect(robot.state.findingPane.top == 3)
    robot.press(.down)
    #expect(robot.state.findingPane.top == 0)
    robot.press(.up)
    #expect(robot.state.findingPane.top == 0)
  }

  @Test("The wheel reads a finding to its end, then goes to the next") func wheel() throws {
    var robot = try tallFinding()
    let place = robot.state.findingPane.cursor
    robot.scroll(.scrollDown, row: 5, column: 5)
    #expect(robot.state.findingPane.cursor == place && robot.state.findingPane.top == 3)
    for _ in 0..<20 where robot.state.findingPane.cursor == place {
      robot.scroll(.scrollDown, row: 5, column: 5)
    }
    #expect(robot.state.findingPane.cursor == place + 1)
  }

  @Test("The key bar offers the key, dimmed where there is nothing to scroll, which says so")
  func bar() throws {
    var robot = try tallFinding()
    robot.resize(160, 10)
    #expect(robot.bar.contains("J scroll"))
    robot.resize(60, 60)
    robot.press("J")
    #expect(robot.message == "J: all of the finding is on the screen")
    #expect(KeyList.text(.standard, columns: 100).contains { $0.hasPrefix("  J ") })
  }

  @Test("J and K scroll the details from the tree") func details() throws {
    var robot = try Robot()
    try robot.walk(to: "stores.products.update")
    let (row, detail) = (robot.currentLine.prefix(36), robot.lines[4].dropFirst(56))
    robot.press("J")
    #expect(robot.state.detailTop == 3 && robot.state.context == .tree)
    #expect(robot.currentLine.prefix(36) == row && robot.lines[1].dropFirst(56) == detail)
    robot.press("K", "K")
    #expect(robot.state.detailTop == 0)
    var low = try Robot(size: Size(rows: 10, columns: 40))
    low.press("J")
    #expect(low.message == "J: no room for the details here: Tab shows them")
  }
}
