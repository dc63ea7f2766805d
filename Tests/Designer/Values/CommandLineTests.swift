import Catalogs
import Documents
import Keys
import TerminalUI
import Testing

@testable import Designer

/// The line for commands: what can be typed, what it does, and coming back.
@Suite struct CommandLineTests {
  private func robot(_ line: String, size: Size = Size(rows: 24, columns: 80)) throws -> Robot {
    var robot = try Robot(opening: TestManifest.text(scopes: ["stores.orders.deliver"]), size: size)
    robot.press(":")
    robot.type(line)
    return robot
  }

  @Test func `every command has a word, and every word says what it does`() {
    let words = CommandWord.all(.standard)
    let known = Set(words.compactMap(\.command))
    let places: ContextSet = [.tree, .operations, .grid, .detail, .findings]
    for binding in KeyTable.bindings
    where !binding.contexts.isDisjoint(with: places) && binding.command != .commandLine {
      #expect(known.contains(binding.command), "\(binding.command)")
    }
    for command in PlainCommand.table {
      #expect(words.contains { $0.name == command.names[0] }, "\(command.names[0])")
    }
    #expect(Set(words.map(\.name)).count == words.count)
    #expect(words.allSatisfy { !$0.help.isEmpty })
  }

  @Test(arguments: StartPageTests.sizes) func `the words that fit stand above the line`(
    size: Size
  ) throws {
    let robot = try robot("sto", size: size)
    #expect(robot.shows("story") && robot.lines[size.rows - 2].hasPrefix(" :sto"))
  }

  @Test func `Tab takes the marked word, arrows mark another`() throws {
    var robot = try robot("sp")
    robot.press(.tab)
    #expect(robot.lines[22].hasPrefix(" :split"))
    robot.press(.control("u"))
    robot.type("story unpaid")
    robot.press(.tab)
    #expect(robot.lines[22].hasPrefix(" :story unpaid-delivery"))
  }

  @Test func `scopes are completed one after the other`() throws {
    var robot = try robot("tick stores.orders.v")
    robot.press(.tab)
    robot.type(" stores.orders.ref")
    robot.press(.tab, .enter)
    #expect(robot.chosen.contains("stores.orders.view"))
    #expect(robot.chosen.contains("stores.orders.refund") && robot.state.mode == .browsing)
  }

  @Test(arguments: [
    ("story unpaid-delivery", "unpaid-delivery"), ("story stores.orders.deliver", "deliver"),
    ("story GET /stores/{storeId}/orders", "stores.orders.view"), ("split", "one key is enough"),
    ("probe", "can be tested with harmless calls"),
  ])
  func `a page opens inside and comes back`(line: String, text: String) throws {
    var robot = try robot(line)
    robot.press(.enter)
    #expect(robot.shows(text) && [.help, .filesPage].contains(robot.state.context))
    robot.press(.escape)
    #expect(robot.state.mode == .browsing)
  }

  @Test func `what needs a file is asked for`() throws {
    for (line, inquiry) in [
      ("need logs/access.log", Inquiry.calls(path: "logs/access.log")),
      ("newer next.catalog.json", .catalog("next.catalog.json")),
    ] {
      var robot = try robot(line)
      robot.press(.enter)
      #expect(robot.effects == [.ask(inquiry)])
    }
    var robot = try robot("diff git:HEAD:key.json")
    robot.press(.enter)
    guard case .ask(.comparison(let side, let key))? = robot.effects.first else {
      Issue.record("nothing was asked")
      return
    }
    #expect(side == "git:HEAD:key.json" && key == robot.state.encoded)
    let report = Report(title: "Compared", lines: [.added("  + stores.orders.view")])
    robot.take(.answered(.comparison(with: side, key: key), .page(report)))
    #expect(robot.shows("+ stores.orders.view"))
    robot.press("q")
    #expect(robot.state.mode == .browsing)
  }

  @Test(arguments: [("split", ":split ."), ("probe", ":probe key.probe.sh")])
  func `what a page shows is written from it, over nothing unasked`(
    word: String, line: String
  ) throws {
    var robot = try robot(word)
    robot.press(.enter, "w")
    #expect(robot.lines[22].hasPrefix(" " + line))
    robot.press(.enter)
    guard case .writeFiles(let files)? = robot.effects.first else {
      Issue.record("nothing was to be written")
      return
    }
    #expect(files.mayReplace.isEmpty && !files.files.isEmpty)
    robot.take(.wroteFiles(files, .inTheWay(["there.json"])))
    #expect(robot.shows("there.json exists already"))
    robot.press("n")
    #expect(robot.message == "nothing was written" && robot.state.context == .filesPage)
    robot.take(.wroteFiles(files, .inTheWay(["there.json", "here.json"])))
    #expect(robot.shows("and 1 more of these files exist already"))
    robot.press("o")
    #expect(robot.lines[22].hasPrefix(" " + line))
    robot.press(.escape)
    robot.take(.wroteFiles(files, .inTheWay(["there.json"])))
    robot.press("y")
    guard case .writeFiles(let replacing)? = robot.effects.first else {
      Issue.record("nothing was to be replaced")
      return
    }
    #expect(replacing.mayReplace == ["there.json"] && replacing.files == files.files)
    robot.take(.wroteFiles(replacing, .written(["there.json"])))
    #expect(robot.message.hasPrefix("wrote there.json") && robot.state.context == .filesPage)
  }

  @Test func `words of the screen lead to their views`() throws {
    for (line, context) in [
      ("findings", Context.findings), ("calls", .operations), ("grid-view", .grid),
      ("review", .review), ("presets", .presets), ("help", .help), ("powers", .powers),
    ] {
      var robot = try robot(line)
      robot.press(.enter)
      #expect(robot.state.context == context, "\(line)")
    }
  }

  @Test func `in the review the line comes back to the review`() throws {
    var robot = try Robot(opening: TestManifest.text(scopes: ["stores.orders.deliver"]))
    robot.press("w", ":")
    robot.type("tick stores.orders.view")
    robot.press(.enter)
    #expect(robot.state.context == .review && robot.chosen.count == 2)
  }

  @Test func `a mistake says what is nearest, and Enter asks for what is missing`() throws {
    var robot = try robot("stroy unpaid-delivery")
    robot.press(.enter)
    #expect(robot.message.contains("Did you mean story?"))
    robot.press(":")
    robot.type("story")
    robot.press(.enter)
    #expect(robot.lines[22].hasPrefix(" :story") && robot.shows("RULE | SCOPE | CALL"))
    robot.press(.escape)
    #expect(robot.state.mode == .browsing)
  }

  @Test func `a click marks a word, another carries it out`() throws {
    var robot = try robot("spl")
    let row = try #require(robot.row(of: "the fewest keys that do the same work"))
    robot.click(row: row, column: 4)
    robot.click(row: row, column: 4)
    #expect(robot.shows("one key is enough"))
  }

  @Test func `the plain mode has the same words`() throws {
    var plain = PlainRobot(try Robot(opening: TestManifest.text(scopes: ["stores.orders.deliver"])))
    plain.type("story unpaid-delivery")
    #expect(plain.lines.contains { $0.contains("unpaid-delivery") })
    plain.type("split")
    #expect(plain.lines.contains { $0.contains("one key is enough") })
    plain.type("need GET /stores/{storeId}/orders")
    #expect(plain.session.prompt == "take, leave, or more calls? ")
    plain.type("take")
    #expect(plain.session.state.editor.chosenCount == 2)
    plain.type("diff git:HEAD:key.json")
    guard case .ask(.comparison)? = plain.effects.first else {
      Issue.record("nothing was asked")
      return
    }
  }
}
