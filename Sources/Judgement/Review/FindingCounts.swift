import Catalogs

extension Findings {
  /// How many findings there are of each severity, and how many of all are accepted.
  package struct Counts: Hashable, Sendable {
    /// Errors that nobody has accepted.
    package var error = 0
    /// Warnings that nobody has accepted.
    package var warning = 0
    /// Notes that nobody has accepted.
    package var note = 0
    /// Accepted findings of any severity.
    package var accepted = 0

    /// Creates counts of nothing.
    package init() {}

    /// Counts findings.
    package init(_ findings: [Finding]) {
      for finding in findings {
        if finding.isAccepted { accepted += 1 } else { self[finding.severity] += 1 }
      }
    }

    /// All findings.
    package var total: Int { error + warning + note + accepted }

    /// The number of findings of a severity that nobody has accepted.
    package internal(set) subscript(severity: Severity) -> Int {
      get {
        switch severity {
        case .error: error
        case .warning: warning
        case .note: note
        }
      }
      set {
        switch severity {
        case .error: error = newValue
        case .warning: warning = newValue
        case .note: note = newValue
        }
      }
    }
  }
}
