import Testing

@testable import Calls
@testable import Catalogs

/// Calls that can be made in further ways: by another method, or with slashes in a parameter.
struct FurtherWaysTests {
  private static let catalog = """
    {
      "$schema": "urn:keywright:catalog:1", "id": "a", "name": "A", "version": "1",
      "categories": [{ "name": "C", "scopes": [{ "id": "s", "title": "S" }] }],
      "operations": [
        { "method": "POST", "path": "/api/users.list", "also": ["GET"], "requires": [["s"]] },
        { "method": "GET", "path": "/repos/{repo}/contents/{path}", "slashes": "path",
          "requires": [["s"]] },
        { "method": "GET", "path": "/repos/{repo}/branches/{branch}", "slashes": "branch",
          "requires": [["s"]] },
        { "method": "GET", "path": "/repos/{repo}/branches/{branch}/protection",
          "slashes": "branch", "requires": [["s"]] },
        { "method": "GET", "path": "/repos/{repo}/branches/{branch}/rename/{name}",
          "slashes": "branch", "requires": [["s"]] },
        { "method": "GET", "path": "/repos/{repo}/branches/main/{sha}", "requires": [["s"]] }
      ]
    }
    """

  private let resolver: CallResolver

  init() throws {
    resolver = CallResolver(catalog: try Catalog(decoding: Array(Self.catalog.utf8)))
  }

  @Test(arguments: [
    ("POST /api/users.list", "POST /api/users.list"),
    ("GET /api/users.list", "POST /api/users.list"),
    ("HEAD /api/users.list", "POST /api/users.list"), ("PUT /api/users.list", ""),
    ("GET /repos/r/contents/a", "GET /repos/{repo}/contents/{path}"),
    ("GET /repos/r/contents/a/b/c.txt", "GET /repos/{repo}/contents/{path}"),
    ("GET /repos/r/contents/a%2Fb", "GET /repos/{repo}/contents/{path}"),
    ("GET /repos/r/contents/a//b", ""), ("GET /repos/r/contents/a/../b", ""),
    ("GET /repos/r/contents", ""), ("GET /repos/a/b/contents/c", ""),
    ("GET /repos/r/branches/x/protection", "GET /repos/{repo}/branches/{branch}/protection"),
    ("GET /repos/r/branches/x/y/protection", "GET /repos/{repo}/branches/{branch}/protection"),
    ("GET /repos/r/branches/x/y", "GET /repos/{repo}/branches/{branch}"),
    ("GET /repos/r/branches/x/y/rename/z", "GET /repos/{repo}/branches/{branch}/rename/{name}"),
    ("GET /repos/r/branches/main/1", "GET /repos/{repo}/branches/main/{sha}"),
    ("GET /repos/r/branches/main/1/2", "GET /repos/{repo}/branches/{branch}"),
    ("PUT /repos/r/contents/a/b", ""),
  ])
  func `a call is found by each way`(call: String, operation: String) {
    #expect((resolver.operation(call) ?? "") == operation)
  }

  @Test func `a long path is given up in reasonable time`() {
    let path = "/repos/r/branches/" + String(repeating: "a/", count: 20_000) + "b"
    #expect(resolver.operation("GET " + path) == "GET /repos/{repo}/branches/{branch}")
    #expect(resolver.operation("PUT " + path) == nil)
  }
}
