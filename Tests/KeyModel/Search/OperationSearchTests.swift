import Catalogs
import Testing

/// Finding operations by words.
@Suite struct OperationSearchTests {
  private func best(_ query: String) -> String? {
    let catalog = Samples.komerza
    return OperationSearch(catalog: catalog).matches(query)?.best
      .map { catalog.operations[$0].call }
  }

  @Test(arguments: [
    ("refund", "DELETE /stores/{storeId}/orders/{orderId}/refund"),
    ("orders deliver", "PUT /stores/{storeId}/orders/{orderId}/deliver"),
    ("PUT BUSINESS", "PUT /stores/{storeId}/business"),
    ("post /stores", "POST /stores"),
  ])
  func `words find the call whose end they name`(query: String, call: String) {
    #expect(best(query) == call)
  }

  @Test func `every word has to occur`() {
    #expect(best("refund zebra") == nil)
    let search = OperationSearch(catalog: Samples.komerza)
    #expect(search.matches("refund zebra")?.items.isEmpty == true)
    #expect(search.matches(" ") == nil)
    #expect(search.matches("delete")?.items.count ?? 0 > 20)
  }

  @Test func `another order finds the same at other places, of equals the first there`() throws {
    let catalog = Samples.komerza
    let order = Array(catalog.operations.indices.reversed())
    let found = try #require(OperationSearch(catalog: catalog).matches("get orders"))
    let turned = try #require(
      OperationSearch(catalog: catalog, order: order).matches("get orders"))
    #expect(found.items.count > 2 && Set(turned.items.map { order[$0] }) == Set(found.items))
    let (first, other) = (try #require(found.best), try #require(turned.best))
    #expect(turned.ranked.first == other && found.ranked.first == first)
    #expect(found.scores.max() == turned.scores.max())
  }
}
