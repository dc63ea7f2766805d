import Catalogs
import Documents
import Judgement
import Keys
import TerminalUI
import Testing

@testable import Designer

/// The page on which a new key begins, and the ways on from it.
@Suite struct StartPageTests {
  static let sizes = [
    Size(rows: 12, columns: 40), Size(rows: 24, columns: 80), Size(rows: 40, columns: 140),
  ]

  @Test(arguments: sizes) func `an empty key shows four ways on and no error`(size: Size) throws {
    let robot = try Robot(size: size, startsOnPage: true)
    for title in ["A common job", "Calls that your program makes", "Choose scopes", "Open a key"] {
      #expect(robot.shows(title))
    }
    #expect(!robot.shows("no-scopes-selected") && !robot.shows("!!"))
  }

  @Test func `in the tree of an empty key the findings are silent until something is ticked`()
    throws
  {
    var robot = try Robot()
    #expect(robot.shows("Findings: none") && !robot.shows("no-scopes-selected"))
    robot.press("f")
    #expect(robot.message.contains("nothing is chosen yet"))
    try robot.walk(to: "stores.orders.refund")
    robot.press(.space)
    #expect(robot.shows("Findings: 2 warnings"))
    robot.press("u")
    #expect(robot.shows("Findings: none"))
  }

  @Test func `the review of an empty key says what is wrong with it`() throws {
    var robot = try Robot(startsOnPage: true)
    robot.press("s", "w")
    #expect(robot.shows("no-scopes-selected"))
  }

  @Test func `a common job says in words what it can do, and ticks its scopes`() throws {
    var robot = try Robot(startsOnPage: true)
    robot.press("p")
    #expect(robot.shows("It opens 25 of 287 calls"))
    robot.press(.enter)
    #expect(robot.chosen.count == 3 && robot.state.mode == .browsing)
  }

  @Test func `whoever goes back from a list is on the start page again`() throws {
    var robot = try Robot(startsOnPage: true)
    for key: Key in ["p", "c", "o"] {
      robot.press(key, .escape)
      #expect(robot.state.context == .start, "\(key.name)")
    }
    robot.press("s")
    #expect(robot.state.context == .tree)
  }

  @Test(arguments: sizes) func `each way on takes a click`(size: Size) throws {
    for (title, context) in [
      ("A common job", Context.presets), ("Calls that your program makes", .givingCalls),
      ("Choose scopes", .tree), ("Open a key", .keyFiles),
    ] {
      var robot = try Robot(size: size, startsOnPage: true)
      let row = try #require(robot.row(of: title))
      robot.click(row: row, column: 6)
      #expect(robot.state.context == context, "\(title)")
    }
  }

  @Test func `where the kind is asked, the page comes afterwards`() throws {
    var robot = try Robot(Manifest(catalog: HubCatalog.load()), startsOnPage: true)
    #expect(robot.state.context == .terms)
    robot.press(.enter)
    #expect(robot.state.context == .start)
  }

  // MARK: - Calls

  private static let secret = "hunter2-SECRET"
  private static let curls = """
    curl -H 'Authorization: Bearer \(secret)' \\
      'https://api.komerza.com/stores/5d/orders?token=\(secret)'
    curl -X PUT https://api.komerza.com/stores/5d/orders/77/deliver -d '{"password":"\(secret)"}'
    """

