import Keys
import TerminalUI
import Testing

@testable import Designer

/// Scopes of an opened manifest that the catalog does not have.
@Suite struct UnknownScopeTests {
  private static let text = TestManifest.text(
    scopes: ["stores.oders.view", "stores.view", "brand.new.scope"], label: "bot")

  private func opened() throws -> Robot { try Robot(opening: Self.text) }

  @Test func theyStandAboveTheTreeTickedAndMarked() throws {
    let robot = try opened()
    #expect(robot.lines[1].contains("▾ [x] Not in the catalog"))
    #expect(robot.lines[1].contains("2/2"))
    #expect(robot.lines[2].contains("[x] !! stores.oders.view"))
    #expect(robot.lines[3].contains("[x] !! brand.new.scope"))
    #expect(robot.lines[0].contains("Scopes 1/53+2?"))
  }

  @Test func theyAreKeptByAnUnchangedWriteToTheByte() throws {
    var robot = try opened()
    robot.press("w", .enter)
    robot.type("accept")
    robot.press(.escape, .escape)
    #expect(robot.state.encoded == Array(Self.text.utf8))
  }

  @Test func theyAreKeptWhereSomethingElseChanges() throws {
    var robot = try opened()
    try robot.walk(to: "stores.update")
    robot.press(.space)
    let ids = String(decoding: robot.state.encoded, as: UTF8.self)
    #expect(ids.contains(#""stores.oders.view""#) && ids.contains(#""brand.new.scope""#))
  }

  @Test func spaceTakesOneOutAndPutsItBackInItsPlace() throws {
    var robot = try opened()
    robot.press(.down, .space)
    #expect(robot.state.editor.design.details.unknownScopes == ["brand.new.scope"])
    #expect(robot.message == "unticked stores.oders.view")
    #expect(robot.lines[1].contains("[~]") && robot.lines[2].contains("[ ]"))
    robot.press(.space)
    #expect(!robot.state.hasUnsavedChanges)
  }

  @Test func walkingToOneFromTheGridDropsTheFilterOfBoth() throws {
    var robot = try opened()
    robot.press("/")
    robot.type("refund")
    robot.press(.enter, "3", "f")
    #expect(robot.message.contains("unknown-scope"))
    #expect(robot.state.outline.matched == nil && robot.state.grid?.matched == nil)
  }

  @Test func theHeadingTakesAllOfThemOutAsOneStep() throws {
    var robot = try opened()
    robot.press(.space)
    #expect(robot.state.editor.design.details.unknownScopes.isEmpty)
    #expect(!robot.rules.contains("unknown-scope"))
    robot.press("u")
    #expect(!robot.state.hasUnsavedChanges)
    #expect(robot.message == "undid: untick 2 unknown scopes")
  }

  @Test func theDetailPaneSaysWhatTheyMayBe() throws {
    var robot = try opened()
    robot.resize(120, 40)
    robot.press(.down)
    #expect(robot.shows("does not have this scope"))
    #expect(robot.shows("Remedy: Write stores.orders.view"))
  }

  @Test func fGoesToThemAndCapitalFSettlesThem() throws {
    var robot = try opened()
    robot.press("G", "f")
    #expect(robot.currentLine.contains("stores.oders.view"))
    robot.press("F")
    #expect(robot.chosen == ["stores.view", "stores.orders.view"])
    #expect(robot.state.editor.design.details.unknownScopes == ["brand.new.scope"])
  }

  @Test func theFilterFindsThem() throws {
    var robot = try opened()
    robot.press("/")
    robot.type("brand")
    #expect(robot.state.outline.rows.count == 2)
    #expect(robot.lines[2].contains("brand.new.scope"))
    robot.press(.enter, .up, .space)
    #expect(robot.state.editor.design.details.unknownScopes == ["stores.oders.view"])
    robot.press("f")
    #expect(robot.currentLine.contains("stores.oders.view"))
  }

  @Test func theyCloseAndOpenAsACategoryDoes() throws {
    var robot = try opened()
    robot.press(.down, .left, .left)
    #expect(robot.lines[1].contains("▸ [x] Not in the catalog"))
    #expect(robot.lines[2].contains("Store Management"))
    robot.press("f")
    #expect(robot.currentLine.contains("stores.oders.view"))
    robot.click(row: 1, column: 1)
    #expect(robot.lines[1].contains("▸"))
    robot.click(row: 1, column: 4)
    #expect(robot.state.editor.design.details.unknownScopes.isEmpty)
  }

  @Test func theReviewShowsThoseThatAreTakenOut() throws {
    var robot = try opened()
    robot.press(.down, .space, "w")
    #expect(robot.shows("- stores.oders.view"))
    robot.press(.end)
    #expect(robot.shows("[x] !! brand.new.scope  not in the catalog"))
  }
}
