import CatalogImport
import Catalogs
import Documents
import Testing

/// Versions and forms of descriptions, references, and what is wrong with some.
struct DocumentTests {
  @Test(arguments: ["3.0.0", "3.0.3", "3.1.0", "3.1.1", "3.2.0"])
  func `every version of OpenAPI 3 is read`(version: String) throws {
    let imported = try Descriptions.read(
      Descriptions.openAPI(paths: #"{"/a": {"get": {}}}"#, version: version))
    #expect(imported.catalog.id == "acme-api" && imported.catalog.version == "2.1")
    #expect(imported.catalog.sources.first?.location == "OpenAPI \(version)")
  }

  @Test func `Swagger 2.0 is read: its flow, host and base path`() throws {
    let imported = try Descriptions.read(
      Array(
        """
        swagger: '2.0'
        info: {title: Old, version: 7}
        host: old.example
        basePath: /v1/
        schemes: [https]
        securityDefinitions:
          o: {type: oauth2, flow: accessCode, scopes: {a.read: Reads, x-tra: y}}
        security: [{o: [a.read]}]
        paths:
          /a: {get: {summary: Gets}}
        """.utf8))
    #expect(imported.catalog.servers == ["https://old.example/v1"])
    #expect(try imported.requirement("GET /a") == [["a.read"]])
    #expect(imported.catalog.version == "7" && imported.catalog.scopes.count == 1)
  }

  @Test func `methods of 3.2, tags, summaries and deprecation are taken over`() throws {
    let imported = try Descriptions.read(
      Descriptions.openAPI(
        paths: """
          {"/a/{id}": {
            "parameters": [{"name": "id", "in": "path"}],
            "summary": "x",
            "query": {"summary": "Asks", "tags": ["Things", "Other"]},
            "additionalOperations": {"COPY": {"description": "Copies [it](http://x). Twice.", "deprecated": true}}
          }, "x-y": {}}
          """,
        more:
          #""tags": [{"name": "Orders", "description": "All *orders*."}], "servers": [{"url": "https://{r}.acme.example/", "variables": {"r": {"default": "eu"}}}, {"url": "/v1"}],"#,
        version: "3.2.0"))
    #expect(imported.catalog.operations.map(\.call) == ["QUERY /a/{id}", "COPY /a/{id}"])
    #expect(imported.catalog.operations.map(\.summary) == ["Asks", "Copies it"])
    #expect(imported.catalog.operations[0].tag == "Things")
    #expect(imported.catalog.operations.map(\.isDeprecated) == [false, true])
    #expect(imported.catalog.servers == ["https://eu.acme.example"])
    #expect(imported.catalog.categories.first { $0.name == "Orders" }?.summary == "All orders")
  }

  @Test func `the default of a server's variable names no further variable`() throws {
    let bomb = (0..<60).map { #""v\#($0)": {"default": "{v\#($0 + 1)}{v\#($0 + 1)}"}"# }
    let servers = """
      {"url": "https://{v0}.acme.example", "variables": {\(bomb.joined(separator: ","))}},
      {"url": "https://{a}.{b}/{c}", "variables": {"a": {"default": "{b}"}, "b": {"default": "x"}}}
      """
    let imported = try Descriptions.read(
      Descriptions.openAPI(paths: "{}", more: #""servers": [\#(servers)],"#))
    #expect(
      imported.catalog.servers == ["https://{v1}{v1}.acme.example", "https://{b}.x/{c}"])
  }

  @Test func `an address that is too long is left out, however long it would become`() throws {
    let part = String(repeating: "x", count: 100_000)
    let imported = try Descriptions.read(
      Descriptions.openAPI(
        paths: "{}",
        more: """
          "servers": [{"url": "https://a.example/\(String(repeating: "{v}", count: 100_000))",
            "variables": {"v": {"default": "\(part)"}}}],
          """))
    #expect(imported.catalog.servers == [])
  }

  @Test func `references to path items and schemes in the document are followed`() throws {
    let imported = try Descriptions.read(
      Descriptions.openAPI(
        paths:
          ##"{"/a": {"get": {}}, "/b": {"$ref": "#/paths/~1a"}, "/c": {"$ref": "#/x-items/0"}}"##,
        more: #""x-items": [{"put": {}}],"#))
    #expect(imported.catalog.operations.map(\.call) == ["GET /a", "GET /b", "PUT /c"])
  }

  @Test func `merged mappings and aliases of YAML are followed`() throws {
    let imported = try Descriptions.read(
      Array(
        """
        openapi: 3.0.0
        info: {title: Y, version: 1.0}
        components:
          securitySchemes:
            o: {type: oauth2, flows: {implicit: {scopes: {a: A, b: B}}}}
        x-op: &op
          security: &sec
            - o: [a]
          summary: Shared
        paths:
          /a:
            get:
              <<: *op
              summary: Own
          /b:
            get: {security: *sec}
        """.utf8))
    #expect(try imported.requirement("GET /a") == [["a"]])
    #expect(try imported.requirement("GET /b") == [["a"]])
    #expect(imported.catalog.operations[0].summary == "Own")
  }

  @Test(arguments: [
    ("[a](b) [c][d] [e] [f](g", "a c [e] [f](g"), ("[x][", "x["), ("[[a](b)](c)", "[a](c)"),
  ])
  func `a link is its text, and a bracket without its other a bracket`(
    text: String, expected: String
  ) throws {
    let imported = try Descriptions.read(
      Descriptions.openAPI(paths: #"{"/a": {"get": {"summary": "\#(text)"}}}"#))
    #expect(imported.catalog.operations[0].summary == expected)
  }

  @Test func `brackets that are never closed are read once`() throws {
    for part in ["[", "[a](", "[a]["] {
      let text = String(repeating: part, count: 100_000)
      let imported = try Descriptions.read(
        Descriptions.openAPI(paths: #"{"/a": {"get": {"summary": "\#(text)"}}}"#))
      #expect(imported.catalog.operations[0].summary.count == 200)
    }
  }

  // MARK: - Errors and repairs

  @Test func `words of a document are not taken for a member that was not understood`() {
    let member = #""x-not understood": 1"#
    let text = #"{"openapi": "3.0.0", "paths": {"/a": {"get": {\#(member), \#(member)}}}}"#
    let error = Descriptions.error(Array(text.utf8))
    #expect(
      error?.problem
        == "the description names no scope: no scheme declares one and no call asks for one")
  }

  @Test(arguments: [
    ("[1]", "this is not a description of an API", 1),
    (#"{"openapi": "4.0"}"#, #""4.0" is not a version that this program knows"#, 1),
    (#"{"swagger": "1.2"}"#, #""1.2" is not a version that this program knows"#, 1),
    ("just text", "this is not a description of an API", 1),
    (#"{"openapi": "3.0.0", "paths": {}}"#, "names no scope", nil),
    (
      #"{"openapi": "3.0.0", "paths": {"/a": {"get": {"x-permissions": {"read": true}}}}}"#,
      #""x-permissions" of GET /a is in a form that is not understood"#, nil
    ),
    (
      "{\"openapi\": \"3.0.0\",\n\"paths\": {\"/a\": {\"$ref\": \"#/paths/~1a\"}}}",
      "leads to itself", 2
    ),
    (
      "{\"openapi\": \"3.0.0\",\n\"paths\": {\"/a\": {\"$ref\": \"#/nowhere\"}}}",
      "leads to nothing", 2
    ),
    ("{\"openapi\": \"3.0.0\",\n\"paths\": {\"/a\": {\"$ref\": \"b.yaml\"}}}", "another file", 2),
    (
      "{\"openapi\": \"3.0.0\",\n\"paths\": {\"/a\": {\n\"get\": {\"security\": {}}}}}", "an array",
      3
    ),
    (
      "{\"openapi\": \"3.0.0\",\n\"paths\": {\"/a\": {\n\"get\": {\"security\": [{\"o\": [1]}]}}}}",
      "a string", 3
    ),
    ("{\"openapi\": \"3.0.0\",\n\"paths\": {\"/a\": [1]}}", "holds no calls", 2),
    ("openapi: 3.0.0\npaths: [x]\n", "expected an object, found an array", 2),
    ("openapi: 3.0.0\npaths: x\n", "expected an object, found a string", 2),
    ("openapi: 3.0.0\npaths:\n  /a: {additionalOperations: 5}\n", "found a number", 3),
    ("swagger: 2.0\nsecurityDefinitions: true\n", "expected an object, found a boolean", 2),
    (
      "swagger: 2.0\nsecurityDefinitions:\n  o: {type: oauth2, scopes: [a]}\n",
      "expected an object, found an array", 3
    ),
    (
      "openapi: 3.0.0\ncomponents:\n  securitySchemes:\n    o: {type: oauth2, flows: 5}\n",
      "expected an object, found a number", 4
    ),
    (
      "openapi: 3.0.0\ncomponents:\n  securitySchemes:\n    o: {type: oauth2, flows: {implicit: x}}\n",
      "expected an object, found a string", 4
    ),
    (
      "openapi: 3.0.0\ncomponents:\n  securitySchemes:\n    o:\n      type: oauth2\n"
        + "      flows: {implicit: {scopes: x}}\n",
      "expected an object, found a string", 6
    ),
    ("openapi: 3.0.0\npaths:\n  /a:\n    get: 1\n", "is not a call", 4),
    (
      "openapi: 3.0.0\npaths:\n  /a: {}\n  /a: {}\n",
      #"the member "/a" appears twice in one object"#, 4
    ),
  ])
  func `what is no description is an error on its line`(text: String, problem: String, line: Int?) {
    let error = Descriptions.error(Array(text.utf8))
    #expect(error?.problem.contains(problem) == true, "\(String(describing: error))")
    #expect(error?.place?.line == line)
  }

  @Test(arguments: [
    ("catalog", "this is a catalog already", "`keywright catalog check`"),
    ("manifest", "this is the manifest of a key", "`keywright lint`"),
    ("overlay", "this is an overlay", "with --overlay"),
    ("policy", "this is a document of Keywright (urn:keywright:policy:1)", "OpenAPI 3"),
  ])
  func `a document of this program is told as what it is`(
    kind: String, problem: String, remedy: String
  ) {
    let error = Descriptions.error(Array("{\n\"$schema\": \"urn:keywright:\(kind):1\"}".utf8))
    #expect(error?.problem.hasPrefix(problem) == true && error?.place?.line == 2)
    #expect(error?.remedy.contains(remedy) == true)
  }

  @Test func `what a catalog cannot hold is repaired, and each repair is told`() throws {
    let schemes =
      #"{"o": {"type": "oauth2", "flows": {"implicit": {"scopes": {"a b": "A", "c\u001b[31m": "C", "": "E"}}}}}"#
    let imported = try Descriptions.read(
      Descriptions.openAPI(
        paths:
          #"{"no/slash": {"get": {}}, "/sp ace": {"get": {}}, "/sp%20ace": {"get": {}}, "/m": {"additionalOperations": {"a_b": {}}}}"#,
        schemes: schemes))
    #expect(Set(imported.catalog.scopes.map(\.id)) == ["a_b", "c_[31m", "_"])
    #expect(imported.catalog.scopes.allSatisfy { $0.provenance == .unconfirmed })
    #expect(imported.catalog.operations.map(\.call) == ["GET /no/slash", "GET /sp%20ace"])
    #expect(imported.notes.count == 7 && imported.notes.allSatisfy { $0.line != nil })
  }

  @Test func `what stands empty says nothing, and no word is needed of it`() throws {
    let imported = try Descriptions.read(
      Array(
        """
        openapi: 3.1.0
        components:
          securitySchemes:
            o: {type: oauth2, flows: {x-a: 5, implicit: {scopes: {a: A}}, password: {scopes: }}}
        paths:
        """.utf8))
    #expect(imported.catalog.scopes.map(\.id) == ["a"] && imported.notes.isEmpty)
  }

  @Test func `a method and a scheme that are misspelled are told, each once`() throws {
    let imported = try Descriptions.read(
      Descriptions.openAPI(
        paths: """
          {"/a": {
          "gett": {"security": [{"oauth": ["jobs:run"]}]},
          "summary": "", "description": "", "servers": [], "parameters": [], "x-a": 1, "query": {},
          "put": {"security": [{"oath": ["jobs:run"]}]},
          "post": {"security": [{"oath": ["jobs:run"]}]}},
          "/b": {"$ref": "#/paths/~1c"}, "/c": {"something": {}}}
          """))
    #expect(imported.catalog.operations.map(\.call) == ["QUERY /a", "PUT /a", "POST /a"])
    #expect(
      imported.notes.map(\.text) == [
        #""gett" of the path "/a" is not a method, nor anything else that a path has: left out. Perhaps "get" was meant"#,
        #"there is no scheme "oath", which calls ask for: Perhaps "oauth" was meant"#,
        #""something" of the path "/b" is not a method, nor anything else that a path has: left out"#,
        #""something" of the path "/c" is not a method, nor anything else that a path has: left out"#,
      ])
    #expect(imported.notes.prefix(2).map(\.line) == [13, 15])
  }

  @Test func `a document that is too long is refused at once`() {
    let bytes = Array(repeating: UInt8(ascii: " "), count: 70 * 1024 * 1024)
    #expect(Descriptions.error(bytes)?.problem.contains("more than 40 MiB") == true)
  }

  // MARK: - Other files

  @Test func `other files are read from the folder that is allowed, and from nowhere else`() throws
  {
    let folder = "/tmp/keywright-import-\(UInt64.random(in: 0 ... .max))"
    _ = try DocumentFile.write(Array("get: {summary: There}\n".utf8), to: folder + ".yaml")
    defer { unlinkFile(folder + ".yaml") }
    let name = String(folder.split(separator: "/").last ?? "") + ".yaml"
    func paths(_ reference: String) -> [UInt8] {
      Descriptions.openAPI(paths: #"{"/a": {"$ref": "\#(reference)"}}"#)
    }
    let imported = try Descriptions.read(paths("./x/../" + name)) { $0.base = "/tmp" }
    #expect(imported.catalog.operations.map(\.summary) == ["There"])
    for outside in [
      "../" + name, "/tmp/" + name, "https://a.example/b.yaml", "a/../../b", "..\\\\b",
    ] {
      #expect(
        Descriptions.error(paths(outside)) { $0.base = "/tmp" }?.problem.contains(
          "out of the folder") == true)
    }
    let missing = Descriptions.error(paths("none.yaml")) { $0.base = "/tmp" }
    #expect(missing?.file == "/tmp/none.yaml")
  }
}
