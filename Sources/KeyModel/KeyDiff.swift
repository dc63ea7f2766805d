import Catalogs
import Judgement
import Keys

extension Key {
  /// What it can do that another key could not, and the other way round.
  ///
  /// - Parameters:
  ///   - old: the key before; nil for none.
  ///   - policy: how a team wants the rules.
  ///   - today: the day that rotation dates and acceptances are held against.
  /// - Returns: the differences, seen from this key.
  public func diff(from old: Key?, policy: Policy = Policy(), today: Day) -> KeyDiff {
    func reviewed(_ key: Key) -> ReviewedKey {
      ReviewedKey(
        key.findings(policy: policy, today: today),
        catalogVersion: key.document.catalogReference.version)
    }
    return KeyDiff(
      inner: Judgement.KeyDiff(from: old.map(reviewed), to: reviewed(self)), old: old?.catalog,
      new: catalog)
  }
}

/// What one key can do that another could not, and the other way round.
public struct KeyDiff: Sendable {
  let inner: Judgement.KeyDiff
  let old: Catalog?
  let new: Catalog

  /// What one of two keys has and the other has not.
  public struct Side: Sendable {
    let inner: Judgement.KeyDiff.Side
    let catalog: Catalog?

    /// The ids of scopes.
    public var scopes: [String] { inner.scopes }
    /// The calls that are open, as `METHOD /path`; none whose scopes the catalog does not state.
    public var calls: [String] { inner.operations }
    /// The findings.
    public var findings: [Finding] {
      guard let catalog else { return [] }
      return inner.findings.map { Finding(inner: $0, catalog: catalog) }
    }
  }

  /// What the new key has and the old one had not.
  public var added: Side { Side(inner: inner.added, catalog: new) }
  /// What the old key had and the new one has not.
  public var removed: Side { Side(inner: inner.removed, catalog: old) }
  /// Whether the new key can do anything that the old one could not, or from another address.
  public var isWidened: Bool { inner.isWidened }
  /// Whether the old key could do anything that the new one cannot.
  public var isNarrowed: Bool { inner.isNarrowed }
  /// Whether there is no difference.
  public var isEmpty: Bool { inner.isEmpty }
}
