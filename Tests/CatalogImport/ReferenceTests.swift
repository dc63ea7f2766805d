import CatalogImport
import Catalogs
import Documents
import Testing

/// References at calls, requirements and paths, in the document and across files.
struct ReferenceTests {
  @Test func `references to calls, requirements and lists of them are followed`() throws {
    let imported = try Descriptions.read(
      Descriptions.openAPI(
        paths: ##"""
          {"/a": {"get": {"$ref": "#/x-calls/list"}},
           "/b": {"get": {"security": [{"$ref": "#/x-needs/read"}]}},
           "/c": {"get": {"security": {"$ref": "#/x-needs/list"}}},
           "/d": {"get": {"$ref": "#reading"}},
           "/e": {"get": {"$ref": "#/x-calls/with%20blank"}}}
          """##,
        more: ##"""
          "x-calls": {"list": {"summary": "Lists", "security": [{"oauth": ["orders:read"]}]},
            "with blank": {"security": [{"oauth": ["jobs:run"]}]},
            "other": {"$anchor": "reading", "security": [{"oauth": ["orders:read"]}]}},
          "x-needs": {"read": {"oauth": ["orders:read"]}, "list": [{"oauth": ["orders:write"]}]},
          """##))
    #expect(try imported.requirement("GET /a") == [["orders:read"]])
    #expect(imported.catalog.operations[0].summary == "Lists")
    #expect(try imported.requirement("GET /b") == [["orders:read"]])
    #expect(try imported.requirement("GET /c") == [["orders:write"]])
    #expect(try imported.requirement("GET /d") == [["orders:read"]])
    #expect(try imported.requirement("GET /e") == [["jobs:run"]])
  }

  @Test func `what stands beside a reference counts first, and the rest is merged`() throws {
    let imported = try Descriptions.read(
      Descriptions.openAPI(
        paths: ##"""
          {"/a": {"$ref": "#/x-paths/a", "get": {"security": [{"oauth": ["jobs:run"]}]}},
           "/b": {"get": {"$ref": "#/x-paths/a/get", "security": [{"oauth": ["jobs:run"]}]}}}
          """##,
        more: ##"""
          "x-paths": {"a": {"get": {"summary": "Own", "security": [{"oauth": ["orders:read"]}]},
            "put": {"security": [{"oauth": ["orders:write"]}]}}},
          """##))
    #expect(try imported.requirement("GET /a") == [["jobs:run"]])
    #expect(try imported.requirement("PUT /a") == [["orders:write"]])
    #expect(try imported.requirement("GET /b") == [["jobs:run"]])
    #expect(imported.catalog.operations.last?.summary == "Own")
  }

  @Test func `a reference starts from the file that holds it, below the folder`() throws {
    let folder = "/tmp/keywright-references-\(UInt64.random(in: 0 ... .max))"
    let files = [
      "root in/api.yaml": """
      openapi: 3.1.0
      info: { title: Two folders, version: "1" }
      components: { securitySchemes: { oauth: { $ref: "../common/schemes.yaml#/oauth" } } }
      paths:
        /boxes: { get: { $ref: "calls/list%20boxes.yaml" } }
        /jars: { $ref: "calls/jars.yaml#/item" }
      """,
      "root in/calls/list boxes.yaml": """
      security:
        - oauth: ["box:read"]
      """,
      "root in/calls/jars.yaml": """
      item:
        get: { $ref: "../api.yaml#/paths/~1boxes/get", summary: Lists jars }
        put: { security: { $ref: "../../common/needs.yaml" }, x: [1], x: [2] }
      """,
      "common/needs.yaml": "- oauth: [box:write]\n",
      "common/schemes.yaml":
        "oauth: { type: oauth2, flows: { implicit: { scopes: { \"box:read\": See boxes } } } }\n",
    ]
    for (path, text) in files {
      let directory = folder + "/" + path.split(separator: "/").dropLast().joined(separator: "/")
      try makeFolders(directory)
      _ = try DocumentFile.write(Array(text.utf8), to: folder + "/" + path)
    }
    defer { removeTree(folder) }
    let imported = try Descriptions.read(
      DocumentFile.read(folder + "/root in/api.yaml")
    ) {
      $0.base = folder
      $0.path = folder + "/root in/api.yaml"
    }
    #expect(imported.counts.declared == 1)
    #expect(try imported.requirement("GET /boxes") == [["box:read"]])
    #expect(try imported.requirement("GET /jars") == [["box:read"]])
    #expect(try imported.requirement("PUT /jars") == [["box:write"]])
    let note = try #require(
      imported.notes.first { $0.text.contains(#"the member "x" appears twice in one object"#) })
    #expect(note.file == folder + "/root in/calls/jars.yaml" && note.line == 3)
  }

  @Test func `many references into one object and to paths cost no more than their number`() throws
  {
    func seconds(_ count: Int) throws -> Double {
      let calls = (0..<count).map {
        #""c\#($0)": {"get": {"security": [{"oauth": ["jobs:run"]}]}}"#
      }
      let paths = (0..<count).map { ##""/p\##($0)": {"$ref": "#/x-all/c\##($0)"}"## }
      let bytes = Descriptions.openAPI(
        paths: "{\(paths.joined(separator: ","))}",
        more: "\"x-all\": {\(calls.joined(separator: ","))},")
      let clock = ContinuousClock()
      let start = clock.now
      let imported = try Descriptions.read(bytes)
      #expect(imported.counts.operationsWithScopes == count)
      let time = start.duration(to: clock.now)
      return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    }
    _ = try seconds(500)
    // Eight times as many, and not sixty-four.
    let few = try seconds(1_000)
    #expect(try seconds(8_000) < 24 * few + 0.2)
  }
}
