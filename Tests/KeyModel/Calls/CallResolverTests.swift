import TestSupport
import Testing

@testable import Calls
@testable import Catalogs

/// Which operation a call is.
struct CallResolverTests {
  private let komerza = CallResolver(catalog: Samples.komerza)

  @Test func `each of the 287 operations is found from every form of its call`() {
    var random = SeededRandom()
    #expect(Samples.komerza.operations.count == 287)
    for operation in Samples.komerza.operations {
      let path = CallForms.path(operation.path, using: &random)
      // Letters of an id are letters of no template.
      let plain = operation.path.replacing("{", with: "").replacing("}", with: "Id")
      let forms = [
        operation.path, path, path + "/", path + "?page=2&q=a/b", path + "/?x#y", path + "#top",
        CallForms.encoded(plain, using: &random), "https://api.komerza.com" + path,
        "HTTPS://API.Komerza.com:443" + path + "/?a=https://b/c",
        "https://ada:secret@api.komerza.com" + path, "api.komerza.com" + path,
        "$BASE" + path, "{{baseUrl}}" + path, "https://$HOST" + path,
      ]
      for form in forms {
        #expect(
          komerza.operation(operation.method + " " + form) == operation.call, "\(form) \(random)")
      }
    }
  }

  @Test(arguments: [
    ("GET /stores/1/orders/csv", "GET /stores/{storeId}/orders/csv"),
    ("GET /stores/1/orders/csv1", "GET /stores/{storeId}/orders/{orderId}"),
    // The literal has no PUT: the parameter beside it does.
    ("PUT /stores/1/affiliates/invite", "PUT /stores/{storeId}/affiliates/{customerId}"),
    ("PUT /stores/1/affiliates/configure", "PUT /stores/{storeId}/affiliates/configure"),
    // The literal `slug` leads on to nothing: the parameter beside it does.
    ("POST /stores/1/blog/posts/slug/cover", "POST /stores/{storeId}/blog/posts/{postId}/cover"),
    ("GET /stores/1/blog/posts/slug/cover", "GET /stores/{storeId}/blog/posts/slug/{slug}"),
    ("HEAD /stores/1/orders", "GET /stores/{storeId}/orders"),
    ("get   /stores/1/orders ", "GET /stores/{storeId}/orders"),
    ("GET stores/1/orders", "GET /stores/{storeId}/orders"),
    ("GET /stores/%zz/orders", "GET /stores/{storeId}/orders"),
    ("GET /stores/5%/orders", "GET /stores/{storeId}/orders"),
    ("GET /stores/a%2Fb/orders", "GET /stores/{storeId}/orders"),
    ("GET /stores/\u{0}/orders", "GET /stores/{storeId}/orders"),
    ("GET /stores/ünïcode/orders", "GET /stores/{storeId}/orders"),
  ])
  func `a literal comes before a parameter, and what leads nowhere is taken back`(
    call: String, operation: String
  ) {
    #expect(komerza.operation(call) == operation)
  }

  @Test(arguments: [
    "GET /stores//orders", "GET //stores/1/orders", "GET /stores/1/orders//",
    "GET /stores/1/../2/orders", "GET /stores/./orders", "GET /stores/1/%2e%2e/1/orders",
    "GET /stores/1/.%2E/orders", "GET /..", "GET /", "GET", "", "GET /stores/1/Orders",
    "PURGE /stores/1/orders", "GET /stores/1/orders/2/3", "GET https://api.komerza.com",
    "GET https://api.komerza.com/v1/stores/1", "GET /stores%2F1%2Forders", "POST /user",
  ])
  func `a path that may lead elsewhere is resolved to nothing`(call: String) {
    #expect(komerza.resolve(call) == .unknown)
  }

  @Test(arguments: [
    "GET https://example.com/stores/1", "GET http://localhost:8080/stores/1",
    "GET https://api.komerza.com.evil.example/stores/1",
    "GET https://api.komerza.com@evil.example/stores/1",
    "GET https://evil.example/https://api.komerza.com/stores/1",
    "GET https://api.komerza.com:8443/stores/1", "GET https://api.komerza.com:80/stores/1",
    "GET http://api.komerza.com:443/stores/1", "GET https://api.komerza.com:443.evil.example/x",
    "GET data:text/plain,/stores/1",
    "GET wss://api.komerza.com/stores/1", "GET http:///stores/1",
  ])
  func `a call to another host is no call of the platform`(call: String) {
    #expect(komerza.resolve(call) == .elsewhere)
  }

  @Test func `hosts that are named are the platform's too`() {
    let resolver = CallResolver(catalog: Samples.komerza, hosts: ["localhost:8080", "Proxy.test"])
    #expect(resolver.operation("GET http://localhost:8080/user") == "GET /user")
    #expect(resolver.operation("GET https://proxy.test:443/user") == "GET /user")
    #expect(resolver.resolve("GET http://localhost/user") == .elsewhere)
    let any = CallResolver(catalog: Samples.komerza, hosts: ["*"])
    #expect(any.operation("GET http://localhost/user") == "GET /user")
  }

  @Test func `a base path that a host is named with is a prefix`() {
    let resolver = CallResolver(catalog: Samples.komerza, hosts: ["proxy.example/api/v3"])
    #expect(resolver.operation("GET https://proxy.example/api/v3/user") == "GET /user")
    #expect(resolver.operation("GET /api/v3/user") == "GET /user")
    #expect(resolver.resolve("GET https://proxy.example/api/v4/user") == .unknown)
  }

  @Test func `the host beside a path counts`() {
    let method = Array("GET".utf8)
    let target = Array("/user".utf8)
    func outcome(_ host: String) -> CallResolver.Outcome {
      komerza.resolve(method: method.span, target: target.span, host: Array(host.utf8).span)
    }
    #expect(outcome("api.komerza.com:443") == outcome("API.komerza.com"))
    #expect(outcome("other.example.com") == .elsewhere)
    #expect(outcome("api.komerza.com") != .elsewhere)
  }

  @Test func `a call without a method is GET, or the only method of its path`() {
    #expect(komerza.operation("/stores/1/orders") == "GET /stores/{storeId}/orders")
    #expect(
      komerza.operation("https://api.komerza.com/stores/1/orders/2/refund")
        == "DELETE /stores/{storeId}/orders/{orderId}/refund")
    // POST and DELETE: a key must not get both by a guess.
    #expect(komerza.resolve("/stores/1/categories/2/image") == .unknown)
    let all = komerza.operations(of: WrittenCall("/stores/1/categories/2/image"))
    #expect(all.map { Samples.komerza.operations[$0].method } == ["DELETE", "POST"])
    #expect(komerza.operations(of: WrittenCall("PUT /user")).isEmpty)
  }

  @Test func `a browser's question before a call is no call`() {
    #expect(komerza.resolve("OPTIONS /stores/1/orders") == .preflight)
    #expect(komerza.resolve("OPTIONS https://example.com/stores/1") == .elsewhere)
  }

  @Test func `any bytes resolve to something without harm`() {
    var random = SeededRandom()
    let pieces = [
      "/", "//", "stores", "orders", "%", "%2", "%2F", "..", ".", "?", "#", "@", ":", "://", "{",
      "}", "$", "http", " ", "GET ", "\u{0}", "é", "*", "[", "api.komerza.com",
    ].map { Array($0.utf8) }
    for _ in 0..<1000 {
      var bytes = (0..<Int.random(in: 0..<12, using: &random)).flatMap { _ in
        pieces.randomElement(using: &random) ?? []
      }
      if Bool.random(using: &random) { bytes.append(.random(in: .min ... .max, using: &random)) }
      let call = WrittenCall(method: "GET".utf8, target: bytes)
      if case .operation(let index) = komerza.resolve(call) {
        #expect(Samples.komerza.operations.indices.contains(index))
      }
      _ = komerza.nearest(to: call)
      _ = komerza.printed(call)
    }
  }
}
