extension Findings {
  /// How many findings there are of each severity, and how many of all are accepted.
  public struct Counts: Hashable, Sendable {
    /// Errors that nobody has accepted.
    public var error = 0
    /// Warnings that nobody has accepted.
    public var warning = 0
    /// Notes that nobody has accepted.
    public var note = 0
    /// Accepted findings of any severity.
    public var accepted = 0

    /// Creates counts of nothing.
    public init() {}

    /// All findings.
    public var total: Int { error + warning + note + accepted }

    /// The number of findings of a severity that nobody has accepted.
    public internal(set) subscript(severity: Severity) -> Int {
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
