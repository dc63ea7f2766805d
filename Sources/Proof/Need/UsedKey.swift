import BitCollections
import Calls
import Catalogs
import Judgement

/// A key beside the calls that were made: what it has and was not used for, and what was called and
/// it does not open.
package struct UsedKey: Sendable {
  /// A scope that no call needs, and the calls that it alone opens.
  package struct Spare: Hashable, Sendable {
    /// The scope's index.
    package var scope: Int
    /// The operations that are open now, and no more without all spare scopes.
    package var closes: [Int]
    /// Whether the platform states of none of the calls made what they need, so that it may be
    /// needed after all.
    package var isUncertain: Bool
  }

  /// The scopes of the key that the calls need, as few as open all of them.
  package let kept: BitSet
  /// The scopes that can be taken away.
  package let spare: [Spare]
  /// The scopes of the key that open none of the calls made.
  package let unused: [Int]
  /// The operations that were called and that the key does not open.
  package let closed: [Int]
  /// The operations that were called and whose scopes are not stated: what is spare may open them.
  package let unstated: [Int]

  /// Whether the key has more than was used.
  package var isWider: Bool { !spare.isEmpty }

  /// Compares the scopes of a key with the calls that count.
  ///
  /// - Parameters:
  ///   - scopes: the scopes of the key.
  ///   - tally: the calls.
  ///   - terms: what else of the key decides what opens a call.
  package init(scopes: BitSet, tally: CallTally, terms: KeyTerms = KeyTerms()) {
    let catalog = tally.resolver.catalog
    let access = KeyAccess(scopes, in: catalog, terms: terms)
    var open: [Int] = []
    var closed: [Int] = []
    var unstated: [Int] = []
    for index in tally.operations {
      switch access.answer(index) {
      case .open: open.append(index)
      case .notStated: unstated.append(index)
      default: closed.append(index)
      }
    }
    let needed = open.filter { !access.isFree($0) }.flatMap { access.rows(of: $0) ?? [] }
    let kept = Self.fewest(of: scopes, opening: needed, in: catalog)
    let spare = scopes.subtracting(kept)
    self.kept = kept
    self.closed = closed
    self.unstated = unstated
    let used = open.flatMap { access.heldRows(of: $0).joined().joined() }
    unused = Array(scopes.subtracting(BitSet(used.flatMap { Self.holders(of: $0, in: catalog) })))
    let lost = BitSet(access.survey.open).subtracting(BitSet(access.with(kept).survey.open))
    self.spare = spare.map { scope in
      var held = kept
      held.insert(scope)
      let with = access.with(held)
      return Spare(
        scope: scope,
        closes: catalog.operations(openedBy: scope).filter { lost.contains($0) && with.isOpen($0) },
        isUncertain: !unstated.isEmpty)
    }
  }

  /// Scopes of a key without one that could be taken away, the riskiest tried first.
  private static func fewest(
    of scopes: BitSet, opening calls: [[[Int]]], in catalog: Catalog
  ) -> BitSet {
    // For each scope the calls that it can matter to; a scope that matters to none goes at once.
    var affected: [Int: [Int]] = [:]
    for (call, sets) in calls.enumerated() {
      let able = BitSet(sets.joined().flatMap { Self.holders(of: $0, in: catalog) })
      for scope in able.intersection(scopes) { affected[scope, default: []].append(call) }
    }
    var kept = BitSet(Array(affected.keys))
    // What opens more calls goes first: a broad scope is kept only where no narrow one will do.
    let order = kept.map { scope in
      (scope, catalog.operations(openedBy: scope).count)
    }.sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 > $1.0 }
    for (scope, _) in order {
      kept.remove(scope)
      let isEnough = affected[scope, default: []].allSatisfy { call in
        calls[call].contains { $0.allSatisfy { catalog.isHeld($0, by: kept) } }
      }
      if !isEnough { kept.insert(scope) }
    }
    return kept
  }

  /// A scope and those that grant it.
  private static func holders(of scope: Int, in catalog: Catalog) -> [Int] {
    [scope] + catalog.granters(of: scope)
  }
}
