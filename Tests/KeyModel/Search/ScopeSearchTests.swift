import KeyModel
import TestSupport
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
    #expect(found.scopes == found.scopes.sorted())
    #expect(Set(found.ranked) == Set(found.scopes) && found.ranked.count == found.scopes.count)
    #expect(found.best == found.ranked.first)
    let scores = Dictionary(uniqueKeysWithValues: zip(found.scopes, found.scores))
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
    #expect(ScopeSearch(catalog: catalog).matches("z\u{FC}r")?.scopes == [0])
  }

  @Test("Typing and taking back letter by letter finds what asking from nothing finds")
  func narrowing() throws {
    var random = SeededRandom()
    var generator = CatalogGenerator(seed: random.seed)
    let catalog = try Catalog(decoding: generator.document(.init(scopes: 120)))
    let search = ScopeSearch(catalog: catalog)
    var query = ""
    var found: ScopeMatches?
    for step in 0..<300 {
      query = Self.edited(query, catalog, using: &random)
      found = search.matches(query, after: found)
      let fresh = search.matches(query)
      #expect(found?.scopes == fresh?.scopes, "step \(step), \"\(query)\": \(random)")
      #expect(found?.scores == fresh?.scores, "step \(step), \"\(query)\": \(random)")
      #expect(
        found?.scopes == NaiveSearch.scopes(query, in: catalog),
        "step \(step), \"\(query)\": \(random)")
    }
  }

  /// A letter more, a letter less, another word, or nothing at all.
  private static func edited(
    _ query: String, _ catalog: Catalog, using random: inout SeededRandom
  ) -> String {
    switch random.next(below: 12) {
    case 0: return ""
    case 1: return query + " "
    case 2...4: return String(query.dropLast())
    case 5:
      let id = catalog.scopes[random.next(below: catalog.scopes.count)].id
      return query + " " + id.split(separator: ".").map { $0.prefix(2) }.joined()
    default:
      let id = Array(catalog.scopes[random.next(below: catalog.scopes.count)].id)
      return query + String(id[random.next(below: id.count)])
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

/// The same search, slow and plain.
enum NaiveSearch {
  static func scopes(_ query: String, in catalog: Catalog) -> [Int]? {
    let words = query.lowercased().split(separator: " ").map(String.init)
    guard !words.isEmpty else { return nil }
    let sets = words.map { word -> Set<Int> in
      let named = Set(
        catalog.scopes.indices.filter { names($0, catalog).contains { $0.contains(word) } })
      let summaries = catalog.scopes.indices.filter {
        catalog.scopes[$0].summary.lowercased().contains(word)
      }
      let short =
        named.isEmpty && word.count > 1
        ? catalog.scopes.indices.filter {
          abbreviates(Substring(word), parts(catalog.scopes[$0].id)[...])
        } : []
      return named.union(summaries).union(short)
    }
    return catalog.scopes.indices.filter { scope in sets.allSatisfy { $0.contains(scope) } }
  }

  private static func names(_ scope: Int, _ catalog: Catalog) -> [String] {
    [catalog.scopes[scope].id, catalog.scopes[scope].title].map { $0.lowercased() }
      + catalog.categoryPath(ofScope: scope).map { $0.lowercased() }
  }

  private static func parts(_ id: String) -> [Substring] {
    id.lowercased().split { !$0.isLetter && !$0.isNumber }
  }

  private static func abbreviates(_ word: Substring, _ parts: ArraySlice<Substring>) -> Bool {
    if word.isEmpty { return true }
    guard let part = parts.first else { return false }
    let rest = parts.dropFirst()
    return (0...word.count).contains { length in
      part.hasPrefix(word.prefix(length)) && abbreviates(word.dropFirst(length), rest)
    }
  }
}
