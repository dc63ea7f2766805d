import Catalogs

extension Catalogs.Operation {
  /// Whether one of the alternatives that the catalog lists is held: without kinds and conditions.
  package func isOpen(to isHeld: (Int) -> Bool) -> Bool {
    guard case .anyOf(let sets) = requirement else { return false }
    return sets.contains { $0.allSatisfy(isHeld) }
  }
}

extension Catalog {
  /// The scopes of a key with these ticked, read out of the list of each scope again and again.
  package func naivelyHeld(by ticked: some Sequence<Int>) -> Set<Int> {
    var held = Set(ticked)
    var pending = Array(held)
    while let scope = pending.popLast() {
      for inner in scopes[scope].includes where held.insert(inner).inserted {
        pending.append(inner)
      }
    }
    return held
  }

  /// The operations that a key with these scopes may call, in the catalog's order.
  package func opened(by ticked: some Sequence<Int>) -> [Int] {
    let held = naivelyHeld(by: ticked)
    return operations.indices.filter { operations[$0].isOpen(to: held.contains) }
  }

  /// The stated operations among some.
  package func stated(_ operations: some Sequence<Int>) -> [Int] {
    operations.filter { self.operations[$0].requirement != .notStated }
  }
}
