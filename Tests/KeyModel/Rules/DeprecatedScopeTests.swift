import BitCollections
import Catalogs
import Judgement
import Keys
import Testing

struct DeprecatedScopeTests {
  private let rule = "deprecated-scope"

  @Test func `a deprecated scope is a warning, settled by the replacement where there is one`() {
    let probe = RuleProbe("payouts.old", catalog: Samples.shop)
    let finding = probe.findings(rule).first
    #expect(finding?.severity == .warning)
    #expect(finding?.scopes == ["payouts.old"])
    #expect(finding?.remedy?.text == "Use payouts.view instead")
    let mended = probe.mended(rule)
    #expect(mended.findings(rule) == [])
    #expect(mended.design.scopes == [3])
  }

  @Test func `without a replacement the remedy says so`() {
    let probe = RuleProbe("user.crypto.viewEnabled", "user.view")
    #expect(
      probe.findings(rule).first?.remedy?.text == "Untick it; the catalog names no replacement")
    #expect(probe.mended(rule).findings(rule) == [])
  }

  @Test(arguments: ["payouts.view", "orders.view"])
  func `a live scope is silent, a replacement too`(scope: String) {
    #expect(RuleProbe(scope, catalog: Samples.shop).findings(rule) == [])
  }
}
