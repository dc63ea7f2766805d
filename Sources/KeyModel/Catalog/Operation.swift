/// One API call: a method and a path template, with the scopes it requires.
public struct Operation: Hashable, Sendable {
  /// What a call requires.
  public enum Requirement: Hashable, Sendable {
    /// The reference states nothing. That does not make the call free.
    case notStated
    /// Any one of these sets of scope indices, each in full; an empty set means that none is needed.
    case anyOf([[Int]])
  }

  /// The HTTP method in capitals.
  public var method: String
  /// The path template, for example `/stores/{storeId}/orders`.
  public var path: String
  /// The scopes required.
  public var requirement: Requirement

  /// Method and path, as manifests and messages write it.
  public var call: String { method + " " + path }

  /// Says whether a key with these scopes may make the call; an unstated requirement is not open.
  public func isOpen(to isChosen: (Int) -> Bool) -> Bool {
    guard case .anyOf(let sets) = requirement else { return false }
    return sets.contains { $0.allSatisfy(isChosen) }
  }
}
