/// How much a finding matters; maps one to one to the levels of SARIF.
package enum Severity: String, CaseIterable, Comparable, Sendable {
  /// The manifest is invalid, or its scopes together complete an abuse.
  case error
  /// A scope that can by itself do harm, or a set that is probably a mistake.
  case warning
  /// Hygiene, or a fact that a name hides.
  case note

  /// The more severe is the greater.
  package static func < (left: Severity, right: Severity) -> Bool {
    left.weight < right.weight
  }

  private var weight: Int {
    switch self {
    case .error: 2
    case .warning: 1
    case .note: 0
    }
  }
}

/// How sure a rule is of what it says.
package enum Confidence: String, Sendable {
  /// The platform's own documents say so.
  case documented
  /// It follows from names and shapes.
  case inferred
}
