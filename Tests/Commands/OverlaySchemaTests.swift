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
      "kinds": [{ "id": "app", "title": "App" }, { "id": "person", "title": "Person" }],
      "conditions": [{ "id": "closed-tasks", "question": "Does the key change closed tasks?" }],
      "scopes": {
        "tasks:write": {
          "title": "Change tasks", "summary": "Changes any.", "access": "update",
          "touches": ["content"], "includes": ["tasks:read"], "category": ["Work", "Tasks"],
          "deprecated": false, "permission": "Tasks", "level": "write",
          "native": { "app": "7-1", "person": "7-2" }, "homepage": "https://acme.example/tasks"
        },
        "tasks:read": { "deprecated": true, "replacement": "extra", "includes": [],
          "category": ["Work", "Tasks"], "permission": "Tasks", "level": "read", "native": "7-0"
        },
        "extra": { "add": true, "title": "Extra", "category": "Work", "kinds": ["app"], "x-note": "ours" }
      },
      "categories": {
        "Work": { "summary": "What is done." }, "Work / Tasks": { "name": ["Work", "Jobs"] }
      },
      "operations": {
        "GET /tasks": { "summary": "Lists", "requires": [["tasks:read"]], "deprecated": true },
        "POST /tasks": {
          "also": ["PUT"],
          "requires": [
            [], { "scopes": ["tasks:write"], "when": "closed-tasks", "kinds": ["app", "person"] }
          ]
        },
        "GET /files/{path}": {
          "slashes": "path", "requires": [{ "scopes": ["extra"], "unless": "closed-tasks" }]
        }
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
      /files/{path}:
        get: {security: [{o: [tasks:read]}]}

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

  @Test func `kinds, conditions and levels of an overlay are in the catalog`() throws {
    let desk = try Desk()
    try desk.home.write(Self.yaml, to: "acme.yaml")
    try desk.home.write(Self.full, to: "overlay.json")
    let run = try desk.run(
      "catalog", "import", "acme.yaml", "--overlay", "overlay.json", "-o", "acme.json")
    #expect(run.status == .exited(0), "\(run.errorText)")
    func ids(_ arguments: String...) throws -> String {
      try desk.run(["need"] + arguments + ["--catalog", "acme.json", "--format", "ids"]).outputText
    }
    // The levels stand together, and the write grants the read.
    #expect(try ids("GET /tasks") == "tasks:read\n")
    #expect(try ids("PUT /tasks", "--answer", "closed-tasks=yes", "--no-views") == "")
    #expect(try ids("GET /files/a/b", "--answer", "closed-tasks=no") == "extra\n")
    let kind = try desk.run(
      "need", "GET /files/a", "--catalog", "acme.json", "--kind", "person", "--answer",
      "closed-tasks=no")
    #expect(kind.errorText.contains("Person"), "\(kind.errorText)")
  }

  @Test(
    arguments: [
      (#""when": "closed-tasks""#, #""when": "closd-tasks""#, "closed-tasks"),
      (#""level": "write""#, #""level": "read""#, "twice"),
      (#""permission": "Tasks", "level": "read""#, #""permission": "Tasks""#, "level"),
      (#""kinds": ["app"], "x"#, #""kinds": ["ap"], "x"#, "app"),
      (#""slashes": "path""#, #""slashes": "pth""#, "path"),
    ])
  func `what an overlay says wrongly of them has its line`(
    old: String, new: String, word: String
  ) throws {
    let text = Self.full.replacing(old, with: new)
    #expect(text != Self.full)
    let run = try run(text)
    #expect(run.status == .exited(2))
    #expect(run.errorText.contains(word) && run.errorText.contains("overlay.json:"))
  }

  @Test(
    .enabled("needs python3-jsonschema") { JSONSchemaValidator.isInstalled },
    arguments: [
      ("overlay:1", "overlay:9"), (#""scopes": {"#, #""scpoes": {"#),
      (#""title": "Extra""#, #""titel": "Extra""#), (#"["content"]"#, #"["contents"]"#),
      (#"[["tasks:read"]]"#, #"["tasks:read"]"#), (#"{ "summary": "What"#, #"{ "sumary": "What"#),
      (#""severity": "note""#, #""severity": "dire""#), (#"["Work", "Jobs"]"#, "[]"),
      (#""also": ["PUT"]"#, #""requires": [], "require": []"#),
      (#""also": ["PUT"]"#, #""also": "PUT""#), (#""when": "closed"#, #""wen": "closed"#),
      (#""id": "closed-tasks", "question"#, #""id": "closed-tasks", "qestion"#),
      (#""native": "7-0""#, #""native": 7"#), (#""kinds": ["app"]"#, #""kinds": "app""#),
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
