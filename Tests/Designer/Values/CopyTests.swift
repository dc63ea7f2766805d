import Documents
import Keys
import TerminalUI
import Testing

@testable import Designer

/// Copying out: a prefix, a popup that says what can follow, and bytes for the clipboard.
@Suite struct CopyTests {
  private func chosen() throws -> Robot {
    var robot = try Robot()
    try robot.walk(to: "stores.orders.view")
    robot.press(.space)
    try robot.walk(to: "stores.view")
    robot.press(.space)
    return robot
  }

  private func copy(_ robot: Robot) throws -> Copy {
    guard case .copy(let copy)? = robot.effects.first, robot.effects.count == 1 else {
      throw ModelError(problem: "nothing is copied", remedy: "\(robot.effects)")
    }
    return copy
  }

  @Test func thePrefixListsWhatCanFollow() throws {
    var robot = try Robot()
    robot.press("y")
    #expect(robot.effects.isEmpty && robot.state.context == .copy)
    #expect(robot.shows("Copy, after y"))
    #expect(robot.shows("the ids of the chosen scopes, one a line"))
    #expect(robot.shows("the manifest, as it would be written"))
    #expect(robot.bar == " i ids  m manifest  Esc back")
    robot.press("x")
    #expect(robot.message == "x does nothing here; ? lists the keys")
    robot.press(.escape)
    #expect(robot.state.context == .tree)
  }

  @Test(arguments: [(40, 10), (40, 12), (80, 24), (200, 60)]) func thePopupFits(
    columns: Int, rows: Int
  ) throws {
    var robot = try Robot(size: Size(rows: rows, columns: columns))
    robot.press("y")
    #expect(FrameCheck.problems(robot.frame).isEmpty)
    #expect(robot.shows("the ids of the chosen"))
  }

  @Test func idsAreCopiedOneALineInTheCatalogsOrder() throws {
    var robot = try chosen()
    robot.press("y", "i")
    let copy = try copy(robot)
    #expect(copy.bytes == Array("stores.view\nstores.orders.view\n".utf8))
    robot.take(.copied(copy, .sent))
    #expect(robot.message == "sent 2 ids, 31 bytes, to the terminal's clipboard (OSC 52)")
    #expect(robot.state.context == .tree)
  }

  @Test(arguments: [Key.character("m"), "y"]) func theManifestIsCopiedAsItWouldBeWritten(
    key: Key
  ) throws {
    var robot = try chosen()
    robot.press("y", key)
    #expect(try copy(robot).bytes == robot.state.encoded)
  }

  @Test func withoutAScopeThereIsNothingToCopy() throws {
    var robot = try Robot()
    robot.press("y", "i")
    #expect(robot.effects.isEmpty)
    #expect(robot.message == "nothing to copy: no scope is chosen")
  }

  @Test func whatIsTooLongIsSaidWithTheLimit() throws {
    let catalog = try TestCatalog.large(6000)
    var robot = try Robot(Manifest(catalog: catalog), size: Size(rows: 24, columns: 140))
    robot.state.editor.set(0..<6000, chosen: true, named: "all")
    robot.press("y", "i")
    #expect(robot.effects.isEmpty)
    #expect(robot.message.hasSuffix("are too many to copy, terminals take 74994; w writes a file"))
  }

  @Test func aTerminalWithoutAClipboardIsSaid() throws {
    var robot = try chosen()
    robot.press("y", "m")
    robot.take(.copied(try copy(robot), .notPossible))
    #expect(robot.message.hasPrefix("nothing copied: this terminal has no clipboard"))
  }

  @Test func whereItArrivedIsSaidAndWhatMayBeCut() throws {
    var robot = try chosen()
    robot.press("y", "i")
    let copy = try copy(robot)
    robot.take(.copied(copy, .arrived(at: "xclip")))
    #expect(robot.message == "copied 2 ids, 31 bytes, to xclip")
    robot.take(.copied(copy, .failed("xsel did not take it")))
    #expect(robot.message == "nothing copied: xsel did not take it")
    robot.take(
      .copied(Copy(what: "the manifest", bytes: [UInt8](repeating: 0x61, count: 2_201)), .sent))
    #expect(robot.message.hasSuffix("clipboard; some terminals keep only the first 2200"))
  }

  @Test func aClickLeavesThePopup() throws {
    var robot = try chosen()
    robot.press("y")
    robot.click(row: 3, column: 10)
    #expect(robot.state.context != .copy && robot.effects.isEmpty)
  }
}
