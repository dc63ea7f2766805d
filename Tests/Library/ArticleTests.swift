import BundledCatalogs
import KeyModel
import Testing

// From here.
func report(on bytes: [UInt8], today: Day) throws -> (lines: [String], smaller: [UInt8]) {
  var key = try Key(manifest: bytes) { Catalog.bundled($0) }
  let lines = key.lint(today: today).map { "\($0.severity): \($0.rule): \($0.message)" }
  while let remedy = key.lint(today: today).lazy.compactMap(\.remedy).first(where: \.isEdit) {
    try key.apply(remedy)
  }
  return (lines, try key.manifest())
}
// To here.

/// The articles of the library's documentation: their code and their documents as they stand there.
@Suite struct ArticleTests {
  private static let articles = "Sources/KeyModel/KeyModel.docc/"

  /// The part of an article between the first line ```` ```json ```` and the next that ends it.
  private static func document(in article: String) throws -> String {
    let text = try ShownCode.text(articles + article)
    let block = try #require(text.split(separator: "```json\n").dropFirst().first)
    return String(try #require(block.split(separator: "```").first))
  }

  @Test func `a key is linted in ten lines`() throws {
    #expect(try ShownCode.isShown(from: "ArticleTests.swift", on: Self.articles + "LintAKey.md"))
    var key = Key(of: try #require(Catalog.bundled("komerza")))
    for scope in key.catalog.scopes { try key.insert(scope.id) }
    let today = try #require(Day("2026-11-30"))
    let (lines, smaller) = try report(on: key.manifest(), today: today)
    #expect(lines.contains { $0.hasPrefix("error: ") })
    let left = try Key(manifest: smaller, catalog: key.catalog)
    #expect(left.scopes.count < key.scopes.count)
    #expect(!left.lint(today: today).contains { $0.remedy?.isEdit == true })
  }

  @Test func `the catalog of the article is read, and says what it says`() throws {
    let document = try Self.document(in: "MakeACatalog.md")
    let acme = try Catalog(decoding: Array(document.utf8))
    let need = acme.need(["PUT /files/7"])
    #expect(need.scopes.map(\.text) == ["files.write"])
    #expect(try !need.key.manifest().isEmpty)
    let typo = document.replacing("[\"files.read\"] }", with: "[\"files.raed\"] }")
    let error = #expect(throws: ModelError.self) { try Catalog(decoding: Array(typo.utf8)) }
    #expect(error?.path == "categories[0].scopes[1].includes[0]")
  }
}
