import TerminalUI
import Testing

@testable import Designer

/// The list of keys, opened from wherever there is a key for it.
@Suite struct HelpTests {
  @Test(
    "The first page has the signs, the keys of where one is, and the heading of all the others",
    arguments: [
      ("1", "Scopes"), ("2", "Calls"), ("3", "Grid"), ("4", "Findings"),
      ("5", "What the key can do"),
      ("p", "Presets"), ("w", "Review"),
    ] as [(Key, String)])
  func firstPage(key: Key, title: String) throws {
    var robot = try Robot(size: Size(rows: 24, columns: 80))
    robot.press(.down, .space, key, "?")
    #expect(robot.lines[1].hasPrefix(" Signs") && robot.shows("[x] [ ] [~]"))
    #expect(robot.shows(" Keys here: \(title)") && robot.shows(" Every key, place by place"))
    let page = robot.lines[1...21].joined()
    #expect(!page.contains("~ ") && !page.contains("…"), "nothing is cut")
    if "1234".contains(key.name) {
      #expect(robot.shows("1 2 3 4 5           Scopes, Calls, Grid, Findings, Can do"))
      #expect(robot.shows("u       undo") && robot.shows("Ctrl-R  redo"))
    }
    robot.press("G")
    #expect(robot.shows("A line of text") && !robot.shows("more below"))
  }

  @Test("Over the review it opens at the review's keys, and goes back to where the cursor was")
  func review() throws {
    var robot = try Robot()
    robot.press(.down, .space, "w", "n")
    let before = robot.frame
    robot.press("?")
    #expect(robot.shows("Keys here: Review"))
    robot.press(.escape)
    #expect(robot.state.context == .review && robot.frame == before)
  }

  @Test("A size that changes under the list is the review's too")
  func resize() throws {
    var (robot, twin) = (try Robot(), try Robot())
    robot.press(.down, .space, "w", "?")
    robot.resize(50, 14)
    robot.press("q")
    twin.resize(50, 14)
    twin.press(.down, .space, "w")
    #expect(robot.screen == twin.screen)
  }

  @Test("Over the presets it opens at their keys, and goes back to the same preset")
  func presets() throws {
    var robot = try Robot()
    robot.press("p", .down, .down)
    let before = robot.frame
    robot.press("?")
    #expect(robot.shows("tick its scopes"))
    robot.press("k", "j", "h")
    #expect(robot.frame == before)
  }
}
