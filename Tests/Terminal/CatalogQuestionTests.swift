import TerminalHarness
import Testing

/// Choosing a catalog at the start, imported ones too, and manifests of older versions.
@Suite struct CatalogQuestionTests {
  let workplace: Workplace

  init() throws { workplace = try Workplace() }

  @Test func whichCatalogIsAskedAndAnsweredByNumber() throws {
    let session = try workplace.start("--catalog", "?")
    try session.waitForText("Number or id [1]:")
    #expect(session.screen.contains("1  komerza") && session.screen.contains("2  github"))
    for number in ["99", "0", "-9223372036854775808"] {
      session.send("\(number)\r")
      try session.waitForText("There is no \"\(number)\".")
    }
    session.send("3\r")
    try session.waitForDesigner()
    #expect(session.screen.contains("GitHub, c"))
    #expect(try session.quit() == .exited(130))
  }

  @Test func anEndInsteadOfAnAnswerLeaves() throws {
    let session = try workplace.start("--catalog", "?")
    try session.waitForText("Number or id [1]:")
    session.send("\u{4}")
    #expect(try session.waitForExit() == .exited(130))
  }

  @Test func anImportedCatalogOpensInTheDesigner() throws {
    try workplace.home.write(
      """
      openapi: 3.0.0
      info: {title: Acme, version: "1"}
      components: {securitySchemes: {o: {type: oauth2, flows: {implicit: {scopes: {tasks:read: Read tasks, tasks:write: Change tasks}}}}}}
      paths: {/tasks: {get: {security: [{o: [tasks:read]}]}}}

      """, to: "acme.yaml")
    let made = try workplace.start("catalog", "import", "acme.yaml", "-o", "acme.json")
    #expect(try made.waitForExit() == .exited(0))
    let session = try workplace.design("k.json", "--catalog", "acme.json")
    try session.tick("tasks:read")
    session.press("w")
    try session.waitForText("Write to   k.json")
    session.press(.enter)
    try session.waitForText("wrote 1 scope")
    #expect(workplace.text("k.json")?.contains(#""scopes": ["tasks:read"]"#) == true)
  }

  @Test func aManifestOfAnotherVersionSaysSo() throws {
    try workplace.home.write(
      """
      {"$schema":"urn:keywright:manifest:1","catalog":{"id":"github-classic","version":"2020"},"scopes":["gist","long.gone"]}
      """, to: "k.json")
    let session = try workplace.design("k.json")
    try session.waitForText(
      "made with github-classic 2020, and this is 2026-11-30: 1 of its scopes")
  }
}
