import Catalogs
import Judgement
import Keys

/// What a rule found in a key.
public struct Finding: Sendable {
  let inner: Judgement.Finding
  let catalog: Catalog

  /// How much a finding matters.
  public enum Severity: String, CaseIterable, Sendable {
    /// The key should not be issued like this.
    case error
    /// Somebody should look at it.
    case warning
    /// Worth knowing.
    case note
  }

  /// The rule's id.
  public var rule: String { inner.rule }
  /// How much it matters.
  public var severity: Severity {
    switch inner.severity {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }
  /// The ids of the scopes at fault, known to the catalog or not; empty for the key as a whole.
  public var scopes: [String] { inner.scopes }
  /// The calls that prove it, as `METHOD /path`.
  public var calls: [String] { inner.operations }
  /// What follows from it, in one sentence.
  public var message: String { inner.message }
  /// Whether it rests on names and shapes, and not on what the vendor states.
  public var isInferred: Bool { inner.confidence == .inferred }
  /// The risk that a person has accepted, where it covers this finding.
  public var accepted: AcceptedRisk? { inner.acceptance.map { AcceptedRisk($0) } }
  /// The smallest edit that settles it, where there is one.
  public var remedy: Remedy? { inner.remedy.map { Remedy(inner: $0, catalog: catalog) } }
}

/// The smallest edit that settles a finding.
public struct Remedy: Sendable {
  let inner: Judgement.Remedy
  let catalog: Catalog

  /// What to do, as a sentence without a full stop.
  public var text: String { inner.text }
  /// Whether `Key.apply` can do it; false where only a person can.
  public var isEdit: Bool { !inner.edits.isEmpty }
}
