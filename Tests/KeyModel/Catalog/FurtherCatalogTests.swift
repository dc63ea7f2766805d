import BitCollections
import BundledCatalogs
import Catalogs
import Documents
import Judgement
import Keys
import TestSupport
import Testing

/// The catalogs that ship beside the first: as well made, and no less known to the program.
struct FurtherCatalogTests {
  private static let ids = BundledCatalogs.ids.dropFirst()

  private func catalog(_ id: String) throws -> Catalog {
    try #require(try BundledCatalogs.load(id))
  }

  @Test(arguments: Self.ids)
  func `nothing is left for its author to do but what the platform leaves open`(id: String) throws {
    let catalog = try catalog(id)
    let warnings = CatalogCheck(catalog).problems.filter { $0.severity != .note }
    // GitHub's own sentences name both levels there, and DigitalOcean's description does.
    let known = [
      "github-classic": "needs read:packages and write:packages together",
      "digitalocean": "docker-credentials needs registry:read and registry:update together",
    ]
    #expect(
      warnings.allSatisfy { problem in known[id].map { problem.message.contains($0) } ?? false },
      "\(warnings)")
    #expect(catalog.scopes.allSatisfy { $0.access != .unstated })
    // All of DigitalOcean's facts stand in one description.
    #expect(catalog.sources.count >= (id == "digitalocean" ? 1 : 2) && !catalog.servers.isEmpty)
    let isWrittenSo = CatalogEncoder.encode(catalog) == BundledDocument.bytes(of: id)
    #expect(isWrittenSo)
  }

  @Test(arguments: Self.ids)
  func `each combination fires on its trigger and is silent after its remedy`(id: String) throws {
    let catalog = try catalog(id)
    let rules = RuleSet(catalog: catalog)
    for rule in catalog.combinations {
      let example = try #require(RulePage(rule: rule.id, rules: rules)?.example)
      let bad = Samples.findings(example.bad.design, rules: rules).map(\.rule)
      let good = Samples.findings(example.good.design, rules: rules).map(\.rule)
      #expect(bad.contains(rule.id) && !good.contains(rule.id), "\(rule.id)")
      let sentences = rule.story.split(separator: ". ").count
      #expect((2...8).contains(sentences), "\(rule.id): \(sentences)")
    }
  }

  @Test(arguments: Self.ids)
  func `a preset raises no error, and the warnings that it publishes`(id: String) throws {
    let catalog = try catalog(id)
    let rules = RuleSet(catalog: catalog)
    for preset in catalog.presets {
      var design = Samples.design([], in: catalog)
      design.scopes = BitSet(preset.scopes)
      let found = Samples.findings(design, rules: rules)
      #expect(Set(found.map(\.rule)).sorted() == preset.warnings, "\(preset.id)")
      #expect(found.allSatisfy { $0.severity < .error }, "\(preset.id)")
    }
  }

  @Test func `wide scopes of one platform grant narrow ones, and rules see through them`() throws {
    let catalog = try catalog("github-classic")
    let rules = RuleSet(catalog: catalog)
    let findings = Samples.findings(
      Samples.design(["repo", "workflow", "repo:status"], in: catalog), rules: rules)
    #expect(
      findings.contains { $0.rule == "workflow-secrets" && $0.scopes == ["repo", "workflow"] })
    #expect(findings.contains { $0.rule == "redundant-scope" && $0.scopes == ["repo:status"] })
  }

  @Test func `no module but the list of names knows the first platform`() throws {
    let root = "\(#filePath)".split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 }
    var checked = 0
    func check(_ folder: String) throws {
      for name in TestFolder.names(in: folder) {
        let path = folder + "/" + name
        guard name.hasSuffix(".swift") || name.hasSuffix(".c") || name.hasSuffix(".h") else {
          if !name.contains(".") { try check(path) }
          continue
        }
        let text = String(decoding: try DocumentFile.read(path), as: UTF8.self).lowercased()
        // An example in a help text is read by people; nothing else may name a platform.
        let lines = text.split(separator: "\n")
          .map { $0.split(separator: " ").joined(separator: " ") }
          .filter { !$0.hasPrefix("keywright ") }
        #expect(!lines.contains { $0.contains("komerza") }, "\(path)")
        checked += 1
      }
    }
    try check(root + "/Sources")
    #expect(checked > 100)
  }
}
