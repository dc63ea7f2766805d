import BitCollections
import BundledCatalogs
import Keys
import TestSupport
import Testing

@testable import Catalogs
@testable import Judgement

/// The fewest scopes for some operations.
///
/// `KEYWRIGHT_LONG=1` tries ten times as many catalogs.
struct ScopeCoverTests {
  private static let catalogs = SeededRandom.environment("KEYWRIGHT_LONG") != nil ? 1_000 : 100

  /// What a cover is judged by, best first.
  private struct Key: Comparable {
    var scopes: [Int]
    var risk: Int
    var others: Int

    static func < (left: Key, right: Key) -> Bool {
      let (one, other) = (
        (left.scopes.count, left.risk, left.others), (right.scopes.count, right.risk, right.others)
      )
      return one == other ? left.scopes.lexicographicallyPrecedes(right.scopes) : one < other
    }
  }

  private func key(
    _ scopes: [Int], _ operations: [Int], _ catalog: Catalog, for terms: KeyTerms
  ) -> Key {
    let others = Set(catalog.opened(by: scopes, for: terms)).subtracting(operations)
    return Key(
      scopes: scopes, risk: scopes.reduce(0) { $0 + weight($1, catalog) },
      others: others.count)
  }

  /// The risk of a scope and of all that it grants.
  private func weight(_ scope: Int, _ catalog: Catalog) -> Int {
    catalog.naivelyHeld(by: [scope]).subtracting([scope])
      .reduce(catalog.scopes[scope].risk) { $0 + catalog.scopes[$1].risk + 1 }
  }

  private func opens(
    _ scopes: [Int], _ operations: [Int], _ catalog: Catalog, for terms: KeyTerms = KeyTerms()
  ) -> Bool {
    Set(catalog.opened(by: scopes, for: terms))
      .isSuperset(of: catalog.openable(operations, for: terms))
  }

  @Test(arguments: CoverCatalog.Variety.allCases)
  func `covers of up to nine scopes and fourteen calls are what trying every set of scopes finds`(
    variety: CoverCatalog.Variety
  ) throws {
    var random = SeededRandom()
    for _ in 0..<Self.catalogs {
      let count = Int.random(in: 1...9, using: &random)
      let catalog = try CoverCatalog.random(
        scopes: count, operations: Int.random(in: 1...14, using: &random), variety: variety,
        using: &random)
      let operations = catalog.operations.indices.filter { _ in
        Bool.random(using: &random)
      }
      let terms = KeyTerms(
        KeyDesign(details: CoverCatalog.terms(catalog, using: &random)), in: catalog)
      let best = (0..<(1 << count)).lazy.map { bits in (0..<count).filter { bits >> $0 & 1 == 1 } }
        .filter { opens($0, operations, catalog, for: terms) }
        .map { key($0, operations, catalog, for: terms) }.min()
      let cover = ScopeCover(opening: operations, in: catalog, for: terms)
      #expect(Array(cover.scopes) == best?.scopes, "\(random)")
      #expect(cover.isProvenMinimal)
      let answers = operations.map { catalog.naiveAnswer($0, held: [], for: terms) }
      #expect(cover.unstated.count == answers.count { $0 == .notStated }, "\(random)")
      #expect(cover.impossible.count == answers.count { $0 == .otherKind }, "\(random)")
    }
  }

