import BitCollections
import Catalogs
import Keys

/// A design as rules see it.
package struct KeyUnderReview: Sendable {
  /// The catalog.
  package var catalog: Catalog
  /// The design.
  package var design: KeyDesign {
    didSet {
      if !calls.areOf(design, catalog: catalog) { calls = CallNeeds(design, catalog: catalog) }
    }
  }
  /// The day of the review.
  package var today: CalendarDate
  /// What the chosen operations need.
  private(set) var calls: CallNeeds
  /// The scopes that are there because a rule asks for them; kept only where calls are chosen.
  var askedFor: BitSet = []

  /// Creates a review of a design on a day.
  package init(catalog: Catalog, design: KeyDesign, today: CalendarDate) {
    self.catalog = catalog
    self.design = design
    self.today = today
    calls = CallNeeds(design, catalog: catalog)
  }

  /// Says whether a scope is chosen.
  package func isChosen(_ scope: Int) -> Bool { design.scopes.contains(scope) }

  /// Says whether the key has a scope: it is chosen, or granted by one that is.
  package func isHeld(_ scope: Int) -> Bool { catalog.isHeld(scope, by: design.scopes) }

  /// The same key with the state of one scope changed.
  func flipping(_ scope: Int) -> KeyUnderReview { KeyUnderReview(self, flipping: [scope]) }

  /// The same key with the state of some scopes changed.
  func with(_ flipped: some Sequence<Int>) -> KeyUnderReview {
    KeyUnderReview(self, flipping: flipped)
  }

  /// Nothing is found anew: scopes do not change what operations need.
  private init(_ key: KeyUnderReview, flipping scopes: some Sequence<Int>) {
    self = key
    for scope in scopes where design.scopes.remove(scope) == nil { design.scopes.insert(scope) }
  }

  /// What the key opens.
  package var access: KeyAccess { KeyAccess(design, in: catalog) }

  /// The chosen calls that are closed to the key, in the catalog's order.
  var closedCalls: [Int] {
    guard !calls.isEmpty else { return [] }
    let access = access
    return Array(calls.operations).filter {
      [.closed, .otherKind].contains(access.answer($0))
    }
  }

  /// The chosen scopes that grant a scope.
  func granters(of scope: Int) -> [Int] { catalog.granters(of: scope).filter(isChosen) }

  /// The chosen scopes for which the key has a scope: itself, and those that grant it.
  func holders(of scope: Int) -> [Int] { access.holders(of: scope) }

  /// The ids of scopes.
  package func ids(_ scopes: some Sequence<Int>) -> [String] {
    scopes.map { catalog.scopes[$0].id }
  }
}
