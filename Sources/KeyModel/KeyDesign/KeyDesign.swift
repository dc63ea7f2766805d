public import BitCollections

/// A risk that a person has looked at and taken.
public struct Acceptance: Hashable, Sendable {
  /// The rule whose finding is accepted.
  public var rule: String
  /// The ids of exactly the scopes that are accepted.
  public var scopes: [String]
  /// Why.
  public var reason: String
  /// Who accepted it.
  public var by: String
  /// The last day on which it holds; nil for no end.
  public var until: CalendarDate?
  /// Members that this program does not know, as they stood.
  public var unknownMembers: [UnknownMember]

  /// Creates an acceptance.
  public init(
    rule: String, scopes: [String], reason: String, by: String, until: CalendarDate?,
    unknownMembers: [UnknownMember] = []
  ) {
    self.rule = rule
    self.scopes = scopes
    self.reason = reason
    self.by = by
    self.until = until
    self.unknownMembers = unknownMembers
  }
}

/// A member of a manifest that this program does not know and keeps as it stood.
public struct UnknownMember: Hashable, Sendable {
  /// The name.
  public var name: String
  /// The value's bytes as they stood in the document.
  public var source: [UInt8]

  /// Creates a member from a value's bytes as JSON.
  public init(name: String, source: [UInt8]) {
    self.name = name
    self.source = source
  }
}

/// All of a key design but its chosen scopes.
public struct KeyDetails: Hashable, Sendable {
  /// A name for the key.
  public var label = ""
  /// What the key is for.
  public var purpose = ""
  /// The client addresses allowed, each an address or a CIDR range; none means all.
  public var ipAddresses: [String] = []
  /// The day by which the key has to be replaced.
  public var rotateBy: CalendarDate?
  /// Scopes that the catalog does not have, in the order in which they stood.
  public var unknownScopes: [String] = []
  /// The calls that the key is for, as `METHOD /path`.
  public var operations: [String] = []
  /// Accepted risks.
  public var accepted: [Acceptance] = []

  /// Creates empty details.
  public init() {}
}

/// What a person is making: details and chosen scopes of one catalog.
public struct KeyDesign: Hashable, Sendable {
  /// Everything but the scopes.
  public var details: KeyDetails
  /// The indices of the chosen scopes.
  public var scopes: BitSet

  /// Creates a design.
  public init(details: KeyDetails = KeyDetails(), scopes: BitSet = []) {
    self.details = details
    self.scopes = scopes
  }
}
