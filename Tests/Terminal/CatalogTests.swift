import TerminalHarness
import Testing

/// Catalogs of one's own, and text that means harm.
@Suite struct CatalogTests {
  let workplace: Workplace

  init() throws { workplace = try Workplace() }

  private func catalog(title: String = "Delete") -> String {
    """
    {
      "$schema": "urn:keywright:catalog:1", "id": "small", "name": "Small", "version": "1",
      "categories": [{ "name": "Things", "scopes": [
        { "id": "a.view", "title": "View", "access": "view" },
        { "id": "a.delete", "title": "\(title)", "access": "delete" }
      ] }],
      "operations": [{ "method": "DELETE", "path": "/a", "requires": [["a.delete"]] }]
    }
    """
  }

  @Test func aCatalogFileIsDesignedWith() throws {
    try workplace.home.write(catalog(), to: "small.json")
    let session = try workplace.design("key.json", "--catalog", "small.json")
    #expect(session.screen.contains("[new]  Small") && session.screen.contains("[ ] Things"))
    session.press(.down, .down)
    try session.waitForText("Opens DELETE 1")
    session.press(.space)
    try session.waitForText("Scopes 1/2")
    session.press("w")
    try session.waitForText("Write to   key.json")
    session.press(.enter)
    try session.waitForText("wrote 1 scope")
    #expect(
      workplace.text("key.json") == """
        {
          "$schema": "urn:keywright:manifest:1",
          "catalog": { "id": "small", "version": "1" },
          "scopes": ["a.delete"]
        }

        """)
  }

  @Test(arguments: ["\\u001b]0;owned\\u0007", "\\u001b[31m", "\\u009b31m", "\\u007f"])
  func aTitleWithControlsIsRefusedBeforeAnythingIsDrawn(title: String) throws {
    try workplace.home.write(catalog(title: title), to: "small.json")
    let session = try workplace.start("--catalog", "small.json")
    #expect(try session.waitForExit() == .exited(2))
    #expect(session.screen.contains("small.json:5: at categories[0].scopes[1].title"))
    #expect(!session.screen.isAlternate && session.modesEverNamed.isEmpty)
    #expect(!session.log.contains(0x1B) && !session.log.contains(7))
  }

  @Test func aTitleThatReordersTextIsMadeVisible() throws {
    try workplace.home.write(catalog(title: "abc\\u202edef\\u200bghi"), to: "small.json")
    let session = try workplace.design("--catalog", "small.json")
    try session.waitForText("a.delete")
    session.press(.down, .down)
    try session.waitForText("Opens DELETE 1")
    let bytes = String(decoding: session.log, as: UTF8.self).unicodeScalars
    #expect(!bytes.contains("\u{202E}") && !bytes.contains("\u{200B}"))
    #expect(session.screen.contains("abc") && session.screen.contains("ghi"))
  }

  @Test func aBadCatalogLeavesTheTerminalAlone() throws {
    try workplace.home.write(String(catalog().dropLast(9)), to: "bad.json")
    let session = try workplace.start("--catalog", "bad.json")
    #expect(try session.waitForExit() == .exited(2))
    #expect(session.screen.text(row: 0).hasPrefix("keywright: bad.json:"))
    #expect(!session.screen.isAlternate)
    #expect(try session.terminalSettings() == session.initialSettings)
  }
}
