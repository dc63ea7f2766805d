import BitCollections
import Catalogs
import Judgement
import Keys
import Testing

/// What the chosen calls ask of a key.
@Suite struct CallNeedsTests {
  let catalog = Samples.shop

  private func needs(_ calls: String...) -> CallNeeds {
    var details = KeyDetails()
    details.operations = calls
    return CallNeeds(KeyDesign(details: details), catalog: catalog)
  }

  private func count(_ id: String, _ needs: CallNeeds) throws -> Int {
    needs.count(ofScope: try #require(catalog.indexOfScope(id)))
  }

  @Test func `each call counts once for every scope that it names`() throws {
    let needs = needs("GET /orders", "DELETE /orders/{id}", "GET /orders")
    #expect(try count("orders.view", needs) == 2)
    #expect(try count("orders.update", needs) == 1 && count("payouts.view", needs) == 0)
    #expect(needs.operations.count == 2 && !needs.isEmpty)
  }

  @Test func `unknown and unstated calls are told apart from free ones`() {
    let needs = needs("GET /gone", "GET /unstated", "GET /health")
    #expect(needs.unknown == ["GET /gone"])
    #expect(needs.unstated.map { catalog.operations[$0].call } == ["GET /unstated"])
    #expect(needs.operations.count == 2)
  }

  @Test func `a key for no known call asks for nothing`() {
    #expect(needs().isEmpty && needs("GET /gone").isEmpty)
  }

  @Test func `chosen calls are written in the catalog's order, unknown ones behind them`() throws {
    var details = KeyDetails()
    details.operations = ["GET /z", "GET /health", "GET /orders", "GET /a"]
    let chosen = try ["GET /unstated", "GET /orders"].map { call in
      try #require(catalog.indexOfOperation(call))
    }
    details.chooseOperations(BitSet(chosen), in: catalog)
    #expect(details.operations == ["GET /orders", "GET /unstated", "GET /z", "GET /a"])
  }
}
