import Catalogs
import TerminalUI
import Testing

@testable import Designer

@Suite struct UntickPreviewTests {
  @Test func `on a ticked scope the details say what unticking would settle and close`() throws {
    var robot = try Robot(size: Size(rows: 40, columns: 139))
    let scope = try #require(
      TestCatalog.komerza().indexOfScope("stores.products.delete"))
    robot.state.outline.reveal(leaf: scope)
    robot.press(.space)
    #expect(robot.shows("Unticking it would settle destructive-scope, blind-write"))
    #expect(robot.shows("2 calls, 2 DELETE"))
  }

  @Test func `a finding that other scopes keep alive is not said to be settled`() throws {
    var robot = try Robot(size: Size(rows: 40, columns: 139))
    for id in ["stores.products.delete", "stores.coupons.delete"] {
      let scope = try #require(TestCatalog.komerza().indexOfScope(id))
      robot.state.outline.reveal(leaf: scope)
      robot.press(.space)
    }
    #expect(robot.shows("Unticking it would settle destructive-scope; close 1 call"))
  }
}
