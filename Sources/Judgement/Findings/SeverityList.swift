import Catalogs

/// A severity, or none, for each of many things.
///
/// A byte each. An array of optionals would take no more, but has a type of its own, which is made
/// at the start of the program.
struct SeverityList: Sendable {
  private var weights: [UInt8]

  /// None for so many.
  init(count: Int) { weights = Array(repeating: 0, count: count) }

  /// These, one behind the other.
  init(_ severities: some Collection<Severity?>) {
    weights = severities.map { Self.weight($0) }
  }

  var isEmpty: Bool { weights.isEmpty }

  subscript(index: Int) -> Severity? {
    get {
      switch weights[index] {
      case 1: .note
      case 2: .warning
      case 3: .error
      default: nil
      }
    }
    set { weights[index] = Self.weight(newValue) }
  }

  private static func weight(_ severity: Severity?) -> UInt8 {
    switch severity {
    case nil: 0
    case .note: 1
    case .warning: 2
    case .error: 3
    }
  }
}
