/// Something that holds for some keys and not for others, and that calls may depend on.
package struct Condition: Hashable, Sendable {
  /// A catalog has no more.
  static let maximumCount = 64
  /// A call depends on no more: each that is not answered doubles the cases.
  static let maximumCountOfCall = 4

  /// The id that manifests name.
  package var id = ""
  /// The question that a person answers with yes or no.
  package var question = ""

  /// The conditions on which alternatives depend, ascending.
  static func named(in terms: [Operation.Terms]) -> [Int] {
    var named: [Int] = []
    for condition in terms.lazy.flatMap({ [$0.when, $0.unless] }) {
      if let condition, !named.contains(condition) { named.append(condition) }
    }
    return named.sorted()
  }
}

extension Catalog {
  /// When an alternative counts, in words such as `when private-repository`; empty for always.
  package func words(for terms: Operation.Terms) -> String {
    var words: [String] = []
    if let when = terms.when { words.append("when \(conditions[when].id)") }
    if let unless = terms.unless { words.append("unless \(conditions[unless].id)") }
    if terms.kinds != .all {
      words.append("for " + titles(of: terms.kinds).joined(separator: ", "))
    }
    return words.joined(separator: ", ")
  }

  /// The conditions on which a call depends that a key of some kind makes, in the catalog's order.
  package func conditions(ofOperation operation: Int, for key: KeyTerms) -> [Int] {
    guard let kind = key.kind, case .anyOf(let sets) = operations.requirement(of: operation) else {
      return conditions(ofOperation: operation)
    }
    let terms = operations.terms(of: operation)
    return Condition.named(
      in: terms.indices.filter { place in
        terms[place].kinds.contains(kind)
          && sets[place].allSatisfy { scopes[$0].kinds.contains(kind) }
      }.map { terms[$0] })
  }

  /// The ways into a call as the catalog states them: the scopes of each, and in words when and for
  /// which kinds of key it counts, empty for always and all; none where nothing is stated.
  package func ways(intoOperation operation: Int) -> [(scopes: [Int], words: String)] {
    guard case .anyOf(let sets) = operations.requirement(of: operation) else { return [] }
    let terms = operations.terms(of: operation)
    return sets.indices.map { place in
      var term = terms.isEmpty ? Operation.Terms() : terms[place]
      term.kinds = sets[place].reduce(term.kinds) { $0.intersection(scopes[$1].kinds) }
      return (sets[place], words(for: term))
    }
  }

  /// The index of a condition, or nil where the catalog has none of that id.
  package func indexOfCondition(_ id: String) -> Int? { conditions.firstIndex { $0.id == id } }

  /// The conditions on which what a call requires depends, in the catalog's order.
  package func conditions(ofOperation operation: Int) -> [Int] {
    Condition.named(in: operations.terms(of: operation))
  }
}
