import Keys

/// A risk that a person has looked at and taken.
public struct AcceptedRisk: Hashable, Sendable {
  let inner: Acceptance

  init(_ inner: Acceptance) { self.inner = inner }

  /// Accepts what a rule finds in exactly these scopes; with no last day it has no end.
  public init(rule: String, scopes: [String], reason: String, by: String, until: Day? = nil) {
    inner = Acceptance(rule: rule, scopes: scopes, reason: reason, by: by, until: until?.inner)
  }

  /// The rule whose finding is accepted.
  public var rule: String { inner.rule }
  /// The ids of the scopes.
  public var scopes: [String] { inner.scopes }
  /// Why.
  public var reason: String { inner.reason }
  /// Who accepted it.
  public var by: String { inner.by }
  /// The last day on which it holds; nil for no end.
  public var until: Day? { inner.until.map { Day($0) } }
}
