import BitCollections
import Catalogs

/// What the calls that a key is for ask of it.
package struct CallNeeds: Sendable {
  /// The chosen operations as they stand in the design.
  package let source: [String]
  /// Those that the catalog has, by index.
  package let operations: BitSet
  /// Those that the catalog does not have.
  package let unknown: [String]
  /// Those whose scopes the catalog does not state, by index.
  package let unstated: BitSet
  /// For each scope that any of them names the number of those that do.
  private let counts: [Int: Int]

  /// Reads the operations of a design.
  ///
  /// Costs the number of chosen operations, never the catalog's size.
  package init(details: KeyDetails, catalog: Catalog) {
    var operations: BitSet = []
    var unknown: [String] = []
    var unstated: BitSet = []
    var counts: [Int: Int] = [:]
    for call in details.operations {
      guard let index = catalog.indexOfOperation(call) else {
        unknown.append(call)
        continue
      }
      guard operations.insert(index).inserted else { continue }
      switch catalog.operations[index].requirement {
      case .notStated: unstated.insert(index)
      case .anyOf(let sets):
        var named = Set(sets.joined())
        for scope in named { named.formUnion(catalog.granters(of: scope)) }
        for scope in named { counts[scope, default: 0] += 1 }
      }
    }
    source = details.operations
    (self.operations, self.unknown, self.unstated, self.counts) = (
      operations, unknown, unstated, counts
    )
  }

  /// Whether no operation of the catalog is chosen.
  package var isEmpty: Bool { operations.isEmpty }

  /// How many of the chosen operations name a scope, or one that it grants, in any alternative.
  package func count(ofScope scope: Int) -> Int { counts[scope] ?? 0 }
}

extension KeyDetails {
  /// Makes the chosen operations of a catalog exactly these, in its order; others keep theirs
  /// behind them.
  package mutating func chooseOperations(_ chosen: BitSet, in catalog: Catalog) {
    let unknown = operations.filter { catalog.indexOfOperation($0) == nil }
    operations = chosen.map { catalog.operations[$0].call } + unknown
  }
}
