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
    (#"[{"oauth": ["orders:read"], "oidc": ["staff"]}]"#, [["orders:read", "staff"]]),
    (#"[{"oauth": ["orders:read"], "key": []}]"#, [["orders:read"]]),
    (#"[{"key": ["clerk"]}]"#, [["clerk"]]),
    (#"[{"oauth": ["orders:read"]}, {}]"#, [["orders:read"], []]),
    (#"[{"oauth": ["orders:read"]}, {"oauth": []}]"#, [["orders:read"], []]),
    (#"[{"oauth": ["orders:read"]}, {"oauth": ["orders:read"]}]"#, [["orders:read"]]),
    ("[]", [[]]), ("[{}]", [[]]), (#"[{"oauth": []}]"#, [[]]), (#"[{"key": []}]"#, [[]]),
  ])
  func `a requirement is alternatives of sets`(security: String, expected: [[String]]) throws {
    let imported = try Descriptions.read(
      Descriptions.openAPI(paths: #"{"/a": {"get": {"security": \#(security)}}}"#))
    let found = try imported.requirement("GET /a")
    #expect(found.map { $0.map { Set($0) } } == expected.map { Set($0) })
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
    #expect(try imported.requirement("GET /a") == [["r1"], ["r2"]])
    #expect(try !imported.scope("r1").isUndeclared && !imported.scope("r2").isUndeclared)
  }

  // MARK: - Vendors' members and prose

  @Test(arguments: [
    (#""x-required-scopes": ["a:read", "b:read"]"#, [["a:read", "b:read"]]),
    (#""x-permission": "a:read""#, [["a:read"]]),
    (
      #""x-permission": {"operator": "OR", "permissions": ["a:read", "b:read"]}"#,
      [["a:read"], ["b:read"]]
    ),
    (
      #""x-permission": {"operator": "AND", "permissions": ["a:read", "b:read"]}"#,
      [["a:read", "b:read"]]
    ),
    (#""x-permissions": [["a:read"], ["b:read", "c:read"]]"#, [["a:read"], ["b:read", "c:read"]]),
    (#""x-acme": ["a:read"]"#, [["a:read"]]),
  ])
  func `permissions in a vendor's member are required`(member: String, expected: [[String]]) throws
  {
    let imported = try Descriptions.read(
      Descriptions.openAPI(paths: #"{"/a": {"get": {\#(member)}}}"#)
    ) {
      $0.permissionMembers.append("x-acme")
    }
    #expect(try imported.requirement("GET /a") == expected)
  }

  @Test func `a vendor's member stands beside the requirement, not in its place`() throws {
    let imported = try Descriptions.read(
      Descriptions.openAPI(
        paths: #"{"/a": {"get": {"security": [{"oauth": ["jobs:run"]}], "x-permissions": ["p"]}}}"#)
    )
    #expect(try imported.requirement("GET /a").map { $0.map { Set($0) } } == [["jobs:run", "p"]])
  }

  @Test func `members that would multiply the alternatives of a call without end are left out`()
    throws
  {
    let members = ImportOptions.permissionMembers.map { name in
      let names = (0..<200).map { "\"\(name)-\($0)\"" }.joined(separator: ",")
      return #""\#(name)": {"operator": "OR", "permissions": [\#(names)]}"#
    }
    let imported = try Descriptions.read(
      Descriptions.openAPI(
        paths: "{\"/a\": {\"get\": {\"summary\": \"x\",\n\(members.joined(separator: ",\n"))}}}"))
    #expect(try imported.requirement("GET /a")?.count == 200)
    #expect(try imported.requirement("GET /a")?.last == ["x-required-scopes-199"])
    let notes = imported.notes.filter { $0.text.contains("more than 256 alternatives") }
    #expect(notes.count == 5 && notes[0].text.hasPrefix(#"with "x-required-permissions" the call"#))
    #expect(notes.map(\.line) == [14, 15, 16, 17, 18])
  }

  @Test func `permissions in prose are read where asked for, and marked inferred`() throws {
    let paths = """
      {"/a": {"get": {"description": "Lists. Requires the `a.read` permission. See `b`."}},
       "/b": {"get": {"description": "You need the `a.read` or `b.read` scope."}},
       "/c": {"get": {"description": "Nothing `c` here", "security": []}}}
      """
    let imported = try Descriptions.read(Descriptions.openAPI(paths: paths)) {
      $0.readsProse = true
    }
    #expect(try imported.requirement("GET /a") == [["a.read"]])
    #expect(try imported.requirement("GET /b") == [["a.read"], ["b.read"]])
    #expect(imported.catalog.operations.map(\.isInferred) == [true, true, false])
    let silent = try Descriptions.read(Descriptions.openAPI(paths: paths))
    #expect(try silent.requirement("GET /a") == nil)
  }

  @Test(arguments: [(6, 64), (7, nil), (60, nil)])
  func `prose that multiplies alternatives beyond 64 says nothing`(lines: Int, sets: Int?) throws {
    let text = (0..<lines).map { "Requires one of `a\($0)`, `b\($0)` permission" }
    let imported = try Descriptions.read(
      Descriptions.openAPI(
        paths: #"{"/a": {"get": {"description": "\#(text.joined(separator: "\\n"))"}}}"#)
    ) {
      $0.readsProse = true
    }
    #expect(try imported.requirement("GET /a")?.count == sets)
  }
}
