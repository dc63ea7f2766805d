import CatalogImport
import Catalogs
import Documents
import Testing

/// Permissions in members that vendors made for them.
struct MemberTests {
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
    (#""x-permissions": "a:read b:read""#, [["a:read", "b:read"]]),
    (#""x-permissions": "Box Read""#, [["Box Read"]]),
    (#""x-permissions": "Read only""#, [["Read only"]]),
    (#""x-permissions": ["Read only", "Create a box"]"#, [["Read only", "Create a box"]]),
    (#""x-permissions": "Read only, Delete the box""#, [["Read only", "Delete the box"]]),
    (#""x-permissions": ["Box Read", "Jar Read"]"#, [["Box Read", "Jar Read"]]),
    (#""x-permissions": "Box Read, Jar Read""#, [["Box Read", "Jar Read"]]),
    (#""x-permissions": {"anyOf": ["p", "q"]}"#, [["p"], ["q"]]),
    (#""x-permissions": {"allOf": ["p", {"anyOf": ["q", "r"]}]}"#, [["p", "q"], ["p", "r"]]),
    (#""x-permissions": [{"relation": "p", "object": "box"}]"#, [["p"]]),
    (
      #""x-permissions": [{"scheme": "o", "state": "Current", "scopes": ["a:read"]}, {"scheme": "o", "state": "Beta", "scopes": ["b:read", "c:read"]}]"#,
      [["a:read"], ["b:read", "c:read"]]
    ),
    (
      #""x-permissions": [{"scheme": "key", "scopes": ["clerk"]}, {"scheme": "oauth", "scopes": ["orders:read"]}]"#,
      [["orders:read"]]
    ),
    (
      #""x-permissions": {"relation": "or", "permissions": ["a:read", "b:read"]}"#,
      [["a:read"], ["b:read"]]
    ),
    (
      #""x-permissions": {"relation": "AND", "scopes": ["a:read", "b:read"]}"#,
      [["a:read", "b:read"]]
    ),
    (#""x-permissions": {"any_of": ["p", "q"]}"#, [["p"], ["q"]]),
    (#""x-permissions": {"match": "ANY_OF", "scopes": ["p", "q"]}"#, [["p"], ["q"]]),
    (#""x-permissions": "a:read or b:read""#, [["a:read"], ["b:read"]]),
    (#""x-permissions": "p, q or r""#, [["p"], ["q"], ["r"]]),
    (#""x-permissions": "a:read|b:read""#, [["a:read"], ["b:read"]]),
    (#""x-permissions": "a:read and b:read""#, [["a:read", "b:read"]]),
    (
      #""x-permissions": ["a:read or b:read", "c:read"]"#,
      [["a:read", "c:read"], ["b:read", "c:read"]]
    ),
    (#""x-api-token-group": ["DNS Read", "DNS Write"]"#, [["DNS Read"], ["DNS Write"]]),
    (#""x-acme-accepted-permissions": ["p", "q"]"#, [["p"], ["q"]]),
    (#""x-acme-role": "clerk""#, [["clerk"]]),
    (#""x-acme": ["a:read"]"#, [["a:read"]]),
  ])
  func `permissions in a vendor's member are required`(member: String, expected: [[String]]) throws
  {
    let imported = try Descriptions.read(
      Descriptions.openAPI(paths: #"{"/a": {"get": {\#(member)}}}"#)
    ) {
      $0.permissionMembers.append("x-acme")
    }
    #expect(try imported.requirement("GET /a")?.map { Set($0) } == expected.map { Set($0) })
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

  @Test func `members that are found are read where nothing else states scopes, and told`() throws {
    let paths = """
      {"/a": {"get": {"security": [{"key": []}], "x-acme-scope": "a.read"}},
       "/b": {"get": {"x-acme-scope": null, "x-acme-role": "clerk"}}}
      """
    let imported = try Descriptions.read(Descriptions.openAPI(paths: paths))
    #expect(try imported.requirement("GET /a") == [["a.read"]])
    #expect(try imported.requirement("GET /b") == nil)
    #expect(imported.counts.operationsWithMembers == 1 && imported.counts.namedInMembers == 1)
    #expect(
      imported.notes.map(\.text).filter { $0.contains("x-acme") } == [
        #"1 call names its permissions in "x-acme-scope", such as "a.read": read"#,
        #"1 call has "x-acme-role", such as "clerk": not read, because other members state scopes (--permission-member x-acme-role reads it)"#,
      ])
  }

  @Test func `members that are found beside stated scopes are told and not read`() throws {
    let paths = """
      {"/a": {"get": {"security": [{"oauth": ["jobs:run"]}], "x-acme-scope": "a.read"}}}
      """
    let imported = try Descriptions.read(Descriptions.openAPI(paths: paths))
    #expect(try imported.requirement("GET /a") == [["jobs:run"]])
    #expect(imported.notes.contains { $0.text.hasPrefix(#"1 call has "x-acme-scope""#) })
  }

  @Test func `classic and granular scopes are two alternatives, never one set`() throws {
    let list = """
      [{"state": "Current", "scheme": "oauth", "scopes": ["orders:read"]},
       {"state": "Beta", "scheme": "oauth", "scopes": ["jobs:run", "orders:write"]}]
      """
    let imported = try Descriptions.read(
      Descriptions.openAPI(
        paths: """
          {"/a": {"get": {"security": [{"oauth": ["orders:read"]}], "x-atlassian-oauth2-scopes": \(list),
            "x-atlassian-connect-scope": "ADMIN"}}}
          """))
    #expect(
      try imported.requirement("GET /a")?.map { Set($0) } == [
        ["orders:read"], ["jobs:run", "orders:write"],
      ])
    #expect(imported.notes.contains { $0.text.contains("another kind of credential") })
  }

  @Test(arguments: [
    #"{"box": ["read"]}"#, #"{"read": true}"#, #"[{"id": "p"}]"#, "5", #"["p", ["q"]]"#,
    #"{"operator": "XOR", "permissions": ["p"]}"#, #"{"anyOf": "p"}"#, #""Read and Write Boxes""#,
    #""p and q or r""#, #""or""#, #""Box Read or Jar Read""#,
    #""public""#, #"["public"]"#, #""*""#, #""required""#, #""not read""#, #"["!read"]"#,
    #"["-p"]"#, #""all except write""#, #""Requires the read scope""#,
    #""Only admins""#, #""The owner of it""#, #""Available to callers with the admin role""#,
    #""For callers, only in boxes""#,
    #""https://docs.example/permissions""#,
  ])
  func `what is not understood is told, and leaves open what the call needs`(value: String) throws {
    let paths = """
      {"/a": {"get": {"security": [{"oauth": ["jobs:run"]}],
      "x-permissions": \(value)}}}
      """
    let imported = try Descriptions.read(Descriptions.openAPI(paths: paths))
    #expect(try imported.requirement("GET /a") == nil)
    let note = try #require(imported.notes.first { $0.text.contains("not understood") })
    #expect(note.line == 13 && note.text.hasPrefix(#""x-permissions" of GET /a is in a form"#))
  }

  @Test(arguments: ["null", "[]", #""""#, #"[""]"#, "{}", #""none""#, #""N/A""#])
  func `an empty member states nothing`(value: String) throws {
    let imported = try Descriptions.read(
      Descriptions.openAPI(
        paths:
          #"{"/a": {"get": {"security": [{"oauth": ["jobs:run"]}], "x-permissions": \#(value)}}}"#))
    #expect(try imported.requirement("GET /a") == [["jobs:run"]])
  }

  @Test(arguments: [
    "x-optional-scopes", "x-denied-permissions", "x-deprecated-scopes", "x-response-permissions",
    "x-excludedRoles",
  ])
  func `a member that says what is not needed is told, not read`(name: String) throws {
    func read(_ names: [String]) throws -> ImportedCatalog {
      try Descriptions.read(
        Descriptions.openAPI(paths: #"{"/a": {"get": {"\#(name)": ["jobs:run"]}}}"#)
      ) { $0.permissionMembers = names }
    }
    let imported = try read([])
    #expect(try imported.requirement("GET /a") == nil)
    #expect(imported.notes.contains { $0.text.hasPrefix("1 call has \"\(name)\"") })
    #expect(try read([name]).requirement("GET /a") == [["jobs:run"]])
  }

  @Test func `a member of what is not needed leaves nothing open where scopes are stated`() throws {
    for (beside, isOpen) in [
      ("", true), (#""security": [{"oauth": ["jobs:run"]}],"#, false),
      (#""x-permissions": ["p"],"#, false),
    ] {
      let imported = try Descriptions.read(
        Descriptions.openAPI(
          paths: #"{"/a": {"get": {\#(beside) "x-optional-scopes": ["a:read"]}}}"#))
      let note = try #require(imported.notes.first { $0.text.contains("x-optional-scopes") })
      #expect(note.isNotUnderstood == isOpen, "\(beside)")
      #expect(
        note.text.contains("not read: the name says that these are not what a call needs (--"))
    }
  }
}
