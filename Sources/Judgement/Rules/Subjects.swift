import Documents

/// What rules are asked about, and the scopes that they read for each: one list for all rules.
package struct Subjects: Sendable {
  /// The subjects: numbers that mean something to the rule.
  private(set) var numbers: [Int32] = []
  /// For each subject the scopes that are read, ascending, each once.
  private(set) var reads = ListOfLists()

  /// No subjects.
  package init() {}

  /// How many there are.
  var count: Int { numbers.count }

  /// Makes room for so many subjects, and for so many scopes that they read.
  mutating func reserveCapacity(_ count: Int, scopes: Int) {
    numbers.reserveCapacity(count)
    reads.reserveCapacity(count, numbers: scopes)
  }

  /// Says that the next subject reads these scopes too; they may be named twice and in any order.
  package mutating func read(_ scopes: some Sequence<Int>) {
    // One by one: across modules a generic list would be walked through its witness table.
    for scope in scopes { reads.extend(by: Int32(scope)) }
  }

  /// Adds a subject, with the scopes that were named for it.
  package mutating func add(_ subject: Int) {
    numbers.append(Int32(subject))
    reads.endAscending()
  }

  /// Adds a scope that is read with others.
  mutating func add(_ scope: Int, readingAlso others: ArraySlice<Int32>) {
    reads.extend(by: Int32(scope))
    for other in others { reads.extend(by: other) }
    add(scope)
  }

  /// Adds scopes, each of which is read alone.
  package mutating func add(scopes: some Sequence<Int>) {
    for scope in scopes {
      numbers.append(Int32(scope))
      reads.append(single: Int32(scope))
    }
  }
}
