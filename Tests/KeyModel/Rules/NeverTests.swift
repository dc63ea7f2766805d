import BitCollections
import Catalogs
import Judgement
import Keys
import Testing

/// What a key must never have and never do, by its own word or the policy's.
struct NeverTests {
  private func probe(_ ids: String..., never: [String] = [], policy: Policy = Policy()) -> RuleProbe
  {
    var probe = RuleProbe(catalog: HubSample.catalog, policy: policy)
    probe.design = Samples.design(ids, in: HubSample.catalog)
    probe.design.details.never = never
    return probe
  }

  @Test func `a granted scope that is ruled out is an error, settled by unticking what grants it`()
  {
    let probe = probe("all", "read", never: ["public"])
    let finding = probe.findings("never-held").first
    #expect(finding?.severity == .error)
    #expect(finding?.scopes == ["all"])
    #expect(finding?.message == "The key must never have public, and all grants it.")
    #expect(probe.mended("never-held").findings("never-held") == [])
    #expect(
      probe.mended("never-held").design.scopes
        == Samples.design(["read"], in: HubSample.catalog).scopes)
  }

  @Test func `the policy rules out for every key`() {
    var policy = Policy()
    policy.never = ["post", "GET /search", "of.another.catalog"]
    let held = probe("post", policy: policy).findings("never-held").first
    #expect(held?.message == "A key must never have post, and it is chosen.")
    let open = probe("search", policy: policy).findings("never-open").first
    #expect(open?.scopes == ["search"])
    #expect(open?.operations == ["GET /search"])
    #expect(probe("read", policy: policy).findings("never-held") == [])
    #expect(probe("read", policy: policy).findings("never-open") == [])
  }

  @Test func `a call that is ruled out stays closed, by whatever scope it would be opened`() {
    let call = "GET /repos/{repo}"
    // The easier case alone opens it, as long as nothing is answered.
    #expect(
      probe("public", never: [call]).findings("never-open").map(\.message) == [
        "GET /repos/{repo} must never be made, and the key opens it in some cases."
      ])
    let probe = probe("all", "read", never: [call])
    let finding = probe.findings("never-open").first
    #expect(finding?.severity == .error)
    #expect(finding?.scopes == ["all"])
    #expect(finding?.message == "GET /repos/{repo} must never be made, and the key opens it.")
    #expect(finding?.remedy?.text == "Untick all")
    #expect(probe.mended("never-open").findings("never-open") == [])
    var answered = self.probe("public", never: [call])
    answered.design.details.answer(0, false, in: HubSample.catalog)
    #expect(answered.findings("never-open").map(\.scopes) == [["public"]])
  }

  @Test func `of a set that is needed whole one scope is enough to give up`() {
    let probe = probe("contents:write", "all", never: ["PUT /repos/{repo}/files/{path}"])
    #expect(probe.findings("never-open").first?.scopes == ["all", "contents:write"])
    #expect(probe.mended("never-open").design.scopes.count == 1)
    #expect(probe.mended("never-open").findings("never-open") == [])
  }

  @Test func `a call that needs no scope cannot be kept closed`() {
    let finding = probe("all", never: ["GET /rate"]).findings("never-open").first
    #expect(
      finding?.message
        == "GET /rate must never be made, and it needs no scope: any key can make it.")
    #expect(finding?.remedy == nil)
    #expect(probe("all", never: ["GET /odd"]).findings("never-open") == [])
  }

  @Test func `findings are renewed when what is ruled out changes`() {
    let rules = RuleSet(catalog: HubSample.catalog)
    var design = Samples.design(["all"], in: HubSample.catalog)
    var kept = Findings(rules: rules, design: design, today: Samples.today)
    design.details.never = ["public"]
    kept.update(design: design, flipped: [])
    #expect(kept.list() == Samples.findings(design, rules: rules))
    design.scopes = []
    kept.update(design: design, flipped: [1])
    #expect(kept.list() == Samples.findings(design, rules: rules))
  }
}
