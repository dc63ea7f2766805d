import Documents
import Keys
import TerminalUI
import Testing

@testable import Designer

/// Leaving, being told to leave, and screens that are too small.
@Suite struct LeavingTests {
  private func changed() throws -> Robot {
    var robot = try Robot()
    robot.press(.down, .space)
    return robot
  }

  // MARK: - Quitting

  @Test func withoutChangesQLeavesAtOnce() throws {
    var robot = try Robot()
    robot.press("q")
    #expect(robot.effects == [.quit(.left)])
  }

  @Test func withChangesQAsks() throws {
    var robot = try changed()
    robot.press("q")
    #expect(robot.effects.isEmpty && robot.shows("There are changes that are not written."))
    robot.press("d")
    #expect(robot.effects == [.quit(.left)])
  }

  @Test(arguments: [Key.escape, "q", "n"]) func theQuestionCanBeLeft(key: Key) throws {
    var robot = try changed()
    robot.press("q", key)
    #expect(robot.effects.isEmpty && robot.state.context == .tree)
    #expect(robot.chosen == ["stores.view"])
  }

  @Test func theQuestionLeadsToTheReview() throws {
    var robot = try changed()
    robot.press("q", "w")
    #expect(robot.state.context == .review)
  }

  @Test func afterAWriteQLeavesAsWritten() throws {
    var robot = try changed()
    robot.press("w", .enter)
    try robot.answerWrite(.success(.written))
    robot.press("q")
    #expect(robot.effects == [.quit(.written)])
  }

  @Test func discardingAfterAWriteIsNoWrite() throws {
    var robot = try changed()
    robot.press("w", .enter)
    try robot.answerWrite(.success(.written))
    robot.press(.down, .space, "q", "d")
    #expect(robot.effects == [.quit(.left)])
  }

  @Test func controlCAsksLikeQAndAsksOnce() throws {
    var robot = try Robot()
    robot.send(.interrupt)
    #expect(robot.effects == [.quit(.left)])
    robot = try changed()
    robot.send(.interrupt)
    robot.send(.interrupt)
    #expect(robot.effects.isEmpty && robot.state.context == .quitQuestion)
    robot.press("n")
    #expect(robot.state.context == .tree)
  }

  @Test func whatIsTypedInAFormIsAChangeToAskAbout() throws {
    var robot = try Robot()
    robot.press("e")
    robot.type("bot")
    robot.send(.interrupt)
    #expect(robot.effects.isEmpty && robot.state.context == .quitQuestion)
    robot.press("n")
    #expect(robot.state.context == .form && robot.shows("bot"))
    robot.send(.interrupt)
    robot.press("w")
    #expect(robot.message == "Enter takes this over first, Esc drops it")
    robot.press(.enter)
    #expect(robot.state.editor.design.details.label == "bot")
  }

  @Test func stayingGoesBackToWhereTheQuestionCame() throws {
    var robot = try changed()
    robot.press("/")
    robot.type("refund")
    robot.send(.interrupt)
    robot.press(.escape)
    #expect(robot.state.context == .filter && robot.shows("Filter: refund"))
  }

  // MARK: - The world outside

  @Test func aSignalAndAHangUpEndTheSessionAnywhere() throws {
    for key: Key in ["j", "e", "/", "w", "?", "p"] {
      var robot = try changed()
      robot.press(key)
      robot.send(.terminate(signal: 15))
      #expect(robot.effects == [.quit(.terminated(signal: 15))])
      robot.send(.hangUp)
      #expect(robot.effects == [.quit(.hungUp)])
    }
  }

  @Test func suspendAndRepaintAreLeftToTheTerminal() throws {
    var robot = try Robot()
    robot.send(.suspend)
    #expect(robot.effects == [.suspend])
    robot.press(.control("z"))
    #expect(robot.effects == [.suspend])
    robot.press("e", .control("l"))
    #expect(robot.effects == [.repaint] && robot.state.context == .form)
  }

