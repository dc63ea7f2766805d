import KeyModel
import Testing

/// Finding operations by words.
@Suite struct OperationSearchTests {
  private func best(_ query: String) -> String? {
    let catalog = Samples.komerza
    return OperationSearch(catalog: catalog).matches(query)?
      .max { $0.score < $1.score || ($0.score == $1.score && $0.operation > $1.operation) }
      .map { catalog.operations[$0.operation].call }
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
    #expect(search.matches("refund zebra")?.isEmpty == true)
    #expect(search.matches(" ") == nil)
    #expect(search.matches("delete")?.count ?? 0 > 20)
  }
}
