import BitCollections
import Calls
import Catalogs
import Documents
import Keys
import Proof
import TestSupport
import Testing

/// Calls that show whether a real key is the designed one, and change nothing.
struct ProbePlanTests {
  static let catalog = Samples.komerza

  @Test func `every scope has one call or a reason, and chosen ones are to be allowed`() {
    let design = Samples.design(["stores.orders.view", "stores.orders.create", "made.up"])
    let plan = ProbePlan(design, catalog: Self.catalog)
    #expect(
      Set(plan.calls.map(\.scope) + plan.untested.map(\.scope))
        == Set(Self.catalog.scopes.map(\.id) + ["made.up"]))
    #expect(plan.calls.count + plan.untested.count == Self.catalog.scopes.count + 1)
    #expect(plan.calls.filter { $0.expected == .allowed }.map(\.scope) == ["stores.orders.view"])
    #expect(
      plan.untested.filter(\.isChosen).map { [$0.scope, $0.reason] } == [
        ["stores.orders.create", "only calls that could make or change something show it"],
        ["made.up", "the catalog does not know it"],
      ])
    #expect(
      plan.untested.first { $0.scope == "user.crypto.viewEnabled" }?.reason
        == "the catalog knows no call that it opens")
  }

  @Test func `no call makes anything, and a write names an object that cannot exist`() throws {
    var random = SeededRandom()
    for _ in 0..<20 {
      let design = KeyDiffPropertyTests.design(&random)
      let plan = ProbePlan(design, catalog: Self.catalog)
      let base = try ProbeBase("https://api.example.com", isNamed: false)
      let urls = try #require(
        try JSONDocument(parsing: JSONWriter.write(plan.node(base: base))).root["calls"]?.elements)
      #expect(urls.count == plan.calls.count)
      for (call, node) in zip(plan.calls, urls) {
        let url = try #require(node["url"]?.string)
        let names = call.path.split(separator: "/").filter { $0.hasPrefix("{") }
        #expect(["GET", "DELETE", "PATCH", "PUT"].contains(call.method), "\(random)")
        if call.method != "GET" {
          let nils = url.split(separator: "/").filter {
            $0 == "00000000-0000-0000-0000-000000000000"
          }
          // All but the first parameter are zeros; the only one is too, and ends the path.
          #expect(nils.count == max(1, names.count - 1), "\(call.call) \(random)")
          #expect(names.count > 1 || call.path.hasSuffix("}"), "\(call.call)")
          #expect(call.kind == .absent)
        }
        #expect(call.method != "DELETE" || names.count > 0)
      }
    }
  }

  @Test func `a call tells its scope from all others`() throws {
    var random = SeededRandom()
    for _ in 0..<20 {
      let design = KeyDiffPropertyTests.design(&random)
      for call in ProbePlan(design, catalog: Self.catalog).calls {
        let index = try #require(Self.catalog.indexOfOperation(call.call))
        let scope = try #require(Self.catalog.indexOfScope(call.scope))
        let operation = Self.catalog.operations[index]
        let isOpen = operation.isOpen(to: design.scopes.contains)
        #expect(isOpen == (call.expected == .allowed), "\(random)")
        #expect(!operation.isOpen { $0 != scope && design.scopes.contains($0) }, "\(random)")
        #expect(operation.isOpen { $0 == scope || design.scopes.contains($0) }, "\(random)")
      }
    }
  }

  @Test func `a read of a list comes before one of an object, and a read before any write`() {
    let plan = ProbePlan(Samples.design([]), catalog: Self.catalog)
    func call(_ scope: String) -> String? { plan.calls.first { $0.scope == scope }?.call }
    #expect(call("user.webhooks.view") == "GET /webhooks")
    #expect(call("stores.orders.view") == "GET /stores/{storeId}/orders")
    #expect(call("stores.update") == "GET /stores/{storeId}/discord")
    #expect(call("stores.products.delete") == "DELETE /stores/{storeId}/products/{productId}")
    #expect(call("stores.orders.refund") == "DELETE /stores/{storeId}/orders/{orderId}/refund")
    #expect(call("stores.subscriptions.update") == nil)
    #expect(call("stores.create") == nil)
  }

  @Test(arguments: [
    "http://api.example.com", "ftp://x", "https://", "https:///x", "https://user:pw@host",
    "https://host?x", "https://host#x", "https://ho st", "https://host'", "https://host$(x)", "",
  ])
  func `an address that could carry more than a host and a path is refused`(text: String) {
    #expect(throws: ModelError.self) { try ProbeBase(text, isNamed: false) }
  }

  @Test func `plain http is for whoever names it`() throws {
    #expect(
      try ProbeBase("http://127.0.0.1:8080/v1/", isNamed: true).text == "http://127.0.0.1:8080/v1")
  }
}
