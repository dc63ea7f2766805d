import Keys
import TerminalUI
import Testing

@testable import Designer

/// Lines of text in the designer: undo inside the field, and text that goes from one to another.
@Suite struct FieldTests {
  /// The ways to each line of text.
  enum Place: String, CaseIterable {
    case label
    case purpose
    case addresses
    case filter
    case reason
    case path

    func robot() throws -> Robot {
      var robot = try Robot()
      try robot.walk(to: "stores.orders.deliver")
      robot.press(.space)
      switch self {
      case .label: robot.press("e")
      case .purpose: robot.press("e", .down)
      case .addresses: robot.press("e", .down, .down)
      case .filter: robot.press("/")
      case .reason: robot.press("4", "a")
      case .path: robot.press("w", "o", .control("u"))
      }
      return robot
    }
  }

  @Test(
    "Each line has its own undo and redo, by words and by pastes; the key stays as it is",
    arguments: Place.allCases)
  func undoInTheLine(place: Place) throws {
    var robot = try place.robot()
    let design = robot.state.editor.design
    robot.type("order refund")
    robot.send(.paste(" pasted words"))
    #expect(robot.shows("order refund pasted words"))
    robot.press(.control("_"))
    #expect(robot.shows("order refund") && !robot.shows("pasted"))
    robot.press(.control("_"))
    #expect(!robot.shows("order refund") && robot.shows("order"))
    robot.press(.control("r"), .control("r"))
    #expect(robot.shows("order refund pasted words"))
    #expect(robot.state.editor.design == design && robot.state.isTyping)
  }

  @Test("A filter follows the undo of its words")
  func filterFollows() throws {
    var robot = try Robot()
    robot.press("/")
    robot.type("refund zebra")
    #expect(robot.shows("No scope matches"))
    robot.press(.control("_"))
    #expect(robot.state.outline.query == "refund " && robot.shows("stores.orders.refund"))
  }

  @Test("Moving in a filter's words leaves the cursor of the tree where it is")
  func movesKeepTheTree() throws {
    var robot = try Robot()
    robot.press("/")
    robot.type("orders")
    robot.press(.down, .down)
    let row = robot.state.outline.cursor
    robot.press(.left, .home, .end)
    #expect(robot.state.outline.cursor == row && row > 0)
  }

  @Test("What was cut in one line can be put into another, after the form as well")
  func sharedCuts() throws {
    var robot = try Robot()
    robot.press("e")
    robot.type("fulfilment bot")
    robot.press(.control("u"), .tab, .control("y"), .enter)
    #expect(robot.state.editor.design.details.purpose == "fulfilment bot")
    robot.press("/", .control("y"))
    #expect(robot.state.outline.query == "fulfilment bot")
  }

  @Test("What a key of the line cannot do is said")
  func refusals() throws {
    var robot = try Robot()
    robot.press("e", .control("_"))
    #expect(robot.message == "Ctrl-_: nothing to undo in this line")
    robot.press(.control("r"))
    #expect(robot.message == "Ctrl-R: nothing to redo in this line")
    robot.press(.control("y"))
    #expect(robot.message == "Ctrl-Y: nothing was cut yet")
    robot.press(.insert)
    #expect(robot.message == "Ins does nothing in a line of text")
  }

  @Test("Text of any script is measured as it is drawn: the cursor stands behind it")
  func wideText() throws {
    var robot = try Robot()
    robot.press("e")
    robot.type("e\u{301}\u{6F22}x")
    #expect(robot.frame.cursor.column == 14 + 4)
    robot.press(.left, .left)
    #expect(robot.frame.cursor.column == 14 + 1, "a step is a cluster")
    robot.press(.backspace, .enter)
    #expect(robot.state.editor.design.details.label == "\u{6F22}x")
  }
}
