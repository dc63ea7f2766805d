// As another program sees the library: this target has no access to the package's own declarations.
import BundledCatalogs
import KeyModel
import Testing

@Suite struct LibraryTests {
  private let komerza: Catalog
  private let today: Day

  init() throws {
    komerza = try #require(Catalog.bundled("komerza"))
    today = try #require(Day("2026-11-30"))
  }

  @Test func `a manifest is linted in one call`() throws {
    let manifest = """
      {
        "$schema": "urn:keywright:manifest:1",
        "catalog": { "id": "komerza", "version": "2026-06-24" },
        "scopes": ["stores.orders.view", "stores.nonsense"]
      }
      """
    let key = try Key(manifest: Array(manifest.utf8)) { Catalog.bundled($0) }
    let findings = key.lint(today: today)
    let unknown = try #require(findings.first { $0.rule == "unknown-scope" })
    #expect(unknown.severity == .error && unknown.scopes == ["stores.nonsense"])
    #expect(try key.manifest() == Array(manifest.utf8))
  }

  @Test func `scopes come from a catalog, and another platform's is refused`() throws {
    var key = Key(of: komerza)
    let view = try #require(komerza.scope("stores.orders.view"))
    try key.insert(view)
    #expect(key.scopes == [view] && komerza[view].categories.isEmpty == false)
    #expect(komerza.scope("stores.orders.vieww") == nil)
    let slack = try #require(Catalog.bundled("slack"))
    let foreign = try #require(slack.scopes.first)
    let error = #expect(throws: ModelError.self) { try key.insert(foreign.id) }
    #expect(error?.problem.contains("belongs to \"slack\", not to \"komerza\"") == true)
    let typo = #expect(throws: ModelError.self) { try key.insert("stores.orders.vieww") }
    #expect(typo?.remedy.contains("stores.orders.view") == true)
    // It was not there.
    key.remove(foreign.id)
    #expect(key.scopes == [view])
  }

  @Test func `a scope of another reading of the same platform counts`() throws {
    let again = try #require(Catalog.bundled("komerza"))
    let scope = try #require(again.scope("stores.orders.view"))
    #expect(komerza.scope("stores.orders.view") == scope)
    var key = Key(of: komerza)
    try key.insert(scope)
    #expect(key.scopes.map(\.text) == ["stores.orders.view"])
  }

  @Test func `a remedy is applied to the key that it was found in, and to no other`() throws {
    var key = Key(of: komerza)
    for scope in komerza.scopes { try key.insert(scope.id) }
    let remedy = try #require(key.lint(today: today).lazy.compactMap(\.remedy).first { $0.isEdit })
    let before = key.scopes.count
    try key.apply(remedy)
    #expect(key.scopes.count < before)
    var other = Key(of: try #require(Catalog.bundled("slack")))
    #expect(throws: ModelError.self) { try other.apply(remedy) }
  }

  @Test func `a manifest that could not be read back is not written`() throws {
    var key = Key(of: komerza)
    try key.insert("stores.orders.view")
    key.label = "bot"
    key.rotateBy = Day(secondsSince1970: 1_796_000_000)
    key.addresses = ["203.0.113.7"]
    let bytes = try key.manifest()
    let again = try Key(manifest: bytes, catalog: komerza)
    #expect(again.label == "bot" && again.addresses == ["203.0.113.7"])
    #expect(again.rotateBy == key.rotateBy && again.scopes == key.scopes)
    key.addresses = ["nowhere"]
    let error = #expect(throws: ModelError.self) { try key.manifest() }
    #expect(error?.path == "ipAddresses[0]")
  }

  @Test func `calls give the fewest scopes, and the unknown ones with the nearest`() throws {
    let need = komerza.need(["GET /stores/{storeId}/orders", "GET /stores/{storeId}/ordrs"])
    #expect(!need.scopes.isEmpty && need.isProvenMinimal)
    #expect(need.unknown.map(\.nearest) == ["GET /stores/{storeId}/orders"])
    #expect(need.key.scopes == need.scopes)
  }

  @Test func `a key is compared with the one before`() throws {
    var old = Key(of: komerza)
    try old.insert("stores.orders.view")
    var new = old
    try new.insert("stores.orders.refund")
    let diff = new.diff(from: old, today: today)
    #expect(diff.isWidened && !diff.isNarrowed)
    #expect(diff.added.scopes == ["stores.orders.refund"] && diff.removed.scopes.isEmpty)
    #expect(old.diff(from: old, today: today).isEmpty)
  }

  @Test func `a policy changes what is found`() throws {
    var key = Key(of: komerza)
    try key.insert("stores.orders.view")
    let policy = try Policy(
      decoding: Array(
        #"{"$schema": "urn:keywright:policy:1", "severities": {"no-rotation-date": "error"}}"#.utf8),
      catalogs: [komerza])
    let found = key.lint(policy: policy, today: today).first { $0.rule == "no-rotation-date" }
    #expect(found?.severity == .error)
    #expect(throws: ModelError.self) { try Policy(decoding: [], catalogs: [komerza]) }
  }

  @Test func `days before 1970 are days too`() {
    #expect(Day(secondsSince1970: -1)?.description == "1969-12-31")
    #expect(Day(secondsSince1970: -86_400)?.description == "1969-12-31")
    #expect(Day(secondsSince1970: -86_401)?.description == "1969-12-30")
    #expect(Day(secondsSince1970: 0)?.description == "1970-01-01")
  }
}
