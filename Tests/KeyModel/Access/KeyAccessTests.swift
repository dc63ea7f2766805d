import BitCollections
import BundledCatalogs
import Calls
import Catalogs
import Documents
import Keys
import TestSupport
import Testing

@testable import Judgement

/// Everything that says whether a key opens a call says the same.
struct KeyAccessTests {
  /// What the catalog's own words come to for a key, worked out in the plainest way.
  private func expected(_ operation: Int, _ held: Set<Int>, _ catalog: Catalog) -> KeyAccess.Answer
  {
    switch catalog.operations[operation].requirement {
    case .notStated: .notStated
    case .anyOf(let sets): sets.contains { $0.allSatisfy(held.contains) } ? .open : .closed
    }
  }

  private func randomKey(_ catalog: Catalog, using random: inout SeededRandom) -> KeyDesign {
    var design = KeyDesign()
    design.scopes = BitSet(
      catalog.scopes.indices.filter { _ in Int.random(in: 0..<3, using: &random) == 0 })
    design.details.operations = catalog.operations.filter { _ in
      Bool.random(using: &random)
    }.map(\.call)
    return design
  }

  @Test func `access, lint, diff, split, need and probe agree on what is open`() throws {
    var random = SeededRandom()
    for _ in 0..<60 {
      let catalog = try CoverCatalog.random(
        scopes: Int.random(in: 1...9, using: &random),
        operations: Int.random(in: 1...14, using: &random), grants: true, using: &random)
      let design = randomKey(catalog, using: &random)
      let held = catalog.naivelyHeld(by: design.scopes)
      let answers = catalog.operations.indices.map { expected($0, held, catalog) }
      let calls = catalog.operations.map(\.call)
      let open = zip(calls, answers).filter { $0.1 == .open }.map(\.0)

      let access = KeyAccess(design, in: catalog)
      #expect(catalog.operations.indices.map(access.answer) == answers, "\(random)")
      #expect(access.openOperations.map { calls[$0] } == open, "\(random)")
      #expect(access.answer(call: "GET /nowhere") == .unknown)
      expectOpenings(access, answers, held, "\(random)")

      let rules = RuleSet(catalog: catalog)
      let findings = Findings(rules: rules, design: design, today: Samples.today)
      let closed = findings.list().filter { $0.rule == "wanted-call-closed" }.flatMap(\.operations)
      let wanted = Set(design.details.operations)
      #expect(
        closed == zip(calls, answers).filter { $0.1 == .closed && wanted.contains($0.0) }.map(\.0),
        "\(random)")

      let empty = Findings(rules: rules, design: KeyDesign(), today: Samples.today)
      let diff = KeyDiff(from: ReviewedKey(empty), to: ReviewedKey(findings))
      let free = Set(catalog.opened(by: []).map { calls[$0] })
      #expect(diff.added.operations == open.filter { !free.contains($0) }, "\(random)")

      let split = KeySplit(design, rules: rules, today: Samples.today)
      #expect(
        split.unplaced == design.details.operations.filter { access.answer(call: $0) != .open },
        "\(random)")
      for call in ProbePlan(design, catalog: catalog).calls where call.expected == .allowed {
        #expect(open.contains(call.call), "\(random)")
      }
    }
  }

  /// What opens a call does, and what is missing is all that is missing.
  private func expectOpenings(
    _ access: KeyAccess, _ answers: [KeyAccess.Answer], _ held: Set<Int>, _ comment: Comment
  ) {
    let catalog = access.catalog
    for (operation, answer) in answers.enumerated() {
      let opening = access.opening(of: operation)
      #expect(opening.answer == answer, comment)
      switch answer {
      case .open:
        #expect(opening.scopes.allSatisfy(access.scopes.contains) && opening.missing == [], comment)
        #expect(catalog.opened(by: opening.scopes).contains(operation), comment)
        for grant in opening.grants {
          #expect(!access.scopes.contains(grant.scope) && held.contains(grant.scope), comment)
          #expect(catalog.naivelyHeld(by: [grant.by]).contains(grant.scope), comment)
        }
      case .closed:
        #expect(opening.scopes == [] && !opening.missing.isEmpty, comment)
        let more = Array(access.scopes) + opening.missing
        #expect(catalog.opened(by: more).contains(operation), comment)
      default: #expect(opening.scopes == [] && opening.missing == [], comment)
      }
    }
  }

  @Test func `a scope held by a grant is said to be`() throws {
    let catalog = Samples.granting
    let all = try #require(catalog.indexOfScope("all"))
    let read = try #require(catalog.indexOfScope("repo.read"))
    let call = try #require(catalog.indexOfOperation("GET /repo"))
    let opening = KeyAccess([all], in: catalog).opening(of: call)
    #expect(opening.scopes == [all])
    #expect(opening.grants == [Opening.Grant(scope: read, by: all)])
  }
}
