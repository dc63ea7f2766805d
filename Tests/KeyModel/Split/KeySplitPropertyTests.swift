import BitCollections
import Catalogs
import Judgement
import Keys
import TestSupport
import Testing

/// What holds for every split, and the fewest keys as trying all of them finds it.
struct KeySplitPropertyTests {
  /// A generated key, its split, and what trying all sets of scopes says.
  struct Trial {
    let catalog: Catalog
    let rules: RuleSet
    let design: KeyDesign
    let split: KeySplit

    init(_ random: inout SeededRandom) throws {
      let catalog = try SplitCatalog.random(using: &random)
      self.catalog = catalog
      rules = RuleSet(catalog: catalog)
      var drawn = KeyDesign()
      drawn.details.label = "Importer of the warehouse"
      for scope in catalog.scopes.indices where Int.random(in: 0..<6, using: &random) > 0 {
        drawn.scopes.insert(scope)
      }
      if Int.random(in: 0..<4, using: &random) > 0 {
        drawn.details.operations = catalog.operations.map(\.call)
          .filter { _ in Int.random(in: 0..<5, using: &random) > 0 }
      }
      if Int.random(in: 0..<4, using: &random) == 0 {
        drawn.details.accepted = catalog.combinations.prefix(1).map { combination in
          Acceptance(
            rule: combination.id, scopes: combination.trigger.map { catalog.scopes[$0].id },
            reason: "r", by: "b", until: nil)
        }
      }
      design = drawn
      split = KeySplit(drawn, rules: rules, today: Samples.today)
    }

    func errors(_ design: KeyDesign) -> [Finding] {
      // A call that the design does not open is unplaced, and no error of a part.
      Samples.findings(design, rules: rules)
        .filter { $0.severity == .error && !$0.isAccepted && $0.rule != "wanted-call-closed" }
    }

    /// The calls that have to stay open; nil where all scopes have to stay.
    var calls: [Operation]? {
      let calls = design.details.operations.compactMap { catalog.indexOfOperation($0) }
        .map { catalog.operations[$0] }
        .filter { $0.isOpen(to: catalog.held(by: design.scopes).contains) }
      return calls.isEmpty ? nil : calls
    }

    /// What a set of scopes keeps, as bits.
    func kept(_ scopes: BitSet) -> UInt64 {
      let held = catalog.held(by: scopes)
      let flags =
        calls.map { $0.map { $0.isOpen(to: held.contains) } }
        ?? design.scopes.map { scopes.contains($0) }
      return flags.enumerated().reduce(0) { $1.element ? $0 | 1 << UInt64($1.offset) : $0 }
    }

    /// The fewest sets without an error that keep everything; nil where there are none.
    var fewest: Int? {
      let members = Array(design.scopes)
      var useful: Set<UInt64> = []
      for bits in 0..<(1 << members.count) {
        var part = design
        part.scopes = BitSet(members.indices.filter { bits >> $0 & 1 == 1 }.map { members[$0] })
        let isClean = errors(part).allSatisfy { $0.rule == "no-scopes-selected" }
        if isClean { useful.insert(kept(part.scopes)) }
      }
      let goal = kept(design.scopes)
      var reached: Set<UInt64> = [0]
      for count in 1...max(1, members.count + 1) {
        reached = Set(reached.flatMap { known in useful.map { known | $0 } })
        if reached.contains(goal) { return count }
      }
      return nil
    }
  }

  @Test func `every call is kept, no key has more than the design, and none has an error`() throws {
    var random = SeededRandom()
    for _ in 0..<400 {
      let trial = try Trial(&random)
      let split = trial.split
      let goal = trial.kept(trial.design.scopes)
      #expect(split.keys.reduce(0) { $0 | trial.kept($1.scopes) } == goal, "\(random)")
      for key in split.keys {
        #expect(key.scopes.isSubset(of: trial.design.scopes), "\(random)")
        for error in trial.errors(key) {
          #expect(split.unsettled.map(\.rule).contains(error.rule), "\(random)")
        }
      }
      // What a key says it is for is open to it, and nothing that was chosen is lost.
      if split.keys.count > 1 {
        let said = Set(split.keys.flatMap(\.details.operations)).union(split.unplaced)
        let chosen = Set(trial.design.details.operations)
        #expect(said == chosen, "\(random)")
      }
      if trial.errors(trial.design).isEmpty {
        #expect(split.keys.count == 1 && split.isProvenMinimal, "\(random)")
        #expect(split.unsettled == [], "\(random)")
        // Where nothing is left out, not a byte changes.
        if split.dropped == [] { #expect(split.keys == [trial.design], "\(random)") }
      }
    }
  }

  @Test func `no way of trying all sets finds fewer keys than were proven`() throws {
    var random = SeededRandom()
    var (proven, found, several) = (0, 0, 0)
    for _ in 0..<120 {
      let trial = try Trial(&random)
      guard trial.split.unsettled.isEmpty, let fewest = trial.fewest else { continue }
      found += 1
      if fewest > 1 { several += 1 }
      #expect(trial.split.keys.count >= fewest, "\(random)")
      #expect(trial.split.lowerBound <= fewest, "\(random)")
      if trial.split.isProvenMinimal {
        proven += 1
        #expect(trial.split.keys.count == fewest, "\(random)")
      }
    }
    // Rules that further scopes can settle are the rare ones.
    #expect(found > 45 && several > 12 && proven * 10 >= found * 9, "\(random)")
  }

  @Test func `the same design gives the same keys`() throws {
    var random = SeededRandom()
    for _ in 0..<30 {
      let trial = try Trial(&random)
      let again = KeySplit(trial.design, rules: trial.rules, today: Samples.today)
      #expect(again.keys == trial.split.keys, "\(random)")
    }
  }
}
