import TerminalUI
import Testing

@testable import Designer

/// Every main screen, cell by cell, on seven sizes, in two charsets, with colors and without.
@Suite struct GoldenFrameTests {
  /// A screen and the keys that lead to it.
  enum Screen: String, CaseIterable {
    case tree
    case ticked
    case detail
    case category
    case closed
    case filter
    case findings
    case review
    case opened
    case form
    case acceptance
    case presets
    case question
    case help
    case operations
    case needed
    case grid
    case draft
    case copy
    case start
    case given
    case command

    func robot(_ size: Size, _ charset: Charset) throws -> Robot {
      var robot = try Robot(size: size, charset: charset)
      switch self {
      case .tree: break
      case .ticked:
        robot.press(.down, .space)
        try robot.walk(to: "stores.orders.refund")
        robot.press(.space)
        try robot.walk(to: "stores.orders.deliver")
        robot.press(.space)
      case .detail:
        try robot.walk(to: "stores.products.update")
        robot.press(.tab)
      case .category:
        try robot.walk(toCategory: "Order Processing")
        robot.press(.space)
      case .closed:
        robot.press(.down, .space, "-")
      case .filter:
        robot.press("/")
        robot.type("refund")
      case .findings:
        robot = try Screen.ticked.robot(size, charset)
        robot.press("4", .down, .down)
      case .review:
        robot = try Screen.ticked.robot(size, charset)
        robot.press("w")
      case .opened:
        let text = TestManifest.text(
          scopes: ["stores.view", "stores.oders.view", "stores.orders.view"],
          label: "fulfilment-bot")
        robot = try Robot(opening: text, size: size)
        robot = try Robot(
          robot.state.manifest, target: robot.state.target, size: size, charset: charset)
        try robot.walk(to: "stores.orders.view")
        robot.press(.space, .down, .space)
        robot.press("w")
      case .form:
        robot.press("e")
        robot.type("fulfilment-bot")
        robot.press(.down, .down)
        robot.type("203.0.113")
        robot.press(.enter)
      case .acceptance:
        robot.press("w", .enter)
        robot.type("accept")
        robot.press(.enter)
      case .presets: robot.press("p", .down)
      case .question: robot.press(.down, .space, "q")
      case .help: robot.press("?")
      case .start: robot = try Robot(size: size, charset: charset, startsOnPage: true)
      case .given:
        robot.press("C")
        robot.paste(
          "curl https://api.komerza.com/stores/5d/orders\ncurl https://example.org/x\n"
            + "curl -X PUT https://api.komerza.com/stores/5d/orders/7/deliver")
      case .command:
        robot.press(.down, .space, ":")
        robot.type("s")
      case .copy: robot.press(.down, .space, "y")
      case .operations:
        try robot.tick(
          calls: "PUT /stores/{storeId}/orders/{orderId}/deliver",
          "GET /stores/{storeId}/orders/{orderId}", "GET /oauth2/{appId}/exchange/{code}")
        try robot.walk(toCall: "DELETE /stores/{storeId}/orders/{orderId}/refund")
      case .needed:
        robot = try Screen.operations.robot(size, charset)
        robot.press(.escape, "=", "1")
        try robot.walk(to: "stores.orders.view")
      case .grid:
        robot = try Screen.ticked.robot(size, charset)
        robot.press("3")
      case .draft:
        robot = try Robot(
          opening: TestManifest.text(scopes: ["stores.view"], label: "bot"), size: size)
        robot = try Robot(
          robot.state.manifest, target: robot.state.target, size: size, charset: charset)
        try robot.offer(drafts: ["stores.orders.view", "stores.orders.refund"], age: 200)
      }
      return robot
    }
  }

  static let sizes = [(1, 1), (20, 5), (40, 10), (40, 12), (80, 24), (120, 40), (200, 60)]

  /// The keys that lead to a screen do nothing where nothing can be seen: it is made small after.
  private func robot(_ screen: Screen, _ size: Size, _ charset: Charset) throws -> Robot {
    guard LayoutPlan(size: size, pane: .tree, findingsOnly: false).isTooSmall else {
      return try screen.robot(size, charset)
    }
    var robot = try screen.robot(Size(rows: 24, columns: 80), charset)
    robot.resize(size.columns, size.rows)
    return robot
  }

  private static func name(_ screen: Screen, _ size: (Int, Int)) -> String {
    "\(screen.rawValue)-\(size.0)x\(size.1)"
  }

  @Test(
    "A screen looks as it is kept: on every size, in UTF-8 and ASCII, with colors and without",
    arguments: Screen.allCases, sizes)
  func screenLooksAsKept(screen: Screen, size: (Int, Int)) throws {
    let fitted = Size(rows: size.1, columns: size.0)
    let text = try Golden.text(
      robot(screen, fitted, .utf8).frame, ascii: robot(screen, fitted, .ascii).frame)
    let name = Self.name(screen, size)
    if Golden.renews {
      try Golden.keep(text, as: name)
    } else {
      #expect(text == Golden.kept(name), "see what changed: KEYWRIGHT_RENEW=1, then git diff")
    }
  }

  @Test("Nothing else is kept") func nothingElseIsKept() {
    let names = Self.Screen.allCases.flatMap { screen in
      Self.sizes.map { Self.name(screen, $0) }
    }
    #expect(Golden.names().subtracting(names) == [])
  }

  @Test(
    "Each state that a style tells apart is told apart by text or attributes without color",
    arguments: Screen.allCases)
  func colorIsNeverTheOnlySign(screen: Screen) throws {
    let frame = try robot(screen, Size(rows: 40, columns: 120), .ascii).frame
    // The same text in the same attributes has one hue: else only the hue would tell it apart.
    var hues: [String: Set<Hue>] = [:]
    // The message repeats what stands elsewhere.
    for row in 0..<frame.size.rows - 2 {
      var (word, style) = ("", Style.plain)
      for cell in frame.row(row) + [.blank] {
        if cell.text != " ", cell.style == style || word.isEmpty {
          (word, style) = (word + cell.text, cell.style)
          continue
        }
        if !word.isEmpty {
          let look = Palette.mono.rendition(of: style)
          hues["\(word) \(look.attributes.rawValue)", default: []].insert(style.hue)
        }
        (word, style) = cell.text == " " ? ("", .plain) : (cell.text, cell.style)
      }
    }
    for sign in ["!!", "!", ".", "[x]", "[~]", "-x-", "+", "-", "?"] {
      for attributes in 0..<16 {
        let seen = hues["\(sign) \(attributes)"]?.count ?? 0
        #expect(seen <= 1, "\(sign) in \(hues["\(sign) \(attributes)"] ?? [])")
      }
    }
  }
}
