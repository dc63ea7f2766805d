import Catalogs

/// What a page for review says of a finding.
package protocol FindingLine {
  /// The rule's id.
  var rule: String { get }
  /// How much it matters.
  var severity: Severity { get }
  /// One sentence of consequence.
  var message: String { get }
}
