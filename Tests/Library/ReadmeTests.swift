import BundledCatalogs
import Foundation
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
    func text(_ path: String) throws -> String {
      let root = "\(#filePath)".split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
      return try String(contentsOf: URL(filePath: root + "/" + path), encoding: .utf8)
    }
    let lines = { (text: String) in
      text.split(separator: "\n").map { $0.drop { $0 == " " } }
    }
    let code = try lines(text("Tests/Library/ReadmeTests.swift"))
    let start = try #require(code.firstIndex(of: "// From here."))
    let end = try #require(code.firstIndex(of: "// To here."))
    let readme = try lines(text("README.md"))
    let shown = try #require(readme.firstIndex(of: code[start + 1]))
    #expect(Array(readme[shown...].prefix(end - start - 1)) == Array(code[(start + 1)..<end]))
  }
}
