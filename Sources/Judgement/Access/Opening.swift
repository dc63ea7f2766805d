import Catalogs

/// How a key opens a call, or what it lacks.
package struct Opening: Hashable, Sendable {
  /// A scope that the key has although it is not ticked.
  package struct Grant: Hashable, Sendable {
    /// The scope that the call names.
    package var scope: Int
    /// The ticked scope that grants it.
    package var by: Int
  }

  /// What the key can do with the call.
  package let answer: KeyAccess.Answer
  /// The ticked scopes that open it, ascending; none where none is needed, or it is not open.
  package let scopes: [Int]
  /// Those of the scopes that it names which the key has by a grant alone.
  package let grants: [Grant]
  /// What the alternative lacks that lacks fewest; none where the call is not closed.
  package let missing: [Int]
  /// Whether there is another alternative that lacks something else.
  package let hasOtherWays: Bool

  init(
    _ answer: KeyAccess.Answer, _ sets: [[Int]], _ access: KeyAccess
  ) {
    self.answer = answer
    hasOtherWays = sets.count > 1
    func fewest(_ sets: [[Int]]) -> [Int] { sets.min { $0.count < $1.count } ?? [] }
    guard answer == .open else {
      missing = fewest(sets.map { $0.filter { !access.isHeld($0) } })
      (scopes, grants) = ([], [])
      return
    }
    missing = []
    let set = fewest(sets.filter { $0.allSatisfy(access.isHeld) })
    scopes = Set(set.compactMap(access.holder)).sorted()
    grants = set.compactMap { scope in
      guard let holder = access.holder(of: scope), holder != scope else { return nil }
      return Grant(scope: scope, by: holder)
    }
  }
}
