import BitCollections
import Catalogs
import Judgement
import Keys
import TestSupport
import Testing

/// What is kept up to date change by change, against the same made from nothing after each change.
///
/// `KEYWRIGHT_LONG=1` takes 40 times as many steps; `KEYWRIGHT_SEED` repeats what a failure printed.
@Suite struct FindingsHistoryTests {
  /// One catalog with its rules to walk about in.
  struct Ground: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var rules: RuleSet
    var random: SeededRandom
  }

  /// Twenty grounds, half of them with a policy.
  private static let grounds = (0..<20).map { ground($0) }
  private static let isLong = SeededRandom.environment("KEYWRIGHT_LONG") != nil
  /// Ticks, ticks of many, undos, redos, presets, acceptances and remedies in all: 2,000.
  private static let steps = 2_000 / grounds.count * (isLong ? 40 : 1)

  @Test(
    "Findings after each of many random steps are those made from nothing", arguments: grounds)
  func findings(ground: Ground) {
    var walk = RandomWalk(rules: ground.rules, random: ground.random)
    var seen: Set<String> = []
    for step in 0..<Self.steps {
      walk.step()
      let fresh = Findings(rules: ground.rules, design: walk.editor.design, today: Samples.today)
      let list = fresh.list()
      seen.formUnion(list.map(\.rule))
      guard walk.findings.counts == fresh.counts, walk.findings.list() == list else {
        Issue.record(
          """
          step \(step), \(walk.gesture): \(walk.findings.counts) \(walk.findings.list()) \
          instead of \(fresh.counts) \(list); \(ground.random)
          """)
        return
      }
    }
    #expect(seen.count >= 10, "hardly any rule fired: \(seen.sorted()); \(ground.random)")
  }

  @Test("Made from nothing, they are those of asking every rule about every scope")
  func everything() {
    for ground in Self.grounds {
      var walk = RandomWalk(rules: ground.rules, random: ground.random)
      for step in 0..<Self.steps / 40 {
        walk.step()
        let design = walk.editor.design
        var asked = Findings(rules: ground.rules, design: KeyDesign(), today: Samples.today)
        asked.update(design: design, flipped: Array(ground.rules.catalog.scopes.indices))
        let fresh = Findings(rules: ground.rules, design: design, today: Samples.today)
        guard fresh.counts == asked.counts, fresh.list() == asked.list() else {
          Issue.record("step \(step), \(walk.gesture), \(ground.testDescription); \(ground.random)")
          return
        }
      }
    }
  }

  @Test("So are what the key has, what it opens, what its calls need, and the counts of categories")
  func coverage() {
    for ground in Self.grounds {
      let catalog = ground.rules.catalog
      var walk = RandomWalk(rules: ground.rules, random: ground.random)
      for step in 0..<Self.steps / 10 {
        walk.step()
        let design = walk.editor.design
        let naive = NaiveCoverage(design, catalog)
        let needs = CallNeeds(design, catalog: catalog)
        let held = catalog.held(by: design.scopes)
        let open = catalog.operations.indices.filter { index in
          catalog.operations[index].isOpen { catalog.isHeld($0, by: design.scopes) }
        }
        let isRight =
          walk.editor.chosenCounts == naive.chosenCounts
          && walk.editor.chosenCount == design.scopes.count && Set(held) == naive.held
          && Set(open) == naive.open
          && catalog.scopes.indices.map(needs.count(ofScope:)) == naive.needs
          && catalog.scopes.indices.allSatisfy {
            walk.editor.isHeld($0) == naive.held.contains($0)
              && walk.editor.isGranted($0)
                == (naive.held.contains($0) && !design.scopes.contains($0))
          }
        guard isRight else {
          Issue.record("step \(step), \(walk.gesture), \(ground.testDescription); \(ground.random)")
          return
        }
      }
    }
  }

  // MARK: - Grounds

  private static func ground(_ number: Int) -> Ground {
    var random = SeededRandom(seed: SeededRandom.environmentSeed &+ UInt64(number))
    let (name, catalog) =
      switch number {
      case 0..<3: ("Komerza", Samples.komerza)
      case 3..<5: ("scopes that grant others", Samples.granting)
      default: ("generated", generated(seed: random.seed, scopes: 12 + random.next(below: 24)))
      }
    let policy = number.isMultiple(of: 2) ? Policy() : policy(for: catalog, using: &random)
    return Ground(
      testDescription: "\(number): \(name), \(catalog.scopes.count) scopes",
      rules: RuleSet(catalog: catalog, policy: policy),
      random: SeededRandom(seed: SeededRandom.environmentSeed &+ UInt64(number)))
  }

  private static func generated(seed: UInt64, scopes: Int) -> Catalog {
    Samples.catalog {
      var generator = CatalogGenerator(seed: seed)
      return try Catalog(
        decoding: generator.document(.init(scopes: scopes, combinations: 16, isVaried: true)))
    }
  }

  private static func policy(for catalog: Catalog, using random: inout SeededRandom) -> Policy {
    var policy = Policy()
    let rules = RuleSet(catalog: catalog).infos.map(\.id)
    let levels: [Policy.Level] = [
      .off, .severity(.error), .severity(.warning), .severity(.note),
    ]
    for _ in 0..<8 {
      policy.levels[rules[random.next(below: rules.count)]] = levels[random.next(below: 4)]
    }
    for _ in 0..<3 {
      policy.forbiddenScopes.append(
        catalog.scopes[random.next(below: catalog.scopes.count)].id)
    }
    policy.requiredFields = [.label, .purpose]
    policy.longestDaysToRotation = 90
    return policy
  }
}
