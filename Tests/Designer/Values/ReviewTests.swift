import BitCollections
import Catalogs
import Documents
import Judgement
import Keys
import TerminalUI
import Testing

@testable import Designer

/// The review: what would be written, why each scope is there, and a list that can still be changed.
@Suite struct ReviewTests {
  private func opened() throws -> Robot {
    var robot = try Robot(
      opening: TestManifest.text(scopes: ["stores.view", "stores.orders.view"], label: "bot"),
      size: Size(rows: 60, columns: 100))
    try robot.walk(to: "stores.orders.deliver")
    robot.press(.space)
    return robot
  }

  /// The rows between a heading and the empty row behind its group.
  private func group(_ title: String, _ robot: Robot) throws -> [String] {
    let row = try #require(robot.row(of: title), "\(robot.screen)")
    return Array(robot.lines[(row + 1)...].prefix { $0.contains { $0 != " " } })
  }

  @Test("Scopes are grouped by hand, by preset, by remedy, and as they stood in the file")
  func groupsByReason() throws {
    var robot = try opened()
    robot.press("p")
    let place = try #require(robot.state.catalog.presets.firstIndex { $0.id == "refund-desk" })
    for _ in 0..<place { robot.press(.down) }
    robot.press(.enter, "w")
    #expect(try group("Chosen by hand", robot).count { $0.contains("[x]") } == 1)
    #expect(try group("Chosen by hand", robot)[0].contains("stores.orders.deliver"))
    #expect(try group("From the preset Refund desk", robot)[0].contains("stores.orders.refund"))
    let old = try group("As it stood in the file", robot)
    #expect(old.count == 2 && old[0].contains("stores.view"))
  }

  @Test("What a remedy ticked says which finding it settles")
  func remedies() throws {
    var robot = try Robot(size: Size(rows: 60, columns: 100))
    try robot.walk(to: "stores.orders.deliver")
    robot.press(.space, "4")
    try robot.press(.down) { $0.state.currentFinding?.rule == "blind-write" }
    robot.press("F", "w")
    #expect(try group("To settle blind-write", robot)[0].contains("stores.orders.view"))
  }

  @Test("Scopes that the key's calls need name these calls")
  func neededByCalls() throws {
    let call = "PUT /stores/{storeId}/orders/{orderId}/deliver"
    var robot = try Robot(
      opening: TestManifest.text(scopes: ["stores.orders.deliver"], label: "bot")
        .replacing("\n}\n", with: ",\n  \"operations\": [\"\(call)\"]\n}\n"),
      size: Size(rows: 60, columns: 100))
    robot.press("w")
    let rows = try group("Needed by these calls", robot)
    #expect(rows[0].contains("stores.orders.deliver") && rows[1].contains("for \(call)"))
  }

  @Test("A scope that is granted stands apart, with what grants it")
  func grantedScopes() throws {
    let text =
      #"{"$schema":"urn:keywright:catalog:1","id":"t","name":"T","version":"1","categories":["#
      + #"{"name":"A","scopes":[{"id":"a.view","title":"View","access":"view"},"#
      + #"{"id":"a.all","title":"All","access":"update","includes":["a.view"]}]}]}"#
    let catalog = try Catalog(decoding: Array(text.utf8))
    var robot = try Robot(Manifest(catalog: catalog), size: Size(rows: 40, columns: 100))
    try robot.walk(to: "a.all")
    robot.press(.space, "w")
    let rows = try group("Granted by another scope", robot)
    #expect(rows.contains { $0.contains("-x-") && $0.contains("a.view by a.all") })
    try robot.press(.down) { $0.currentLine.contains("-x-") }
    robot.press(.space)
    #expect(robot.message == "Space: it is granted by another scope: untick that one")
  }

  @Test("Space unticks and ticks again in its place, and undo takes it back")
  func unticking() throws {
    var robot = try opened()
    robot.press("w")
    try robot.press(.down) { $0.currentLine.contains("[x] !  stores.orders.deliver") }
    robot.press(.space)
    #expect(robot.chosen == ["stores.view", "stores.orders.view"])
    #expect(robot.currentLine.contains("[ ] !  stores.orders.deliver"), "the cursor stays on it")
    #expect(robot.message == "unticked stores.orders.deliver")
    robot.press(.space)
    #expect(robot.currentLine.contains("[x]") && robot.chosen.count == 3)
    robot.press("u")
    #expect(robot.currentLine.contains("[ ]"))
    robot.press("u", "u")
    #expect(robot.chosen == ["stores.view", "stores.orders.view"])
    robot.press(.control("r"))
    #expect(robot.chosen.count == 3)
  }

