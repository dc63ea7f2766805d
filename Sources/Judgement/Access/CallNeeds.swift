import BitCollections
import Catalogs
import Keys

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

  /// What of the key decided which alternatives count.
  private let terms: KeyTerms

  /// Reads the operations of a design.
  ///
  /// Costs the number of chosen operations, never the catalog's size.
  package init(_ design: KeyDesign, catalog: Catalog) {
    terms = KeyTerms(design, in: catalog)
    var operations: BitSet = []
    var unknown: [String] = []
    var unstated: BitSet = []
    var counts: [Int: Int] = [:]
    for call in design.details.operations {
      guard let index = catalog.indexOfOperation(call) else {
        unknown.append(call)
        continue
      }
      guard operations.insert(index).inserted else { continue }
      let rows = catalog.rows(of: index, for: terms)
      if rows == nil { unstated.insert(index) }
      var named = Set((rows ?? []).joined().joined())
      for scope in named { named.formUnion(catalog.granters(of: scope)) }
      for scope in named { counts[scope, default: 0] += 1 }
    }
    source = design.details.operations
    (self.operations, self.unknown, self.unstated, self.counts) = (
      operations, unknown, unstated, counts
    )
  }

  /// Whether these are still the needs of a design.
  package func areOf(_ design: KeyDesign, catalog: Catalog) -> Bool {
    design.details.operations == source && KeyTerms(design, in: catalog) == terms
  }

  /// Whether no operation of the catalog is chosen.
  package var isEmpty: Bool { operations.isEmpty }

  /// How many of the chosen operations name a scope, or one that it grants, in any alternative.
  package func count(ofScope scope: Int) -> Int { counts[scope] ?? 0 }
}
