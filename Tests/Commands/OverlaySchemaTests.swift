import Documents
import TerminalHarness
import Testing

/// The schema of overlays says what the import takes, by a validator that is not its own.
struct OverlaySchemaTests {
  private static let root =
    "\(#filePath)".split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

  /// Every member that an overlay can have.
  private static let full = """
    {
      "$schema": "urn:keywright:overlay:1",
      "id": "acme", "name": "Acme", "version": "2026-11-23", "summary": "Tasks.",
      "servers": ["https://acme.example/v1"],
      "scopes": {
        "tasks:write": {
          "title": "Change tasks", "summary": "Changes any.", "access": "update",
          "touches": ["content"], "includes": ["tasks:read"], "category": ["Work", "Tasks"],
          "deprecated": false
        },
        "tasks:read": { "deprecated": true, "replacement": "extra", "includes": [] },
        "extra": { "add": true, "title": "Extra", "category": "Work", "x-note": "ours" }
      },
      "categories": {
        "Work": { "summary": "What is done." }, "Work / Tasks": { "name": ["Work", "Jobs"] }
      },
      "operations": {
        "GET /tasks": { "summary": "Lists", "requires": [["tasks:read"]], "deprecated": true },
        "POST /tasks": { "requires": [[]] }
      },
      "combinations": [
        {
          "id": "both", "title": "Both", "severity": "note", "all": ["tasks:read", "tasks:write"],
          "message": "Both.", "confidence": "documented"
        }
      ],
      "reviewed": [{ "scope": "extra", "reason": "It does nothing." }],
      "presets": [
        {
          "id": "look", "title": "Look", "purpose": "Looks.", "scopes": ["tasks:read"],
          "warnings": []
        }
      ],
      "x-owner": "platform team"
    }
    """

  private static let yaml = """
    openapi: 3.0.3
    info: {title: Acme, version: "1"}
    components:
      securitySchemes:
        o: {type: oauth2, flows: {implicit: {scopes: {tasks:read: Read tasks, tasks:write: ""}}}}
    paths:
      /tasks:
        get: {security: [{o: [tasks:read]}]}
        post: {security: [{o: [tasks:write]}]}

    """

  /// What the schema says of an overlay; empty where it is one.
  private func problems(_ text: String) throws -> String {
    try JSONSchemaValidator.errors(
      Array(text.utf8), schema: JSONSchemaValidator.ours("overlay"),
      neighbors: [JSONSchemaValidator.ours("catalog"), JSONSchemaValidator.ours("policy")])
  }

  /// How the import ends with an overlay.
  private func run(_ text: String) throws -> CommandRun {
    let desk = try Desk()
    try desk.home.write(Self.yaml, to: "acme.yaml")
    try desk.home.write(text, to: "overlay.json")
    return try desk.run(
      "catalog", "import", "acme.yaml", "--overlay", "overlay.json", "-o", "acme.json")
  }

  /// The block of a page that holds an overlay.
  private func sample(_ page: String) throws -> String {
    let text = String(decoding: try DocumentFile.read(Self.root + "/" + page), as: UTF8.self)
    let blocks = text.split(separator: "\n```", omittingEmptySubsequences: false)
      .filter { $0.contains(#""urn:keywright:overlay:1""#) }
    let block = try #require(blocks.first)
    return String(block.drop { $0 != "{" })
  }

  @Test(
    .enabled("needs python3-jsonschema") { JSONSchemaValidator.isInstalled },
    arguments: ["README.md", "Assets/Docs/catalogs.md"])
  func `the overlays that the pages show are valid`(page: String) throws {
    #expect(try problems(sample(page)) == "")
  }

  @Test(.enabled("needs python3-jsonschema") { JSONSchemaValidator.isInstalled })
  func `an overlay with every member is valid, and the import takes it`() throws {
    #expect(try problems(Self.full) == "")
    let run = try run(Self.full)
    #expect(run.status == .exited(0), "\(run.errorText)")
  }

  @Test(
    .enabled("needs python3-jsonschema") { JSONSchemaValidator.isInstalled },
    arguments: [
      ("overlay:1", "overlay:9"), (#""scopes": {"#, #""scpoes": {"#),
      (#""title": "Extra""#, #""titel": "Extra""#), (#"["content"]"#, #"["contents"]"#),
      (#"[["tasks:read"]]"#, #"["tasks:read"]"#), (#"{ "summary": "What"#, #"{ "sumary": "What"#),
      (#""severity": "note""#, #""severity": "dire""#), (#"["Work", "Jobs"]"#, "[]"),
      (#""requires": [[]]"#, #""requires": [], "require": []"#),
      (#""reason": "It does nothing.""#, #""reasons": """#),
      (#""message": "Both.""#, #""message": "Both.", "untik": ["tasks:read"]"#),
      (
        #""all": ["tasks:read", "tasks:write"]"#,
        #""atLeast": { "count": 1, "of": ["tasks:read", "tasks:write"] }"#
      ),
      (
        #""all": ["tasks:read", "tasks:write"]"#,
        #""atLeast": { "count": 2, "of": ["tasks:read"] }"#
      ),
      (#""purpose": "Looks.""#, #""purpose": "Looks.", "sumary": "x""#),
    ])
  func `what the import refuses the schema refuses`(old: String, new: String) throws {
    let text = Self.full.replacing(old, with: new)
    #expect(text != Self.full)
    #expect(try problems(text) != "")
    #expect(try run(text).status == .exited(2))
  }
}
