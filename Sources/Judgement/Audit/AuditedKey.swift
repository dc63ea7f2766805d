import BitCollections
import Catalogs
import Documents
import Keys

/// One key of a set that is looked at as a whole.
package struct AuditedKey: Sendable {
  /// Whether the catalog that the manifest names is here.
  package enum Origin: Hashable, Sendable {
    /// It is, in that version or in another that can be compared with it.
    case here
    /// Another version is here, and the one named is not: what has changed since is not known.
    case versionGone
    /// No catalog of the platform is here.
    case platformGone
  }

  /// What the key is called: the path of its manifest.
  package let name: String
  /// The key with the rules that hold for it.
  package let findings: Findings
  /// The version of its catalog that the manifest names.
  package let catalogVersion: String
  package let origin: Origin
  /// The calls that were made on its platform, by index in its catalog; nil where none are known.
  package let calls: BitSet?

  /// Creates a key of a set.
  package init(
    name: String, findings: Findings, catalogVersion: String, origin: Origin = .here,
    calls: BitSet? = nil
  ) {
    self.name = name
    self.findings = findings
    self.catalogVersion = catalogVersion
    self.origin = origin
    self.calls = calls
  }

  var key: KeyUnderReview { findings.key }
  var design: KeyDesign { findings.key.design }
  var details: KeyDetails { findings.key.design.details }
  package var catalog: Catalog { findings.rules.catalog }
  /// The scopes that it has, those included that others grant.
  var held: BitSet { catalog.held(by: design.scopes) }

  /// The calls that were made and that only a key with some scope may make, where it is stated.
  var callsByScopes: [Int] {
    let access = key.access
    return (calls ?? []).filter { access.isOpen($0) && !access.isFree($0) }
  }

  /// Whether of some call that was made it is not stated what it needs.
  var hasUnstatedCalls: Bool {
    let access = key.access
    return (calls ?? []).contains { access.answer($0) == .notStated }
  }
}

/// A finding about several keys, told at the first of them.
package struct AuditFinding: Hashable, Sendable {
  /// The place among the keys.
  package var key: Int
  package var finding: Finding
}

/// A rule about several keys at once.
protocol AuditRule: Sendable {
  static var info: RuleInfo { get }
  /// The findings, in the order of the keys at which they are told.
  static func findings(in keys: [AuditedKey]) -> [AuditFinding]
}

extension AuditRule {
  /// A finding of the rule, told at a key.
  static func finding(
    at key: Int, severity: Severity? = nil, scopes: [String] = [], _ message: String,
    remedy: String
  ) -> AuditFinding {
    AuditFinding(
      key: key,
      finding: Finding(
        rule: info.id, severity: severity ?? info.severity, scopes: scopes, message: message,
        remedy: Remedy(remedy)))
  }

  /// The owner of a key as it is compared: neither capitals nor blanks make another; nil for none.
  static func ownerName(of key: AuditedKey) -> String? {
    let words = key.details.owner.lowercased().parts(between: " ")
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  /// A sentence that names keys.
  static func sentence(_ start: String, _ keys: [Int], of all: [AuditedKey]) -> String {
    Wording.sentence(start, count: keys.count, plural: "other keys") { all[keys[$0]].name }
  }

  /// The places of keys that have something in common, each group in its order; the groups in that
  /// of their first.
  static func groups<Common: Hashable>(
    _ keys: [AuditedKey], by common: (AuditedKey) -> Common?
  ) -> [(common: Common, places: [Int])] {
    var order: [Common] = []
    var groups: [Common: [Int]] = [:]
    for (place, key) in keys.enumerated() {
      guard let common = common(key) else { continue }
      if groups[common] == nil { order.append(common) }
      groups[common, default: []].append(place)
    }
    return order.map { ($0, groups[$0] ?? []) }
  }
}
