import Catalogs
import Documents
import Judgement
import Keys
import TerminalUI
import Testing

@testable import Designer

/// Why the key has a scope, typed in the designer.
@Suite struct ReasonTests {
  private func robot() throws -> Robot {
    var robot = try Robot()
    try robot.press(.down) { $0.state.scopeUnderCursor != nil }
    robot.press(.space)
    return robot
  }

  private func reason(_ robot: Robot) throws -> String? {
    let scope = try #require(robot.state.scopeUnderCursor)
    return robot.state.editor.design.details.reason(for: scope)
  }

  @Test func bTypesTheReasonOfTheScope() throws {
    var robot = try robot()
    robot.press("b")
    #expect(robot.state.context == .reason)
    robot.type("Reads  the orders ")
    robot.press(.enter)
    #expect(try reason(robot) == "Reads the orders")
    #expect(robot.message.contains("because: Reads the orders"))
    #expect(robot.screen.contains("Because: Reads the orders"))
    robot.press("u")
    #expect(try reason(robot) == nil)
    robot.press(.control("r"), "b")
    #expect(robot.screen.contains("Because: Reads the orders"))
    robot.press(.control("u"), .enter)
    #expect(try reason(robot) == nil)
  }

  @Test func escapeLeavesItAsItWas() throws {
    var robot = try robot()
    robot.press("b")
    robot.type("x")
    robot.press(.escape)
    #expect(try reason(robot) == nil && robot.state.context == .tree)
  }

  @Test func onlyAScopeOfTheKeyHasAReason() throws {
    var robot = try robot()
    robot.press(.space, "b")
    #expect(robot.message.contains("is not ticked") && robot.state.context == .tree)
    robot.press("g", "b")
    #expect(robot.message.contains("only a scope of the key can have a reason"))
  }

  @Test func theReviewShowsIt() throws {
    var robot = try robot()
    robot.press("b")
    robot.type("Reads the orders")
    robot.press(.enter, "w")
    let sheet = try #require(robot.state.reviewing.sheet)
    #expect(sheet.lines.contains { $0.text.contains("because: Reads the orders") })
  }

  @Test func aLeftLineIsAskedForBeforeLeavingAndKeptInADraft() throws {
    var robot = try robot()
    let scope = try #require(robot.state.scopeUnderCursor)
    robot.press("b")
    robot.type("half a rea")
    #expect(robot.state.typedText == Draft.Typed(form: "reason", fields: [scope, "half a rea"]))
    robot.press(.control("c"))
    #expect(robot.state.context == .quitQuestion)
    robot.press("w")
    #expect(robot.state.context == .reason && robot.shows("takes this over first"))
    robot.press(.escape)
    robot.state.reopenForm(Draft.Typed(form: "reason", fields: [scope, "half a rea"]))
    robot.press(.enter)
    #expect(try reason(robot) == "half a rea")
  }

  @Test func theRemedyOfAMissingReasonOpensTheLine() throws {
    let policy = """
      { "$schema": "urn:keywright:policy:1", "requiredFields": ["because", "purpose"] }
      """
    let catalog = try TestCatalog.komerza()
    var robot = try Robot()
    robot.state = DesignerState(
      manifest: Manifest(catalog: catalog), target: .undecided, today: robot.state.today,
      size: robot.state.size, policy: try Policy(decoding: Array(policy.utf8), catalogs: [catalog]))
    try robot.press(.down) { $0.state.scopeUnderCursor != nil }
    robot.press(.space)
    for (rule, context) in [("scope-without-reason", Context.reason), ("required-field", .form)] {
      let place = try #require(robot.state.listedFindings.firstIndex { $0.rule == rule })
      robot.press("4")
      robot.state.findingPane.cursor = place
      robot.press("F")
      #expect(robot.state.context == context, "\(rule)")
      robot.press(.escape)
    }
  }
}
