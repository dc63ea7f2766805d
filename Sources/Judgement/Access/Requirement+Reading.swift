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

  /// The scopes that it names, in any alternative.
  package var scopes: Set<Int> { Set(alternatives.joined()) }

  /// Whether a key that has some scopes may make the call.
  package func isOpen(to isHeld: (Int) -> Bool) -> Bool {
    alternatives.contains { $0.allSatisfy(isHeld) }
  }
}
