import Catalogs
import Documents

/// Two keys side by side: what only one has, and what both have.
///
/// What only one has is what `KeyDiff` says; everything else of either is both's.
package struct KeyComparison: Hashable, Sendable {
  /// Things of one sort.
  package struct Part: Hashable, Sendable {
    /// What sort: scopes, calls or findings.
    package let title: String
    /// What only the left key has.
    package let left: [String]
    /// What both have.
    package let both: [String]
    /// What only the right key has.
    package let right: [String]
  }

  /// Scopes, open calls and findings.
  package let parts: [Part]

  /// Compares two keys.
  package init(_ left: ReviewedKey, _ right: ReviewedKey) {
    let diff = KeyDiff(from: left, to: right)
    let sharesPlatform = left.catalog.id == right.catalog.id
    func part(_ title: String, _ own: (ReviewedKey) -> [String], _ side: (KeyDiff.Side) -> [String])
      -> Part
    {
      let (onlyLeft, onlyRight) = (side(diff.removed), side(diff.added))
      var both: [String] = []
      if sharesPlatform {
        let alone = Set((onlyLeft + onlyRight).map(ExactText.init))
        var seen: Set<ExactText> = []
        both = (own(left) + own(right)).filter { text in
          !alone.contains(ExactText(text)) && seen.insert(ExactText(text)).inserted
        }
      }
      return Part(title: title, left: onlyLeft, both: both, right: onlyRight)
    }
    parts = [
      part("Scopes", { $0.scopeIDs }, { $0.scopes }),
      part("Open calls", { $0.openCalls }, { $0.operations }),
      Part(
        title: "Findings", left: diff.removed.findings.map(Self.line),
        both: Self.shared(left.findings, without: diff.removed.findings).map(Self.line),
        right: diff.added.findings.map(Self.line)),
    ]
  }

  /// The findings of a key that are not among those that it has alone.
  private static func shared(_ findings: [Finding], without own: [Finding]) -> [Finding] {
    var own = own
    return findings.filter { finding in
      guard let place = own.firstIndex(of: finding) else { return true }
      own.remove(at: place)
      return false
    }
  }

  private static func line(_ finding: Finding) -> String {
    "\(finding.severity.rawValue) \(finding.rule)" + (finding.isAccepted ? " (accepted)" : "")
      + (finding.scopes.isEmpty ? "" : ": " + finding.scopes.joined(separator: ", "))
  }
}
