import Catalogs
import Judgement
import Keys
import Testing

/// The rules about kinds of key, and the one about reasons.
struct KindRuleTests {
  private func probe(_ ids: String..., kind: String? = nil, policy: Policy = Policy()) -> RuleProbe
  {
    var probe = RuleProbe(catalog: HubSample.catalog, policy: policy)
    probe.design = Samples.design(ids, in: HubSample.catalog)
    probe.design.details.kind = kind
    return probe
  }

  @Test func `a scope of another kind is an error, settled by unticking it`() {
    let probe = probe("search", "read", kind: "bot")
    let finding = probe.findings("scope-of-another-kind").first
    #expect(finding?.severity == .error)
    #expect(finding?.scopes == ["search"])
    #expect(
      finding?.message == "The key is of the kind Bot token; this scope is for User token.")
    #expect(probe.mended("scope-of-another-kind").findings("scope-of-another-kind") == [])
    #expect(self.probe("search", "read", kind: "user").findings("scope-of-another-kind") == [])
  }

  @Test func `a key that does not say its kind is at fault where no kind takes all its scopes`() {
    #expect(probe("search", "read").findings("scope-of-another-kind") == [])
    let finding = probe("search", "post").findings("scope-of-another-kind").first
    #expect(finding?.scopes == ["search"])
    #expect(
      finding?.message
        == "No kind of key takes this scope with the key's others; it is for User token.")
    #expect(RuleProbe("stores.view").findings("scope-of-another-kind") == [])
  }

  @Test func `a kind that the catalog lacks is an error that names the nearest`() {
    let probe = probe("read", kind: "bots")
    let finding = probe.findings("unknown-kind").first
    #expect(finding?.severity == .error)
    #expect(finding?.message == "The catalog has no kind of key bots.")
    #expect(finding?.remedy?.text == "Write bot")
    #expect(probe.mended("unknown-kind").design.details.kind == "bot")
    #expect(
      self.probe("read", kind: "installation").findings("unknown-kind").first?.remedy?.text
        == "Use one of: bot, user")
    #expect(self.probe("read", kind: "bot").findings("unknown-kind") == [])
  }

  @Test func `in a catalog without kinds, a kind can only be taken out`() {
    let probe = RuleProbe("stores.view") { $0.kind = "bot" }
    #expect(
      probe.findings("unknown-kind").first?.message
        == "The catalog knows no kinds of key, and the key says that it is a bot.")
    #expect(probe.mended("unknown-kind").design.details.kind == nil)
  }

  @Test func `where the policy asks, each scope has a reason`() {
    var policy = Policy()
    policy.requiredFields = [.because]
    var probe = probe("read", "all", policy: policy)
    #expect(probe.findings("scope-without-reason").map(\.scopes) == [["all", "read"]])
    #expect(probe.findings("scope-without-reason").first?.severity == .error)
    probe.design.details.setReason("Copies everything", for: "all")
    #expect(
      probe.findings("scope-without-reason").first?.message
        == "The policy asks why the key has this scope, and nothing is said.")
    probe.design.details.setReason("Shows the news", for: "read")
    #expect(probe.findings("scope-without-reason") == [])
    #expect(probe.findings("required-field") == [])
    #expect(self.probe("read").findings("scope-without-reason") == [])
  }
}