  @Test func `without what is ruled out, the same is what trying every set of scopes finds`() throws
  {
    var random = SeededRandom()
    for _ in 0..<Self.catalogs {
      let count = Int.random(in: 1...8, using: &random)
      let catalog = try CoverCatalog.random(
        scopes: count, operations: Int.random(in: 2...10, using: &random), variety: .all,
        using: &random)
      let terms = KeyTerms(
        KeyDesign(details: CoverCatalog.terms(catalog, using: &random)), in: catalog)
      let never = catalog.operations.indices.shuffled(using: &random).prefix(2)
      let banned = catalog.scopes.indices.shuffled(using: &random).prefix(1)
      let operations = catalog.operations.indices.filter { _ in Bool.random(using: &random) }
      let closed = KeyAccess([], in: catalog, terms: terms)
      // What is open without a scope cannot be kept closed.
      let kept = never.filter { !closed.mayOpen($0) }
      func isAllowed(_ scopes: [Int]) -> Bool {
        let access = closed.with(BitSet(scopes))
        return catalog.naivelyHeld(by: scopes).isDisjoint(with: banned)
          && !kept.contains(where: access.mayOpen)
      }
      let needed = NeededScopes(
        opening: operations, rules: RuleSet(catalog: catalog), for: terms,
        never: never.map { catalog.operations[$0].call } + banned.map { catalog.scopes[$0].id },
        addsViews: false)
      #expect(isAllowed(Array(needed.scopes)), "\(random)")
      let best = (0..<(1 << count)).lazy.map { bits in (0..<count).filter { bits >> $0 & 1 == 1 } }
        .filter(isAllowed)
        .map { scopes in
          let open = Set(catalog.opened(by: scopes, for: terms))
          return [operations.count { !open.contains($0) }, scopes.count]
            + [scopes.reduce(0) { $0 + weight($1, catalog) }]
        }.min { $0.lexicographicallyPrecedes($1) }
      let open = Set(catalog.opened(by: needed.scopes, for: terms))
      guard needed.isProvenMinimal else { continue }
      #expect(
        best == [
          operations.count { !open.contains($0) }, needed.scopes.count,
          needed.scopes.reduce(0) { $0 + weight($1, catalog) },
        ], "\(random)")
    }
  }

  @Test func `of two calls with very many ways that open each other, both are opened`() throws {
    // Rows this wide are not reduced: the second has one way more, which holds another.
    let ways = (0..<130).map { [2 * $0, 2 * $0 + 1] }
    let catalog = try CoverCatalog.catalog(
      scopes: Array(repeating: (access: "view", touches: []), count: 260),
      requirements: [ways, ways + [[0, 1, 2]]])
    let cover = ScopeCover(opening: [0, 1], in: catalog)
    #expect(opens(Array(cover.scopes), [0, 1], catalog))
    #expect(cover.scopes.count == 2)
  }

  @Test(arguments: [0, 3000, ScopeCover.workLimit])
  func `a cover opens each stated operation and loses one when any scope is dropped`(
    workLimit: Int
  ) throws {
    var random = SeededRandom()
    for _ in 0..<12 {
      let catalog = try CoverCatalog.random(scopes: 60, operations: 160, using: &random)
      let operations = Array(catalog.operations.indices.shuffled(using: &random).prefix(80))
      let cover = ScopeCover(opening: operations, in: catalog, workLimit: workLimit)
      #expect(opens(Array(cover.scopes), operations, catalog), "\(random)")
      for scope in cover.scopes {
        #expect(!opens(cover.scopes.filter { $0 != scope }, operations, catalog), "\(random)")
      }
    }
  }

  @Test func `a search that is cut off says that nothing is proven, and its cover still holds`()
    throws
  {
    let catalog = try CoverCatalog.catalog(
      scopes: Array(repeating: (access: "view", touches: []), count: 4),
      requirements: [[[0], [1]], [[1], [2]], [[3], [0]]])
    let cut = ScopeCover(opening: 0..<3, in: catalog, workLimit: 0)
    #expect(!cut.isProvenMinimal && opens(Array(cut.scopes), [0, 1, 2], catalog))
    #expect(ScopeCover(opening: 0..<3, in: catalog).isProvenMinimal)
  }

  @Test func `fewer scopes win over less risk, then less risk over fewer other calls`() throws {
    let scopes = [
      (access: "view", touches: []), (access: "view", touches: []),
      (access: "delete", touches: ["money"]), (access: "view", touches: ["personal data"]),
    ]
    let catalog = try CoverCatalog.catalog(
      scopes: scopes,
      requirements: [
        [[0, 1], [2]], [[2], [3]], [[3]], [[3]], [[0], [1]], [[0]], [[1, 0], [0]],
      ])
    // One that deletes beats two that read.
    #expect(Array(ScopeCover(opening: [0], in: catalog).scopes) == [2])
    // One that reads beats one that deletes, though it opens two calls more.
    #expect(Array(ScopeCover(opening: [1], in: catalog).scopes) == [3])
    // Of two that read the same, the one that opens nothing else.
    #expect(Array(ScopeCover(opening: [4], in: catalog).scopes) == [1])
    // Of two that are the same in all, the first.
    let twins = try CoverCatalog.catalog(
      scopes: Array(scopes.prefix(2)), requirements: [[[1], [0]]])
    #expect(Array(ScopeCover(opening: [0], in: twins).scopes) == [0])
  }

  @Test func `a scope that is needed in any case is used for what can use it`() throws {
    let catalog = try CoverCatalog.catalog(
      scopes: Array(repeating: (access: "view", touches: []), count: 4),
      requirements: [[[3]], [[0], [3]], [[1, 3], [1, 2]], [[0, 1], [0, 2], [2, 3]]])
    #expect(Array(ScopeCover(opening: [0, 1], in: catalog).scopes) == [3])
    #expect(Array(ScopeCover(opening: [0, 1, 2], in: catalog).scopes) == [1, 3])
    #expect(Array(ScopeCover(opening: 0..<4, in: catalog).scopes) == [0, 1, 3])
  }

  @Test func `what is not stated is listed and opened by nothing, what is free needs nothing`() {
    let shop = Samples.shop
    let cover = ScopeCover(opening: [3, 2, 3, 0, 99, -1], in: shop)
    #expect(cover.unstated == [3])
    #expect(Array(cover.scopes) == [0])
    let free = ScopeCover(opening: [2], in: shop)
    #expect(free.scopes.isEmpty && free.unstated.isEmpty && free.isProvenMinimal)
    let none = ScopeCover(opening: [], in: shop)
    #expect(none.scopes.isEmpty && none.unstated.isEmpty && none.isProvenMinimal)
  }

  @Test func `all calls of the bundled catalog need each scope that a call names`() {
    let catalog = Samples.komerza
    let cover = ScopeCover(opening: catalog.operations.indices, in: catalog)
    let named = catalog.scopes.indices.filter { !catalog.operationsOfScope[$0].isEmpty }
    #expect(Array(cover.scopes) == named && cover.isProvenMinimal)
    #expect(cover.unstated.count == 37)
  }

  @Test func `a scope that grants what several calls need is fewer than those`() throws {
    let catalog = try #require(try BundledCatalogs.load("github-classic"))
    let calls = try ["GET /user", "PATCH /user", "GET /user/emails"].map {
      try #require(catalog.indexOfOperation($0))
    }
    let cover = ScopeCover(opening: calls, in: catalog)
    #expect(cover.scopes.map { catalog.scopes[$0].id } == ["user"] && cover.isProvenMinimal)
  }

  @Test func `a wide scope is not taken where a narrow one that it grants is enough`() throws {
    let catalog = try CoverCatalog.catalog(
      scopes: Array(repeating: (access: "view", touches: []), count: 3),
      requirements: [[[0]], [[1]]], includes: [[], [], [0, 1]])
    #expect(Array(ScopeCover(opening: [0], in: catalog).scopes) == [0])
    #expect(Array(ScopeCover(opening: [0, 1], in: catalog).scopes) == [2])
  }

  @Test func `a scope that the key must not have is taken by no way, neither itself nor granted`()
    throws
  {
    let catalog = try CoverCatalog.catalog(
      scopes: Array(repeating: (access: "view", touches: []), count: 4),
      requirements: [[[0]], [[1]], [[3]]], includes: [[], [], [0, 1], []])
    let cover = ScopeCover(opening: 0..<3, in: catalog, excluding: [0])
    #expect(Array(cover.scopes) == [1, 3] && cover.blocked == [0] && cover.isProvenMinimal)
  }

  @Test func `more ways than are told apart are said to be not proven, and still open`() throws {
    // Each pair of six named scopes is granted by one of fifteen others: far more than 256 ways.
    let pairs = (0..<6).flatMap { one in (one + 1..<6).map { [one, $0] } }
    let scopes = (0..<22).map { (access: $0 < 6 ? "delete" : "view", touches: [String]()) }
    let catalog = try CoverCatalog.catalog(
      scopes: scopes, requirements: [[Array(0..<6), Array(6..<21)], [[21]]],
      includes: Array(repeating: [], count: 6) + pairs + [[]])
    let cover = ScopeCover(opening: [0], in: catalog)
    #expect(opens(Array(cover.scopes), [0], catalog) && !cover.isProvenMinimal)
    // Whatever a call more makes of it.
    let both = ScopeCover(opening: [0, 1], in: catalog)
    #expect(opens(Array(both.scopes), [0, 1], catalog) && !both.isProvenMinimal)
  }

  @Test func `alternatives of several cases are searched whole, however many they fold into`()
    throws
  {
    // Four conditions, each of which four scopes of its own meet, or one that meets all: 256 ways.
    let scopes = (0..<17).map { #"{ "id": "s\#($0)", "title": "S", "access": "view" }"# }
    let requires = (0..<4).flatMap { condition in
      (0..<4).map { #"{ "scopes": ["s\#(condition * 4 + $0)"], "when": "c\#(condition)" }"# }
        + [#"{ "scopes": ["s16"], "when": "c\#(condition)" }"#]
    }
    let conditions = (0..<4).map { #"{ "id": "c\#($0)", "question": "?" }"# }
    let text = """
      {"$schema":"urn:keywright:catalog:1","id":"c","name":"C","version":"1",
      "conditions":[\(conditions.joined(separator: ","))],
      "categories":[{"name":"A","scopes":[\(scopes.joined(separator: ","))]}],
      "operations":[{"method":"GET","path":"/","requires":[\(requires.joined(separator: ","))]}]}
      """
    let catalog = try Catalog(decoding: Array(text.utf8))
    let cover = ScopeCover(opening: [0], in: catalog)
    #expect(Array(cover.scopes) == [16] && cover.isProvenMinimal)
    // What is shown is a part of it; what is said of a key is not.
    guard case .anyOf(let shown) = catalog.requirement(of: 0) else { return #expect(Bool(false)) }
    #expect(shown.count == 64)
    #expect(KeyAccess([3, 7, 11, 15], in: catalog).answer(0) == .open)
    #expect(KeyAccess([3, 7, 11], in: catalog).answer(0) == .closed)
    #expect(KeyAccess([3, 7, 11, 15], in: catalog).heldAlternatives(of: 0) == [[3, 7, 11, 15]])
  }

  @Test func `more choices of what to leave out than are looked at are said to be not proven`()
    throws
  {
    // Seven calls of two scopes each that must stay closed: 128 ways to leave one of each out.
    let pairs = (0..<7).map { [[2 * $0, 2 * $0 + 1]] }
    let catalog = try CoverCatalog.catalog(
      scopes: Array(repeating: (access: "view", touches: []), count: 15),
      requirements: pairs + [[[14]]])
    let rules = RuleSet(catalog: catalog)
    func needed(_ calls: Range<Int>) -> NeededScopes {
      NeededScopes(opening: [7], rules: rules, never: calls.map { "GET /o\($0)" })
    }
    #expect(needed(0..<6).isProvenMinimal)
    #expect(!needed(0..<7).isProvenMinimal && Array(needed(0..<7).scopes) == [14])
  }

  @Test func `the order in which operations come changes nothing`() throws {
    var random = SeededRandom()
    let catalog = try CoverCatalog.random(scopes: 40, operations: 120, using: &random)
    for workLimit in [0, 1000, ScopeCover.workLimit] {
      let whole = ScopeCover(opening: 0..<120, in: catalog, workLimit: workLimit)
      for _ in 0..<3 {
        let mixed = (0..<120).shuffled(using: &random)
        let again = ScopeCover(opening: mixed + mixed, in: catalog, workLimit: workLimit)
        #expect(again == whole, "\(random)")
      }
    }
  }

  @Test func `10,000 calls are covered in bounded time`() throws {
    var random = SeededRandom()
    let catalog = try CoverCatalog.random(scopes: 600, operations: 10_000, using: &random)
    let clock = ContinuousClock()
    var cover = ScopeCover(opening: [], in: catalog)
    let time = clock.measure {
      cover = ScopeCover(opening: catalog.operations.indices, in: catalog)
    }
    #expect(opens(Array(cover.scopes), Array(catalog.operations.indices), catalog))
    // Unoptimized, on a machine with other work; a release takes a twentieth.
    #expect(time < .seconds(30), "\(time)")
  }

  @Test func `what a catalog says of a scope orders scopes by risk`() throws {
    let order = [
      "stores.categories.view", "stores.categories.update", "stores.categories.delete",
    ]
    let risks = try order.map { id in
      let index = try #require(Samples.komerza.indexOfScope(id))
      return Samples.komerza.scopes[index].risk
    }
    #expect(risks == risks.sorted() && Set(risks).count == 3)
  }
}
