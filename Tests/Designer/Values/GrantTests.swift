import Catalogs
import Keys
import TerminalUI
import Testing

@testable import Designer

/// Scopes that another scope grants, in the tree and in the details.
struct GrantTests {
  private func robot() throws -> Robot {
    let text = """
      {"$schema":"urn:keywright:catalog:1","id":"t","name":"T","version":"1","categories":[{"name":"R",
      "scopes":[{"id":"r.read","title":"Read","access":"view"},
      {"id":"r.write","title":"Write","access":"update","includes":["r.read"]},
      {"id":"r.admin","title":"Admin","access":"admin","includes":["r.write"],"inferred":["access","includes"]},
      {"id":"r.x","title":"X","undeclared":true},{"id":"r.y","title":"Y"}]}]}
      """
    let catalog = try Catalog(decoding: Array(text.utf8))
    return try Robot(Manifest(catalog: catalog), size: Size(rows: 30, columns: 100))
  }

  @Test func `what a tick grants shows as -x-, and the details say by what`() throws {
    var robot = try robot()
    robot.press("+")
    try robot.walk(to: "r.admin")
    robot.press(" ")
    #expect(robot.line(with: "r.write")?.contains("-x-") == true)
    #expect(robot.line(with: "r.y")?.contains("[ ]") == true)
    #expect(robot.line(with: "Grants")?.contains("r.read, r.write (inferred)") == true)
    #expect(robot.shows("admin (inferred)"))
    try robot.walk(to: "r.read")
    #expect(robot.shows("Granted  by r.admin; ticking it adds"))
    robot.press(" ")
    #expect(robot.currentLine.contains("[x]"))
    #expect(robot.rules.contains("redundant-scope"))
    #expect(robot.chosen == ["r.read", "r.admin"])
  }

  @Test func `an undeclared scope says so, and where nothing is stated no access is made up`()
    throws
  {
    var robot = try robot()
    robot.press("+")
    try robot.walk(to: "r.x")
    #expect(robot.shows("undeclared: calls name it"))
    #expect(robot.shows("not stated"))
  }
}
