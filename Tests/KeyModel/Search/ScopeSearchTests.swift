import Catalogs
import Testing

/// Search by words, best first.
@Suite struct ScopeSearchTests {
  private static let komerza = ScopeSearch(catalog: Samples.komerza)

  private func ids(_ scopes: [Int]) -> [String] { scopes.map { Samples.komerza.scopes[$0].id } }

  private func ranked(_ query: String) -> [String] {
    ids(Self.komerza.matches(query)?.ranked ?? [])
  }

  @Test(
    "The ranking: what a query finds first",
    arguments: [
      ("stores.orders.refund", "stores.orders.refund"),
      ("refund", "stores.orders.refund"),
      ("ref", "stores.orders.refund"),
      ("REFUND", "stores.orders.refund"),
      ("ord ref", "stores.orders.refund"),
      ("ref ord", "stores.orders.refund"),
      ("orders view", "stores.orders.view"),
      ("view orders", "stores.orders.view"),
      ("delete product", "stores.products.delete"),
      ("prod del", "stores.products.delete"),
      ("blog", "stores.blog.view"),
      ("affil", "stores.affiliates.view"),
      ("stoordref", "stores.orders.refund"),
      ("sordel", "stores.orders.deliver"),
      ("license keys", "stores.products.view"),
    ])
  func firstHit(query: String, first: String) {
    #expect(ranked(query).first == first, "\(query): \(ranked(query).prefix(5))")
  }

  @Test("Every word has to be found, in whatever order")
  func words() {
    #expect(ranked("orders refund") == ranked("refund orders"))
    #expect(Set(ranked("orders refund")).isSubset(of: Set(ranked("orders"))))
    #expect(ranked("refund zzz").isEmpty)
    #expect(Self.komerza.matches("  ") == nil)
  }

  @Test("The tree's order stays where nobody asks for the best")
  func treeOrder() throws {
    let found = try #require(Self.komerza.matches("view"))
    #expect(found.items == found.items.sorted())
    #expect(Set(found.ranked) == Set(found.items) && found.ranked.count == found.items.count)
    #expect(found.best == found.ranked.first)
    let scores = Dictionary(uniqueKeysWithValues: zip(found.items, found.scores))
    let inOrder = found.ranked.compactMap { scores[$0] }
    #expect(inOrder == inOrder.sorted(by: >))
  }

  @Test("A word that stands somewhere is no abbreviation as well")
  func abbreviationsAreTheLastResort() {
    // d(el…) starts parts in their order in many ids; "del" stands in some.
    #expect(ranked("del").allSatisfy { $0.contains("del") || !$0.isEmpty && named("del", $0) })
    #expect(!ranked("sor").isEmpty)
  }

  private func named(_ word: String, _ id: String) -> Bool {
    guard let scope = Samples.komerza.indexOfScope(id) else { return false }
    let text =
      [Samples.komerza.scopes[scope].title, Samples.komerza.scopes[scope].summary]
      + Samples.komerza.categoryPath(ofScope: scope)
    return text.contains { $0.lowercased().contains(word) }
  }

  @Test(
    "Capitals start parts of an id",
    arguments: [
      ("instances", true), ("descri inst", true), ("ecde", true), ("nstanc", true), ("inss", false),
    ])
  func capitals(query: String, isFound: Bool) throws {
    let catalog = try Self.catalog(ids: ["ec2:DescribeInstances", "s3:GetObject"])
    #expect(ScopeSearch(catalog: catalog).matches(query)?.ranked.first == (isFound ? 0 : nil))
  }

  @Test(
    "The marks are the letters that were found",
    arguments: [
      ("ord ref", "stores.orders.refund", "ordref"),
      ("refund", "stores.orders.refund", "refund"),
      ("sor", "stores.orders.refund", "sor"),
      ("storef", "stores.orders.refund", "storef"),
      ("view", "stores.reviews.view", "view"),
      ("zzz", "stores.orders.refund", ""),
    ])
  func marks(query: String, id: String, letters: String) {
    let bytes = Array(id.utf8)
    let marked = ScopeSearch.marks(query, in: id).map { String(decoding: bytes[$0], as: UTF8.self) }
    #expect(marked.joined() == letters)
    if query == "view" { #expect(ScopeSearch.marks(query, in: id) == [15..<19]) }
  }

  @Test("A word beyond ASCII is found whatever its case")
  func unicode() throws {
    let catalog = try Self.catalog(ids: ["a.view", "b.view"], titles: ["Z\u{DC}RICH", "Bern"])
    #expect(ScopeSearch(catalog: catalog).matches("z\u{FC}r")?.items == [0])
  }

  @Test("An abbreviation that starts as other ids do is found letter by letter")
  func typedAbbreviation() throws {
    let catalog = try Self.catalog(ids: ["a.so.view", "stores.orders.refund"])
    let search = ScopeSearch(catalog: catalog)
    var found: SearchMatches?
    for (query, items) in [("s", [0, 1]), ("so", [0]), ("sor", [1]), ("sore", [1]), ("so", [0])] {
      found = search.matches(query, after: found)
      #expect(found?.items == items, "\(query)")
    }
  }

  private static func catalog(ids: [String], titles: [String]? = nil) throws -> Catalog {
    let scopes = ids.indices.map {
      #"{"id":"\#(ids[$0])","title":"\#(titles?[$0] ?? "T")"}"#
    }
    let text =
      #"{"$schema":"urn:keywright:catalog:1","id":"c","name":"C","version":"1","#
      + #""categories":[{"name":"G","scopes":[\#(scopes.joined(separator: ","))]}]}"#
    return try Catalog(decoding: Array(text.utf8))
  }
}
