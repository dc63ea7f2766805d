import TestSupport
import Testing

@testable import Catalogs

/// Searching while a query is typed, against searches that look at everything each time.
@Suite struct TypedSearchTests {
  private static let isLong = SeededRandom.environment("KEYWRIGHT_LONG") != nil
  private static let catalogs = isLong ? 60 : 10
  private static let edits = 1_000

  @Test("After each of 10,000 edits of a query as many scopes are found as by looking at all texts")
  func scopes() throws {
    try type { catalog in
      let search = ScopeSearch(catalog: catalog)
      let naive = NaiveSearch(
        scopes: catalog.scopes.indices.map { index in
          let scope = catalog.scopes[index]
          return NaiveSearch.Item(
            name: scope.id, title: scope.title, around: catalog.categoryPath(ofScope: index),
            summary: scope.summary)
        })
      return (naive, search.matches)
    }
  }

  @Test("After each of 10,000 edits of a query the same calls are found as by looking at all texts")
  func operations() throws {
    try type { catalog in
      let search = OperationSearch(catalog: catalog)
      let naive = NaiveSearch(
        calls: catalog.operations.map {
          NaiveSearch.Item(name: $0.call, title: $0.tag, summary: $0.summary)
        })
      return (naive, search.matches)
    }
  }

  private typealias Searches = (
    naive: NaiveSearch, fast: (_ query: String, _ previous: SearchMatches?) -> SearchMatches?
  )

  /// Types in the searches of generated catalogs: decoded ones, and compact ones without and with
  /// the pairs of letters that large ones have.
  private func type(_ make: (Catalog) -> Searches) throws {
    var random = SeededRandom()
    for number in 0..<Self.catalogs {
      var generator = CatalogGenerator(seed: random.next())
      let document = generator.document(.init(scopes: 12 + random.next(below: 12)))
      let decoded = try Catalog(decoding: document)
      let catalog =
        number % 3 == 0
        ? decoded
        : try #require(
          CompactCatalog.decode(
            CompactCatalog.encode(decoded, fewestItemsWithPairs: number % 3 == 1 ? 1_000 : 0)))
      let searches = make(catalog)
      var typer = QueryTyper(
        texts: catalog.scopes.flatMap { [$0.id, $0.title, $0.summary] }
          + catalog.operations.map(\.call))
      var found: SearchMatches?
      for step in 0..<Self.edits {
        _ = typer.next(using: &random)
        found = searches.fast(typer.query, found)
        let expected = searches.naive.scores(typer.query)
        let place = "catalog \(number), step \(step), \"\(typer.query)\": \(random)"
        guard try agree(found, expected, place) else { return }
        if step % 20 == 0 {
          guard try agree(searches.fast(typer.query, nil), expected, "from nothing, \(place)")
          else { return }
        }
      }
    }
  }

  /// Whether a search has found what it has to; says so where it has not.
  private func agree(_ found: SearchMatches?, _ expected: [Int?]?, _ place: String) throws -> Bool {
    guard let expected else {
      #expect(found == nil, "\(place)")
      return found == nil
    }
    let found = try #require(found, "\(place)")
    let items = expected.indices.filter { expected[$0] != nil }
    let scores = expected.compactMap(\.self)
    guard found.items == items, found.scores == scores, Array(found.itemSet) == items else {
      Issue.record("\(place): \(found.items) \(found.scores), not \(items) \(scores)")
      return false
    }
    let ranked = items.indices.sorted {
      scores[$0] == scores[$1] ? $0 < $1 : scores[$0] > scores[$1]
    }.map { items[$0] }
    #expect(found.ranked == ranked && found.best == ranked.first, "\(place)")
    return found.ranked == ranked && found.best == ranked.first
  }
}
