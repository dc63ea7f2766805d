/// What a scope rule is asked about, and the scopes that it reads for each.
public struct Subjects: Sendable {
  /// The subjects: numbers that mean something to the rule.
  private(set) var numbers: [Int32] = []
  /// For each subject the scopes that are read, ascending, each once.
  private(set) var reads = ListOfLists()

  /// No subjects.
  public init() {}

  /// Scopes, each of which is read alone.
  public init(scopes: some Sequence<Int>) {
    numbers = scopes.map { Int32($0) }
    reads = ListOfLists(single: numbers)
  }

  /// Adds a subject; scopes may be named twice and in any order.
  public mutating func add(_ subject: Int, reading scopes: some Collection<Int>) {
    numbers.append(Int32(subject))
    reads.append(ascending: scopes)
  }

  /// Adds a scope that is read with others.
  mutating func add(_ subject: Int, readingAlso others: ArraySlice<Int32>) {
    numbers.append(Int32(subject))
    reads.append(Int32(subject), with: others)
  }
}
