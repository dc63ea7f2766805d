import CatalogImport
import Catalogs
import Testing

/// What calls require, in every way that a description can say it.
struct RequirementTests {
  @Test(arguments: [
    (#"[{"oauth": ["orders:read"]}]"#, [["orders:read"]]),
    (
      #"[{"oauth": ["orders:read"]}, {"oauth": ["orders:write"]}]"#,
      [["orders:read"], ["orders:write"]]
    ),
    (#"[{"oauth": ["orders:read", "jobs:run"]}]"#, [["orders:read", "jobs:run"]]),
    (#"[{"oauth": ["orders:read jobs:run"]}]"#, [["orders:read", "jobs:run"]]),
    (#"[{"oauth": ["orders:read, jobs:run"]}]"#, [["orders:read", "jobs:run"]]),
    (#"[{"oauth": ["orders:read"], "oidc": ["staff"]}]"#, [["orders:read", "staff"]]),
    (#"[{"oauth": ["orders:read"], "key": []}]"#, [["orders:read"]]),
    (#"[{"key": ["clerk"]}]"#, [["clerk"]]),
    (#"[{"oauth": ["orders:read"]}, {}]"#, [["orders:read"], []]),
    (#"[{"oauth": ["orders:read"]}, {"oauth": []}]"#, [["orders:read"]]),
    (#"[{"token": []}, {"oauth": ["orders:read"]}]"#, [["orders:read"]]),
    (#"[{"key": ["clerk"]}, {"oauth": ["orders:read"]}]"#, [["orders:read"]]),
    (#"[{"key": ["clerk"], "oauth": ["orders:read"]}]"#, [["clerk", "orders:read"]]),
    (#"[{"x-session": []}, {"oauth": ["orders:read"]}]"#, [["orders:read"]]),
    (##"[{"#/components/securitySchemes/oauth": ["orders:read"]}]"##, [["orders:read"]]),
    (#"[{"oauth": ["orders:read"]}, {"key": null}]"#, [["orders:read"]]),
    (#"[null, {"oauth": [null, "orders:read"]}]"#, [["orders:read"]]),
    (#"[{}, {"key": []}]"#, [[]]),
    (#"[{"oauth": ["orders:read"]}, {"oauth": ["orders:read"]}]"#, [["orders:read"]]),
    ("[]", [[]]), ("[{}]", [[]]),
  ])
  func `a requirement is alternatives of sets`(security: String, expected: [[String]]) throws {
    let imported = try Descriptions.read(
      Descriptions.openAPI(paths: #"{"/a": {"get": {"security": \#(security)}}}"#))
    let found = try imported.requirement("GET /a")
    #expect(found.map { $0.map { Set($0) } } == expected.map { Set($0) })
  }

  @Test(arguments: [
    #"[{"oauth": []}]"#, #"[{"key": []}]"#, #"[{"bearer": []}]"#, #"[{"token": []}]"#,
    #"[{"x-session": []}]"#, #"[{"key": []}, {"oauth": []}]"#, #"[{"key": null}]"#, "null",
    "[null]",
    #"[{"oauth": [null]}]"#,
  ])
  func `a credential without scopes states nothing, and never that the call is free`(
    security: String
  ) throws {
    let imported = try Descriptions.read(
      Descriptions.openAPI(paths: #"{"/a": {"get": {"security": \#(security)}}}"#))
    #expect(try imported.requirement("GET /a") == nil)
    #expect(try #require(imported.catalog.operations.first).requirement == .notStated)
  }

  @Test func `where every call takes the document's credential back, none is said to be free`()
    throws
  {
    let free = ["a", "b", "c"].map { #""/\#($0)": {"get": {"security": []}}"# }
    let more = #""security": [{"bearer": []}],"#
    func read(_ paths: [String]) throws -> ImportedCatalog {
      try Descriptions.read(
        Descriptions.openAPI(paths: "{\(paths.joined(separator: ","))}", more: more))
    }
    let all = try read(free)
    #expect(try all.requirement("GET /a") == nil)
    #expect(all.notes.contains { $0.text.hasPrefix("3 calls are said to need nothing, but") })
    let alone = try read([#""/a": {"get": {"security": [{}]}}"#])
    #expect(try alone.requirement("GET /a") == nil)
    let inherited = try read([free[0], #""/d": {"get": {}}, "/e": {"get": {}}"#])
    #expect(try inherited.requirement("GET /a") == [[]])
    let one = try read(free + [#""/d": {"get": {"security": [{"oauth": ["jobs:run"]}]}}"#])
    #expect(try one.requirement("GET /a") == [[]])
  }

  @Test func `a set of every scope that there is states nothing`() throws {
    let names = (0..<12).map { "\"s:\($0)\"" }
    let schemes =
      #"{"o": {"type": "oauth2", "flows": {"implicit": {"scopes": {"#
      + names.map { $0 + #": "x""# }.joined(separator: ",") + "}}}}}"
    let imported = try Descriptions.read(
      Descriptions.openAPI(
        paths: #"{"/a": {"get": {"security": [{"o": [\#(names.joined(separator: ","))]}]}}}"#,
        schemes: schemes))
    #expect(try imported.requirement("GET /a") == nil)
    #expect(imported.notes.contains { $0.text.contains("names every scope that there is") })
  }

  @Test func `without its own the document's default holds, and without that nothing is stated`()
    throws
  {
    let paths = #"{"/a": {"get": {}, "put": {"security": []}}}"#
    let more = #""security": [{"oauth": ["orders:read"]}],"#
    let with = try Descriptions.read(Descriptions.openAPI(paths: paths, more: more))
    #expect(try with.requirement("GET /a") == [["orders:read"]])
    #expect(try with.requirement("PUT /a") == [[]])
    let without = try Descriptions.read(Descriptions.openAPI(paths: paths))
    #expect(try without.requirement("GET /a") == nil)
  }

  @Test func `a credential without scopes is no alternative to scopes, unless it is kept`() throws {
    let bytes = Descriptions.openAPI(
      paths: #"{"/a": {"get": {"security": [{"bearer": []}, {"oauth": ["jobs:run"]}]}}}"#)
    let imported = try Descriptions.read(bytes)
    #expect(try imported.requirement("GET /a") == [["jobs:run"]])
    #expect(imported.notes.contains { $0.text.hasPrefix(#"1 call also takes "bearer""#) })
    let kept = try Descriptions.read(bytes) { $0.keepsUnscoped = true }
    #expect(try kept.requirement("GET /a") == [[], ["jobs:run"]])
  }

  @Test func `scopes of all flows are one list, the first words win, and markdown is plain`() throws
  {
    let imported = try Descriptions.read(Descriptions.openAPI(paths: "{}"))
    #expect(imported.counts.declared == 3)
    #expect(try imported.scope("orders:read").title == "Read orders")
    #expect(try imported.scope("jobs:run").title == "Run jobs. Now")
    #expect(try imported.scope("orders:write").title == "Write orders")
    #expect(try imported.scope("orders:write").inferred.contains(.title))
  }

  @Test func `a scope that no scheme declares is kept and marked, with its line`() throws {
    let imported = try Descriptions.read(
      Descriptions.openAPI(
        paths: "{\"/a\": {\"get\": {\"security\": [\n{\"oauth\": [\n\"ghost\"]}]}}}"))
    #expect(try imported.scope("ghost").isUndeclared)
    #expect(imported.counts.undeclared == 1 && imported.counts.named == 1)
    #expect(imported.notes.first { $0.text.contains("ghost") }?.line == 14)
  }

  @Test func `the lines of many notes are not counted before they are asked for`() throws {
    let lines = String(repeating: "\n", count: 2_000_000)
    let calls = (0..<1_000).map {
      #""/a\#($0)": {"get": {"security": [{"oauth": ["ghost\#($0)"]}]}}"#
    }
    let imported = try Descriptions.read(
      Descriptions.openAPI(paths: "{\(lines)\(calls.joined(separator: ",\n"))}"))
    #expect(imported.counts.undeclared == 1_000 && imported.notes.count == 1_000)
    #expect(imported.notes.last?.line == 2_000_000 + 12 + 999)
  }

  @Test func `roles of schemes without a list of scopes are declared where they stand`() throws {
    let imported = try Descriptions.read(
      Descriptions.openAPI(
        paths: #"{"/a": {"get": {"security": [{"bearer": ["r1"]}, {"oidc": ["r2"]}]}}}"#))
    #expect(try imported.requirement("GET /a") == [["r2"]])
    #expect(try !imported.scope("r1").isUndeclared && !imported.scope("r2").isUndeclared)
  }
}
