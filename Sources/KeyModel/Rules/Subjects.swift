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
    for scope in scopes { add(scope, reading: CollectionOfOne(scope)) }
  }

  /// Adds a subject; scopes may be named twice and in any order.
  public mutating func add(_ subject: Int, reading scopes: some Collection<Int>) {
    numbers.append(Int32(subject))
    reads.append(ascending: scopes)
  }
}
