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

  /// The index of a condition, or nil where the catalog has none of that id.
  package func indexOfCondition(_ id: String) -> Int? { conditions.firstIndex { $0.id == id } }

  /// The conditions on which what a call requires depends, in the catalog's order.
  package func conditions(ofOperation operation: Int) -> [Int] {
    Condition.named(in: operations.terms(of: operation))
  }
}
