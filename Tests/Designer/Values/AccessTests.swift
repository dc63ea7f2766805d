import BitCollections
import Catalogs
import Documents
import Judgement
import Keys
import TestSupport
import Testing

@testable import Designer

/// The designer says of a call what everything else says of it.
@Suite struct AccessTests {
  @Test(arguments: CoverCatalog.Variety.allCases)
  func `the tree of calls, its details and the review agree with the plain answer`(
    variety: CoverCatalog.Variety
  ) throws {
    var random = SeededRandom()
    for _ in 0..<40 {
      let catalog = try CoverCatalog.random(
        scopes: Int.random(in: 1...9, using: &random),
        operations: Int.random(in: 1...14, using: &random), variety: variety, using: &random)
      let (state, design) = try open(catalog, using: &random)
      let terms = KeyTerms(design, in: catalog)
      let held = catalog.naivelyHeld(by: design.scopes)
      for operation in catalog.operations.indices {
        let isChosen = state.calls.operations.contains(operation)
        let mark = CallRow.mark(operation, isChosen: isChosen, state).text
        let words = state.openness(ofOperation: operation)
        let answer = catalog.naiveAnswer(operation, held: held, for: terms)
        #expect(mark == self.mark(of: answer, isChosen: isChosen), "\(operation) \(random)")
        #expect(words.starts(with: self.words(of: answer)), "\(words) \(random)")
      }
      let free = Set(catalog.opened(by: [], for: terms))
      let count = catalog.opened(by: design.scopes, for: terms).count { !free.contains($0) }
      let all = catalog.operations.count
      #expect(
        try canDo(state).contains("opens \(count) of \(all) call\(all == 1 ? "" : "s")."),
        "\(random)")
    }
  }

  /// The designer with a random key of a catalog.
  private func open(
    _ catalog: Catalog, using random: inout SeededRandom
  ) throws -> (DesignerState, KeyDesign) {
    var design = KeyDesign(details: CoverCatalog.terms(catalog, using: &random))
    design.scopes = BitSet(
      catalog.scopes.indices.filter { _ in Int.random(in: 0..<3, using: &random) == 0 })
    design.details.operations = catalog.operations.filter { _ in
      Bool.random(using: &random)
    }.map(\.call)
    let bytes = Manifest(catalog: catalog).encode(design)
    let manifest = try Manifest(decoding: bytes) { _ throws(ModelError) in catalog }
    let robot = try Robot(manifest, target: .file(path: "key.json", known: bytes))
    return (robot.state, robot.state.editor.design)
  }

  /// What the review says that the key can do.
  private func canDo(_ state: DesignerState) throws -> String {
    var state = state
    state.openReview()
    guard case .reviewing(let review) = state.mode else { throw Missing() }
    let items = ReviewPlan(state, review).items
    let texts = items.compactMap { item -> String? in
      if case .fact("Can do", let text) = item { text } else { nil }
    }
    return try #require(texts.first)
  }

  private struct Missing: Error {}

  private func mark(of answer: NaiveAnswer, isChosen: Bool) -> String {
    switch answer {
    case .open: "+"
    case .notStated: "?"
    case .closed, .otherKind: isChosen ? "!" : " "
    }
  }

  private func words(of answer: NaiveAnswer) -> String {
    switch answer {
    case .open: "open to this key"
    case .notStated: "the catalog does not state"
    case .closed: "needs "
    case .otherKind: "no key of this kind"
    }
  }
}
