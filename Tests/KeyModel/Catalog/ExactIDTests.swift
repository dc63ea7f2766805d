import BitCollections
import Testing

@testable import Catalogs
@testable import Documents
@testable import Judgement
@testable import Keys

/// Ids are bytes: two that look alike are two, however large the catalog is.
@Suite struct ExactIDTests {
  private static let composed = "caf\u{E9}.read"
  private static let decomposed = "cafe\u{301}.read"

  /// A catalog with one of them; in its compact form, ids are found another way.
  private static func catalogs() throws -> [Catalog] {
    let text = """
      {"$schema":"urn:keywright:catalog:1","id":"cafe","name":"Café","version":"1",
       "categories":[{"name":"G","scopes":[{"id":"\(composed)","title":"Read","access":"view"}]}]}
      """
    let decoded = try Catalog(decoding: Array(text.utf8))
    let compact = try #require(CompactCatalog.decode(CompactCatalog.encode(decoded)))
    return [decoded, compact]
  }

  private static func manifest(_ scopes: String...) -> [UInt8] {
    let list = scopes.map { "\"\($0)\"" }.joined(separator: ", ")
    return Array(
      """
      {"$schema":"urn:keywright:manifest:1","catalog":{"id":"cafe","version":"1"},"scopes":[\(list)]}
      """.utf8)
  }

  @Test func `an id of other bytes is unknown in either form of a catalog`() throws {
    for catalog in try Self.catalogs() {
      #expect(catalog.indexOfScope(Self.composed) == 0)
      #expect(catalog.indexOfScope(Self.decomposed) == nil)
      let manifest = try Manifest(decoding: Self.manifest(Self.decomposed)) { _ in catalog }
      #expect(manifest.original.scopes.isEmpty)
      #expect(manifest.original.details.unknownScopes == [Self.decomposed])
    }
  }

  @Test func `both may stand in one manifest, and each is compared as itself`() throws {
    for catalog in try Self.catalogs() {
      let both = try Manifest(
        decoding: Self.manifest(Self.composed, Self.decomposed), catalogs: { _ in catalog })
      #expect(both.original.scopes.count == 1 && both.original.details.unknownScopes.count == 1)
      let one = try Manifest(decoding: Self.manifest(Self.composed), catalogs: { _ in catalog })
      let rules = RuleSet(catalog: catalog)
      let today = try #require(CalendarDate("2026-11-30"))
      func reviewed(_ manifest: Manifest) -> ReviewedKey {
        ReviewedKey(Findings(rules: rules, design: manifest.original, today: today))
      }
      let diff = KeyDiff(from: reviewed(one), to: reviewed(both))
      #expect(diff.added.scopes.map { Array($0.utf8) } == [Array(Self.decomposed.utf8)])
      #expect(diff.isWidened)
    }
  }

  @Test func `an acceptance holds for the id that it names, and for no other`() throws {
    for catalog in try Self.catalogs() {
      var design = KeyDesign()
      design.details.unknownScopes = [Self.decomposed]
      func findings(_ accepted: String) throws -> [Finding] {
        design.details.accepted = [
          Acceptance(rule: "unknown-scope", scopes: [accepted], reason: "r", by: "b", until: nil)
        ]
        let today = try #require(CalendarDate("2026-11-30"))
        return Findings(rules: RuleSet(catalog: catalog), design: design, today: today).list()
          .filter { $0.rule == "unknown-scope" }
      }
      #expect(try findings(Self.decomposed).map(\.isAccepted) == [true])
      #expect(try findings(Self.composed).map(\.isAccepted) == [false])
    }
  }
}
