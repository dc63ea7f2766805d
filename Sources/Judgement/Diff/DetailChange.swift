import Catalogs
import Keys

/// A detail that differs between two keys.
package struct DetailChange: Hashable, Sendable {
  /// Which detail; the raw value is its name for scripts.
  package enum Detail: String, CaseIterable, Sendable {
    /// The catalog's id.
    case platform
    /// The version of the catalog that the key was made with.
    case catalogVersion
    /// The label.
    case label
    /// The purpose.
    case purpose
    /// Who holds the key.
    case owner
    /// The client addresses allowed.
    case ipAddresses
    /// The day by which the key is replaced.
    case rotateBy
    /// The kind of key.
    case kind
    /// What holds for the key.
    case answers
    /// What the key must not be able to do.
    case never
    /// The calls that the key is for.
    case operations
    /// The accepted risks.
    case accepted

    /// The words for it.
    package var title: String {
      switch self {
      case .platform: "Platform"
      case .catalogVersion: "Catalog version"
      case .label: "Label"
      case .purpose: "Purpose"
      case .owner: "Owner"
      case .ipAddresses: "Addresses"
      case .rotateBy: "Rotate by"
      case .kind: "Kind of key"
      case .answers: "Answers"
      case .never: "Never"
      case .operations: "Calls that the program makes"
      case .accepted: "Accepted risks"
      }
    }
  }

  /// The detail.
  package let detail: Detail
  /// What the old key has there: one text, a list, or nothing.
  package let old: [String]
  /// What the new key has there.
  package let new: [String]
  /// Whether it lets the new key be used where the old one could not.
  package let isWidened: Bool
  /// Whether the old key could be used where the new one cannot.
  package let isNarrowed: Bool

  private init(
    _ detail: Detail, _ old: [String], _ new: [String], isWidened: Bool = false,
    isNarrowed: Bool = false
  ) {
    self.detail = detail
    self.old = old
    self.new = new
    self.isWidened = isWidened
    self.isNarrowed = isNarrowed
  }

  /// What of the new key the old one has not.
  package var added: [String] { Self.list(new, lacking: old) }
  /// What of the old key the new one has not.
  package var removed: [String] { Self.list(old, lacking: new) }

  private static func list(_ texts: [String], lacking others: [String]) -> [String] {
    let others = Set(others)
    return texts.filter { !others.contains($0) }
  }

  static func changes(from old: ReviewedKey?, to new: ReviewedKey?) -> [DetailChange] {
    Detail.allCases.compactMap { detail in
      let (before, after) = (texts(detail, of: old), texts(detail, of: new))
      // The order of a list means nothing.
      guard Set(before) != Set(after) else { return nil }
      guard detail == .ipAddresses, let old, let new else {
        return DetailChange(detail, before, after)
      }
      let lists = (AddressList(old.design.details), AddressList(new.design.details))
      return DetailChange(
        detail, before, after, isWidened: !lists.0.covers(lists.1),
        isNarrowed: !lists.1.covers(lists.0))
    }
  }

  private static func texts(_ detail: Detail, of key: ReviewedKey?) -> [String] {
    guard let key else { return [] }
    let details = key.design.details
    func text(_ text: String) -> [String] { text.isEmpty ? [] : [text] }
    switch detail {
    case .platform: return [key.catalog.id]
    case .catalogVersion: return [key.catalogVersion]
    case .label: return text(details.label)
    case .purpose: return text(details.purpose)
    case .owner: return text(details.owner)
    case .ipAddresses: return details.ipAddresses
    case .rotateBy: return details.rotateBy.map { [$0.description] } ?? []
    case .kind: return text(details.kind ?? "")
    case .answers: return details.answers.map { "\($0.condition): \($0.holds ? "yes" : "no")" }
    case .never: return details.never
    case .operations: return details.operations
    case .accepted: return details.accepted.map(sentence)
    }
  }

  private static func sentence(_ acceptance: Acceptance) -> String {
    let until = acceptance.until.map { " until \($0)" } ?? ""
    return "\(acceptance.rule) for \(acceptance.scopes.joined(separator: ", ")) "
      + "by \(acceptance.by)\(until): \(acceptance.reason)"
  }
}
