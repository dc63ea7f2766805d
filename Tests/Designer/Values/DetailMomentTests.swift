import TerminalUI
import Testing

@testable import Designer

/// When the details may lag behind the cursor, and what then shows.
@Suite struct DetailMomentTests {
  /// Whether the details may stay as they were over these keys.
  private func stays(over keys: [Key], after start: [Key] = []) throws -> Bool {
    var robot = try Robot()
    for key in start { robot.press(key) }
    guard let moment = DetailMoment(robot.state) else { return false }
    for key in keys { robot.press(key) }
    return DetailMoment(robot.state) == moment
  }

  @Test(arguments: [[.down], [.pageDown, .up], ["G"], ["-"], [.left]] as [[Key]])
  func theyMayWhileAPersonOnlyMoves(keys: [Key]) throws {
    #expect(try stays(over: keys, after: [.down]))
  }

  @Test(
    arguments: [
      [.space], [.space, .space], [.tab], ["/"], ["4"], ["e"], ["?"], ["q", "n", .space],
    ] as [[Key]])
  func theyMayNotWhereAnythingElseHappens(keys: [Key]) throws {
    #expect(try !stays(over: keys, after: [.down]))
  }

  @Test func theyMayNotOnceTheFilterOrTheScreenIsAnother() throws {
    #expect(try !stays(over: ["/", "r", .enter]))
    var robot = try Robot()
    let moment = DetailMoment(robot.state)
    robot.resize(120, 24)
    #expect(DetailMoment(robot.state) != moment)
    robot.resize(40, 10)
    #expect(DetailMoment(robot.state) == nil)
  }

  @Test func aLaggingFrameDiffersInTheDetailsAlone() throws {
    var robot = try Robot()
    let (before, moment) = (robot.frame, try #require(DetailMoment(robot.state)))
    robot.press(.down)
    let lagging = moment.frame(robot.state, keepingDetailsOf: before)
    let detail = LayoutPlan(state: robot.state).detail
    for row in 0..<24 {
      for column in 0..<100 {
        let source = detail.contains(Point(row: row, column: column)) ? before : robot.frame
        #expect(lagging.cells[row * 100 + column] == source.cells[row * 100 + column])
      }
    }
    #expect(lagging.cursor == robot.frame.cursor)
  }
}
