import Catalogs
import Judgement
import Testing

struct DestructiveScopeTests {
  private let rule = "destructive-scope"

  @Test func `each scope that deletes is a warning of its own, settled by unticking it`() {
    let probe = RuleProbe("stores.coupons.delete", "stores.products.delete")
    #expect(
      probe.findings(rule).map(\.scopes) == [["stores.products.delete"], ["stores.coupons.delete"]])
    #expect(probe.findings(rule).allSatisfy { $0.severity == .warning && !$0.operations.isEmpty })
    #expect(probe.mended(rule).findings(rule).map(\.scopes) == [["stores.coupons.delete"]])
  }

  @Test func `the number of DELETE calls is said`() {
    #expect(
      RuleProbe("stores.coupons.delete").findings(rule).first?.message
        == "Opens 1 DELETE call; what it removes does not come back.")
  }

  @Test(arguments: ["stores.orders.refund", "stores.products.update", "stores.tickets.view"])
  func `a scope that is not named delete is silent`(scope: String) {
    #expect(RuleProbe(scope).findings(rule) == [])
  }
}
