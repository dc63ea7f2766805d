import TestSupport
import Testing

@testable import Designer

/// The rows of a tree while a filter is typed, against rows worked out from nothing.
@Suite struct TypedFilterTests {
  private static let isLong = SeededRandom.environment("KEYWRIGHT_LONG") != nil
  private static let catalogs = isLong ? 60 : 10

  @Test("After each of 10,000 edits of a filter the rows of scopes are what it lets through")
  func scopes() throws {
    try type(edits: 1_000) { desk in NaiveTree(scopesOf: desk.catalog) }
  }

  @Test("After each of 3,000 edits of a filter the rows of calls are what it lets through")
  func calls() throws {
    try type(edits: 300) { desk in
      desk.robot.press("2")
      let calls = try #require(desk.robot.state.callOutline)
      return NaiveTree(calls.tree, of: desk.catalog)
    }
  }

  private func type(edits: Int, _ prepare: (inout GeneratedDesk) throws -> NaiveTree) throws {
    var random = SeededRandom()
    for number in 0..<Self.catalogs {
      var desk = try GeneratedDesk(scopes: 12 + random.next(below: 12), using: &random)
      let naive = try prepare(&desk)
      desk.robot.press("/")
      for step in 0..<edits {
        let edit = desk.type(using: &random)
        let outline = desk.robot.state.shownOutline
        let place = "catalog \(number), step \(step), \(edit), \"\(outline.query)\": \(random)"
        let (rows, matched) = (naive.rows(outline), naive.isMatched(outline))
        #expect(outline.rows == rows, "\(place)")
        #expect(outline.matched.map { Array($0) } == matched.map(Self.places), "\(place)")
        #expect(outline.matchCount == matched?.count(where: \.self) ?? outline.count, "\(place)")
        guard outline.rows == rows else { return }
        // A new letter leads to the best match.
        if case .letter = edit, let best = naive.ranked(outline)?.first {
          #expect(outline.item == .leaf(best), "\(place)")
        }
      }
    }
  }

  private static func places(_ isMatched: [Bool]) -> [Int] {
    isMatched.indices.filter { isMatched[$0] }
  }
}
