import Keys
import TerminalUI
import Testing

@testable import Designer

/// Reading in lines: what a person sees on the screen can be heard as well.
@Suite struct PlainReadingTests {
  @Test("The list has the categories with their counts, and the scopes of one with numbers")
  func lists() throws {
    var robot = try PlainRobot()
    robot.type("tick stores.orders.view", "list")
    #expect(robot.lines.contains("c5 Order Processing, 1 of 8 chosen"))
    robot.type("list c5")
    #expect(robot.answer.contains("[x] stores.orders.view, View orders in stores"))
    robot.type("list order processing")
    #expect(robot.lines.first == "c5 Order Processing, 1 of 8 chosen")
    robot.type("list chosen")
    #expect(robot.lines.count == 1 && robot.answer.contains("[x] stores.orders.view"))
    robot.type("list all")
    #expect(robot.lines.count { $0.contains("[ ]") } == 52)
  }

  @Test("Numbers stay the same, whatever is listed")
  func numbersAreStable() throws {
    var robot = try PlainRobot()
    robot.type("search refund")
    #expect(robot.answer.contains("  19 [ ] stores.orders.refund"))
    robot.type("list c5")
    #expect(robot.answer.contains("  19 [ ] stores.orders.refund"))
  }

  @Test("show says all that the detail pane says")
  func showIsTheDetailPane() throws {
    var screen = try Robot(size: Size(rows: 200, columns: 120))
    try screen.walk(to: "stores.products.update")
    let pane = DetailView.lines(screen.state, columns: 130).map(\.text)
    var robot = try PlainRobot(columns: 130)
    robot.type("show stores.products.update")
    #expect(Array(robot.lines.suffix(pane.count - 1)) == Array(pane.dropFirst()))
    #expect(robot.lines.first?.contains("[ ] stores.products.update") == true)
    #expect(pane.count > 10)
  }

  @Test("Findings have a number, their scopes and what settles them")
  func findings() throws {
    var robot = try PlainRobot()
    robot.type("tick stores.orders.deliver", "findings")
    #expect(robot.said.hasPrefix("1 warning blind-write: Changes what it cannot read"))
    #expect(robot.said.contains("fix 1: Tick stores.orders.view"))
    robot.type("fix 1")
    #expect(robot.chosen == ["stores.orders.view", "stores.orders.deliver"])
    robot.type("findings 1")
    #expect(robot.lines.filter { $0.first?.isNumber == true }.count == 1)
  }

  @Test("help lists every command, and says one's other names")
  func help() throws {
    var robot = try PlainRobot()
    robot.type("help")
    for command in PlainCommand.table { #expect(robot.answer.contains(command.names[0])) }
    robot.type("help write")
    #expect(robot.said.contains("also save"))
    robot.type("help nonsense")
    #expect(robot.said.hasPrefix("There is no command"))
  }

  @Test("No two commands share a name, and each name leads to its command")
  func namesAreUnique() throws {
    let names = PlainCommand.table.flatMap(\.names)
    #expect(Set(names).count == names.count)
    for command in PlainCommand.table {
      for name in command.names {
        #expect(PlainCommand.named(name)?.names == command.names, "\(name)")
      }
    }
  }

  @Test("No line is wider than asked for", arguments: [20, 40, 80, 132])
  func widths(columns: Int) throws {
    let text = TestManifest.text(
      scopes: ["stores.view", "x.y"],
      label: "caf\u{E9} \u{6F22}\u{5B57} " + String(repeating: "n", count: 90))
    var robot = PlainRobot(try Robot(opening: text), columns: columns)
    robot.type("help", "list all", "show stores.orders.deliver", "findings", "presets", "details")
    robot.type("tick 1-53", "review", "calls orders", "undo", "tikc", "list nothing")
    let tooWide = robot.record.filter { TextWidth.columns(of: $0) > columns }
    #expect(tooWide == [])
    #expect(robot.record.count > 100)
  }

  @Test("A hostile name is said with its controls made visible once it is sanitized, on its lines")
  func hostileText() throws {
    var robot = try PlainRobot()
    robot.type("label a\u{1B}]0;x\u{7}b", "details", "tick \u{1B}[2J")
    let said = Sanitizer.sanitizeLines(robot.record.joined(separator: "\n"))
    #expect(!said.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(!robot.details.label.contains("\u{1B}"))
  }
}
