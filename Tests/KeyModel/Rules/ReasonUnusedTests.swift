import BitCollections
import Catalogs
import Documents
import Judgement
import Keys
import Testing

/// Reasons for scopes that the key does not have.
struct ReasonUnusedTests {
  private func probe(_ ids: String..., reasons: [String]) -> RuleProbe {
    var probe = RuleProbe(catalog: HubSample.catalog)
    probe.design = Samples.design(ids, in: HubSample.catalog)
    for id in reasons { probe.design.details.setReason("Posts", for: id) }
    return probe
  }

  @Test func `a misspelled id names the scope that has no reason, and gives it to that`() {
    let probe = probe("post", "search", reasons: ["posst", "search"])
    let finding = probe.findings("reason-unused").first
    #expect(finding?.severity == .warning && finding?.scopes == ["posst"])
    #expect(finding?.remedy?.text == "Give the reason to post")
    let mended = probe.mended("reason-unused")
    #expect(mended.findings("reason-unused") == [])
    #expect(mended.design.details.reason(for: "post") == "Posts")
    #expect(mended.design.details.reason(for: "posst") == nil)
  }

  @Test func `the reason for a scope that was taken away is removed, whatever is like it`() {
    for id in ["search", "nothing.like.it"] {
      let probe = probe("post", reasons: [id])
      #expect(probe.findings("reason-unused").first?.remedy?.text == "Remove the reason", "\(id)")
      let mended = probe.mended("reason-unused").design
      #expect(mended.details.because.isEmpty && mended.scopes == probe.design.scopes)
    }
  }

  @Test func `a scope that is granted, or that the catalog does not have, may have a reason`() {
    var probe = probe("all", reasons: ["public", "of.tomorrow"])
    probe.design.details.unknownScopes = ["of.tomorrow"]
    #expect(probe.findings("reason-unused") == [])
    probe.design.scopes = []
    #expect(probe.findings("reason-unused").map(\.scopes) == [["public"]])
  }

  @Test func `each key of a split takes along the reasons for its own scopes`() {
    let catalog = Samples.komerza
    var design = KeyDesign(scopes: BitSet(catalog.scopes.indices))
    for scope in catalog.scopes { design.details.setReason("For work", for: scope.id) }
    let rules = RuleSet(catalog: catalog)
    let keys = KeySplit(design, rules: rules, today: Samples.today).keys
    #expect(keys.count > 1)
    for key in keys {
      #expect(key.details.because.map(\.scope) == key.scopes.map { catalog.scopes[$0].id })
    }
  }

  @Test func `its line is that of the reason`() throws {
    let text = """
      {
        "$schema": "urn:keywright:manifest:1",
        "catalog": { "id": "hub", "version": "1" },
        "scopes": ["post"],
        "because": {
          "post": "Posts",
          "posst": "Posts"
        }
      }
      """
    let manifest = try Manifest(decoding: Array(text.utf8)) { _ in HubSample.catalog }
    #expect(manifest.line(ofReason: "posst") == 7)
    let region = ManifestRegions(manifest)?.region(ofReason: "posst")
    #expect(region?.startLine == 7 && region?.startColumn == 14)
  }
}
