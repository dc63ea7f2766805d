import BitCollections
import Catalogs
import Keys

/// What must stay together in one of the keys: a chosen call, or a single scope.
struct SplitUnit: Hashable {
  /// The sets of scopes of which one has to be in the key, each without a scope too many.
  var alternatives: [BitSet]

  /// What a design asks to be kept.
  struct Work {
    /// The units, in the catalog's order.
    var units: [SplitUnit] = []
    /// The chosen calls that the design is not known to open, in the order in which they stand.
    var unplaced: [String] = []
    /// Whether every alternative of every call is among the units.
    var isComplete = true
    /// Whether every scope is kept, and not only those that a chosen call needs.
    var keepsScopes = false
  }

  /// The units of a design: its chosen calls.
  ///
  /// Its scopes where no call is chosen, or none that the design is known to open; its scopes as
  /// well where the catalog does not state what a chosen call needs, for it may need any of them.
  static func work(of design: KeyDesign, in catalog: Catalog) -> Work {
    var work = Work()
    var (opened, hasUnstated) = (0, false)
    var seen: Set<SplitUnit> = []
    func add(_ unit: SplitUnit) {
      if seen.insert(unit).inserted { work.units.append(unit) }
    }
    var known: BitSet = []
    let access = KeyAccess(design, in: catalog)
    for call in design.details.operations {
      guard let index = catalog.indexOfOperation(call) else {
        work.unplaced.append(call)
        continue
      }
      let answer = access.answer(index)
      if answer == .open { known.insert(index) } else { work.unplaced.append(call) }
      hasUnstated = hasUnstated || answer == .notStated
    }
    for index in known {
      opened += 1
      let alternatives = access.heldAlternatives(of: index)
      if alternatives.count >= Catalog.mostAlternatives { work.isComplete = false }
      let ways = alternatives.map { holders(of: $0, access) }
      if ways.contains(where: { !$0.isComplete }) { work.isComplete = false }
      let open = Set(ways.flatMap(\.sets))
      let least = open.filter { set in !open.contains { $0.isStrictSubset(of: set) } }
      // A call that needs no scope is open to every key.
      guard !least.contains([]) else { continue }
      add(SplitUnit(alternatives: least.sorted { Array($0).lexicographicallyPrecedes(Array($1)) }))
    }
    work.keepsScopes = opened == 0 || hasUnstated
    if work.keepsScopes {
      for scope in design.scopes { add(SplitUnit(alternatives: [[scope]])) }
    }
    return work
  }

  /// The sets of chosen scopes for which a key has all of some scopes: each chosen itself, or granted
  /// by one that is; at most 64 of them.
  private static func holders(
    of scopes: [Int], _ access: KeyAccess
  ) -> (sets: [BitSet], isComplete: Bool) {
    var sets: [BitSet] = [[]]
    for scope in scopes {
      let holders = access.holders(of: scope)
      let more = sets.flatMap { set in holders.map { set.union([$0]) } }
      guard more.count <= 64 else {
        // Any one way is enough to keep the call.
        return ([BitSet(scopes.compactMap(access.holder))], false)
      }
      sets = more
    }
    return (sets, true)
  }
}
