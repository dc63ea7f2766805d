import BitCollections
import Catalogs

/// The scopes that a cover may tick, and the ways to hold what calls name by ticking them.
///
/// A named scope is held where it is ticked or a scope is that grants it. A scope that holds no more
/// of what is named than a cheaper one is never worth ticking, and is left out.
struct CoverChoices {
  /// So many ways to hold all scopes of one alternative are told apart.
  private static let mostWays = 256

  private let catalog: Catalog
  /// For each named scope those worth ticking that hold it, ascending.
  private var holders: [Int: [Int]] = [:]
  /// Whether every way was told apart so far.
  private(set) var isComplete = true

  /// The choices for all scopes that some requirements name.
  init(_ requirements: [[[Int]]], in catalog: Catalog, excluding banned: BitSet) {
    self.catalog = catalog
    guard catalog.hasGrants else { return }
    var named: BitSet = []
    for requirement in requirements { for set in requirement { named.formUnion(BitSet(set)) } }
    var reach: [Int: BitSet] = [:]
    for scope in named {
      for candidate in [scope] + catalog.granters(of: scope) where !banned.contains(candidate) {
        reach[candidate, default: []].insert(scope)
      }
    }
    let weights = reach.keys.reduce(into: [:]) { $0[$1] = catalog.weight(of: $1) }
    func isWorthIt(_ candidate: Int) -> Bool {
      guard let held = reach[candidate], let weight = weights[candidate], let first = held.first
      else { return false }
      return !([first] + catalog.granters(of: first)).contains { other in
        // What is banned has no weight here.
        guard let otherWeight = weights[other], otherWeight < weight else { return false }
        return held.isSubset(of: reach[other] ?? [])
      }
    }
    let worth = BitSet(reach.keys.filter(isWorthIt))
    for scope in named {
      holders[scope] = ([scope] + catalog.granters(of: scope)).filter(worth.contains).sorted()
    }
  }

  /// The rows that have to be opened to meet a requirement: each by any of its alternatives.
  mutating func rows(for requirement: [[Int]]) -> [[[Int]]] {
    guard catalog.hasGrants else { return [requirement] }
    // What has to be held whole falls apart into its scopes, and no way is lost.
    if let only = requirement.first, requirement.count == 1, !only.isEmpty {
      return only.map { scope in holders(of: scope).map { [$0] } }
    }
    return [requirement.flatMap { ways(toHold: $0) }]
  }

  /// The same for a call that has one row, by these scopes alone; nil where they cannot open it.
  func row(for requirement: [[Int]], ticking scopes: BitSet) -> [[Int]] {
    requirement.flatMap { set -> [[Int]] in
      product(set) { scope in
        ([scope] + catalog.granters(of: scope)).filter(scopes.contains)
      }.ways
    }
  }

  private func holders(of scope: Int) -> [Int] { holders[scope] ?? [scope] }

  private mutating func ways(toHold set: [Int]) -> [[Int]] {
    let (ways, isComplete) = product(set, holders)
    self.isComplete = self.isComplete && isComplete
    return ways
  }

  private func product(
    _ set: [Int], _ holders: (Int) -> [Int]
  ) -> (ways: [[Int]], isComplete: Bool) {
    var ways: Set<BitSet> = [[]]
    for scope in set {
      let holders = holders(scope)
      var next: Set<BitSet> = []
      for way in ways { for holder in holders { next.insert(way.union([holder])) } }
      guard next.count <= Self.mostWays else {
        let first = set.compactMap { self.holders(of: $0).first }
        return ([first], false)
      }
      ways = next
    }
    return (ways.map(Array.init), true)
  }
}

extension Catalog {
  /// What ticking a scope costs beside being one scope more: its risk, and that of all it grants.
  ///
  /// A scope costs more than any that it grants.
  func weight(of scope: Int) -> Int {
    granted(by: scope).reduce(scopes[scope].risk) { $0 + scopes[$1].risk + 1 }
  }
}
