import BitCollections
import Catalogs
import Documents
import Keys

/// What a rule found in one design.
package struct Finding: FindingLine, Hashable, Sendable {
  /// The rule's id.
  package var rule: String
  /// How much it matters.
  package var severity: Severity
  /// The ids of exactly the scopes at fault, in the order of the catalog; empty for the key itself.
  package var scopes: [String]
  /// The calls that prove it, as `METHOD /path`.
  package var operations: [String]
  /// One sentence of consequence.
  package var message: String
  /// How sure the rule is.
  package var confidence: Confidence
  /// The smallest edit that settles it, where there is one.
  package var remedy: Remedy?
  /// The calls of the abuse in order, each checked against this very key; nil where the rule tells none.
  package var trace: AbuseTrace?
  /// The acceptance that covers it, where a person has taken the risk.
  package var acceptance: Acceptance?

  /// Creates a finding.
  package init(
    rule: String, severity: Severity, scopes: [String] = [], operations: [String] = [],
    message: String, confidence: Confidence = .documented, remedy: Remedy? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.scopes = scopes
    self.operations = operations
    self.message = message
    self.confidence = confidence
    self.remedy = remedy
  }

  /// Whether a person has accepted it.
  package var isAccepted: Bool { acceptance != nil }
}

/// The smallest edit that settles a finding.
package struct Remedy: Hashable, Sendable {
  /// One change to a design.
  package enum Edit: Hashable, Sendable {
    /// Drop these scopes, by index.
    case untick([Int])
    /// Choose these scopes, by index.
    case tick([Int])
    /// Take an id out that the catalog does not have.
    case dropUnknown(String)
    /// Put a scope, by index, in the place of an id that the catalog does not have.
    case replaceUnknown(String, with: Int)
    /// Make the key one of this kind, by its id; nil takes the kind out.
    case setKind(String?)
    /// Take an accepted risk out.
    case dropAcceptance(Acceptance)
    /// Give the reason for one scope to another, by their ids; nil takes it out.
    case moveReason(String, to: String?)
  }

  /// A detail that a person fills in.
  package enum Detail: Hashable, Sendable {
    /// The label.
    case label
    /// The purpose.
    case purpose
    /// Who holds the key.
    case owner
    /// The client addresses allowed.
    case addresses
    /// The day by which the key is replaced.
    case rotateBy
    /// The reasons for the scopes that have none.
    case reason
  }

  /// What can be done where no edit is offered.
  package enum Offer: Hashable, Sendable {
    /// List the addresses from which the key may be used.
    case limitAddresses
    /// Accept the risk until a day.
    case acceptRisk
    /// Give up these of the calls that the key is for, as `METHOD /path`.
    case giveUp([String])
  }

  /// What to do, as a sentence without a full stop.
  package var text: String
  /// The changes that do it; empty where only a person can.
  package var edits: [Edit]
  /// The detail that settles it where a person fills it in.
  package var detail: Detail?
  /// What can be done in the place of an edit that would take away what the key needs.
  package var offers: [Offer] = []

  /// Creates a remedy.
  package init(_ text: String, edits: [Edit] = [], detail: Detail? = nil) {
    self.text = text
    self.edits = edits
    self.detail = detail
  }

  /// Carries the changes out.
  package func apply(to design: inout KeyDesign) {
    for edit in edits {
      switch edit {
      case .untick(let scopes): for scope in scopes { design.scopes.remove(scope) }
      case .tick(let scopes): for scope in scopes { design.scopes.insert(scope) }
      case .dropUnknown(let id):
        design.details.unknownScopes.removeAll { ExactText($0) == ExactText(id) }
      case .replaceUnknown(let id, let scope):
        design.details.unknownScopes.removeAll { ExactText($0) == ExactText(id) }
        design.scopes.insert(scope)
      case .setKind(let kind): design.details.kind = kind
      case .dropAcceptance(let acceptance):
        design.details.accepted.removeAll { $0 == acceptance }
      case .moveReason(let id, let other):
        if let other, let reason = design.details.reason(for: id) {
          design.details.setReason(reason, for: other)
        }
        design.details.setReason("", for: id)
      }
    }
  }
}
