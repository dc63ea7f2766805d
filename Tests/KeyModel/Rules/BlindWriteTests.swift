import Catalogs
import Judgement
import Testing

struct BlindWriteTests {
  private let rule = "blind-write"

  @Test func `a change without the view of the same resource fires, and the view settles it`() {
    let probe = RuleProbe("stores.tickets.update")
    let finding = probe.findings(rule).first
    #expect(finding?.severity == .warning)
    #expect(finding?.scopes == ["stores.tickets.update"])
    #expect(
      finding?.message
        == "Changes what it cannot read: stores.tickets.update without stores.tickets.view.")
    #expect(finding?.remedy?.text == "Tick stores.tickets.view")
    #expect(probe.mended(rule).findings(rule) == [])
  }

  @Test func `all pairs are one finding`() {
    let probe = RuleProbe("stores.tickets.update", "stores.tickets.delete", "stores.orders.refund")
    #expect(probe.findings(rule).map(\.scopes.count) == [3])
    #expect(probe.mended(rule).findings(rule) == [])
  }

  @Test(arguments: ["stores.tickets.view", "stores.orders.create", "stores.reviews.flagged.create"])
  func `a view, a create, and what has no view are silent`(scope: String) {
    #expect(RuleProbe(scope).findings(rule) == [])
  }

  @Test func `a change beside its view is silent, beside another's view it is not`() {
    #expect(RuleProbe("stores.orders.refund", "stores.orders.view").findings(rule) == [])
    #expect(RuleProbe("stores.orders.refund", "stores.coupons.view").findings(rule).count == 1)
  }
}
