import BitCollections
import BundledCatalogs
import Calls
import Documents
import Keys
import Proof
import TestSupport
import Testing

@testable import Catalogs
@testable import Judgement

/// Everything that says whether a key opens a call says the same.
struct KeyAccessTests {
  @Test(arguments: CoverCatalog.Variety.allCases)
  func `access, lint, diff, split, need, =, probe, traces and powers agree on what is open`(
    variety: CoverCatalog.Variety
  ) throws {
    var random = SeededRandom()
    for _ in 0..<100 {
      let (catalog, design) = try CoverCatalog.randomKey(variety: variety, using: &random)
      let terms = KeyTerms(design, in: catalog)
      let held = catalog.naivelyHeld(by: design.scopes)
      let answers = catalog.operations.indices.map {
        catalog.naiveAnswer($0, held: held, for: terms)
      }
      let calls = catalog.operations.map(\.call)
      let open = zip(calls, answers).filter { $0.1 == .open }.map(\.0)

      let access = KeyAccess(design, in: catalog)
      #expect(catalog.operations.indices.map(access.answer) == answers.map(\.answer), "\(random)")
      #expect(access.survey.open.map { calls[$0] } == open, "\(random)")
      #expect(access.answer(call: "GET /nowhere") == .unknown)
      expectOpenings(access, answers, held, "\(random)")

      let rules = RuleSet(catalog: catalog)
      let findings = Findings(rules: rules, design: design, today: Samples.today)
      let closed = findings.list().filter { $0.rule == "wanted-call-closed" }.flatMap(\.operations)
      let wanted = Set(design.details.operations)
      #expect(
        closed
          == zip(calls, answers).filter {
            [.closed, .otherKind].contains($0.1) && wanted.contains($0.0)
          }.map(\.0), "\(random)")

      var bare = KeyDesign()
      (bare.details.kind, bare.details.answers) = (
        terms.kind.map { catalog.kinds[$0].id }, design.details.answers
      )
      let empty = Findings(rules: rules, design: bare, today: Samples.today)
      let diff = KeyDiff(from: ReviewedKey(empty), to: ReviewedKey(findings))
      let free = Set(catalog.opened(by: [], for: terms).map { calls[$0] })
      #expect(diff.added.operations == open.filter { !free.contains($0) }, "\(random)")

      let split = KeySplit(design, rules: rules, today: Samples.today)
      #expect(
        split.unplaced == design.details.operations.filter { access.answer(call: $0) != .open },
        "\(random)")
      for part in split.keys {
        let access = KeyAccess(part, in: catalog)
        for call in part.details.operations where !split.unplaced.contains(call) {
          #expect(access.answer(call: call) == .open, "\(call) \(random)")
        }
      }
      for call in ProbePlan(design, catalog: catalog).calls where call.expected == .allowed {
        #expect(open.contains(call.call), "\(random)")
      }
      try expectNeed(design, findings, catalog, "\(random)")

      var abuse = Combination()
      abuse.all = Array(catalog.scopes.indices)
      abuse.trace = catalog.operations.indices.map { Combination.Step(operation: $0) }
      let steps = try #require(AbuseTrace(abuse, access: access)).steps
      #expect(
        steps.filter { $0.isOpen && !$0.hangsOnAnswer }.map(\.call) == open, "\(random)")
      for step in steps where step.hangsOnAnswer {
        #expect(access.answer(call: step.call) == .closed, "\(step.call) \(random)")
      }
      let powers = KeyPowers(design, in: catalog)
      #expect(powers.total == open.count { !free.contains($0) }, "\(random)")
      #expect(powers.notStated == answers.count { $0 == .notStated }, "\(random)")
    }
  }

  /// `need` and `=` take the same scopes, and open all that can be opened.
  private func expectNeed(
    _ design: KeyDesign, _ findings: Findings, _ catalog: Catalog, _ comment: Comment
  ) throws {
    var details = design.details
    let terms = KeyTerms(design, in: catalog)
    details.kind = terms.kind.map { catalog.kinds[$0].id }
    guard let plan = findings.makePlan() else { return #expect(details.operations == [], comment) }
    var tally = CallTally(resolver: CallResolver(catalog: catalog))
    for call in details.operations { tally.add(argument: WrittenCall(call)) }
    let need = CallNeed(tally, rules: findings.rules, details: details)
    #expect(need.scopes == plan.scopes && need.isProvenMinimal == plan.isProvenMinimal, comment)
    let chosen = details.operations.compactMap { catalog.indexOfOperation($0) }
    let open = Set(catalog.opened(by: need.scopes, for: terms))
    #expect(open.isSuperset(of: catalog.openable(chosen, for: terms)), comment)
    for call in need.calls {
      let opened = catalog.opened(by: call.scopes, for: terms).contains(call.operation)
      #expect(opened == open.contains(call.operation), comment)
    }
  }

  /// What opens a call does, and what is missing is all that is missing.
  private func expectOpenings(
    _ access: KeyAccess, _ answers: [NaiveAnswer], _ held: Set<Int>, _ comment: Comment
  ) {
    let catalog = access.catalog
    for (operation, answer) in answers.enumerated() {
      let opening = access.opening(of: operation)
      #expect(opening.answer == answer.answer, comment)
      switch answer {
      case .open:
        #expect(opening.scopes.allSatisfy(access.scopes.contains) && opening.missing == [], comment)
        #expect(catalog.opened(by: opening.scopes, for: access.terms).contains(operation), comment)
        for grant in opening.grants {
          #expect(!access.scopes.contains(grant.scope) && held.contains(grant.scope), comment)
          #expect(catalog.naivelyHeld(by: [grant.by]).contains(grant.scope), comment)
        }
      case .closed:
        #expect(opening.scopes == [] && !opening.missing.isEmpty, comment)
        let more = Array(access.scopes) + opening.missing
        #expect(catalog.opened(by: more, for: access.terms).contains(operation), comment)
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

extension NaiveAnswer {
  /// The same as the answer of a key.
  fileprivate var answer: KeyAccess.Answer {
    switch self {
    case .open: .open
    case .closed: .closed
    case .otherKind: .otherKind
    case .notStated: .notStated
    }
  }
}
