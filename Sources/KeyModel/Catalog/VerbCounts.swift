/// How many calls of each method there are.
public struct VerbCounts: Hashable, Sendable {
  /// The methods that occur with their counts: reading first, deleting last.
  public let counts: [(method: String, count: Int)]

  private static let order = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"]

  /// Counts the methods of operations.
  public init(of operations: some Sequence<Operation>) {
    self.init(methods: operations.lazy.map(\.method))
  }

  init(methods: some Sequence<String>) {
    // A handful: looking through them is quicker than hashing.
    var found: [(method: String, count: Int)] = []
    for method in methods {
      if let index = found.firstIndex(where: { $0.method == method }) {
        found[index].count += 1
      } else {
        found.append((method, 1))
      }
    }
    if found.count > 1 {
      let ranks = found.map { (rank: Self.rank($0.method), found: $0) }
      found = ranks.sorted {
        $0.rank == $1.rank ? $0.found.method < $1.found.method : $0.rank < $1.rank
      }.map(\.found)
    }
    counts = found
  }

  /// Methods that nobody has heard of stand before DELETE, by name.
  private static func rank(_ method: String) -> Int {
    method == "DELETE" ? .max : order.firstIndex(of: method) ?? order.count
  }

  /// The number of calls of a method.
  public subscript(method: String) -> Int { counts.first { $0.method == method }?.count ?? 0 }

  /// The number of calls of all methods.
  public var total: Int { counts.reduce(0) { $0 + $1.count } }

  /// The counts as they are shown: `GET 1  PUT 24  DELETE 9`; empty where there is no call.
  public var text: String { text(separator: "  ") }

  /// The counts with another text between them.
  public func text(separator: String) -> String {
    counts.reduce(into: "") { text, verb in
      text += "\(text.isEmpty ? "" : separator)\(verb.method) \(verb.count)"
    }
  }

  /// Compares counts.
  public static func == (left: VerbCounts, right: VerbCounts) -> Bool {
    left.counts.elementsEqual(right.counts) { $0 == $1 }
  }

  /// Feeds the counts.
  public func hash(into hasher: inout Hasher) {
    for (method, count) in counts {
      hasher.combine(method)
      hasher.combine(count)
    }
  }
}
