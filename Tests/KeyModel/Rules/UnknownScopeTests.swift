import Catalogs
import Judgement
import Keys
import Testing

struct UnknownScopeTests {
  private let rule = "unknown-scope"

  @Test func `a misspelled id is an error that names the scope meant, and puts it there`() {
    let probe = RuleProbe("stores.order.view", "stores.view")
    let finding = probe.findings(rule).first
    #expect(finding?.severity == .error)
    #expect(finding?.scopes == ["stores.order.view"])
    #expect(
      finding?.message == "The catalog komerza 2026-06-24 has no scope of this id; "
        + "it looks like a misspelling of stores.orders.view.")
    let mended = probe.mended(rule)
    #expect(mended.findings(rule) == [])
    #expect(mended.design.scopes.count == 2)
  }

  @Test func `an id unlike all others may be of a newer catalog, and can be taken out`() {
    let probe = RuleProbe("billing.invoices", "stores.view")
    #expect(
      probe.findings(rule).first?.message == "The catalog komerza 2026-06-24 has no scope of this "
        + "id or one like it; a newer catalog may.")
    #expect(probe.mended(rule).findings(rule) == [])
  }

  @Test func `each unknown id is a finding`() {
    #expect(RuleProbe("aa.bb", "cc.dd").findings(rule).map(\.scopes) == [["aa.bb"], ["cc.dd"]])
  }

  @Test func `known ids, and no id at all, are silent`() {
    #expect(RuleProbe("stores.view", "user.view").findings(rule) == [])
    #expect(RuleProbe().findings(rule) == [])
  }
}
