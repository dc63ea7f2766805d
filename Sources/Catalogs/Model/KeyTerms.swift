/// What of a key, beside its scopes, decides which alternatives of a call count: its kind, and what
/// it has answered.
package struct KeyTerms: Hashable, Sendable {
  /// The index of its kind of key; nil where any counts, or where the catalog has none.
  package var kind: Int?
  private var answered: UInt64 = 0
  private var holding: UInt64 = 0

  /// A key of a kind that has answered nothing.
  package init(kind: Int? = nil) { self.kind = kind }

  /// Whether a condition holds, by its index; nil where that is not answered.
  package subscript(condition: Int) -> Bool? {
    get {
      let bit = Self.bit(condition)
      return answered & bit == 0 ? nil : holding & bit != 0
    }
    set {
      let bit = Self.bit(condition)
      answered = newValue == nil ? answered & ~bit : answered | bit
      holding = newValue == true ? holding | bit : holding & ~bit
    }
  }

  private static func bit(_ condition: Int) -> UInt64 {
    (0..<Condition.maximumCount).contains(condition) ? 1 << UInt64(condition) : 0
  }
}
