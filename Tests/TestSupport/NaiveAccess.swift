import Catalogs

/// What a key can do with a call, worked out in the plainest way.
package enum NaiveAnswer: Hashable, Sendable {
  case open, closed, otherKind, notStated
}

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
  package func opened(by ticked: some Sequence<Int>, for key: KeyTerms = KeyTerms()) -> [Int] {
    let held = naivelyHeld(by: ticked)
    return operations.indices.filter { naiveAnswer($0, held: held, for: key) == .open }
  }

  /// The operations that a key of these terms could open with some scopes.
  package func openable(
    _ operations: some Sequence<Int>, for key: KeyTerms = KeyTerms()
  ) -> [Int] {
    let all = Set(scopes.indices)
    return operations.filter { naiveAnswer($0, held: all, for: key) == .open }
  }

  /// What a key that has some scopes can do with a call.
  ///
  /// All answers to the catalog's questions are gone through that agree with those of the key. In each
  /// the call has to be open for every condition that is named and holds, or is named and does not.
  package func naiveAnswer(
    _ operation: Int, held: Set<Int>, for key: KeyTerms = KeyTerms()
  ) -> NaiveAnswer {
    let entry = operations[operation]
    guard case .anyOf(let sets) = entry.requirement else { return .notStated }
    let ways = sets.indices.filter { way in
      guard let kind = key.kind else { return true }
      return (entry.terms.isEmpty || entry.terms[way].kinds.contains(kind))
        && sets[way].allSatisfy { scopes[$0].kinds.contains(kind) }
    }
    func when(_ way: Int) -> Int? { entry.terms.isEmpty ? nil : entry.terms[way].when }
    func unless(_ way: Int) -> Int? { entry.terms.isEmpty ? nil : entry.terms[way].unless }
    if ways.isEmpty { return .otherKind }
    var isStated = false
    for number in 0..<(1 << conditions.count) {
      let holds = conditions.indices.map { number >> $0 & 1 == 1 }
      guard conditions.indices.allSatisfy({ (key[$0] ?? holds[$0]) == holds[$0] }) else { continue }
      let counted = ways.filter { way in
        (when(way).map { holds[$0] } ?? true) && (unless(way).map { !holds[$0] } ?? true)
      }
      // What is stated for other kinds alone, and is known to hold, cannot be done.
      let isForOthers = sets.indices.contains { way in
        let (yes, no) = (when(way), unless(way))
        return (yes.map { key[$0] == true } ?? true) && (no.map { key[$0] == false } ?? true)
          && !ways.contains { when($0) == yes && (yes != nil || unless($0) == no) }
          && !ways.contains { when($0) == nil && unless($0) == nil }
      }
      if isForOthers { return .otherKind }
      let always = counted.filter { when($0) == nil && unless($0) == nil }
      var answers: [Bool] = []
      for condition in conditions.indices {
        let yes = counted.filter { when($0) == condition }
        let no = counted.filter { when($0) == nil && unless($0) == condition }
        for named in [yes, no] where !named.isEmpty {
          answers.append((named + always).contains { held.isSuperset(of: sets[$0]) })
        }
      }
      if answers.isEmpty, !counted.isEmpty {
        answers = [counted.contains { held.isSuperset(of: sets[$0]) }]
      }
      if answers.contains(false) { return .closed }
      isStated = isStated || !counted.isEmpty
    }
    return isStated ? .open : .notStated
  }

  /// The stated operations among some.
  package func stated(_ operations: some Sequence<Int>) -> [Int] {
    operations.filter { self.operations[$0].requirement != .notStated }
  }
}
