/// One API call: a method and a path template, with the scopes it requires.
package struct Operation: Hashable, Sendable {
  /// What a call requires.
  package enum Requirement: Hashable, Sendable {
    /// The reference states nothing. That does not make the call free.
    case notStated
    /// Any one of these sets of scope indices, each in full; an empty set means that none is needed.
    case anyOf([[Int]])
  }

  /// The HTTP method in capitals.
  package var method: String
  /// The path template, for example `/stores/{storeId}/orders`.
  package var path: String { pathText.string }
  /// The scopes required.
  package var requirement: Requirement
  /// What it does, in a sentence; may be empty.
  package var summary: String { summaryText.string }
  /// The vendor's group of calls that it belongs to; may be empty.
  package var tag = ""
  /// Whether the vendor has deprecated it.
  package var isDeprecated = false
  /// Whether the requirement was read out of prose or names, and not stated for machines.
  package var isInferred = false

  var pathText: LazyText
  var summaryText: LazyText

  /// Method and path, as manifests and messages write it.
  package var call: String { method + " " + path }

  /// Says whether a key that holds these scopes may make the call; an unstated requirement is not
  /// open.
  ///
  /// - Parameter isHeld: whether the key has a scope, ticked or granted by another
  ///   (`Catalog.isHeld`).
  /// - Returns: whether one of the alternatives is met.
  package func isOpen(to isHeld: (Int) -> Bool) -> Bool {
    guard case .anyOf(let sets) = requirement else { return false }
    return sets.contains { $0.allSatisfy(isHeld) }
  }
}

extension Operation {
  init(method: String, path: String, requirement: Requirement) {
    self.init(
      method: method, requirement: requirement, pathText: LazyText(path),
      summaryText: LazyText(""))
  }
}
