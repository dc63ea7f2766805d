import TerminalHarness
import Testing

/// Files and pipes are UTF-8 in every locale; a terminal gets what its locale can show.
struct LocaleTests {
  private static let locales = ["C.UTF-8", "C", "POSIX", "xx_YY.none"]

  @Test(arguments: locales)
  func `a command writes every script as it is, whatever the locale`(locale: String) throws {
    let fixture = try LintFixture()
    let environment = ["LANG": locale]
    let name = "M\u{E4}rkte-\u{65E5}\u{672C}.json"
    try fixture.folder.write(LintFixture.faulty, to: name)
    let lint = try fixture.run("lint", "--format", "github", name, environment: environment)
    #expect(lint.outputText.hasPrefix("::error file=\(name),line=9"))
    let text = try fixture.run("lint", name, environment: environment)
    #expect(text.outputText.contains(name))
    let missing = try fixture.run("lint", "fehlt-\u{E4}.json", environment: environment)
    #expect(missing.errorText.hasPrefix("keywright: fehlt-\u{E4}.json: "))
    let label = LintFixture.manifest(["stores.orders.view"], label: "\u{65E5}\u{672C}")
    try fixture.folder.write(label, to: "label.json")
    let diff = try fixture.run(
      "diff", name, "label.json", "--format", "markdown", environment: environment)
    #expect(diff.outputText.contains("\u{65E5}\u{672C}"))
  }

  @Test(arguments: locales)
  func `ids are for scripts: they are printed as the platform has them`(locale: String) throws {
    let fixture = try LintFixture()
    try fixture.folder.write(
      """
      {
        "$schema": "urn:keywright:catalog:1", "id": "wide", "name": "Wide", "version": "1",
        "categories": [
          {
            "name": "One",
            "scopes": [{ "id": "a\u{5B57}b.view", "title": "\u{5B57}", "access": "read" }]
          }
        ]
      }
      """, to: "wide.json")
    for format in ["ids", "text"] {
      let run = try fixture.run(
        "scopes", "--catalog", "wide.json", "--format", format, environment: ["LANG": locale])
      #expect(run.outputText.contains("a\u{5B57}b.view"), "\(run.errorText)")
    }
  }

  @Test(arguments: ["C", "C.UTF-8"])
  func `a terminal gets only what its locale can show`(locale: String) throws {
    let desk = try Desk()
    var environment = desk.environment
    environment["LANG"] = locale
    // U+00DB ends in the byte that begins a command on a terminal of eight bits.
    let session = try TerminalSession(
      executable: desk.program, arguments: ["explain", "\u{C0}\u{DB}x"], environment: environment)
    try session.waitForExit()
    let isPlain = session.log.allSatisfy { $0 < 0x80 }
    #expect(isPlain == (locale == "C"))
    #expect(session.screen.contains(locale == "C" ? "\"??x\"" : "\"\u{C0}\u{DB}x\""))
  }
}
