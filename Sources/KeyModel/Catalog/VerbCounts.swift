/// How many calls of each method there are.
public struct VerbCounts: Hashable, Sendable {
  /// A method that occurs.
  public struct Verb: Hashable, Sendable {
    /// Its name, such as `GET`.
    public let method: String
    /// The number of calls, at least one.
    public fileprivate(set) var count: Int
  }

  /// The methods that occur with their counts: reading first, deleting last.
  public private(set) var counts: [Verb] = []

  /// Counts the methods of operations.
  public init(of operations: some Sequence<Operation>) {
    self.init(methods: operations.lazy.map(\.method))
  }

  init(methods: some Sequence<String>) {
    // A handful: looking through them is quicker than hashing.
    for method in methods {
      if let index = counts.firstIndex(where: { $0.method == method }) {
        counts[index].count += 1
      } else {
        let index = counts.firstIndex { Self.precedes(method, $0.method) } ?? counts.count
        counts.insert(Verb(method: method, count: 1), at: index)
      }
    }
  }

  private static func precedes(_ left: String, _ right: String) -> Bool {
    let (leftRank, rightRank) = (rank(left), rank(right))
    return leftRank == rightRank ? left < right : leftRank < rightRank
  }

  /// Methods that nobody has heard of stand before DELETE, by name.
  private static func rank(_ method: String) -> Int {
    switch method {
    case "GET": 0
    case "HEAD": 1
    case "OPTIONS": 2
    case "POST": 3
    case "PUT": 4
    case "PATCH": 5
    case "DELETE": 7
    default: 6
    }
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
      if !text.isEmpty { text += separator }
      text += verb.method
      text += " "
      text += String(verb.count)
    }
  }
}
