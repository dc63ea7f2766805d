import Keys
import Testing

@testable import Designer

/// Choosing scopes in lines: every change is said again, with what it brought and settled.
@Suite struct PlainChoosingTests {
  @Test("A tick is said again, with the findings that came and went, and the standing")
  func tickIsSaidAgain() throws {
    var robot = try PlainRobot()
    robot.type("tick stores.orders.deliver")
    #expect(robot.chosen == ["stores.orders.deliver"])
    #expect(robot.lines.first == "ticked stores.orders.deliver: ! unpaid-delivery, ! blind-write")
    #expect(robot.said.contains("New: warning unpaid-delivery (stores.orders.deliver): Delivers"))
    #expect(!robot.said.contains("no-scopes-selected"), "nothing was judged before")
    #expect(robot.lines.last == "  1 of 53 scopes chosen; 3 warnings, 2 notes.")
    robot.type("untick stores.orders.deliver")
    #expect(robot.chosen.isEmpty && robot.lines.first == "unticked stores.orders.deliver")
    #expect(robot.said.contains("Settled: warning unpaid-delivery (stores.orders.deliver)."))
    #expect(robot.lines.last == "  0 of 53 scopes chosen; nothing to judge yet.")
  }

  @Test(
    "A scope is named by number, id, beginning or words",
    arguments: ["19", "stores.orders.refund", "stores.orders.ref", "refund", "ORDERS refund"])
  func namesOfAScope(name: String) throws {
    var robot = try PlainRobot()
    robot.type("tick \(name)")
    #expect(robot.chosen == ["stores.orders.refund"], "\(robot.answer)")
  }

  @Test("Several are named one by one, by range and by category, as one step")
  func severalAtOnce() throws {
    var robot = try PlainRobot()
    robot.type("tick 5-7, stores.view c10")
    #expect(robot.chosen.count == 8)
    #expect(robot.said.hasPrefix("ticked 8: stores.view, stores.categories.view"))
    robot.type("undo")
    #expect(robot.chosen.isEmpty && robot.lines.first == "undid: tick 8 scopes")
    robot.type("redo")
    #expect(robot.chosen.count == 8)
    robot.type("tick order processing")
    #expect(robot.chosen.count == 16)
  }

  @Test("What fits several scopes ticks none and lists them with their numbers")
  func ambiguousWords() throws {
    var robot = try PlainRobot()
    robot.type("tick blog")
    #expect(robot.chosen.count == 4, "a category's whole name is that category")
    robot.type("undo", "tick coupons")
    #expect(robot.chosen.isEmpty)
    #expect(robot.lines.first?.hasPrefix("\"coupons\" fits ") == true)
    #expect(robot.lines.dropFirst().allSatisfy { $0.contains("coupon") || $0.hasPrefix("    ") })
  }

  @Test(
    "What names nothing is answered with the nearest name, and changes nothing",
    arguments: [
      ("tick stores.oders.view", "Did you mean stores.orders.view?"),
      ("tick 54", "54 is not among the scopes 1 to 53."),
      ("tick 0", "0 is not among the scopes 1 to 53."),
      ("tick 7-3", "7-3 is not among the scopes 1 to 53."),
      ("tick 99999999999999999999999", "is not among the scopes 1 to 53."),
      ("untick 3", "stores.create is unticked already."),
      ("tick", "Write tick SCOPE"), ("tikc 3", "Did you mean tick?"),
      ("undo", "Nothing to undo."), ("undo 3", "undo takes nothing after it."),
      ("preset 99", "99 is not among the presets 1 to 14."),
      ("preset refnd-desk", "Did you mean refund-desk?"),
      ("list orders", "There is no category \"orders\"."),
      ("search zebra", "No scope or preset has all of these words."),
      ("accept one", "Name a finding by its number"),
      ("fix 99", "is not among the findings"), ("show zz b c", "Nothing is called \"zz\"."),
    ])
  func problems(line: String, answer: String) throws {
    var robot = try PlainRobot()
    robot.type(line)
    #expect(robot.said.contains(answer), "\(robot.answer)")
    #expect(robot.effects.isEmpty && !robot.session.state.hasUnsavedChanges)
    #expect(robot.session.prompt == "> ")
  }

  @Test("A preset ticks its scopes by number, name or beginning")
  func presets() throws {
    for name in ["6", "refund-desk", "Refund desk", "refund"] {
      var robot = try PlainRobot()
      robot.type("preset \(name)")
      #expect(
        robot.lines.first == "preset Refund desk: ticked 3 of 3, and set the purpose",
        "\(robot.answer)")
    }
  }

  @Test("Scopes that the catalog does not have are listed, taken out and put back")
  func unknownScopes() throws {
    let text = TestManifest.text(scopes: ["stores.oders.view", "x.y"], label: "bot")
    var robot = PlainRobot(try Robot(opening: text))
    robot.type("list")
    #expect(robot.lines.first == "  u1 [x] stores.oders.view, not in the catalog")
    robot.type("untick u2")
    #expect(robot.details.unknownScopes == ["stores.oders.view"])
    robot.type("untick stores.oders.view", "tick u1")
    #expect(robot.details.unknownScopes == ["stores.oders.view"])
    robot.type("tick u1 stores.view")
    #expect(robot.said == "Name unknown scopes by themselves.")
  }

  @Test("Calls are found by words, ticked by number or name, and say whether they are open")
  func calls() throws {
    var robot = try PlainRobot()
    robot.type("calls orders deliver")
    #expect(robot.said.contains("164 [ ] PUT /stores/{storeId}/orders/{orderId}/deliver,"))
    #expect(robot.said.contains("needs stores.orders.deliver; closed"))
    robot.type("call 164", "tick stores.orders.deliver", "calls")
    #expect(robot.said.contains("164 [x] PUT") && robot.said.contains("; open"))
    #expect(robot.details.operations == ["PUT /stores/{storeId}/orders/{orderId}/deliver"])
    robot.type("uncall PUT /stores/{storeId}/orders/{orderId}/deliver")
    #expect(robot.details.operations.isEmpty)
    robot.type("uncall 164")
    #expect(robot.said == "Not ticked: PUT /stores/{storeId}/orders/{orderId}/deliver.")
    robot.type("call 999")
    #expect(robot.said == "999 is not among the calls 1 to 287.")
  }

  @Test("needed chooses exactly the scopes of the ticked calls, or says why it cannot")
  func needed() throws {
    var robot = try PlainRobot()
    robot.type("needed")
    #expect(robot.said == "No call is ticked. calls WORDS finds some, call NUMBER ticks one.")
    robot.type("tick stores.view", "call 164", "=")
    #expect(
      robot.said.contains(
        "2 scopes: 1 for the call, 1 to see what it changes (fewer would not do)"),
      "\(robot.said)")
    #expect(robot.said.contains("; dropped 1"), "\(robot.said)")
    robot.type("=")
    #expect(robot.said.contains("1 scope for 1 call (fewer would not do)"), "\(robot.said)")
    robot.type("list chosen")
    #expect(robot.said.contains("stores.orders.deliver") && !robot.said.contains("stores.view,"))
  }
}
