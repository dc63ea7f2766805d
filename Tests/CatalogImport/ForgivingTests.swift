import CatalogImport
import Catalogs
import Documents
import Testing

/// What is never read may be broken; what is read may not.
struct ForgivingTests {
  /// A document in YAML with one call, and something beside it.
  private func document(_ call: String, components: String = "") -> [UInt8] {
    Array(
      """
      openapi: 3.0.3
      info: { title: Boxes, version: "1" }
      components:
        securitySchemes:
          oauth: { type: oauth2, flows: { implicit: { scopes: { "box:read": See boxes } } } }\(components)
      paths:
        /boxes:
          get:
            security: [{ oauth: ["box:read"] }]
      \(call)
      """.utf8)
  }

  @Test(arguments: [
    (
      "      responses: { \"200\": { description: OK, description: Fine } }",
      #"the member "description" appears twice in one object: the first was taken"#, 10
    ),
    (
      "      operationId: a\n      operationId: b",
      #"the member "operationId" appears twice in one object: the first was taken"#, 11
    ),
    ("      x-example: \"Cut \\ud83d\"", "", nil),
    ("      x-a: null\n      tags: x\n      parameters: 5", "", nil),
    ("  /jars: []", #"the path "/jars" holds no calls"#, 10),
    ("  /jars:", #"the path "/jars" holds no calls"#, 10),
    ("  /jars: { get: }", "GET /jars is empty", 10),
    ("  /jars: { put: { security: null } }", #""security" is null here"#, 10),
    (
      "  /jars: { put: { security: [{ oauth: }] } }", #""oauth" lists no scopes here, but null"#, 10
    ),
    ("  /jars: { get: [] }", "GET /jars is empty", 10),
    ("  jars: { put: {} }", #"the path "jars" was written as "/jars""#, 10),
  ])
  func `a flaw beside what is read is a note on its line, and the rest is read`(
    text: String, note: String, line: Int?
  ) throws {
    let imported = try Descriptions.read(document(text))
    #expect(try imported.requirement("GET /boxes") == [["box:read"]])
    guard let line else { return }
    let found = try #require(imported.notes.first { $0.text.contains(note) }, "\(imported.notes)")
    #expect(found.line == line)
  }

  @Test(arguments: [
    ("      security: []", #"the member "security" appears twice in one object"#, 10),
    ("    get: {}", #"the member "get" appears twice in one object"#, 10),
    ("  /boxes: {}", #"the member "/boxes" appears twice in one object"#, 10),
    (
      "  /jars: { get: { security: [{ oauth: [], oauth: [\"box:read\"] }] } }",
      #"the member "oauth" appears twice in one object"#, 10
    ),
    (
      "  /jars: { get: { x-permissions: a, x-permissions: b } }",
      #"the member "x-permissions" appears twice in one object"#, 10
    ),
    ("security: []\nsecurity: []", #"the member "security" appears twice in one object"#, 11),
    (
      "  /jars: { get: { security: { oauth: [] } } }", "expected an array, found an object", 10
    ),
    ("  /jars: { get: 5 }", "is not a call", 10),
  ])
  func `a flaw in what is read is an error on its line`(text: String, problem: String, line: Int) {
    let error = Descriptions.error(document(text))
    #expect(error?.problem.contains(problem) == true, "\(String(describing: error))")
    #expect(error?.place?.line == line)
  }

  @Test func `half of a surrogate pair in JSON is a note where it is not read`() throws {
    let imported = try Descriptions.read(
      Descriptions.openAPI(
        paths: """
          {"/a": {"get": {"security": [{"oauth": ["jobs:run"]}],
          "responses": {"200": {"description": "Cut \\ud83d"}}}}}
          """))
    let note = try #require(imported.notes.first { $0.text.contains("surrogate") })
    #expect(note.line == 13)
    #expect(try imported.requirement("GET /a") == [["jobs:run"]])
  }

  @Test(arguments: [
    #"{"/a": {"get": {"security": [{"oauth": ["jobs:run\ud83d"]}]}}}"#,
    #"{"/a\udc00": {"get": {"security": [{"oauth": ["jobs:run"]}]}}}"#,
    #"{"/a": {"get": {"security": [{"oauth\ud83d": ["jobs:run"]}]}}}"#,
  ])
  func `half of a surrogate pair in a scope or a path is an error`(paths: String) {
    let error = Descriptions.error(Descriptions.openAPI(paths: paths))
    #expect(error?.problem == "half of a surrogate pair has no other half")
    #expect(error?.place?.line == 12)
  }

  @Test func `comments of a programming language are told as what they are`() {
    let error = Descriptions.error(Array("{ // hello\n\"openapi\": \"3.0.3\"}".utf8))
    #expect(error?.problem == "expected a member's name in quotes, found \"/\"")
  }

  @Test(arguments: [
    #"{"openapi": "3.0.3", "components": {"securitySchemes": {"o": {"type": "oauth2", "flows": {"implicit": {"scopes": []}}}}}, "paths": {"/a": {"get": {"security": [{"o": ["r"]}]}}}}"#,
    "\u{FEFF}{\n\t\"openapi\": \"3.0.3\",\n\t\"paths\": {\"/a\": {\"get\": {\"security\": [{\"o\": [\"r\"]}]}}}\n}",
    "{openapi: 3.0.3, # in braces\n paths: {/a: {get: {security: [o: [r]]}}}}",
  ])
  func `empty objects as lists, a mark before JSON and YAML in braces are read`(text: String) throws
  {
    let imported = try Descriptions.read(Array(text.utf8))
    #expect(try imported.requirement("GET /a") == [["r"]])
  }

  @Test func `an overlay is read as a whole, and forgiven nothing`() {
    let overlay = #"{"$schema": "urn:keywright:overlay:1", "id": "a", "id": "b"}"#
    let error = Descriptions.error(document("")) { $0.overlay = Array(overlay.utf8) }
    #expect(error?.problem == #"the member "id" appears twice in one object"#)
  }

  @Test func `a method of HTTP may hold a hyphen`() throws {
    let imported = try Descriptions.read(
      Descriptions.openAPI(
        paths: """
          {"/a": {"additionalOperations": {"M-SEARCH": {"security": [{"oauth": ["jobs:run"]}]}}}}
          """, version: "3.2.0"))
    #expect(try imported.requirement("M-SEARCH /a") == [["jobs:run"]])
  }
}
