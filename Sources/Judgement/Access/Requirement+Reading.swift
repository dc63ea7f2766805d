import Catalogs

extension Operation.Requirement {
  /// The alternatives that count; none where nothing is stated, or no key of this kind can make it.
  package var alternatives: [[Int]] {
    if case .anyOf(let sets) = self { sets } else { [] }
  }

  /// Whether it is stated that no scope is needed.
  package var isFree: Bool { alternatives.contains([]) }

  /// Whether it is stated, but for other kinds of key alone.
  package var isOfOtherKind: Bool { self == .anyOf([]) }
}
