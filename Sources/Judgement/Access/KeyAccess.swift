import BitCollections
import Catalogs
import Keys

/// What a key opens, and by which scopes: the one answer that everything else asks.
///
/// A key is its ticked scopes, what they grant, its kind and its answers. A call whose requirement the
/// catalog does not state is never open, and one that hangs on a question that the key has not
/// answered is open only where it is so either way.
package struct KeyAccess: Sendable {
  /// What a key can do with a call.
  package enum Answer: Hashable, Sendable {
    /// It may make the call.
    case open
    /// It lacks a scope.
    case closed
    /// No key of its kind can make the call.
    case otherKind
    /// The catalog does not state what the call needs.
    case notStated
    /// The catalog does not have the call.
    case unknown
  }

  /// The catalog.
  package let catalog: Catalog
  /// The ticked scopes.
  package let scopes: BitSet
  /// What of the key decides which alternatives count.
  package let terms: KeyTerms

  /// The access of ticked scopes.
  package init(_ scopes: BitSet, in catalog: Catalog, terms: KeyTerms = KeyTerms()) {
    (self.scopes, self.catalog, self.terms) = (scopes, catalog, terms)
  }

  /// The access of a key.
  package init(_ design: KeyDesign, in catalog: Catalog) {
    self.init(design.scopes, in: catalog, terms: KeyTerms(design, in: catalog))
  }

  /// The access of the same key with other scopes.
  package func with(_ scopes: BitSet) -> KeyAccess {
    KeyAccess(scopes, in: catalog, terms: terms)
  }

  // MARK: - Calls

  /// What the key can do with a call, by its index.
  package func answer(_ operation: Int) -> Answer {
    rows(of: operation).map(answer) ?? .notStated
  }

  private func answer(_ rows: [[[Int]]]) -> Answer {
    if rows.contains([]) { return .otherKind }
    return Self.isOpen(rows, to: isHeld) ? .open : .closed
  }

  /// What the key can do with a call, as `METHOD /path` of the catalog.
  package func answer(call: String) -> Answer {
    catalog.indexOfOperation(call).map { answer($0) } ?? .unknown
  }

  /// Whether the key may make a call, by its index; never where nothing is stated.
  package func isOpen(_ operation: Int) -> Bool { answer(operation) == .open }

  /// Whether the key can make a call at least in some case of the conditions on which it hangs: what
  /// a key must never make has to be closed in all of them.
  package func mayOpen(_ operation: Int) -> Bool {
    rows(of: operation)?.contains { Self.isOpen([$0], to: isHeld) } ?? false
  }

  /// What a call requires of this key, as alternatives.
  package func requirement(of operation: Int) -> Operation.Requirement {
    catalog.requirement(of: operation, for: terms)
  }

  /// What a call requires of this key: rows, each of which has to be opened; nil where nothing is
  /// stated.
  package func rows(of operation: Int) -> [[[Int]]]? { catalog.rows(of: operation, for: terms) }

  /// The alternatives of a call that the key meets; none where it is not open.
  package func heldAlternatives(of operation: Int) -> [[Int]] {
    catalog.alternatives(ofRows: heldRows(of: operation))
  }

  /// The rows of a call with the sets of each that the key has; none where nothing is stated.
  package func heldRows(of operation: Int) -> [[[Int]]] {
    (rows(of: operation) ?? [[]]).map { $0.filter { $0.allSatisfy(isHeld) } }
  }

  /// Whether a call names a scope, or one that it grants, in an alternative that counts.
  package func names(_ scope: Int, operation: Int) -> Bool {
    (rows(of: operation) ?? []).contains {
      $0.contains {
        $0.contains { $0 == scope || catalog.granters(of: $0).contains(scope) }
      }
    }
  }

  /// How the key stands to all calls.
  package var survey: CallSurvey { CallSurvey(self) }

  /// Whether it is stated that a call needs no scope.
  package func isFree(_ operation: Int) -> Bool {
    rows(of: operation).map(Self.isFree) ?? false
  }

  static func isFree(_ rows: [[[Int]]]) -> Bool { rows.allSatisfy { $0.contains([]) } }

  static func isOpen(_ rows: [[[Int]]], to isHeld: (Int) -> Bool) -> Bool {
    rows.allSatisfy { $0.contains { $0.allSatisfy(isHeld) } }
  }

  /// How a call is opened, or what it lacks.
  package func opening(of operation: Int) -> Opening {
    guard let rows = rows(of: operation) else { return Opening(.notStated, [], self) }
    return Opening(answer(rows), catalog.alternatives(ofRows: rows), self)
  }

  /// How a call is opened in the first case of its conditions in which it is; nil where it is in none.
  package func openingInSomeCase(of operation: Int) -> Opening? {
    rows(of: operation)?.first { Self.isOpen([$0], to: isHeld) }.map { Opening(.open, $0, self) }
  }

  // MARK: - Scopes

  /// Whether the key has a scope: ticked, or granted by a ticked one.
  package func isHeld(_ scope: Int) -> Bool { catalog.isHeld(scope, by: scopes) }

  /// The ticked scopes for which the key has a scope: itself, and those that grant it.
  package func holders(of scope: Int) -> [Int] {
    (scopes.contains(scope) ? [scope] : []) + catalog.granters(of: scope).filter(scopes.contains)
  }

  /// The ticked scope for which the key has a scope, itself before those that grant it.
  package func holder(of scope: Int) -> Int? {
    scopes.contains(scope) ? scope : catalog.granters(of: scope).first(where: scopes.contains)
  }
}
