import Catalogs
import Documents

/// What one key can do that another could not, and the other way round.
///
/// Scopes are compared by id, calls by method and path, findings by rule and scopes, whether or not
/// a person has accepted them. A scope that another of the other key's grants is no difference. What a key opens is read from its own catalog, so that two versions
/// of one catalog can be compared: a call is gained where the newer one asks less for it. A scope
/// that a catalog does not have is compared by its id; what it opens is not known. Keys of two
/// platforms share nothing: every scope and call of the old one is removed, and every one of the
/// new one is added, whatever they are called.
package struct KeyDiff: Hashable, Sendable {
  /// What one of two keys has and the other has not.
  package struct Side: Hashable, Sendable {
    /// The ids of scopes: those of the catalog in its order, then those that it does not have.
    package var scopes: [String] = []
    /// The calls that are open, as `METHOD /path`, in the catalog's order; never one whose scopes
    /// the catalog does not state.
    package var operations: [String] = []
    /// The findings, strongest first.
    package var findings: [Finding] = []

    /// Whether there is nothing.
    package var isEmpty: Bool { scopes.isEmpty && operations.isEmpty && findings.isEmpty }
  }

  /// What the new key has and the old one had not.
  package let added: Side
  /// What the old key had and the new one has not.
  package let removed: Side
  /// The details that differ, in the order of the manifest.
  package let details: [DetailChange]

  /// Compares two keys; nil stands for no key at all.
  package init(from old: ReviewedKey?, to new: ReviewedKey?) {
    added = Self.side(of: new, lacking: old)
    removed = Self.side(of: old, lacking: new)
    details = DetailChange.changes(from: old, to: new)
  }

  /// Whether the keys are the same in all that is compared.
  package var isEmpty: Bool { added.isEmpty && removed.isEmpty && details.isEmpty }

  /// Whether the new key can do anything that the old one could not.
  ///
  /// True where it has a scope, known or not, or an open call that the old one had not, or may be
  /// used from an address that the old one refused: a longer list, a wider range, or no list where
  /// there was one. Findings, accepted risks, label, purpose, rotation date and the calls that the
  /// key is for grant nothing and widen nothing.
  package var isWidened: Bool {
    !added.scopes.isEmpty || !added.operations.isEmpty || details.contains { $0.isWidened }
  }

  /// Whether the old key could do anything that the new one cannot: `isWidened` of the reverse.
  package var isNarrowed: Bool {
    !removed.scopes.isEmpty || !removed.operations.isEmpty || details.contains { $0.isNarrowed }
  }

  private static func side(of key: ReviewedKey?, lacking other: ReviewedKey?) -> Side {
    guard let key else { return Side() }
    let (scopes, calls): ([String], [String]) =
      if let other, other.catalog.id == key.catalog.id {
        (other.heldIDs, other.openCalls)
      } else {
        // What needs no scope is open without any key.
        ([], key.freeCalls)
      }
    func lacking(_ others: [String], _ own: [String]) -> [String] {
      let others = Set(others.map(ExactText.init))
      return own.filter { !others.contains(ExactText($0)) }
    }
    return Side(
      scopes: lacking(scopes, key.scopeIDs), operations: lacking(calls, key.openCalls),
      findings: findings(of: key, lacking: other?.findings ?? []))
  }

  /// The findings that the other key has not.
  ///
  /// Several findings can be of one rule and the same scopes, such as two required fields: those of
  /// the same words go together first.
  private static func findings(of key: ReviewedKey, lacking others: [Finding]) -> [Finding] {
    struct Identity: Hashable {
      var rule: String
      var scopes: [ExactText]
      var message = ""
    }
    func exact(_ finding: Finding) -> Identity {
      Identity(
        rule: finding.rule, scopes: finding.scopes.map(ExactText.init), message: finding.message)
    }
    func alike(_ finding: Finding) -> Identity {
      Identity(rule: finding.rule, scopes: finding.scopes.map(ExactText.init))
    }
    func unmatched(
      _ list: [Finding], _ others: [Finding], by identity: (Finding) -> Identity
    ) -> [Finding] {
      var left: [Identity: Int] = [:]
      for other in others { left[identity(other), default: 0] += 1 }
      return list.filter { finding in
        guard let count = left[identity(finding)], count > 0 else { return true }
        left[identity(finding)] = count - 1
        return false
      }
    }
    let mine = unmatched(key.findings, others, by: exact)
    let theirs = unmatched(others, key.findings, by: exact)
    return unmatched(mine, theirs, by: alike)
  }
}
