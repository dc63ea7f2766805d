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

  private static let hub = """
    {"$schema":"urn:keywright:catalog:1","id":"hub","name":"Hub","version":"1",
    "kinds":[{"id":"bot","title":"Bot token"},{"id":"user","title":"User token"}],
    "conditions":[{"id":"private","question":"Does the key touch private files?"}],
    "categories":[{"name":"Files","scopes":[
    {"id":"public","title":"Public files","access":"view"},
    {"id":"all","title":"All files","access":"view","includes":["public"]},
    {"id":"search","title":"Search","access":"view","kinds":["user"]}]}],
    "operations":[{"method":"GET","path":"/files","requires":[
    {"scopes":["all"],"when":"private"},{"scopes":["public"],"unless":"private"}]},
    {"method":"GET","path":"/search","requires":[["search"]]}]}
    """

  @Test func `kind, answers, reasons and what is ruled out are the key's, and come back`() throws {
    let hub = try Catalog(decoding: Array(Self.hub.utf8))
    #expect(hub.kinds.map(\.id) == ["bot", "user"] && hub.conditions.map(\.id) == ["private"])
    var key = Key(of: hub)
    try key.insert("public")
    #expect(key.access(to: "GET /files") == .closed)
    try key.setAnswer(false, to: "private")
    #expect(key.access(to: "GET /files") == .open && key.access(to: "GET /none") == .unknown)
    key.kind = "bot"
    #expect(key.access(to: "GET /search") == .otherKind)
    try key.setNever(["all", "GET /search"])
    key.setReason("Lists the files of the page", for: "public")
    let again = try Key(manifest: key.manifest(), catalog: hub)
    #expect(try again.kind == "bot" && again.answer(to: "private") == false)
    #expect(again.never == ["all", "GET /search"])
    #expect(again.reason(for: "public") == "Lists the files of the page")
    try key.insert("all")
    #expect(throws: ModelError.self) { try key.manifest() }
    let unknown = #expect(throws: ModelError.self) { try key.setNever(["serch"]) }
    #expect(unknown?.remedy.contains("search") == true)
    let condition = #expect(throws: ModelError.self) { try key.setAnswer(true, to: "privat") }
    #expect(condition?.remedy.contains("private") == true)
  }

  @Test func `calls give scopes for the kind and the answers of a key`() throws {
    let hub = try Catalog(decoding: Array(Self.hub.utf8))
    let calls = ["GET /files", "GET /search"]
    let need = hub.need(calls)
    // The kind that can make both, and what is enough in both cases.
    #expect(need.key.kind == "user" && need.scopes.map(\.text) == ["all", "search"])
    #expect(need.openConditions == ["private"] && need.isProvenMinimal)
    var key = Key(of: hub)
    key.kind = "bot"
    try key.setAnswer(false, to: "private")
    let bot = hub.need(calls, for: key)
    #expect(bot.scopes.map(\.text) == ["public"] && bot.impossible == ["GET /search"])
    try key.setNever(["public"])
    #expect(hub.need(["GET /files"], for: key).ruledOut == ["GET /files"])
  }

  @Test func `days before 1970 are days too`() {
    #expect(Day(secondsSince1970: -1)?.description == "1969-12-31")
    #expect(Day(secondsSince1970: -86_400)?.description == "1969-12-31")
    #expect(Day(secondsSince1970: -86_401)?.description == "1969-12-30")
    #expect(Day(secondsSince1970: 0)?.description == "1970-01-01")
  }
}
