import TerminalHarness
import Testing

/// A document on a terminal shows what it hides; a file or a pipe has it to the byte.
@Suite struct ShownDocumentTests {
  let workplace: Workplace

  private static let catalog = """
    {
      "$schema": "urn:keywright:catalog:1", "id": "sly", "name": "Sly", "version": "1",
      "categories": [{ "name": "A", "scopes": [
        { "id": "a.\u{202E}view", "title": "See\u{200B}n", "summary": "Reads.", "access": "view" }
      ] }],
      "operations": [{ "method": "GET", "path": "/a", "requires": [["a.\u{202E}view"]] }]
    }
    """

  private static let key = """
    {
      "$schema": "urn:keywright:manifest:1", "catalog": { "id": "sly", "version": "1" },
      "x-note": "kept\u{202E}as it is", "scopes": ["a.\u{202E}view"]
    }
    """

  init() throws {
    workplace = try Workplace()
    try workplace.home.write(Self.catalog, to: "sly.json")
    try workplace.home.write(Self.key, to: "key.json")
  }

  private func session(
    _ arguments: [String], _ options: LaunchOptions = LaunchOptions()
  ) throws -> TerminalSession {
    var options = options
    options.directory = workplace.home.path
    return try TerminalSession(
      executable: workplace.program, arguments: arguments, environment: workplace.environment(),
      size: .standard, options: options)
  }

  @Test(
    "Nothing that a command prints on a terminal commands it",
    arguments: [
      ["export", "--scope", "a.\u{202E}view", "--format", "manifest"],
      ["export", "--scope", "a.\u{202E}view", "--format", "ids"],
      ["export", "--scope", "a.\u{202E}view", "--format", "oauth"],
      ["export", "--scope", "a.\u{202E}view", "--format", "markdown"],
      ["export", "--scope", "a.\u{202E}view", "--format", "dashboard"],
      ["need", "GET /a", "--format", "ids"], ["need", "GET /a", "--format", "json"],
      ["split", "key.json", "--format", "json"], ["scopes", "--format", "ids"],
    ])
  func onATerminal(arguments: [String]) throws {
    let session = try session(arguments + ["--catalog", "sly.json"])
    _ = try session.waitForExit()
    let text = String(decoding: session.log, as: UTF8.self)
    #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .format })
    #expect(text.contains("202E") || text.contains("202e") || text.contains("200B"), "\(text)")
  }

  @Test(
    "A member of a manifest that is not ours goes down a pipe as it stood, and not to a terminal")
  func whatIsNotOurs() throws {
    let shown = try session(["split", "key.json", "--format", "json", "--catalog", "sly.json"])
    _ = try shown.waitForExit()
    #expect(String(decoding: shown.log, as: UTF8.self).contains("kept<U+202E>as it is"))
    let piped = try session(
      ["split", "key.json", "--format", "json", "--catalog", "sly.json"],
      LaunchOptions(standardOutput: .pipe))
    _ = try piped.waitForExit()
    let bytes = String(decoding: piped.standardOutput, as: UTF8.self)
    #expect(bytes.contains("kept\u{202E}as it is"))
  }

  @Test("A catalog's document on a terminal holds no character that hides")
  func aCatalog() throws {
    let session = try session(["catalog", "show", "sly.json", "--format", "json"])
    _ = try session.waitForExit()
    let text = String(decoding: session.log, as: UTF8.self)
    #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .format })
  }
}
