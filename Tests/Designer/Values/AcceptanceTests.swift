import Catalogs
import Judgement
import Keys
import TerminalUI
import Testing

@testable import Designer

/// Taking a risk: what it is, whole, and what a person has to type.
@Suite struct AcceptanceTests {
  /// A key with two errors, in the review.
  private func risky(_ columns: Int = 80, _ rows: Int = 24) throws -> Robot {
    var robot = try Robot(size: Size(rows: rows, columns: columns))
    for scope in ["view", "create", "deliver", "refund"] {
      try robot.walk(to: "stores.orders.\(scope)")
      robot.press(.space)
    }
    robot.press("w", .enter)
    #expect(robot.state.context == .acceptance)
    return robot
  }

  private func words(_ robot: Robot) -> String {
    robot.lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
  }

  @Test("The lines that a person has to have read stand there whole")
  func wholeText() throws {
    let robot = try risky()
    let errors = robot.state.listedFindings.filter { $0.severity == .error }
    #expect(errors.count == 2)
    for error in errors {
      #expect(words(robot).contains(error.rule) && words(robot).contains(error.message), "\(robot)")
    }
  }

  @Test("On a low screen they scroll, and the form says how much there is", arguments: [40, 60])
  func scrolling(columns: Int) throws {
    var robot = try risky(columns, 12)
    let errors = robot.state.listedFindings.filter { $0.severity == .error }
    var seen: Set<String> = []
    for _ in 0..<20 {
      #expect(FrameCheck.problems(robot.frame).isEmpty)
      seen.formUnion(robot.lines[2..<6].flatMap { $0.split(separator: " ").map(String.init) })
      robot.press(.pageDown)
    }
    for error in errors {
      for word in error.message.split(separator: " ") { #expect(seen.contains(String(word))) }
    }
    let last = robot.lines
    robot.press(.pageDown)
    #expect(robot.lines[1] == last[1])
    for _ in 0..<20 { robot.press(.pageUp) }
    #expect(robot.lines[1].contains("1-"))
    robot.type("accept")
    #expect(robot.shows("accept"))
  }

  @Test("Undo brings a form back that was left, in the review and outside of it")
  func undoAfterEscape() throws {
    var robot = try risky()
    robot.type("accept")
    robot.press(.tab)
    robot.type("known since June")
    robot.press(.escape)
    #expect(robot.state.context == .review)
    #expect(robot.message == "nothing accepted; u brings back what was typed")
    robot.press("u")
    #expect(robot.state.context == .acceptance && robot.message == "what was typed is back")
    #expect(robot.shows("known since June"))
    robot.press(.escape, .escape)
    #expect(robot.state.context == .tree)
    robot.press("u")
    #expect(robot.state.context == .acceptance && robot.shows("known since June"))
    robot.press(.enter)
    #expect(robot.state.editor.design.details.accepted.map(\.reason).first == "known since June")
    // It was taken over: nothing is left to bring back.
    #expect(robot.state.interruption.form == nil)
  }

  @Test("Of the review, undo brings the path back, and a form that was left before")
  func undoInTheReview() throws {
    var robot = try Robot()
    robot.press(.space, "e")
    robot.type("bot")
    robot.press(.escape, "w", "u")
    #expect(robot.state.context == .form && robot.shows("bot"))
    robot.press(.escape, "w", "o")
    robot.type("x")
    robot.press(.escape)
    #expect(robot.message == "the path stays as it was; u brings back what was typed")
    robot.press("u")
    #expect(robot.state.context == .path)
    robot.press(.escape, "o", .escape)
    #expect(robot.state.context == .review)
  }

  @Test("A day that is past is not taken: the risk would be back at once")
  func pastDay() throws {
    var robot = try risky()
    robot.type("accept")
    robot.press(.tab)
    robot.type("known")
    robot.press(.tab, .tab)
    robot.type("2026-06-23")
    robot.press(.enter)
    #expect(robot.shows("this day is past; today is 2026-06-24") && robot.write == nil)
    robot.press(.backspace)
    robot.type("4")
    robot.press(.enter)
    #expect(robot.write != nil)
  }

  @Test("Where the format keeps no acceptance the form says so")
  func otherFormat() throws {
    var robot = try risky()
    #expect(robot.shows("it stands in the manifest"))
    robot.press(.escape, "f", .enter)
    #expect(robot.shows("a manifest keeps it, this format does not"))
  }
}
