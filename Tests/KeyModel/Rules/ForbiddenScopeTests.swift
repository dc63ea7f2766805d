import Catalogs
import Judgement
import Testing

struct ForbiddenScopeTests {
  private let rule = "forbidden-scope"
  private var policy: Policy {
    var policy = Policy()
    policy.forbiddenScopes = ["stores.orders.refund", "of.another.catalog"]
    return policy
  }

  @Test func `a forbidden scope is an error, settled by unticking it`() {
    let probe = RuleProbe("stores.orders.refund", "stores.view", policy: policy)
    #expect(probe.findings(rule).map(\.severity) == [.error])
    #expect(probe.findings(rule).map(\.scopes) == [["stores.orders.refund"]])
    #expect(probe.mended(rule).findings(rule) == [])
  }

  @Test func `other scopes, and any scope without a policy, are silent`() {
    #expect(RuleProbe("stores.orders.view", policy: policy).findings(rule) == [])
    #expect(RuleProbe("stores.orders.refund").findings(rule) == [])
  }
}
