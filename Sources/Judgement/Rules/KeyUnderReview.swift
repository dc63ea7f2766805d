import BitCollections
import Catalogs
import Keys

/// A design as rules see it.
package struct KeyUnderReview: Sendable {
  /// What the chosen operations need.
  struct Needs: Sendable {
    /// How many of the chosen operations the catalog knows.
    var operationCount = 0
    /// The scopes that they name, in any alternative.
    var scopes: BitSet = []
    /// Whether the reference leaves out the scopes of one of them.
    var hasUnstated = false
  }

  /// The catalog.
  package var catalog: Catalog
  /// The design.
  package var design: KeyDesign {
    didSet {
      if design.details.operations != oldValue.details.operations { findNeeds() }
    }
  }
  /// The day of the review.
  package var today: CalendarDate
  /// What the chosen operations need; nil where none is chosen.
  private(set) var needs: Needs?

  /// Creates a review of a design on a day.
  package init(catalog: Catalog, design: KeyDesign, today: CalendarDate) {
    self.catalog = catalog
    self.design = design
    self.today = today
    findNeeds()
  }

  /// Says whether a scope is chosen.
  package func isChosen(_ scope: Int) -> Bool { design.scopes.contains(scope) }

  /// Says whether the key has a scope: it is chosen, or granted by one that is.
  package func isHeld(_ scope: Int) -> Bool { catalog.isHeld(scope, by: design.scopes) }

  /// The same key with the state of one scope changed.
  func flipping(_ scope: Int) -> KeyUnderReview { KeyUnderReview(self, flipping: scope) }

  /// Nothing is found anew: scopes do not change what operations need.
  private init(_ key: KeyUnderReview, flipping scope: Int) {
    self = key
    if design.scopes.remove(scope) == nil { design.scopes.insert(scope) }
  }

  /// The chosen scopes that grant a scope.
  func granters(of scope: Int) -> [Int] { catalog.granters(of: scope).filter(isChosen) }

  /// The chosen scopes for which the key has a scope: itself, and those that grant it.
  func holders(of scope: Int) -> [Int] {
    (isChosen(scope) ? [scope] : []) + granters(of: scope)
  }

  /// The ids of scopes.
  package func ids(_ scopes: some Sequence<Int>) -> [String] {
    scopes.map { catalog.scopes[$0].id }
  }

  private mutating func findNeeds() {
    var found = Needs()
    for operation in design.details.operations.compactMap({ catalog.indexOfOperation($0) }) {
      found.operationCount += 1
      switch catalog.operations[operation].requirement {
      case .notStated: found.hasUnstated = true
      case .anyOf(let sets): for set in sets { found.scopes.formUnion(set) }
      }
    }
    needs = found.operationCount > 0 ? found : nil
  }
}
