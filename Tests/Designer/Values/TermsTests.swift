import Catalogs
import Keys
import TerminalUI
import Testing

@testable import Designer

/// The kind of key, the catalog's questions, and what is ruled out, on the screen.
struct TermsTests {
  private func robot(_ manifest: String? = nil) throws -> Robot {
    let catalog = try HubCatalog.load()
    let opened = try manifest.map { text in
      try Manifest(decoding: Array(text.utf8)) { _ in catalog }
    }
    return try Robot(opened ?? Manifest(catalog: catalog), size: Size(rows: 30, columns: 100))
  }

  private static let opened =
    #"{"$schema":"urn:keywright:manifest:1","catalog":{"id":"hub","version":"1"},"#
    + #""kind":"user","scopes":["search"]}"#

  // MARK: - Kind

  @Test func `a new key is asked for its kind first`() throws {
    var robot = try robot()
    #expect(robot.shows("Which kind of key?"))
    #expect(robot.shows("Bot token  bot, 7 scopes"))
    robot.press("j", .enter)
    #expect(robot.state.editor.design.details.kind == "user")
    #expect(robot.shows("kind of key: User token"))
    #expect(!robot.shows("Which kind of key?"))
    robot.press("u")
    #expect(robot.state.editor.design.details.kind == nil)
  }

  @Test func `a key that has a kind, and one of a platform without kinds, are not asked`() throws {
    #expect(try !robot(Self.opened).shows("Which kind of key?"))
    #expect(try !Robot().shows("Which kind"))
    var komerza = try Robot()
    komerza.press("c")
    #expect(komerza.shows("c: the platform has one kind of key, and nothing is asked about it"))
  }

  @Test func `another kind says how many scopes it does not take, and they are errors`() throws {
    var robot = try robot(Self.opened)
    robot.press("c", "k", "k", .enter)
    #expect(robot.shows("kind of key: Bot token; it does not take 1 of the scopes"))
    #expect(robot.rules.contains("scope-of-another-kind"))
  }

  // MARK: - Questions

  @Test func `an answer goes from either to yes, to no, and back`() throws {
    var robot = try robot(Self.opened)
    robot.press("c")
    #expect(robot.shows("either  Does the key touch private files?"))
    robot.press(" ")
    #expect(robot.shows("yes     Does the key touch private files?"))
    #expect(
      robot.state.editor.design.details.answers == [Answer(condition: "private", holds: true)])
    robot.press(" ")
    #expect(robot.shows("no      Does the key touch private files?"))
    robot.press(" ")
    #expect(robot.shows("the key has to work in both cases"))
    #expect(robot.state.editor.design.details.answers == [])
  }

  // MARK: - Never

  @Test func `what is ruled out is unticked, marked, and asks before it is ticked`() throws {
    var robot = try robot(Self.opened)
    robot.press("+")
    try robot.walk(to: "search")
    robot.press("!")
    #expect(robot.state.editor.design.details.never == ["search"])
    #expect(robot.chosen == [])
    #expect(robot.currentLine.contains("[!]"))
    robot.press(" ")
    #expect(robot.shows("The key must never have search."))
    robot.press("n")
    #expect(robot.chosen == [])
    robot.press(" ", "y")
    #expect(robot.chosen == ["search"])
    #expect(robot.state.editor.design.details.never == [])
    robot.press("u")
    #expect(robot.chosen == [] && robot.state.editor.design.details.never == ["search"])
    robot.press("u")
    #expect(robot.chosen == ["search"] && robot.state.editor.design.details.never == [])
  }

  @Test func `N rules out while no filter is set, and walks the matches while one is`() throws {
    var robot = try robot(Self.opened)
    robot.press("+")
    try robot.walk(to: "post")
    robot.press("N")
    #expect(robot.state.editor.design.details.never == ["post"])
    robot.press("N")
    #expect(robot.state.editor.design.details.never == [])
    robot.press("/")
    robot.type("files")
    robot.press(.enter, "N")
    #expect(robot.state.editor.design.details.never == [])
  }

  @Test func `a scope that grants what is ruled out asks as well, and ticks of several pass it by`()
    throws
  {
    var robot = try robot(Self.opened)
    robot.press("+")
    try robot.walk(to: "files.public")
    robot.press("!")
    try robot.walk(to: "files.all")
    robot.press(" ")
    #expect(robot.shows("files.all grants what the key must never have."))
    robot.press("y")
    #expect(robot.chosen == ["files.all", "search"])
    #expect(robot.rules.contains("never-held"))
    robot.press("u")
    try robot.walk(toCategory: "Files")
    robot.press(" ")
    #expect(!robot.chosen.contains("files.public"))
  }

  @Test func `a call can be ruled out`() throws {
    var robot = try robot(Self.opened)
    robot.press("2", "+")
    try robot.walk(toCall: "PUT /notes")
    robot.press("!")
    #expect(robot.state.editor.design.details.never == ["PUT /notes"])
    #expect(robot.currentLine.contains("[!]"))
    robot.press("1", "+")
    try robot.walk(to: "notes.write")
    robot.press(" ")
    #expect(robot.rules.contains("never-open"))
  }

  // MARK: - Levels

  @Test func `a permission is one row with its level, which Space raises`() throws {
    var robot = try robot(Self.opened)
    try robot.walk(toCategory: "Notes")
    #expect(robot.currentLine.contains("none"))
    let levels = [2, 3].map { robot.state.catalog.tree.nodeOfLeaf[$0] }
    #expect(!levels.contains(where: robot.state.outline.rows.contains))
    robot.press(" ")
    #expect(robot.currentLine.contains("read") && robot.chosen == ["notes.read", "search"])
    robot.press(" ")
    #expect(robot.currentLine.contains("write") && robot.chosen == ["notes.write", "search"])
    robot.press(" ")
    #expect(robot.currentLine.contains("none") && robot.chosen == ["search"])
    robot.press("u", "u")
    #expect(robot.chosen == ["notes.read", "search"])
    robot.press("l")
    #expect(robot.shows("notes.write"))
  }

  @Test func `levels without an order are chosen side by side`() throws {
    var robot = try robot(Self.opened)
    try robot.walk(toCategory: "Hooks")
    robot.press("l", "j", " ")
    #expect(robot.chosen == ["hooks.list", "search"])
    #expect(robot.line(with: "Hooks")?.contains("list") == true)
    robot.press("j", " ")
    #expect(robot.line(with: "Hooks")?.contains("list, fire") == true)
    try robot.walk(toCategory: "Hooks")
    robot.press(" ")
    #expect(robot.chosen == ["search"])
  }

  @Test func `a filter finds single levels, and the grid has the permission as one row`() throws {
    var robot = try robot(Self.opened)
    robot.press("/")
    robot.type("notes.write")
    #expect(robot.shows("notes.write"))
    robot.press(.escape, "3")
    #expect(robot.line(with: "notes") != nil)
  }
}
