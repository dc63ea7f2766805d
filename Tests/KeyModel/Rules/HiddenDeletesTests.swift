import Catalogs
import Judgement
import Testing

struct HiddenDeletesTests {
  private let rule = "hidden-deletes"

  @Test func `a scope that opens DELETE calls without being named delete is a note`() {
    let finding = RuleProbe("stores.orders.refund").findings(rule).first
    #expect(finding?.severity == .note)
    #expect(finding?.operations == ["DELETE /stores/{storeId}/orders/{orderId}/refund"])
    #expect(
      finding?.message == "Its name does not say delete, yet it opens "
        + "DELETE /stores/{storeId}/orders/{orderId}/refund.")
  }

  @Test func `all DELETE calls are listed, and no other call`() {
    let finding = RuleProbe("stores.update").findings(rule).first
    #expect(finding?.operations.count == 9)
    #expect(finding?.operations.allSatisfy { $0.hasPrefix("DELETE ") } == true)
  }

  @Test(arguments: ["stores.coupons.delete", "stores.orders.view", "stores.orders.create"])
  func `a scope named delete, and one that deletes nothing, are silent`(scope: String) {
    #expect(RuleProbe(scope).findings(rule) == [])
  }
}
