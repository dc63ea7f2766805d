import Documents
import Judgement
import Keys
import TerminalUI
import Testing

@testable import Designer

/// How many keys a task takes from the start to the exported key.
///
/// A paste is one key; the letters of a text that has to be typed anyway (names, a path) are none.
@Suite struct KeyCountTests {
  /// A robot that counts its keys.
  private struct Counter {
    var robot: Robot
    var keys = 0

    mutating func press(_ keys: Key...) {
      for key in keys { robot.press(key) }
      self.keys += keys.count
    }

    mutating func paste(_ text: String) {
      robot.paste(text)
      keys += 1
    }
  }

  @Test func `from two pasted calls to the exported key at most 8 keys`() throws {
    var counter = Counter(robot: try Robot(startsOnPage: true))
    counter.paste(
      """
      curl https://api.komerza.com/stores/5d/orders
      curl -X PUT https://api.komerza.com/stores/5d/orders/77/deliver
      """)
    counter.press(.enter, "w", .enter)
    // The key can deliver unpaid orders, so its risk is taken with a word and a reason.
    if case .accepting = counter.robot.state.mode {
      counter.robot.type("accept")
      counter.press(.tab)
      counter.robot.type("the shop ships by hand")
      counter.press(.enter)
    }
    #expect(counter.robot.written?.contains("stores.orders.deliver") == true)
    #expect(counter.robot.written?.contains("stores.orders.view") == true)
    #expect(counter.keys <= 8, "\(counter.keys)")
  }

  @Test func `a new bot with two scopes and four details at most 12 keys`() throws {
    var counter = Counter(
      robot: try Robot(target: .file(path: "bot.key.json", known: nil), startsOnPage: true))
    counter.press(":")
    counter.robot.type("tick stores.orders.view stores.customers.view")
    counter.press(.enter, "e")
    counter.robot.type("order-bot")
    counter.press(.tab)
    counter.robot.type("Shows orders")
    counter.press(.tab)
    counter.robot.type("203.0.113.7")
    counter.press(.tab)
    counter.robot.type("90d")
    counter.press(.enter, "w", .enter)
    let text = try #require(counter.robot.written)
    for part in ["stores.customers.view", "order-bot", "203.0.113.7", "rotateBy", "Shows orders"] {
      #expect(text.contains(part))
    }
    #expect(counter.keys <= 12, "\(counter.keys)")
  }

  @Test func `reopen, add, compare and write at most 8 keys`() throws {
    var counter = Counter(robot: try Robot(startsOnPage: true))
    let other = try Robot(opening: TestManifest.text(scopes: ["stores.orders.view"]))
    counter.robot.take(
      .answered(.keys, .keys([KeyFile(path: "bot.key.json", isRecent: true)])))
    counter.press("o", .enter)
    #expect(counter.robot.effects == [.ask(.key(path: "bot.key.json"))])
    counter.robot.take(
      .answered(
        .key(path: "bot.key.json"),
        .key(
          OpenedKey(
            path: "bot.key.json", bytes: other.state.encoded, manifest: other.state.manifest,
            policy: .init(), notice: nil))))
    counter.press(":")
    counter.robot.type("tick stores.customers.view")
    counter.press(.enter, "w")
    #expect(counter.robot.shows("Against the file as it stands"))
    #expect(counter.robot.shows("stores.customers.view"))
    counter.press(.enter)
    #expect(counter.robot.written?.contains("stores.customers.view") == true)
    #expect(counter.keys <= 8, "\(counter.keys)")
  }

  @Test func `from two pasted calls to the reviewed key by mouse alone`() throws {
    var robot = try Robot(startsOnPage: true)
    let row = try #require(robot.row(of: "Calls that your program makes"))
    robot.click(row: row, column: 6)
    robot.paste("GET /stores/{storeId}/orders\nGET /stores/{storeId}/customers")
    #expect(robot.shows("Calls read (2)"))
  }
}
