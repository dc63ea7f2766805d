import BundledCatalogs
import CatalogImport
import Catalogs
import Documents
import TestSupport
import Testing

/// Each catalog of a platform holds what its sources state, and what its overlay says of it.
struct PlatformCatalogTests {
  /// What one catalog holds: numbers of its sources, and never to be met by leaving something out.
  struct Holding: CustomTestStringConvertible, Sendable {
    var id: String
    var scopes: Int
    var calls: Int
    var stated: Int
    var permissions = 0
    var testDescription: String { id }
  }

  static let holdings = [
    Holding(id: "github", scopes: 161, calls: 1_033, stated: 982, permissions: 89),
    Holding(id: "github-classic", scopes: 53, calls: 1_245, stated: 668),
    Holding(id: "slack", scopes: 125, calls: 322, stated: 312),
    Holding(id: "msgraph", scopes: 969, calls: 11_215, stated: 11_214),
    Holding(id: "google-workspace", scopes: 216, calls: 949, stated: 920),
    Holding(id: "kubernetes", scopes: 761, calls: 1_123, stated: 1_117, permissions: 126),
    Holding(id: "aws", scopes: 21_788, calls: 12_087, stated: 11_877),
    Holding(id: "cloudflare", scopes: 208, calls: 979, stated: 868, permissions: 108),
    Holding(id: "gitlab", scopes: 576, calls: 1_903, stated: 1_903),
    Holding(id: "digitalocean", scopes: 142, calls: 659, stated: 642),
  ]

  /// Those that most keys are made for.
  private static let mostUsed: Set = [
    "github", "github-classic", "slack", "msgraph", "google-workspace", "kubernetes",
  ]

  @Test(arguments: holdings)
  func `it holds as many scopes and calls as its sources`(holding: Holding) throws {
    let catalog = try #require(try BundledCatalogs.load(holding.id))
    #expect(catalog.scopes.count == holding.scopes)
    #expect(catalog.operations.count == holding.calls)
    #expect(catalog.permissions.count == holding.permissions)
    #expect(
      catalog.operations.count { $0.requirement != .notStated } == holding.stated)
  }

  @Test(arguments: holdings)
  func `what is ours stands in its overlay, and all of the overlay is in it`(holding: Holding)
    throws
  {
    let catalog = try #require(try BundledCatalogs.load(holding.id))
    let bytes = try #require(BundledDocument.overlay(of: holding.id))
    let overlay = try JSONDocument(parsing: bytes).root
    #expect(overlay["name"]?.string == catalog.name)
    #expect(overlay["summary"]?.string == catalog.summary)
    for (id, words) in overlay["scopes"]?.members ?? [] {
      let scope = catalog.scopes[try #require(catalog.indexOfScope(id), "\(id)")]
      #expect(words["title"].map { $0.string == scope.title } ?? true, "\(id)")
      #expect(words["summary"].map { $0.string == scope.summary } ?? true, "\(id)")
      #expect(words["access"].map { $0.string == scope.access.rawValue } ?? true, "\(id)")
      let touches = try words["touches"]?.requireStrings()
      #expect(touches.map { $0 == scope.touches.words } ?? true, "\(id)")
    }
    let rules = try overlay.require("combinations").requireElements()
    #expect(rules.map { $0["id"]?.string } == catalog.combinations.map(\.id))
    #expect(rules.map { $0["story"]?.string } == catalog.combinations.map(\.story))
    #expect(rules.map { $0["source"]?.string } == catalog.combinations.map(\.source))
    #expect(catalog.combinations.allSatisfy { !$0.source.isEmpty })
    #expect(try overlay["x-limits"]?.requireStrings() == catalog.limits)
    let presets = overlay["presets"]?.elements ?? []
    #expect(presets.map { $0["id"]?.string } == catalog.presets.map(\.id))
    if Self.mostUsed.contains(holding.id) {
      #expect(catalog.combinations.count >= 10 && catalog.presets.count >= 10)
    }
    #expect(catalog.combinations.allSatisfy { !$0.operations.isEmpty && !$0.trace.isEmpty })
  }

  @Test(
    .enabled(if: PlatformFacts.folder != nil, "KEYWRIGHT_SHARED names no folder with facts"),
    arguments: holdings.filter { $0.id != "digitalocean" })
  func `30 calls drawn at random require what the facts say`(holding: Holding) throws {
    let catalog = try #require(try BundledCatalogs.load(holding.id))
    let facts = try PlatformFacts(of: holding.id)
    let isSameList = Set(facts.calls) == Set(catalog.operations.map(\.call))
    #expect(isSameList)
    var random = SeededRandom()
    for call in facts.calls.shuffled(using: &random).prefix(30) {
      let index = try #require(catalog.indexOfOperation(call), "\(call)")
      let words = Self.words(of: index, in: catalog)
      #expect(words == facts.requirement(of: call), "\(call) \(random)")
      let also = facts.otherMethods(of: call)
      #expect(catalog.operations[index].otherMethods == also, "\(call) \(random)")
    }
  }

  @Test(.enabled(if: PlatformFacts.folder != nil, "KEYWRIGHT_SHARED names no folder with facts"))
  func `every call of DigitalOcean requires what an import of its description says`() throws {
    let catalog = try #require(try BundledCatalogs.load("digitalocean"))
    let shared = try #require(SeededRandom.environment("KEYWRIGHT_SHARED"))
    var options = ImportOptions()
    options.base = shared + "/corpus/openapi/digitalocean/specification"
    options.path = (options.base ?? "") + "/DigitalOcean-public.v2.yaml"
    let imported = try CatalogImporter.read(
      DocumentFile.read(options.path ?? ""), options: options
    ).catalog
    #expect(Set(imported.operations.map(\.call)) == Set(catalog.operations.map(\.call)))
    for operation in imported.operations.indices {
      let call = imported.operations[operation].call
      let index = try #require(catalog.indexOfOperation(call))
      let isSame = Self.words(of: operation, in: imported) == Self.words(of: index, in: catalog)
      #expect(isSame, "\(call)")
    }
  }

  @Test func `a key that names scopes of the classic tokens is sent to their catalog`() throws {
    let catalog = try #require(try BundledCatalogs.load("github"))
    let classic = try #require(try BundledCatalogs.load("github-classic"))
    #expect(catalog.neighbors.map(\.id) == ["github-classic"])
    #expect(catalog.neighbors.first?.scopes == classic.scopes.map(\.id))
    #expect(catalog.neighbor(havingScope: "repo") == "github-classic")
    #expect(catalog.neighbor(havingScope: "contents:read") == nil)
    #expect(catalog.neighbor(havingScope: "none") == nil)
  }

  /// A call's alternatives as the facts write them; nil where nothing is stated.
  private static func words(of operation: Int, in catalog: Catalog) -> Set<String>? {
    let operation = catalog.operations[operation]
    guard case .anyOf(let sets) = operation.requirement else { return nil }
    let terms = operation.terms
    return Set(
      sets.indices.flatMap { place -> [String] in
        let scopes = sets[place].map { catalog.scopes[$0].id }.sorted().joined(separator: "+")
        guard let terms = terms.isEmpty ? nil : terms[place] else { return [scopes] }
        var words = scopes
        if let when = terms.when { words += " when " + catalog.conditions[when].id }
        if let unless = terms.unless { words += " unless " + catalog.conditions[unless].id }
        if terms.kinds == .all { return [words] }
        return catalog.kinds.indices.filter(terms.kinds.contains)
          .map { words + " for " + catalog.kinds[$0].id }
      })
  }
}
