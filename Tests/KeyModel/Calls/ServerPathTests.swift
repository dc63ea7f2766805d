import Testing

@testable import Calls
@testable import Catalogs

/// Servers with paths and variables, and templates of other platforms.
struct ServerPathTests {
  private func resolver(servers: [String], paths: [String]) throws -> CallResolver {
    let operations = paths.map { #"{ "method": "GET", "path": "\#($0)" }"# }
    let text = """
      {
        "$schema": "urn:keywright:catalog:1", "id": "a", "name": "A", "version": "1",
        "servers": [\(servers.map { "\"\($0)\"" }.joined(separator: ", "))],
        "categories": [{ "name": "C", "scopes": [{ "id": "s", "title": "S" }] }],
        "operations": [\(operations.joined(separator: ", "))]
      }
      """
    return CallResolver(catalog: try Catalog(decoding: Array(text.utf8)))
  }

  @Test(arguments: [
    ("https://api.example.com/v1/orders", true), ("https://api.example.com/orders", false),
    ("https://api.example.com/v1", false), ("https://api.example.com/v1orders", false),
    ("/v1/orders", true), ("/orders", true), ("/v2/orders", false), ("$BASE/orders", true),
    ("http://eu.example.org:8080/api/v2/orders/", true), ("http://eu.example.org/orders", false),
    ("http://a.b.example.net/orders", true), ("http://example.net/orders", false),
  ])
  func `a server's own path is taken off`(target: String, isKnown: Bool) throws {
    let resolver = try resolver(
      servers: [
        "https://api.example.com/v1/", "http://eu.example.org:8080/api/v2",
        "https://{region}.example.net",
      ], paths: ["/orders"])
    #expect((resolver.operation("GET " + target) != nil) == isKnown)
  }

  @Test func `without servers every host is the platform's`() throws {
    let resolver = try resolver(servers: [], paths: ["/orders"])
    #expect(resolver.operation("GET https://anything.example/orders") == "GET /orders")
    let relative = try self.resolver(servers: ["/api"], paths: ["/orders"])
    #expect(relative.operation("GET https://anything.example/api/orders") == "GET /orders")
  }

  @Test(arguments: [
    ("/files/a.json", "/files/{id}.json"), ("/files/a.b.json", "/files/{id}.json"),
    ("/files/.json", "/files/{id}"), ("/files/a", "/files/{id}"), ("/files/a/b", ""),
    ("/tree/a/b/c", "/tree/{path+}"), ("/tree/fixed/x", "/tree/fixed/{id}"),
    ("/tree/fixed/x/y", "/tree/{path+}"), ("/tree", ""), ("/any/x/y", "/any/*"),
    ("/compare/a...b", "/compare/{base}...{head}"), ("/compare/...b", ""),
    ("/jobs/7:cancel", "/jobs/{id}:cancel"), ("/slash/", "/slash/"), ("/slash", "/slash"),
    ("/Caf%C3%A9/1", "/Café/{id}"), ("/encoded%20name", "/encoded%20name"),
    ("/encoded name", "/encoded%20name"), ("/", "/"),
  ])
  func `templates of other platforms are understood`(path: String, template: String) throws {
    let paths = [
      "/files/{id}.json", "/files/{id}", "/tree/{path+}", "/tree/fixed/{id}", "/any/*",
      "/compare/{base}...{head}", "/jobs/{id}:cancel", "/slash/", "/slash", "/Café/{id}",
      "/encoded%20name", "/",
    ]
    let resolver = try resolver(servers: [], paths: paths)
    #expect(resolver.operation("GET " + path) == (template.isEmpty ? nil : "GET " + template))
    for path in paths { #expect(resolver.operation("GET " + path) == "GET " + path) }
  }

  @Test func `a template of any length does no harm`() throws {
    let long = String(repeating: "/a", count: 50_000)
    let resolver = try resolver(servers: [], paths: [long, "/a"])
    #expect(resolver.operation("GET /a") == "GET /a")
    #expect(resolver.operation("GET " + long) == "GET " + long)
    #expect(resolver.resolve("GET \(long)/") == .unknown)
  }
}
