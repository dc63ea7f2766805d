/// Opens the rows of a part by taking, again and again, the scope that most shut rows wait for.
struct GreedyCover {
  private let part: CoverPart
  /// For each scope the rows with an alternative that names it.
  private let rowsOfScope: [[Int]]

  /// Prepares the search of a part.
  init(_ part: CoverPart) {
    self.part = part
    var rowsOfScope = Array(repeating: [Int](), count: part.scopes.count)
    for (index, row) in part.rows.enumerated() {
      for alternative in row {
        for scope in alternative where rowsOfScope[scope].last != index {
          rowsOfScope[scope].append(index)
        }
      }
    }
    self.rowsOfScope = rowsOfScope
  }

  /// Scopes that open every row, none of which can be dropped, as places in the part, sorted.
  func run() -> [Int] {
    var isChosen = Array(repeating: false, count: part.scopes.count)
    var isOpen = Array(repeating: false, count: part.rows.count)
    var hopes = Array(repeating: 0, count: part.scopes.count)
    func add(_ row: Int, times sign: Int) {
      for alternative in part.rows[row] {
        let missing = alternative.count { !isChosen[$0] }
        // A scope that opens the row by itself counts twice as much as one of two.
        for scope in alternative where !isChosen[scope] {
          hopes[scope] += sign << max(0, 20 - missing)
        }
      }
    }
    for row in part.rows.indices { add(row, times: 1) }
    while let scope = mostHoped(hopes) {
      let rows = rowsOfScope[scope].filter { !isOpen[$0] }
      for row in rows { add(row, times: -1) }
      isChosen[scope] = true
      for row in rows {
        isOpen[row] = part.rows[row].contains { $0.allSatisfy { isChosen[$0] } }
        if !isOpen[row] { add(row, times: 1) }
      }
    }
    return withoutSpare(isChosen.indices.filter { isChosen[$0] })
  }

  private func mostHoped(_ hopes: [Int]) -> Int? {
    var best: Int?
    for (scope, hope) in hopes.enumerated() where hope > 0 {
      guard let current = best else {
        best = scope
        continue
      }
      if (hope, -part.weights[scope]) > (hopes[current], -part.weights[current]) { best = scope }
    }
    return best
  }

  /// Scopes without those that can be dropped, the riskiest looked at first.
  func withoutSpare(_ scopes: [Int]) -> [Int] {
    var isChosen = Array(repeating: false, count: part.scopes.count)
    for scope in scopes { isChosen[scope] = true }
    for scope in scopes.sorted(by: { (part.weights[$0], $0) > (part.weights[$1], $1) }) {
      isChosen[scope] = false
      isChosen[scope] = !rowsOfScope[scope].allSatisfy { row in
        part.rows[row].contains { $0.allSatisfy { isChosen[$0] } }
      }
    }
    return scopes.filter { isChosen[$0] }
  }
}
