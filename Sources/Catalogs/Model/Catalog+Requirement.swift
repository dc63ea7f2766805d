import BitCollections

extension Catalog {
  /// What a call requires of a key: the one place that weighs kinds, conditions and answers.
  ///
  /// A condition that the key has not answered makes a case of yes and one of no, and an alternative
  /// is what is enough in both: never what works in the easier case alone. A case of which the
  /// reference says nothing is passed over.
  ///
  /// - Parameters:
  ///   - operation: the call, by its index.
  ///   - key: the key's kind and its answers.
  /// - Returns: the alternatives that count for such a key, `[[]]` where it needs no scope; without
  ///   any where the call is for other kinds of key alone.
  package func requirement(
    of operation: Int, for key: KeyTerms = KeyTerms()
  ) -> Operation.Requirement {
    let stated = operations.requirement(of: operation)
    let terms = operations.terms(of: operation)
    // Nearly every call of nearly every catalog.
    if terms.isEmpty, kinds.isEmpty { return stated }
    guard case .anyOf(let sets) = stated else { return .notStated }

    let places = sets.indices.filter { place in
      guard let kind = key.kind else { return true }
      return (terms.isEmpty || terms[place].kinds.contains(kind))
        && sets[place].allSatisfy { scopes[$0].kinds.contains(kind) }
    }
    if terms.isEmpty || places.isEmpty { return .anyOf(places.map { sets[$0] }) }

    let open = Condition.named(in: terms).filter { key[$0] == nil }
    var cases: [[[Int]]] = []
    for number in 0..<(1 << open.count) {
      var key = key
      for (bit, condition) in open.enumerated() { key[condition] = number & (1 << bit) != 0 }
      cases.append(places.filter { terms[$0].hold(for: key) }.map { sets[$0] })
    }
    cases.removeAll(where: \.isEmpty)
    guard !cases.isEmpty else { return .notStated }
    return .anyOf(Alternatives.holding(inAll: cases, grants: held(by:)))
  }
}

/// Sets of scopes, any one of which is enough.
enum Alternatives {
  /// More are not listed where they depend on conditions.
  static let maximumCount = 64

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
