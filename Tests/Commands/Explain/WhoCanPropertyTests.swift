import BitCollections
import Catalogs
import Designer
import Documents
import Judgement
import Keys
import TestSupport
import Testing

@testable import keywright

/// `explain` and the table of keys say of generated keys what every other answer says.
struct WhoCanPropertyTests {
  @Test(arguments: CoverCatalog.Variety.allCases)
  func `who can make a call or holds a scope agrees with the plain answer`(
    variety: CoverCatalog.Variety
  ) throws {
    var random = SeededRandom()
    let today = try #require(CalendarDate("2026-12-01"))
    for _ in 0..<40 {
      let catalog = try CoverCatalog.random(
        scopes: Int.random(in: 1...9, using: &random),
        operations: Int.random(in: 1...14, using: &random), variety: variety, using: &random)
      var design = KeyDesign(details: CoverCatalog.terms(catalog, using: &random))
      design.scopes = BitSet(
        catalog.scopes.indices.filter { _ in Int.random(in: 0..<3, using: &random) == 0 })
      let terms = KeyTerms(design, in: catalog)
      let held = catalog.naivelyHeld(by: design.scopes)
      let manifest = Manifest(catalog: catalog, original: design)
      let findings = Findings(
        rules: RuleSet(catalog: catalog), design: design, today: today)
      let keys = [WhoCan.Key(path: "a", manifest: manifest, findings: findings)]

      var open = 0
      for (index, call) in catalog.operations.map(\.call).enumerated() {
        let row = try #require(WhoCan(.call(call), among: keys).rows.first)
        let answer = catalog.naiveAnswer(index, held: held, for: terms)
        #expect(row.answer == Self.word(answer), "\(call) \(random)")
        let by = row.scopes.compactMap { catalog.indexOfScope($0) }
        #expect(by.allSatisfy(design.scopes.contains), "\(call) \(random)")
        guard answer == .open else { continue }
        open += 1
        #expect(catalog.opened(by: by, for: terms).contains(index), "\(call) \(random)")
      }
      for (index, scope) in catalog.scopes.enumerated() {
        let row = try #require(WhoCan(.scope(scope.id), among: keys).rows.first)
        let ticked = design.scopes.contains(index)
        #expect(
          row.answer == (ticked ? "ticked" : held.contains(index) ? "granted" : "not held"),
          "\(scope.id) \(random)")
      }
      let facts = KeyRow(path: "a", manifest: manifest, findings: findings).facts
      #expect(facts?.openCalls == open, "\(random)")
      #expect(
        KeyRow(path: "a", manifest: manifest, findings: findings.list()).facts?.findings
          == facts?.findings, "\(random)")
    }
  }

  private static func word(_ answer: NaiveAnswer) -> String {
    switch answer {
    case .open: "open"
    case .closed: "closed"
    case .otherKind: "another kind"
    case .notStated: "not stated"
    }
  }
}