  @Test func `pasted commands become the smallest key for their calls`() throws {
    var robot = try Robot(startsOnPage: true)
    robot.press("c")
    robot.paste(Self.curls)
    #expect(robot.shows("The smallest key: fewer scopes would not do (2)"))
    #expect(robot.shows("Calls read (2)"))
    robot.press(.enter)
    #expect(robot.chosen == ["stores.orders.view", "stores.orders.deliver"])
    #expect(
      robot.operations == [
        "GET /stores/{storeId}/orders", "PUT /stores/{storeId}/orders/{orderId}/deliver",
      ])
    robot.press("u")
    #expect(robot.chosen.isEmpty && robot.operations.isEmpty)
  }

  @Test func `nothing of a paste but its calls is shown, kept or written`() throws {
    var robot = try Robot(startsOnPage: true)
    robot.take(.foundDrafts(DraftsFound()))
    robot.press("c")
    robot.paste(Self.curls)
    var seen = robot.screen
    robot.take(.checkpoint)
    seen += "\(robot.effects)"
    robot.press(.enter)
    robot.take(.checkpoint)
    seen += robot.screen + "\(robot.effects)" + String(decoding: robot.state.encoded, as: UTF8.self)
    // What is pasted into another line is not what was pasted here.
    robot.press("e", .control("y"))
    seen += robot.screen
    #expect(!seen.contains("SECRET") && !seen.contains("hunter2"))
    #expect(!"\(robot.state.kills)".contains("SECRET"))
  }

  @Test func `URLs, calls and paths one a line are calls, and a paste works on the start page`()
    throws
  {
    var robot = try Robot(startsOnPage: true)
    robot.paste(
      "https://api.komerza.com/stores/5d/orders?page=2\nPUT /stores/5d/orders/7/deliver\n/stores/5d/products\n"
    )
    #expect(robot.state.context == .givingCalls && robot.shows("Calls read (3)"))
  }

  @Test func `what is not known, not understood and left out is listed`() throws {
    var robot = try Robot(size: Size(rows: 40, columns: 100), startsOnPage: true)
    robot.press("c")
    robot.paste(
      """
      curl https://api.komerza.com/stores/5d/orders
      curl https://example.org/else
      curl https://api.komerza.com/stores/5d/ordrs
      curl "$UNKNOWN"
      """)
    #expect(robot.shows("Calls that are not in the catalog (1)") && robot.shows("Left out (1)"))
    #expect(robot.shows("Not understood (1)"))
  }

  @Test func `beside commands an address without a method is no call, as in a file`() throws {
    var robot = try Robot(size: Size(rows: 40, columns: 100), startsOnPage: true)
    robot.press("c")
    robot.paste(
      """
      curl https://api.komerza.com/stores/5d/orders
      https://api.komerza.com/stores/5d/products
      /stores/5d/products
      PUT /stores/5d/orders/7/deliver
      """)
    #expect(robot.shows("Calls read (2)") && robot.shows("Not understood (2)"))
  }

  @Test func `a command that is typed over lines is one`() throws {
    var robot = try Robot(startsOnPage: true)
    robot.press("c")
    robot.type("curl -X PUT \\")
    robot.press(.enter)
    robot.type("https://api.komerza.com/stores/5d/orders/7/deliver")
    robot.press(.enter)
    #expect(robot.shows("PUT /stores/{storeId}/orders/{orderId}/deliver"))
  }

  @Test(arguments: ["logs/session.har", "'my file.har'", "my\\ file.har", "/var/log/x.log"])
  func `a path is asked for and never run`(path: String) throws {
    var robot = try Robot(startsOnPage: true)
    robot.press("c")
    robot.paste(path)
    let plain = path.replacing("'", with: "").replacing("\\", with: "")
    #expect(robot.effects == [.ask(.calls(path: plain))])
    robot.take(.answered(.calls(path: plain), .failed("it cannot be read")))
    #expect(robot.shows("it cannot be read") && robot.state.context == .givingCalls)
  }

  @Test func `what is no file is read as a call`() throws {
    var robot = try Robot(startsOnPage: true)
    robot.press("c")
    robot.type("/stores/5d/ordrs")
    robot.press(.enter)
    robot.take(.answered(.calls(path: "/stores/5d/ordrs"), .noFile))
    #expect(robot.shows("Calls that are not in the catalog (1)"))
  }

  // MARK: - Opening

  @Test func `keys that are there are listed, those used last first, and opened`() throws {
    var robot = try Robot(startsOnPage: true)
    robot.press("o")
    #expect(robot.effects == [.ask(.keys)])
    let files = [
      KeyFile(path: "/srv/used.key.json", isRecent: true),
      KeyFile(path: "bot.key.json", isRecent: false),
    ]
    robot.take(.answered(.keys, .keys(files)))
    #expect(robot.shows("/srv/used.key.json") && robot.shows("bot.key.json"))
    robot.press(.down, .enter)
    #expect(robot.effects == [.ask(.key(path: "bot.key.json"))])
    let other = try Robot(
      opening: TestManifest.text(scopes: ["stores.orders.view", "stores.orders.deliver"]))
    robot.take(
      .answered(
        .key(path: "bot.key.json"),
        .key(
          OpenedKey(
            path: "bot.key.json", bytes: other.state.encoded, manifest: other.state.manifest,
            policy: .init(), notice: nil))))
    #expect(robot.chosen == ["stores.orders.view", "stores.orders.deliver"])
    #expect(robot.lines[0].hasPrefix(" bot.key.json "))
    #expect(!robot.state.hasUnsavedChanges)
  }

  @Test func `no other key is opened while changes are not written`() throws {
    var robot = try Robot()
    robot.press(.space, ":")
    robot.type("open")
    robot.press(.enter)
    #expect(robot.message.contains("changes are not written") && robot.effects.isEmpty)
    robot.press(":")
    robot.type("open other.key.json")
    robot.press(.enter)
    #expect(robot.message.contains("changes are not written") && robot.effects.isEmpty)
  }

  @Test func `a reopened key starts on its first scope`() throws {
    let robot = try Robot(opening: TestManifest.text(scopes: ["stores.orders.deliver"]))
    #expect(
      robot.currentLine.contains("[x]") && robot.currentLine.contains("stores.orders.deliver"))
  }

  @Test func `v shows only what is chosen, and all again`() throws {
    var robot = try Robot(
      opening: TestManifest.text(scopes: ["stores.orders.view", "stores.orders.deliver"]))
    robot.press("v")
    let boxes = robot.lines.filter { $0.contains("[ ]") }
    #expect(boxes.isEmpty && robot.message.contains("2 scopes"))
    robot.press(.space)
    #expect(robot.shows("[ ]"), "what is unticked stays in sight")
    robot.press("v")
    #expect(robot.state.outline.matched == nil)
  }

  // MARK: - The title

  @Test func `the title names the file, and whether it is new and changed`() throws {
    let size = Size(rows: 24, columns: 100)
    var robot = try Robot(target: .file(path: "keys/bot.key.json", known: nil), size: size)
    #expect(robot.lines[0].hasPrefix(" bot.key.json [new]  Komerza  "))
    robot.press(.space)
    #expect(robot.lines[0].hasPrefix(" bot.key.json [new]*  Komerza  "))
    #expect(robot.lines[0].contains("1 Scopes 4/53  2 Calls  3 Grid  4 Findings "))
    #expect(robot.lines[0].contains("5 Can do"))
    #expect(try !Robot(opening: TestManifest.text(scopes: ["stores.view"])).shows("[new]"))
  }

  @Test(arguments: 40...140) func `the title keeps the file, the views and the sign of a warning`(
    columns: Int
  ) throws {
    var robot = try Robot(
      target: .file(path: "bot.key.json", known: nil), size: Size(rows: 24, columns: columns))
    robot.press(.space)
    let title = robot.lines[0]
    #expect(title.contains("bot.key.json") && title.contains("Scopes 4"))
    #expect(title.contains(/[0-9]!/) && title.contains("5"))
    let plan = LayoutPlan(state: robot.state)
    let tabs = (0..<columns).compactMap {
      TitleView.tab(at: Point(row: 0, column: $0), robot.state, plan)
    }
    #expect(Set(tabs).count == 5)
  }
}
