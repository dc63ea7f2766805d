import BitCollections

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
    for call in design.details.operations {
      guard let index = catalog.indexOfOperation(call) else {
        work.unplaced.append(call)
        continue
      }
      switch catalog.operations[index].requirement {
      case .notStated:
        hasUnstated = true
        work.unplaced.append(call)
      case .anyOf(let sets):
        if sets.contains(where: { $0.allSatisfy(design.scopes.contains) }) {
          known.insert(index)
        } else {
          work.unplaced.append(call)
        }
      }
    }
    for index in known {
      guard case .anyOf(let sets) = catalog.operations[index].requirement else { continue }
      opened += 1
      let open = Set(sets.map { BitSet($0) }).filter { $0.isSubset(of: design.scopes) }
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
}
