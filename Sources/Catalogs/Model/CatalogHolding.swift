/// How much of its platform a catalog has, and how sure that is.
package struct CatalogHolding: Hashable, Sendable {
  /// How many calls it has.
  package var calls: Int
  /// How many of them state what they require; the others are silent, which is not "nothing".
  package var stated = 0
  /// How many of those were worked out, or are stated in two ways.
  package var uncertain = 0
  /// How many are said to need no scope, whatever the key.
  package var open = 0

  /// Counts the calls of a catalog.
  package init(_ catalog: Catalog) {
    calls = catalog.operations.count
    for operation in catalog.operations {
      guard case .anyOf(let sets) = operation.requirement else { continue }
      stated += 1
      if operation.isInferred { uncertain += 1 }
      if sets.allSatisfy(\.isEmpty) { open += 1 }
    }
  }
}
