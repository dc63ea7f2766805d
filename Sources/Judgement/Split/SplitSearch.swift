import BitCollections

/// Finds the fewest parts for units that may not all be together, by search.
///
/// One part more is allowed after all ways with fewer have failed, so the first way found has the
/// fewest. A unit meets the parts that have most in common with it first.
struct SplitSearch {
  /// The parts found.
  private(set) var parts: [BitSet] = []
  /// So many parts are needed in any case.
  private(set) var lowerBound = 1
  private var conflicts: SplitConflicts
  private let affinity: SplitAffinity
  private let units: [SplitUnit]
  private var stepsLeft: Int
  /// Each unit is a call deeper on the stack; of more, the first fit is taken.
  private static let deepest = 2000

  /// Searches, for at most so many attempts to put a unit into a part; then takes the first fit.
  init(
    _ units: [SplitUnit], conflicts: SplitConflicts, affinity: SplitAffinity, stepLimit: Int
  ) {
    var conflicts = conflicts
    self.affinity = affinity
    stepsLeft = stepLimit
    let needed = Self.needed(units, among: conflicts.scopes)
    // The units that fit with fewest others first: what is doomed shows early.
    let known = needed.count <= 500 ? needed : []
    let foes = needed.map { unit in
      known.count { other in
        !unit.alternatives.contains { one in
          other.alternatives.contains { two in
            conflicts.allows(one.union(two), after: one.union(two))
          }
        }
      }
    }
    self.units = needed.indices.sorted { (-foes[$0], $0) < (-foes[$1], $1) }.map { needed[$0] }
    self.conflicts = conflicts
    run()
  }

  private mutating func run() {
    let fit = firstFit()
    while lowerBound < fit.count, units.count <= Self.deepest {
      guard let found = place(0, [], limit: lowerBound) else {
        if stepsLeft <= 0 { break }
        lowerBound += 1
        continue
      }
      parts = found
      return
    }
    parts = fit
  }

  /// The units that decide how many parts there are: the others fit wherever one of these is.
  private static func needed(_ units: [SplitUnit], among scopes: BitSet) -> [SplitUnit] {
    var seen: Set<Set<BitSet>> = []
    let touched = units.filter { unit in
      let shadow = Set(unit.alternatives.map { $0.intersection(scopes) })
      return !shadow.contains([]) && seen.insert(shadow).inserted
    }
    // Comparing all pairs pays only where the search could be exact at all.
    guard touched.count <= 500 else { return touched }
    return touched.enumerated().filter { place, unit in
      !touched.enumerated().contains { other, rival in
        other != place
          && rival.alternatives.allSatisfy { large in
            let large = large.intersection(scopes)
            return unit.alternatives.contains { $0.intersection(scopes).isSubset(of: large) }
          }
          // Of two that stand for each other the first stays.
          && (other < place
            || !unit.alternatives.allSatisfy { large in
              let large = large.intersection(scopes)
              return rival.alternatives.contains { $0.intersection(scopes).isSubset(of: large) }
            })
      }
    }.map(\.element)
  }

  private mutating func firstFit() -> [BitSet] {
    var parts: [BitSet] = []
    for unit in units {
      let choices = choices(unit, parts)
      if let (part, scopes) = choices.first(where: { part, scopes in
        conflicts.allows(scopes, after: scopes.subtracting(parts[part]))
      }) {
        parts[part] = scopes
      } else if let first = unit.alternatives.first {
        parts.append(first)
      }
    }
    return parts.isEmpty ? [[]] : parts
  }

  private mutating func place(_ next: Int, _ parts: [BitSet], limit: Int) -> [BitSet]? {
    guard next < units.count else { return parts }
    let unit = units[next]
    for (part, scopes) in choices(unit, parts) {
      guard stepsLeft > 0 else { return nil }
      stepsLeft -= 1
      guard conflicts.allows(scopes, after: scopes.subtracting(parts[part])) else { continue }
      var more = parts
      more[part] = scopes
      if let found = place(next + 1, more, limit: limit) { return found }
    }
    // All empty parts are the same: one is enough to try.
    guard parts.count < limit else { return nil }
    for alternative in unit.alternatives {
      guard stepsLeft > 0 else { return nil }
      stepsLeft -= 1
      if let found = place(next + 1, parts + [alternative], limit: limit) { return found }
    }
    return nil
  }

  private func choices(
    _ unit: SplitUnit, _ parts: [BitSet]
  ) -> [(part: Int, scopes: BitSet)] {
    affinity.choices(unit, parts, reading: conflicts.scopes)
  }
}
