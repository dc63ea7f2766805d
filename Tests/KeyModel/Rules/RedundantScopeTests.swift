import BitCollections
import Catalogs
import Judgement
import Keys
import TestSupport
import Testing

/// The rule about ticks that are granted anyway, and what grants do to the other rules.
struct RedundantScopeTests {
  private func probe(_ ids: String..., policy: Policy = Policy()) -> RuleProbe {
    var probe = RuleProbe(catalog: Samples.granting, policy: policy)
    probe.design = Samples.design(ids, in: Samples.granting)
    return probe
  }

  @Test func `a tick that another grants is a note, settled by unticking it`() {
    let probe = probe("repo.read", "repo.write", "repo.admin")
    let finding = probe.findings("redundant-scope").first
    #expect(finding?.scopes == ["repo.read", "repo.write"] && finding?.severity == .note)
    #expect(
      finding?.message == "Granted anyway: repo.read by repo.write, repo.write by repo.admin.")
    #expect(probe.mended("redundant-scope").findings("redundant-scope") == [])
    #expect(
      probe.mended("redundant-scope").design == Samples.design(["repo.admin"], in: Samples.granting)
    )
  }

  @Test func `it is inferred where only names say so`() {
    #expect(
      probe("repo.read", "repo.write").findings("redundant-scope").map(\.confidence) == [.inferred])
    #expect(
      probe("repo.read", "all").findings("redundant-scope").map(\.confidence) == [.documented])
  }

  @Test func `without the scope that grants, and in catalogs without grants, it is silent`() {
    #expect(probe("repo.read", "mail.send").findings("redundant-scope") == [])
    #expect(RuleProbe("stores.view", "stores.update").findings("redundant-scope") == [])
  }

  // MARK: - The other rules

  @Test func `a granted view makes a write no longer blind`() {
    #expect(probe("log.write").findings("blind-write").count == 1)
    #expect(probe("repo.write").findings("blind-write") == [])
    #expect(probe("repo.admin").findings("blind-write") == [])
  }

  @Test func `a combination reads what is granted, and its remedy unticks what grants`() {
    let probe = probe("repo.admin", "repo.read", "mail.send")
    let finding = probe.findings("leak").first
    #expect(finding?.scopes == ["repo.read", "repo.admin", "mail.send"])
    #expect(finding?.operations == ["GET /repo"])
    #expect(finding?.remedy?.text == "Untick repo.read, repo.admin")
    let mended = probe.mended("leak")
    #expect(mended.findings("leak") == [])
    #expect(mended.design.scopes == Samples.design(["mail.send"], in: Samples.granting).scopes)
  }

  @Test func `a scope that grants what deletes is named for it`() {
    let finding = probe("all").findings("destructive-scope").first
    #expect(finding?.scopes == ["all"] && finding?.operations == ["DELETE /repo"])
    #expect(finding?.message == "It grants what deletes for good: repo.erase.")
    #expect(probe("repo.admin").findings("destructive-scope") == [])
  }

  @Test func `deletes that hide behind a grant are told`() {
    #expect(
      probe("repo.admin").findings("hidden-deletes").first?.operations == ["DELETE /repo/hook"])
    #expect(probe("all").findings("hidden-deletes").first?.operations == ["DELETE /repo/hook"])
  }

  @Test func `a forbidden scope is forbidden by way of another as well`() throws {
    let text = #"{"$schema":"urn:keywright:policy:1","forbiddenScopes":["repo.write"]}"#
    let policy = try Policy(decoding: Array(text.utf8), catalogs: [Samples.granting])
    let finding = probe("all", policy: policy).findings("forbidden-scope").first
    #expect(finding?.scopes == ["all"])
    #expect(finding?.message == "It grants what the policy forbids: repo.write.")
    #expect(probe("repo.read", policy: policy).findings("forbidden-scope") == [])
  }

  @Test func `a scope is needed for what it grants`() {
    var probe = probe("repo.admin", "mail.send")
    probe.design.details.operations = ["GET /repo"]
    #expect(probe.findings("unneeded-scope").map(\.scopes) == [["mail.send"]])
  }

  @Test func `one scope that grants nearly everything is full access`() throws {
    let text = Samples.grantingText.replacing(
      #"["repo.admin", "repo.erase"]"#,
      with: #"["repo.admin", "repo.erase", "mail.send", "mail.read", "log.read", "log.write"]"#)
    let catalog = try Catalog(decoding: Array(text.utf8))
    let design = Samples.design(["all"], in: catalog)
    let findings = Samples.findings(design, rules: RuleSet(catalog: catalog))
    #expect(findings.first { $0.rule == "full-access-key" }?.scopes == ["all"])
  }

  @Test func `findings kept up tick by tick equal those made from nothing`() {
    let rules = RuleSet(catalog: Samples.granting)
    let count = Samples.granting.scopes.count
    var random = SeededRandom()
    var design = Samples.design([], in: Samples.granting)
    var kept = Findings(rules: rules, design: design, today: Samples.today)
    for _ in 0..<300 {
      let scope = Int.random(in: 0..<count, using: &random)
      let preview = kept.preview(flipping: scope)
      let before = Set(kept.list())
      if design.scopes.remove(scope) == nil { design.scopes.insert(scope) }
      kept.update(design: design, flipped: [scope])
      #expect(kept.list() == Samples.findings(design, rules: rules), "\(random)")
      let isNew = { (finding: Finding) in !before.contains { $0.rule == finding.rule } }
      for finding in kept.list() where isNew(finding) && finding.rule == "leak" {
        #expect(preview.added.contains { $0.rule == "leak" }, "\(random)")
      }
      for scope in 0..<count {
        let strongest = kept.list(ofScope: scope).map(\.severity).max()
        if design.scopes.contains(scope) { #expect(kept.severity(ofScope: scope) == strongest) }
      }
    }
  }
}
