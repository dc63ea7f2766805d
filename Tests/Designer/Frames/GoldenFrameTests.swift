import TerminalUI
import Testing

@testable import Designer

/// Every main screen, cell by cell, on four sizes and two charsets.
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

  @Test(arguments: Screen.allCases, sizes) func screenLooksAsKept(
    screen: Screen, size: (Int, Int)
  ) throws {
    // The largest frames are kept where they hold more than blanks.
    guard size.0 < 200 || [.tree, .review].contains(screen) else { return }
    for charset in [Charset.utf8, .ascii] {
      let robot = try robot(screen, Size(rows: size.1, columns: size.0), charset)
      let text = Golden.text(robot.frame)
      let name = "\(screen.rawValue)-\(size.0)x\(size.1)-\(charset)"
      if Golden.renews {
        try Golden.keep(text, as: name)
      } else {
        #expect(text == Golden.kept(name), "see what changed: KEYWRIGHT_RENEW=1, then git diff")
      }
    }
  }
}
