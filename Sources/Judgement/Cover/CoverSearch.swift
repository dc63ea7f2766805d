/// Finds the best scopes for one part: greedily, then exactly while work is left.
struct CoverSearch {
  private let part: CoverPart
  private let workLimit: Int
  private var isChosen: [Bool]
  private var isExcluded: [Bool]
  private var weight = 0
  private var best: [Int] = []
  private var bestWeight: Int
  private var bestOthers = 0
  // First the least weight is proven; then covers of that weight are compared among themselves.
  private var comparesEquals = false
  private var wasCutOff = false
  private var marks: [Int]
  private var mark = 0

  /// How many alternatives were looked at.
  private(set) var work = 0
  /// Whether no cover has a smaller weight.
  private(set) var isProvenMinimal = true

  /// Prepares the search of a part.
  init(_ part: CoverPart, workLimit: Int) {
    self.part = part
    self.workLimit = workLimit
    isChosen = Array(repeating: false, count: part.scopes.count)
    isExcluded = isChosen
    marks = Array(repeating: 0, count: part.scopes.count)
    bestWeight = 0
  }

  /// The scopes of the best cover, as places in the part, sorted.
  mutating func run() -> [Int] {
    best = GreedyCover(part).run()
    bestWeight = best.reduce(0) { $0 + part.weights[$1] }
    visit(depth: 0)
    isProvenMinimal = !wasCutOff
    if isProvenMinimal {
      comparesEquals = true
      bestOthers = countOthers(best)
      visit(depth: 0)
    }
    return wasCutOff ? GreedyCover(part).withoutSpare(best) : best
  }

  private mutating func visit(depth: Int) {
    guard work < workLimit, depth <= ScopeCover.depthLimit else {
      wasCutOff = true
      return
    }
    guard let (least, next) = look() else { return }
    let bound = weight + least
    guard bound < bestWeight || (comparesEquals && bound == bestWeight) else { return }
    guard let next else {
      keepIfBetter()
      return
    }
    var excluded: [Int] = []
    for missing in missingScopes(of: next) where !missing.contains(where: { isExcluded[$0] }) {
      choose(missing)
      visit(depth: depth + 1)
      unchoose(missing)
      // Every cover with this scope has been seen: the others go without.
      if let only = missing.first, missing.count == 1 {
        isExcluded[only] = true
        excluded.append(only)
      }
    }
    for scope in excluded { isExcluded[scope] = false }
  }

  /// The least that the rows still shut will cost, and the one with the fewest ways to open it.
  ///
  /// Nil where a row cannot be opened any more; no row where all are open.
  private mutating func look() -> (least: Int, next: Int?)? {
    var least = 0
    var next: (row: Int, ways: Int)?
    mark += 1
    for (index, row) in part.rows.enumerated() {
      work += row.count
      var (cheapest, ways, isOpen, isApart) = (Int.max, 0, false, true)
      for alternative in row {
        var (cost, isPossible) = (0, true)
        for scope in alternative where !isChosen[scope] {
          if isExcluded[scope] { isPossible = false }
          if marks[scope] == mark { isApart = false }
          cost += part.weights[scope]
        }
        if cost == 0 { isOpen = true }
        guard isPossible else { continue }
        ways += 1
        cheapest = min(cheapest, cost)
      }
      if isOpen { continue }
      if ways == 0 { return nil }
      if ways < next?.ways ?? .max { next = (index, ways) }
      guard isApart else { continue }
      // Rows that share no scope are paid for one by one.
      least += cheapest
      for alternative in row {
        for scope in alternative where !isChosen[scope] { marks[scope] = mark }
      }
    }
    return (least, next?.row)
  }

  /// The scopes that each alternative of a row still lacks, the cheapest first.
  private func missingScopes(of row: Int) -> [[Int]] {
    let missing = part.rows[row].map { alternative in alternative.filter { !isChosen[$0] } }
    let costs = missing.map { $0.reduce(0) { $0 + part.weights[$1] } }
    return missing.indices.sorted { (costs[$0], $0) < (costs[$1], $1) }.map { missing[$0] }
  }

  private mutating func choose(_ scopes: [Int]) {
    for scope in scopes {
      isChosen[scope] = true
      weight += part.weights[scope]
    }
  }

  private mutating func unchoose(_ scopes: [Int]) {
    for scope in scopes {
      isChosen[scope] = false
      weight -= part.weights[scope]
    }
  }

  private mutating func keepIfBetter() {
    let found = part.scopes.indices.filter { isChosen[$0] }
    guard comparesEquals, weight == bestWeight else {
      (best, bestWeight) = (found, weight)
      return
    }
    let others = countOthers(found)
    guard
      others < bestOthers || (others == bestOthers && found.lexicographicallyPrecedes(best))
    else { return }
    (best, bestOthers) = (found, others)
  }

  /// How many operations that are not chosen some scopes open.
  private mutating func countOthers(_ scopes: [Int]) -> Int {
    var held = Array(repeating: false, count: part.scopes.count)
    for scope in scopes { held[scope] = true }
    var count = 0
    for other in part.others {
      work += other.row.count
      if other.row.contains(where: { $0.allSatisfy { held[$0] } }) { count += other.count }
    }
    return count
  }
}
