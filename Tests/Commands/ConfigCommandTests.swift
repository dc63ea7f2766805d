import Documents
import TerminalHarness
import Testing

@testable import keywright

/// A person's settings, shown and checked without the interface.
@Suite struct ConfigCommandTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  private let place = ".config/keywright/config.json"

  @Test func withoutAFileAllIsAsItComes() throws {
    let run = try desk.run("config", "show")
    #expect(run.status == .exited(0) && run.error.isEmpty)
    let root = try run.json()
    #expect(root["$schema"]?.string == "urn:keywright:config:1")
    #expect(root["keys"]?["toggle"]?.elements.map(\.string) == ["Space", "Ctrl-X"])
    #expect(root["mouse"]?.boolean == true && root["ascii"]?.boolean == false)
    #expect(root["synchronizedOutput"]?.boolean == true)
    #expect(root["defaultCatalog"]?.string == "komerza")
    #expect(root["colors"]?["error"]?.string == "red")
  }

  @Test func settingsShownIntoTheFileItselfAreSettings() throws {
    try desk.home.write("", to: place)
    #expect(try desk.run("config", "check").status == .exited(2))
    #expect(try desk.shell("\"$0\" config show > \(place)").status == .exited(0))
    #expect(try desk.run("config", "check").outputText.hasSuffix("config.json: fine\n"))
  }

  @Test func whatTheFileSaysIsInForce() throws {
    try desk.home.write(
      #"{"keys": {"toggle": ["x"]}, "colors": false, "ascii": true, "mouse": false}"#, to: place)
    let root = try desk.run("config", "show").json()
    #expect(root["keys"]?["toggle"]?.elements.map(\.string) == ["x", "Ctrl-X"])
    #expect(root["colors"]?.boolean == false)
    #expect(root["ascii"]?.boolean == true && root["mouse"]?.boolean == false)
    #expect(try desk.run("config", "check").outputText.hasSuffix("config.json: fine\n"))
  }

  @Test func aMistakeIsSaidWithFileAndLine() throws {
    try desk.home.write("{\n  \"keys\": {\n    \"undoo\": [\"x\"] } }\n", to: place)
    for arguments in [["config", "check"], ["config", "show"], ["config", "keys"]] {
      let run = try desk.run(arguments)
      #expect(run.status == .exited(2) && run.output.isEmpty && run.saysOneLine)
      #expect(
        run.errorText.hasSuffix(
          "config.json:3: at keys.undoo: there is no command \"undoo\". "
            + "Perhaps \"undo\" was meant.\n"))
    }
  }

  @Test func anotherFileIsCheckedAndStandardInputToo() throws {
    try desk.home.write("{ \"mouse\": 1 }", to: "other.json")
    let run = try desk.run("config", "check", "other.json")
    #expect(run.status == .exited(2))
    #expect(run.errorText.contains("other.json:1: at mouse: this is neither on nor off"))
    #expect(
      try desk.run("config", "check", "-", input: "{}").outputText == "standard input: fine\n")
    #expect(try desk.run("config", "check", "no.json").status == .exited(2))
  }

  @Test func aCatalogThatIsNotThereIsAMistake() throws {
    try desk.home.write("{\n  \"defaultCatalog\": \"nowhere\" }", to: "other.json")
    let run = try desk.run("config", "check", "other.json")
    #expect(run.status == .exited(2) && run.saysOneLine)
    #expect(
      run.errorText.contains(
        "other.json:2: at defaultCatalog: there is no catalog \"nowhere\". "))
  }

  @Test func theDesignerSaysWhereTheSettingsNameACatalogThatIsNotThere() throws {
    try desk.home.write("{\n  \"defaultCatalog\": \"komerze\" }", to: place)
    let run = try desk.run("--plain")
    #expect(run.status == .exited(2) && run.saysOneLine)
    #expect(
      run.errorText.contains(
        "/config.json:2: at defaultCatalog: there is no catalog \"komerze\". "
          + "Perhaps \"komerza\" was meant. "))
    let chosen = try desk.run("--plain", "--catalog", "komerze")
    #expect(chosen.errorText.contains("there is no catalog \"komerze\""))
    #expect(!chosen.errorText.contains("config.json"))
  }

  @Test(arguments: [
    "", "\u{1B}[2J", "[]", "{\"\u{1B}[2J\": 1}", "nul", "{\"keys\":{\"a\":[\"\"]}}",
  ])
  func garbageIsOneLineOfError(text: String) throws {
    let run = try desk.run("config", "check", "-", input: text)
    #expect(run.status == .exited(2) && run.output.isEmpty && run.saysOneLine)
  }

  @Test func theKeysAreListedAsTheSettingsHaveThem() throws {
    try desk.home.write(#"{"keys": {"toggle": ["x"]}}"#, to: place)
    let text = try desk.run("config", "keys").outputText
    #expect(text.hasPrefix("Signs\n") && text.contains("\nScopes\n  x "))
    #expect(text.contains("tick or untick; a category, group, row or column"))
    #expect(text.contains("Alt-Backspace"))
    let page = try desk.run("manual").outputText
    #expect(page.hasPrefix(".TH KEYWRIGHT 1 "))
    let words = "tick or untick; a category, group, row or column: all of it"
    #expect(page.contains(".TP\n.B x\n\(words)\n"))
    #expect(page.contains(".B Ctrl\\-Z\n"))
    // No line of text may be taken for a request.
    for line in page.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(
        [".TH", ".SH", ".SS", ".TP", ".PP", ".B ", ".br"].contains { line.hasPrefix($0) }, "\(line)"
      )
    }
  }

  @Test func helpHasExamples() throws {
    for arguments in [["config", "--help"], ["config", "check", "--help"]] {
      #expect(try desk.run(arguments).outputText.contains("EXAMPLES\n"))
    }
  }
}
