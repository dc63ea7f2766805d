import BundledCatalogs
import Catalogs
import Judgement
import Testing

struct UnconfirmedScopeTests {
  private let rule = "unconfirmed-scope"

  @Test func `a scope whose id is unconfirmed is a warning, settled by unticking it`() throws {
    let gitlab = try #require(try BundledCatalogs.load("gitlab"))
    let probe = RuleProbe("activate_user", "read_member", catalog: gitlab)
    #expect(probe.findings(rule).map(\.severity) == [.warning])
    #expect(probe.mended(rule).findings(rule) == [])
  }

  @Test(arguments: ["user.view", "stores.tax.view", "user.crypto.viewEnabled"])
  func `a scope that a source states is silent`(scope: String) {
    #expect(RuleProbe(scope).findings(rule) == [])
  }
}
