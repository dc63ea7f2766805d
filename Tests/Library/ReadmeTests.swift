import BundledCatalogs
import KeyModel
import Testing

/// The README's example, as it stands there.
@Suite struct ReadmeTests {
  @Test func `the example runs`() throws {
    let bytes = try Key(of: #require(Catalog.bundled("komerza"))).manifest()
    let today = try #require(Day("2026-11-30"))
    var rules: [String] = []
    func print(_ severity: Finding.Severity, _ rule: String, _ scopes: [String]) {
      rules.append(rule)
    }
    // From here.
    let key = try Key(manifest: bytes) { Catalog.bundled($0) }
    for finding in key.lint(today: today) {
      print(finding.severity, finding.rule, finding.scopes)
    }
    var smaller = Key(of: key.catalog)
    for scope in key.catalog.need(["GET /stores/{storeId}/orders"]).scopes {
      try smaller.insert(scope)
    }
    let isWidened = smaller.diff(from: key, today: today).isWidened
    let manifest = try smaller.manifest()  // the same key, the same bytes
    // To here.
    #expect(rules.contains("no-scopes-selected") && isWidened && !manifest.isEmpty)
  }

  @Test func `the README shows the example that runs`() throws {
    #expect(try ShownCode.isShown(from: "ReadmeTests.swift", on: "README.md"))
  }
}
