import Catalogs
import Documents
import Judgement
import Keys
import TerminalUI
import Testing

@testable import Designer

/// The three tasks that are measured, by clicks on what is on the screen alone: keys type only the
/// text of details.
@Suite struct MouseAloneTests {
  static let sizes = [
    Size(rows: 24, columns: 80), Size(rows: 30, columns: 100), Size(rows: 50, columns: 200),
  ]

  private static let tabs: [(text: String, context: Context)] = [
    ("2 Calls", .operations), ("3 Grid", .grid), ("4 Findings", .findings), ("5 Can do", .powers),
    ("1 Scopes", .tree),
  ]

  @Test(arguments: sizes) func `every tab takes a click, over every page that can be left`(
    size: Size
  ) throws {
    for (text, context) in Self.tabs {
      for opening: Key? in [nil, "2", "3", "4", "5", "?", "L", "P", "p", "w"] {
        var robot = try Robot(size: size)
        robot.press(.down, .space)
        if let opening { robot.press(opening) }
        robot.clickText(text)
        #expect(robot.state.context == context, "\(text) over \(opening?.name ?? "the tree")")
        #expect(robot.chosen == ["stores.view"])
      }
    }
  }

  @Test func `a click on a tab throws no form and no question away`() throws {
    for opening: [Key] in [["e"], ["q"], ["b"]] {
      var robot = try Robot()
      robot.press(.down, .space)
      for key in opening { robot.press(key) }
      let before = robot.state.context
      robot.clickText("Calls")
      #expect(robot.state.context == before, "\(before)")
    }
  }

  @Test(arguments: sizes) func `a new bot of two scopes and four details`(size: Size) throws {
    var robot = try Robot(
      target: .file(path: "bot.key.json", known: nil), size: size, startsOnPage: true)
    robot.clickText("Choose scopes")
    for id in ["stores.orders.view", "stores.orders.deliver"] { try robot.clickBox(of: id) }
    #expect(robot.chosen == ["stores.orders.view", "stores.orders.deliver"])
    robot.clickBar("details")
    for (title, text) in [
      ("Label", "bot"), ("Purpose", "delivers orders"), ("Addresses", "203.0.113.7"),
      ("Rotate by", "2026-12-01"),
    ] {
      robot.clickText(title)
      robot.type(text)
    }
    robot.clickBar("apply")
    robot.clickBar("write")
    robot.clickBar("write")
    let text = try #require(robot.written, "\(robot.screen)")
    for part in [
      "\"bot\"", "delivers orders", "203.0.113.7", "2026-12-01", "stores.orders.deliver",
    ] {
      #expect(text.contains(part))
    }
  }

  @Test(arguments: sizes) func `from two calls that are pasted`(size: Size) throws {
    var robot = try Robot(
      target: .file(path: "bot.key.json", known: nil), size: size, startsOnPage: true)
    robot.clickText("Calls that your program makes")
    robot.paste(
      "https://api.komerza.com/stores/5d/orders\nPUT https://api.komerza.com/stores/5d/orders/7/deliver\n"
    )
    robot.clickBar("take")
    #expect(robot.chosen == ["stores.orders.view", "stores.orders.deliver"])
    robot.clickBar("write")
    robot.clickBar("write")
    #expect(robot.written?.contains("stores.orders.deliver") == true, "\(robot.screen)")
  }

  @Test(arguments: sizes) func `reopen, add, compare, write`(size: Size) throws {
    var robot = try Robot(size: size, startsOnPage: true)
    robot.clickText("Open a key")
    robot.take(
      .answered(.keys, .keys([KeyFile(path: "bot.key.json", isRecent: false)])))
    robot.clickText("bot.key.json")
    #expect(robot.effects == [.ask(.key(path: "bot.key.json"))])
    let text = TestManifest.text(scopes: ["stores.orders.view"], label: "bot")
    let other = try Robot(opening: text)
    robot.take(
      .answered(
        .key(path: "bot.key.json"),
        .key(
          OpenedKey(
            path: "bot.key.json", bytes: Array(text.utf8), manifest: other.state.manifest,
            policy: .init(), notice: nil))))
    try robot.clickBox(of: "stores.orders.deliver")
    robot.clickBar("write")
    #expect(robot.state.context == .review)
    #expect(robot.lines.contains { $0.contains("+") && $0.contains("stores.orders.deliver") })
    robot.clickBar("write")
    #expect(robot.write?.path == "bot.key.json", "\(robot.screen)")
    #expect(robot.written?.contains("stores.orders.deliver") == true)
  }
}

extension Robot {
  /// Turns the wheel until a scope is on the screen, and clicks on its box.
  fileprivate mutating func clickBox(of id: String) throws {
    func box(_ lines: [String]) -> Point? {
      for (row, line) in lines.enumerated() where line.contains(id) {
        guard let range = line.ranges(of: "[ ]").first else { continue }
        let column = line.distance(from: line.startIndex, to: range.lowerBound)
        return Point(row: row, column: column + 1)
      }
      return nil
    }
    for kind in [MouseEvent.Kind.scrollDown, .scrollUp] {
      for _ in 0..<30 where box(lines) == nil { scroll(kind, row: 3, column: 5) }
    }
    let place = try #require(box(lines), "\(id) is not on the screen: \(screen)")
    click(row: place.row, column: place.column)
  }
}
