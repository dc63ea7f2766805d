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
      let (catalog, drawn) = try CoverCatalog.randomKey(variety: variety, using: &random)
      let state = try open(drawn, of: catalog)
      let design = state.editor.design
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

  /// The designer with a key that stands in a file.
  private func open(_ design: KeyDesign, of catalog: Catalog) throws -> DesignerState {
    let bytes = Manifest(catalog: catalog).encode(design)
    let manifest = try Manifest(decoding: bytes) { _ throws(ModelError) in catalog }
    return try Robot(manifest, target: .file(path: "key.json", known: bytes)).state
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
