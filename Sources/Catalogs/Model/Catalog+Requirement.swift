import BitCollections

extension Catalog {
  /// The scopes that decide whether a key may make a call: all that some alternative names.
  package func scopes(deciding operation: Int) -> BitSet {
    guard case .anyOf(let sets) = operations.requirement(of: operation) else { return [] }
    return BitSet(sets.joined())
  }

  /// What a call requires of a key: the one place that weighs kinds, conditions and answers.
  ///
  /// A condition that the key has not answered makes a case of yes and one of no, and the call has to
  /// be open in both: never by what works in the easier case alone. A condition that holds asks for
  /// what counts then, and two that hold at once ask for both. A case of which the reference says
  /// nothing is passed over.
  ///
  /// - Parameters:
  ///   - operation: the call, by its index.
  ///   - key: the key's kind and its answers.
  /// - Returns: rows, each of which has to be opened by any one of its sets, `[[]]` where it needs no
  ///   scope; one row without a set where the call is for other kinds of key alone; nil where nothing
  ///   is stated.
  package func rows(of operation: Int, for key: KeyTerms = KeyTerms()) -> [[[Int]]]? {
    guard case .anyOf(let sets) = operations.requirement(of: operation) else { return nil }
    let terms = operations.terms(of: operation)
    // Nearly every call of nearly every catalog.
    if terms.isEmpty, kinds.isEmpty { return [sets] }

    let places = sets.indices.filter { place in
      guard let kind = key.kind else { return true }
      return (terms.isEmpty || terms[place].kinds.contains(kind))
        && sets[place].allSatisfy { scopes[$0].kinds.contains(kind) }
    }
    if terms.isEmpty || places.isEmpty { return [places.map { sets[$0] }] }
    let situations = Set(places.map { terms[$0].situation })
    // What holds and is stated for other kinds alone, no key of this kind can do.
    let isForOthers =
      !situations.contains(nil)
      && sets.indices.contains { place in
        terms[place].hold(for: key) && !situations.contains(terms[place].situation)
      }
    if isForOthers { return [[]] }
    if situations == [nil] { return [places.map { sets[$0] }] }

    let open = Condition.named(in: terms).filter { key[$0] == nil }
    var rows: [[[Int]]] = []
    for number in 0..<(1 << open.count) {
      var key = key
      for (bit, condition) in open.enumerated() { key[condition] = number & (1 << bit) != 0 }
      let counted = places.filter { terms[$0].hold(for: key) }
      let situations = Set(counted.compactMap { terms[$0].situation }).sorted()
      let groups =
        situations.isEmpty
        ? (counted.isEmpty ? [] : [counted])
        : situations.map { one in
          counted.filter { terms[$0].situation.map { $0 == one } ?? true }
        }
      for group in groups {
        let row = group.map { sets[$0] }
        if !rows.contains(row) { rows.append(row) }
      }
    }
    return rows.isEmpty ? nil : rows
  }

  /// The same as alternatives that each open every row, for showing them: at most 64.
  ///
  /// - Returns: the alternatives that count for such a key, `[[]]` where it needs no scope; without
  ///   any where the call is for other kinds of key alone.
  package func requirement(
    of operation: Int, for key: KeyTerms = KeyTerms()
  ) -> Operation.Requirement {
    guard let rows = rows(of: operation, for: key) else { return .notStated }
    return .anyOf(alternatives(ofRows: rows))
  }

  /// So many alternatives are listed where a call has several rows.
  package static let mostAlternatives = 64

  /// What opens every one of some rows, at most `mostAlternatives`.
  package func alternatives(ofRows rows: [[[Int]]]) -> [[Int]] {
    rows.count == 1 ? rows[0] : Alternatives.holding(inAll: rows, grants: held(by:))
  }
}

/// Sets of scopes, any one of which is enough.
enum Alternatives {
  /// More are not listed where they depend on conditions.
  static let maximumCount = Catalog.mostAlternatives

  /// What is enough in every one of several cases, without what holds more than another.
  ///
  /// - Parameters:
  ///   - cases: for each case its alternatives, at least one.
  ///   - grants: what a key has with some scopes.
  /// - Returns: the sets, at most `maximumCount`.
  static func holding(inAll cases: [[[Int]]], grants: (BitSet) -> BitSet) -> [[Int]] {
    cases.reduce([[]]) { found, sets in
      var joined: [[Int]] = []
      for one in found {
        let held = grants(BitSet(one))
        // Most often what opens one case opens the next.
        if sets.contains(where: { $0.allSatisfy(held.contains) }) {
          joined.append(one)
        } else {
          joined += sets.map { set in
            let added = grants(BitSet(set))
            return one.filter { set.contains($0) || !added.contains($0) }
              + set.filter { !held.contains($0) }
          }
        }
      }
      return Array(withoutLarger(joined, grants).prefix(maximumCount))
    }
  }

  /// The sets without those with which a key has all that another asks for.
  private static func withoutLarger(
    _ sets: [[Int]], _ grants: (BitSet) -> BitSet
  ) -> [[Int]] {
    guard sets.count > 1 else { return sets }
    let held = sets.map { grants(BitSet($0)) }
    return sets.indices.filter { index in
      !sets.indices.contains { other in
        other != index && sets[other].allSatisfy(held[index].contains)
          && (other < index || !sets[index].allSatisfy(held[other].contains))
      }
    }.map { sets[$0] }
  }
}