  @Test("Space elsewhere says why it does nothing")
  func spaceElsewhere() throws {
    var robot = try opened()
    robot.press("w", .space)
    #expect(robot.message == "Space: the cursor is on no scope" && robot.chosen.count == 3)
    robot.press("F")
    #expect(robot.message == "F: the cursor is on no finding")
  }

  @Test("The comparison has scopes, details, and the calls that open and close")
  func comparison() throws {
    var robot = try opened()
    robot.press("w")
    let rows = try group("Against the file as it stands", robot)
    #expect(rows[0].contains("+ stores.orders.deliver"))
    #expect(rows.contains { $0.contains("+ 4 calls opened:") })
    #expect(rows.contains { $0.contains("PUT /stores/{storeId}/orders/{orderId}/redeliver") })
    try robot.press(.down) { $0.currentLine.contains("[x] !  stores.orders.deliver") }
    robot.press(.space)
    #expect(try group("Against the file as it stands", robot)[0].contains("Nothing has changed"))
  }

  @Test("Findings stand under what they are: risks, accepted ones with their reason, notes")
  func findings() throws {
    var robot = try opened()
    robot.press("w")
    #expect(try group("Risky because", robot).contains { $0.contains("unpaid-delivery") })
    try robot.press(.down) { $0.currentLine.contains("unpaid-delivery") }
    robot.press("a")
    robot.type("Cash on pickup")
    robot.press(.enter, .enter)
    #expect(robot.state.isReviewing, "\(robot.screen)")
    let accepted = try group("Accepted risks", robot).joined(separator: " ")
    #expect(accepted.contains("accepted warning unpaid-delivery"))
    #expect(accepted.contains("Accepted by Robin: Cash on pickup"))
  }

  @Test("A remedy is applied where the finding is read")
  func remedyInPlace() throws {
    var robot = try Robot(size: Size(rows: 60, columns: 100))
    try robot.walk(to: "stores.orders.deliver")
    robot.press(.space, "w")
    try robot.press(.down) { $0.currentLine.contains("blind-write") }
    robot.press("F")
    #expect(robot.chosen.contains("stores.orders.view") && robot.state.isReviewing)
    #expect(try group("To settle blind-write", robot)[0].contains("stores.orders.view"))
  }

  @Test("A document of the platform's own keeps its indentation")
  func indentation() throws {
    let forms =
      #""forms": [{ "id": "body", "title": "a body", "format": "json", "template": { "outer": { "inner": [{ "each": "scopes", "as": "{id}" }] } } }]"#
    let text = """
      { "$schema": "urn:keywright:catalog:1", "id": "shop", "name": "Shop", "version": "1",
      "categories": [{ "name": "A", "scopes": [{ "id": "a", "title": "A" }] }], \(forms) }
      """
    let catalog = try Catalog(decoding: Array(text.utf8))
    var design = KeyDesign(scopes: [0])
    design.details.label = "bot"
    var robot = try Robot(
      Manifest(catalog: catalog, original: design), size: Size(rows: 60, columns: 100))
    robot.press("w")
    try robot.press("f") { if case .native = $0.state.format { true } else { false } }
    let start = { (row: String) in row.prefix { $0 == " " }.count }
    let brace = try #require(robot.lines.first { $0.split(separator: " ") == ["{"] })
    let outer = try #require(robot.lines.first { $0.contains("\"outer\": {") })
    #expect(start(outer) == start(brace) + 2, "\(robot.screen)")
  }

  @Test(
    "Each format has its own bytes and its own path",
    arguments: [
      (ExportFormat.ids, "bot.ids.txt", "stores.view\n"),
      (.oauth, "bot.scope.txt", "stores.view\n"), (.markdown, "bot.md", "# bot\n"),
      (.dashboard, "bot.dashboard.txt", "In Komerza, make a key and enter:\n"),
    ])
  func formats(format: ExportFormat, path: String, start: String) throws {
    var robot = try Robot()
    robot.press(.down, .space, "e")
    robot.type("bot")
    robot.press(.enter, "w")
    try robot.press("f") { $0.state.format == .export(format) }
    #expect(robot.shows("Write to   \(path)") && robot.shows("Format     \(format.rawValue)"))
    robot.press(.enter)
    #expect(robot.write?.path == path && robot.write?.expecting == .absent)
    #expect(robot.written?.hasPrefix(start) == true, "\(robot.written ?? "")")
    try robot.answerWrite(.success(.written))
    #expect(robot.message.hasSuffix("as \(format.rawValue) to \(path); q leaves"))
    robot.press("q")
    #expect(robot.effects == [.quit(.written)], "a new key has no other place")
  }

