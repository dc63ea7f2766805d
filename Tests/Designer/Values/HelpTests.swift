import TerminalUI
import Testing

@testable import Designer

/// The list of keys, opened from wherever there is a key for it.
@Suite struct HelpTests {
  @Test("Over the panes the list opens at its start")
  func panes() throws {
    var robot = try Robot()
    robot.press("3", "?")
    #expect(robot.lines[1].hasPrefix(" Signs"))
  }

  @Test("Over the review it opens at the review's keys, and goes back to where the cursor was")
  func review() throws {
    var robot = try Robot()
    robot.press(.down, .space, "w", "n")
    let before = robot.frame
    robot.press("?")
    #expect(robot.lines[1].hasPrefix(" Review"))
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
