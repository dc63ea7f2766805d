import BitCollections
import Catalogs

/// What a set of operations needs: scopes that are needed in any case, and rows of alternatives.
struct CoverProblem {
  /// Rows of more alternatives are compared with their alternatives of one scope only.
  private static let widestRow = 128

  /// The scopes that every cover has.
  private(set) var forced: BitSet = []
  /// What else has to be opened: each row by any of its alternatives.
  ///
  /// An alternative is sorted and holds no forced scope and no other alternative of its row. A row
  /// has at least two; no row stands twice.
  private(set) var rows: [[[Int]]] = []
  /// Whether every way to hold what calls name stands in the rows.
  private(set) var isComplete = true
  /// What can be ticked for it.
  private(set) var choices: CoverChoices

  /// Reduces requirements, each a list of alternatives.
  init(opening requirements: [[[Int]]], in catalog: Catalog, excluding banned: BitSet) {
    choices = CoverChoices(requirements, in: catalog, excluding: banned)
    guard catalog.hasGrants else {
      reduce(requirements)
      return
    }
    // What is forced may hold what other rows name, and leave fewer scopes worth ticking.
    var left = requirements
    var all: BitSet = []
    repeat {
      let held = catalog.held(by: all)
      left = left.map { row in row.map { $0.filter { !held.contains($0) } } }
        .filter { !$0.contains([]) }
      choices = CoverChoices(left, in: catalog, excluding: banned)
      forced = []
      reduce(left.flatMap { choices.rows(for: $0) })
      all.formUnion(forced)
      // What was left out before may have forced what is not needed.
      isComplete = isComplete && choices.isComplete
    } while !forced.isEmpty && !left.isEmpty
    forced = all
  }

  private mutating func reduce(_ requirements: [[[Int]]]) {
    var open: [[[Int]]?] = []
    var seen: Set<[[Int]]> = []
    for requirement in requirements where seen.insert(requirement).inserted {
      open.append(requirement)
    }
    var rowsOfScope: [Int: [Int]] = [:]
    for (index, row) in open.enumerated() where (row ?? []).count > 1 {
      for scope in Set((row ?? []).joined()) { rowsOfScope[scope, default: []].append(index) }
    }
    // A scope that turns out to be forced may leave one alternative in another row.
    var pending = Array(open.indices)
    while let index = pending.popLast() {
      guard let row = open[index] else { continue }
      let reduced = Self.reduce(row, without: forced)
      open[index] = reduced.first?.isEmpty == true ? nil : reduced
      guard let only = reduced.first, reduced.count == 1 else { continue }
      open[index] = nil
      for scope in only where forced.insert(scope).inserted {
        pending += rowsOfScope[scope] ?? []
      }
    }
    rows = Set(open.compactMap { $0 }).sorted(by: Self.isBefore)
  }

  /// A requirement's alternatives without scopes that are there anyway, the easiest first.
  ///
  /// An alternative that holds another goes: whoever has it has that too. One empty alternative is
  /// left where nothing is needed.
  static func reduce(_ row: [[Int]], without given: BitSet) -> [[Int]] {
    var alternatives: Set<[Int]> = []
    for alternative in row {
      let left = Set(alternative).filter { !given.contains($0) }.sorted()
      if left.isEmpty { return [[]] }
      alternatives.insert(left)
    }
    let sorted = alternatives.sorted { left, right in
      left.count == right.count ? left.lexicographicallyPrecedes(right) : left.count < right.count
    }
    let singles = Set(sorted.lazy.filter { $0.count == 1 }.joined())
    var kept: [[Int]] = []
    for alternative in sorted {
      if alternative.count > 1, alternative.contains(where: singles.contains) { continue }
      let isWide = sorted.count > widestRow
      if !isWide, kept.contains(where: { Set($0).isSubset(of: alternative) }) { continue }
      kept.append(alternative)
    }
    return kept
  }

  /// Says whether whoever opens one row opens another with it.
  static func opens(_ row: [[Int]], _ other: [[Int]]) -> Bool {
    row.allSatisfy { alternative in
      other.contains { $0.allSatisfy(alternative.contains) }
    }
  }

  private static func isBefore(_ left: [[Int]], _ right: [[Int]]) -> Bool {
    if left.count != right.count { return left.count < right.count }
    for (one, other) in zip(left, right) where one != other {
      return one.lexicographicallyPrecedes(other)
    }
    return false
  }
}