  @Test("Another format goes beside the manifest, wherever that is, and the message says where")
  func formatsBesideTheManifest() throws {
    var robot = try opened()
    robot.state.target = .file(path: "sub/b.json", known: nil)
    robot.press("w", "f")
    #expect(robot.message == "format: ids, one a line; it goes to sub/b.ids.txt")
    try robot.press("f") { $0.state.format == .manifest }
    #expect(robot.message == "format: manifest, as JSON; it goes to sub/b.json")
  }

  @Test("A path that was typed for a format is kept, and the next format goes beside it")
  func typedExportPath() throws {
    var robot = try opened()
    robot.press("w", "f", "o", .control("u"))
    robot.type("out/mine.txt")
    robot.press(.enter)
    #expect(robot.shows("Write to   out/mine.txt"))
    robot.press("f")
    #expect(robot.shows("Write to   out/mine.scope.txt"))
    try robot.press("f") { $0.state.format == .export(.ids) }
    #expect(robot.shows("Write to   out/mine.txt"))
  }

  @Test("Tab goes to the next part of the review and n does, Shift-Tab and N to the one before")
  func parts() throws {
    var robot = try Robot(size: Size(rows: 40, columns: 100))
    try robot.walk(to: "stores.orders.deliver")
    robot.press(.space, "w", .tab)
    let first = robot.currentLine
    robot.press("n", "n")
    #expect(robot.currentLine != first)
    try robot.press("n") { $0.currentLine == first }
    robot.press(.backTab)
    let before = robot.currentLine
    robot.press(.tab, "N")
    #expect(robot.currentLine == before && before != first)
    try robot.press(.tab) { $0.currentLine.contains("[x]") }
  }

  @Test("An export of an opened manifest does not pass for saving it")
  func exportIsNoSave() throws {
    var robot = try opened()
    robot.press("w", "f", .enter)
    #expect(robot.write?.path == "key.ids.txt")
    try robot.answerWrite(.success(.changedOnDisk))
    #expect(robot.shows("key.ids.txt exists already."))
    robot.press("y")
    let ids = ExportFormat.ids.document(
      of: robot.state.editor.design, catalog: robot.state.catalog, findings: [])
    #expect(robot.write?.bytes == ids)
    try robot.answerWrite(.success(.written))
    #expect(robot.state.hasUnsavedChanges)
    robot.press("q")
    #expect(robot.shows("There are changes that are not written"))
  }

  @Test("A new size lays the review out anew, behind a question or the line of a path too")
  func newSize() throws {
    for keys in ["", "o"] {
      var robot = try opened()
      robot.press("w")
      robot.type(keys)
      robot.resize(60, 60)
      #expect(robot.state.reviewing.sheet?.rect.columns == 58)
      #expect(robot.frame.text.contains("note no-rotation-date"))
      #expect(FrameCheck.problems(robot.frame) == [] && robot.lines.allSatisfy { $0.count <= 60 })
    }
    var asked = try opened()
    asked.press("w", .control("c"))
    asked.resize(60, 40)
    asked.press("n")
    #expect(asked.state.isReviewing && asked.state.reviewing.sheet?.rect.columns == 58)
    #expect(Invariants.costlyProblems(asked.state) == [])
  }

  @Test("The cursor stays on the screen at every size, from the first entry to the last")
  func cursorIsVisible() throws {
    for (columns, rows) in [(40, 10), (80, 24), (200, 60)] {
      var robot = try opened()
      robot.resize(columns, rows)
      robot.press("w")
      let body = LayoutPlan(state: robot.state).body
      for key: Key in [.down, .pageDown, .pageDown, .last, .up, .pageUp, .first] {
        robot.press(key)
        #expect((body.row..<body.endRow).contains(robot.frame.cursor.row))
        #expect(FrameCheck.problems(robot.frame) == [])
      }
    }
  }
}

extension Key {
  fileprivate static let last = Key.character("G")
  fileprivate static let first = Key.character("g")
}
