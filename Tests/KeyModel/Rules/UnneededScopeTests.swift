import Catalogs
import Judgement
import Keys
import Testing

struct UnneededScopeTests {
  private let rule = "unneeded-scope"
  private let deliver = "PUT /stores/{storeId}/orders/{orderId}/deliver"

  @Test func `a scope that no chosen call names is a warning, settled by unticking it`() {
    let probe = RuleProbe("stores.orders.deliver", "stores.orders.refund") {
      $0.operations = [deliver]
    }
    let finding = probe.findings(rule).first
    #expect(finding?.scopes == ["stores.orders.refund"])
    #expect(finding?.severity == .warning && finding?.confidence == .documented)
    #expect(finding?.message == "The one chosen call does not need it.")
    #expect(probe.mended(rule).findings(rule) == [])
  }

  @Test func `where no call is chosen, or none that the catalog knows, it is silent`() {
    #expect(RuleProbe("stores.orders.refund").findings(rule) == [])
    #expect(RuleProbe("stores.orders.refund") { $0.operations = ["GET /x"] }.findings(rule) == [])
  }

  @Test func `a scope of any alternative is needed`() {
    let probe = RuleProbe("orders.view", "orders.update", "orders.delete", catalog: Samples.shop) {
      $0.operations = ["GET /orders"]
    }
    #expect(probe.findings(rule).map(\.scopes) == [["orders.delete"]])
  }

  @Test func `beside a call whose scopes are unstated it is only inferred`() {
    let probe = RuleProbe("orders.view", catalog: Samples.shop) {
      $0.operations = ["GET /unstated"]
    }
    #expect(probe.findings(rule).map(\.confidence) == [.inferred])
  }
}