  @Test(arguments: ["j", "w", "4", "?", "p"] as [Key])
  func aPasteNeverRunsACommand(key: Key) throws {
    var robot = try changed()
    robot.press(key)
    let before = robot.state
    robot.send(.paste("q d w\nu \u{1B}"))
    #expect(robot.effects.isEmpty)
    #expect(robot.state.mode == before.mode && robot.state.pane == before.pane)
    #expect(robot.state.editor.design == before.editor.design)
    #expect(robot.message.hasPrefix("pasted text goes into a field"))
  }

  // MARK: - Sizes

  @Test(arguments: [(1, 1), (0, 0), (39, 10), (40, 9), (3, 200), (200, 3)])
  func aScreenThatIsTooSmallSaysSoAndTakesNothing(columns: Int, rows: Int) throws {
    var robot = try changed()
    let before = robot.state
    robot.resize(columns, rows)
    for key: Key in ["j", .space, "u", "w", .enter, "d", "/", "x", .tab] {
      robot.press(key)
      #expect(robot.effects.isEmpty)
    }
    robot.send(.paste("text"))
    robot.click(row: 0, column: 0)
    #expect(robot.effects.isEmpty)
    if columns > 30 { #expect(robot.shows("Too small: 40x10 is needed")) }
    robot.resize(80, 24)
    #expect(robot.state.editor.design == before.editor.design)
    #expect(robot.state.mode == before.mode && robot.state.outline.node == before.outline.node)
  }

  @Test(
    arguments: [
      ["j"], ["/", "r", "e", "f"], ["e", "b", "o", "t"], ["w", "j"], ["?", "j"], ["p", "j"],
      ["4", "j"], [.tab, "j"],
    ] as [[Key]])
  func throughOneCellAndBackTheScreenIsTheSame(keys: [Key]) throws {
    var robot = try changed()
    for key in keys { robot.press(key) }
    let before = robot.frame
    robot.resize(1, 1)
    robot.resize(100, 24)
    #expect(robot.frame == before)
  }

  @Test func nothingIsTypedOrPastedIntoAFieldThatCannotBeSeen() throws {
    var robot = try Robot()
    robot.press("e")
    let before = robot.state.mode
    robot.resize(20, 5)
    robot.type("bot q")
    robot.send(.paste("bot"))
    robot.press(.enter)
    #expect(robot.state.mode == before && robot.effects.isEmpty)
  }

  @Test func onATooSmallScreenQLeavesAtOnceWithoutChanges() throws {
    var robot = try Robot()
    robot.resize(10, 5)
    robot.press("q")
    #expect(robot.effects == [.quit(.left)])
  }

  @Test(arguments: [InputEvent.key(.character("q")), .interrupt])
  func onATooSmallScreenTheQuestionIsSeenAndAnswered(leaving: InputEvent) throws {
    var robot = try changed()
    robot.resize(30, 5)
    #expect(robot.lines.joined(separator: " ").contains("q leaves, after a question."))
    robot.send(leaving)
    #expect(robot.effects.isEmpty)
    #expect(robot.shows("Changes are not written. d"))
    // What cannot be seen is not opened.
    robot.press("w", .enter)
    #expect(robot.effects.isEmpty && robot.state.context == .quitQuestion)
    robot.press(.escape)
    #expect(robot.shows("Too small") && robot.state.context == .tree)
    robot.send(leaving)
    robot.press("d")
    #expect(robot.effects == [.quit(.left)])
  }

  @Test func aLowScreenKeepsTheCursorOnIt() throws {
    var robot = try Robot()
    try robot.walk(to: "stores.tax.update")
    robot.resize(40, 10)
    #expect(robot.currentLine.contains("stores.tax.update"))
    robot.resize(120, 40)
    #expect(robot.currentLine.contains("stores.tax.update"))
  }
}
