import BitCollections
import Catalogs

/// A risk that a person has looked at and taken.
package struct Acceptance: Hashable, Sendable {
  /// The rule whose finding is accepted.
  package var rule: String
  /// The ids of exactly the scopes that are accepted.
  package var scopes: [String]
  /// Why.
  package var reason: String
  /// Who accepted it.
  package var by: String
  /// The last day on which it holds; nil for no end.
  package var until: CalendarDate?
  /// Members that this program does not know, as they stood.
  package var unknownMembers: [UnknownMember]

  /// Creates an acceptance.
  package init(
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

/// Whether one of the catalog's conditions holds for a key.
package struct Answer: Hashable, Sendable {
  /// The condition's id.
  package var condition: String
  /// Whether it holds.
  package var holds: Bool

  /// Creates an answer.
  package init(condition: String, holds: Bool) {
    self.condition = condition
    self.holds = holds
  }
}

/// Why a key has a scope.
package struct Because: Hashable, Sendable {
  /// The scope's id.
  package var scope: String
  /// The reason.
  package var text: String

  /// Creates a reason.
  package init(scope: String, text: String) {
    self.scope = scope
    self.text = text
  }
}

/// A member of a manifest that this program does not know and keeps as it stood.
package struct UnknownMember: Hashable, Sendable {
  /// The name.
  package var name: String
  /// The value's bytes as they stood in the document.
  package var source: [UInt8]

  /// Creates a member from a value's bytes as JSON.
  package init(name: String, source: [UInt8]) {
    self.name = name
    self.source = source
  }
}

/// All of a key design but its chosen scopes.
package struct KeyDetails: Hashable, Sendable {
  /// A name for the key.
  package var label = ""
  /// What the key is for.
  package var purpose = ""
  /// Who holds the key: a person, a team or a program; keys of one owner can be used together.
  package var owner = ""
  /// The client addresses allowed, each an address or a CIDR range; none means all.
  package var ipAddresses: [String] = []
  /// The day by which the key has to be replaced.
  package var rotateBy: CalendarDate?
  /// The id of the kind of key; nil where the manifest does not say.
  package var kind: String?
  /// What holds for the key, by the catalog's conditions, in its order.
  package var answers: [Answer] = []
  /// Scopes that the catalog does not have, in the order in which they stood.
  package var unknownScopes: [String] = []
  /// Why the key has scopes.
  package var because: [Because] = []
  /// What the key must not have: scopes by id, and calls as `METHOD /path`.
  package var never: [String] = []
  /// The calls that the key is for, as `METHOD /path`.
  package var operations: [String] = []
  /// Accepted risks.
  package var accepted: [Acceptance] = []

  /// Creates empty details.
  package init() {}
}

/// What a person is making: details and chosen scopes of one catalog.
package struct KeyDesign: Hashable, Sendable {
  /// Everything but the scopes.
  package var details: KeyDetails
  /// The indices of the chosen scopes.
  package var scopes: BitSet

  /// Creates a design.
  package init(details: KeyDetails = KeyDetails(), scopes: BitSet = []) {
    self.details = details
    self.scopes = scopes
  }
}

extension KeyDetails {
  /// Makes the chosen operations of a catalog exactly these, in its order; others keep theirs
  /// behind them.
  package mutating func chooseOperations(_ chosen: BitSet, in catalog: Catalog) {
    let unknown = operations.filter { catalog.indexOfOperation($0) == nil }
    operations = chosen.map { catalog.operations[$0].call } + unknown
  }
}
