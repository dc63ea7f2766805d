import BundledCatalogs
import Catalogs
import Keys
import TerminalUI
import Testing

@testable import Designer

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Rows of every catalog that ships, at widths from 40 to 200: no two read alike that are not, and
/// neither a verb nor a word of warning is cut.
@Suite struct RowTests {
  /// `KEYWRIGHT_LONG` looks at every width.
  private static let widths =
    getenv("KEYWRIGHT_LONG") == nil
    ? [40, 47, 60, 79, 80, 99, 100, 139, 140, 200] : Array(40...200)

  @Test(arguments: BundledCatalogs.ids)
  func noTwoScopesOfAScreenReadAlike(id: String) throws {
    var robot = try Robot(Manifest(catalog: try #require(try BundledCatalogs.load(id))))
    robot.press(.escape, "1", "+")
    try check(&robot, isScopes: true)
  }

  @Test(arguments: BundledCatalogs.ids)
  func noTwoCallsOfAScreenReadAlike(id: String) throws {
    var robot = try Robot(Manifest(catalog: try #require(try BundledCatalogs.load(id))))
    robot.press(.escape, "2", "+")
    try check(&robot, isScopes: false)
  }

  @Test(arguments: BundledCatalogs.ids)
  func noTwoRowsOfTheGridReadAlike(id: String) throws {
    var robot = try Robot(Manifest(catalog: try #require(try BundledCatalogs.load(id))))
    robot.press(.escape, "3")
    for width in [40, 60, 80, 120, 200] {
      robot.resize(width, 24)
      for key in ["g", Key.pageDown, .pageDown, "G"] {
        robot.press(key)
        let (grid, plan) = (try #require(robot.state.grid), LayoutPlan(state: robot.state))
        var seen: [String: String] = [:]
        for offset in 0..<grid.layout.rows where grid.rows.indices.contains(grid.top + offset) {
          let row = plan.tree.row + grid.layout.headingRows + offset
          let text = robot.text(row: row, columns: grid.layout.nameWidth)
          let name = grid.grid.rows[grid.rows[grid.top + offset]].name
          let other = seen.updateValue(name, forKey: text)
          #expect(other == nil, "\(text) at \(width): \(name), \(other ?? "")")
        }
      }
    }
  }

  private func check(_ robot: inout Robot, isScopes: Bool) throws {
    let catalog = robot.state.catalog
    for (place, width) in Self.widths.enumerated() {
      robot.resize(width, 24)
      let count = robot.state.shownOutline.rows.count
      guard count > 0 else { return }
      // Another part of the tree at each width.
      for part in 0..<3 {
        let row = (count * (part * Self.widths.count + place)) / (3 * Self.widths.count)
        robot.state.changeOutline { $0.move(to: row) }
        let (outline, plan) = (robot.state.shownOutline, LayoutPlan(state: robot.state))
        let frame = robot.frame
        var seen: [String: String] = [:]
        for index in outline.top..<min(outline.top + plan.tree.rows, count) {
          let node = outline.rows[index]
          let screenRow = plan.tree.row + index - outline.top
          let text = frame.row(screenRow).prefix(plan.tree.columns).map(\.text).joined()
          let line = TreeView.Line(row: 0, indent: 0, columns: width, query: "")
          let name = TreeRow(node, outline, robot.state, line).name
          let other = seen.updateValue(name, forKey: text)
          #expect(other == nil || other == name, "\(text) at \(width): \(name), \(other ?? "")")
          guard case .leaf(let leaf) = outline.item(ofNode: node) else { continue }
          if isScopes {
            let id = catalog.scopes[leaf].id
            let verb = String(decoding: Array(id.utf8)[HonestName.verb(in: id)], as: UTF8.self)
            let badge = HonestName(scope: leaf, in: catalog).badge ?? ""
            #expect(text.contains(verb), "\(text) at \(width): \(id)")
            #expect(
              badge.isEmpty || badge.hasPrefix("opens no") || text.contains(badge)
                || text.contains("unconfirmed")
                || text.contains("deprecated"), "\(text) at \(width): \(badge)")
          } else if let calls = robot.state.callOutline {
            let call = catalog.operations[calls.tree.operations[leaf]]
            #expect(text.contains(call.method + " "), "\(text) at \(width): \(call.call)")
          }
        }
      }
    }
  }

  // MARK: - What goes first

  private func line(of id: String, columns: Int) throws -> String {
    var robot = try Robot(size: Size(rows: 30, columns: columns))
    try robot.walk(to: id)
    return robot.currentLine
  }

  @Test func theTitleGoesBeforeTheCountsAndTheCountsBeforeTheId() throws {
    let id = "stores.products.update"
    let wide = try line(of: id, columns: 99)
    #expect(wide.contains(id) && wide.contains("DELETE 9") && wide.contains("GET 1"), "\(wide)")
    let narrow = try line(of: id, columns: 52)
    #expect(narrow.contains("stores.products.update  deletes"), "\(narrow)")
    #expect(narrow.contains("DELETE 9") || !narrow.contains("calls"), "\(narrow)")
  }

  @Test func belowAHundredColumnsTheTreeHasTheWholeWidthAndThreeLines() throws {
    var robot = try Robot(size: Size(rows: 24, columns: 99))
    try robot.walk(to: "stores.products.update")
    let plan = LayoutPlan(state: robot.state)
    #expect(plan.divider == nil && plan.tree.columns == 99 && plan.strip.rows == 4)
    let strip = (0..<4).map { robot.lines[plan.strip.row + $0] }
    #expect(strip[0].contains("stores.products.update") && strip[0].contains("Tab"))
    #expect(strip[2].contains("Opens GET 1") && strip[2].contains("DELETE 9"), "\(strip)")
    #expect(strip[3].contains("Ticking it adds ! "), "\(strip)")
    robot.press(.tab)
    #expect(robot.state.context == .detail && LayoutPlan(state: robot.state).detail.columns == 97)
    robot.resize(100, 24)
    robot.press(.escape)
    #expect(LayoutPlan(state: robot.state).divider != nil)
  }
}

extension Robot {
  /// The first columns of a row of the screen.
  fileprivate func text(row: Int, columns: Int) -> String {
    frame.row(row).prefix(columns).map(\.text).joined()
  }
}
