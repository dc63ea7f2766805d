import CatalogImport
import Catalogs
import Documents
import Testing

/// Permissions that descriptions name in words.
struct ProseTests {
  @Test func `permissions in prose are read where asked for, and marked inferred`() throws {
    let paths = """
      {"/a": {"get": {"description": "Lists. Requires the `a:read` permission. See `b`."}},
       "/b": {"get": {"description": "You need the `a:read` or `b:read` scope."}},
       "/c": {"get": {"description": "Nothing `c` here", "security": []}}}
      """
    let imported = try Descriptions.read(Descriptions.openAPI(paths: paths)) {
      $0.readsProse = true
    }
    #expect(try imported.requirement("GET /a") == [["a:read"]])
    #expect(try imported.requirement("GET /b") == [["a:read"], ["b:read"]])
    #expect(imported.catalog.operations.map(\.isInferred) == [true, true, false])
    let silent = try Descriptions.read(Descriptions.openAPI(paths: paths))
    #expect(try silent.requirement("GET /a") == nil)
  }

  @Test(arguments: [(6, 64), (7, nil), (60, nil)])
  func `prose that multiplies alternatives beyond 64 says nothing`(lines: Int, sets: Int?) throws {
    let text = (0..<lines).map { "Requires one of `a:\($0)`, `b:\($0)` permission" }
    let imported = try Descriptions.read(
      Descriptions.openAPI(
        paths: #"{"/a": {"get": {"description": "\#(text.joined(separator: "\\n"))"}}}"#)
    ) {
      $0.readsProse = true
    }
    #expect(try imported.requirement("GET /a")?.count == sets)
  }

  private func requirement(
    _ text: String, schemes: String = #"{"key": {"type": "apiKey"}}"#
  ) throws -> [[String]]? {
    let imported = try Descriptions.read(
      Descriptions.openAPI(
        paths: """
          {"/a": {"get": {"description": "\(text)"}},
           "/z": {"get": {"security": [{"other": ["known:read"]}]}}}
          """, schemes: schemes)
    ) {
      $0.readsProse = true
    }
    return try imported.requirement("GET /a")
  }

  @Test(arguments: [
    (#"**Scopes:**\n`box:read`"#, [["box:read"]]),
    (#"<h3>Required scope</h3> <a href=https://x.example>box:read</a>"#, [["box:read"]]),
    ("Requires 'box:read' scope.", [["box:read"]]),
    (
      #"Any of the following permissions is required:\n* `box:read`\n* `box:write`"#,
      [["box:read"], ["box:write"]]
    ),
    (
      #"The following scopes are required:\n* `box:read`\n* `box:write`"#,
      [["box:read", "box:write"]]
    ),
    ("You must authenticate using a token with the `box:read` scope.", [["box:read"]]),
    (#"## Required authorization\n* Index privileges: `box:read`"#, [["box:read"]]),
    ("Requires the `p:a`, `p:b`, or `p:c` scope.", [["p:a"], ["p:b"], ["p:c"]]),
    ("Requires one of the scopes `p:a`, `p:b`.", [["p:a"], ["p:b"]]),
    ("Requires the `p:a` and `p:b` scopes.", [["p:a", "p:b"]]),
    ("Requires the `p:a`/`p:b` scope.", [["p:a"], ["p:b"]]),
  ])
  func `sentences, headings and lists name what is needed`(text: String, expected: [[String]])
    throws
  {
    #expect(try requirement(text)?.map { Set($0) } == expected.map { Set($0) })
  }

  @Test(arguments: [
    "This call does not require the `box:admin` scope.", "No `box:admin` permission is needed.",
    "The `box:admin` scope isn't needed here.",
    "Works without the `box:admin` scope you need there",
    "Requires the `box:admin` scope if the box is locked.",
    "The `limit` parameter is required. Scopes are listed below.",
    "Neither the `box:admin` nor the `box:write` permission is required.",
    "Requires the `box:read` scope, or the `box:write` and `box:admin` scopes.",
    "Requires the `box:read` scope but not `box:write`.",
    "Requires the `{id}` of a permission.", "See the permissions page: `/docs/required`.",
  ])
  func `what is denied, conditional or no id is not needed`(text: String) throws {
    #expect(try requirement(text) == nil)
  }

  @Test func `beside declared scopes only names count that are declared or written alike`() throws {
    let schemes = Descriptions.standardSchemes
    #expect(
      try requirement("Requires the `orders:read` scope.", schemes: schemes) == [["orders:read"]])
    #expect(
      try requirement("Requires the `orders:cancel` scope.", schemes: schemes)
        == [["orders:cancel"]])
    #expect(try requirement("Requires the `Authorization` scope.", schemes: schemes) == nil)
    #expect(try requirement("Requires scope in `some_field`.", schemes: schemes) == nil)
  }
}
