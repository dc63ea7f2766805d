/// How many calls of each method there are.
package struct VerbCounts: Hashable, Sendable {
  /// A method that occurs.
  package struct Verb: Hashable, Sendable {
    /// Its name, such as `GET`.
    package let method: String
    /// The number of calls, at least one.
    package fileprivate(set) var count: Int
  }

  /// The number of calls of each method that everybody knows, by its rank: every row of a screen has
  /// these, and no array for them.
  private var known = SIMD8<Int32>()
  /// The other methods, by name.
  private var others: [Verb] = []

  /// Counts the methods of operations.
  package init(of operations: some Sequence<Operation>) {
    self.init(methods: operations.lazy.map(\.method))
  }

  init(methods: some Sequence<String>) {
    for method in methods { add(method) }
  }

  init() {}

  /// Counts further calls of a method.
  mutating func add(_ method: String, count: Int = 1) {
    if let rank = Self.rank(method) {
      known[rank] += Int32(count)
    } else if let index = others.firstIndex(where: { $0.method == method }) {
      others[index].count += count
    } else {
      let index = others.firstIndex { method < $0.method } ?? others.count
      others.insert(Verb(method: method, count: count), at: index)
    }
  }

  private static let deleting = 6

  private static func rank(_ method: String) -> Int? {
    switch method {
    case "GET": 0
    case "HEAD": 1
    case "OPTIONS": 2
    case "POST": 3
    case "PUT": 4
    case "PATCH": 5
    case "DELETE": deleting
    default: nil
    }
  }

  private static func method(_ rank: Int) -> String {
    switch rank {
    case 0: "GET"
    case 1: "HEAD"
    case 2: "OPTIONS"
    case 3: "POST"
    case 4: "PUT"
    case 5: "PATCH"
    default: "DELETE"
    }
  }

  /// Shows the methods that occur: reading first, deleting last; those that nobody has heard of
  /// stand before DELETE, by name.
  private func forEach(_ body: (_ method: String, _ count: Int) -> Void) {
    for rank in 0...Self.deleting {
      if rank == Self.deleting {
        for verb in others { body(verb.method, verb.count) }
      }
      if known[rank] > 0 { body(Self.method(rank), Int(known[rank])) }
    }
  }

  /// The methods that occur with their counts: reading first, deleting last.
  package var counts: [Verb] {
    var counts: [Verb] = []
    forEach { counts.append(Verb(method: $0, count: $1)) }
    return counts
  }

  /// The number of calls of a method.
  package subscript(method: String) -> Int {
    if let rank = Self.rank(method) { return Int(known[rank]) }
    return others.first { $0.method == method }?.count ?? 0
  }

  /// The number of calls of all methods.
  package var total: Int { others.reduce(Int(known.wrappedSum())) { $0 + $1.count } }

  /// The counts as they are shown: `GET 1  PUT 24  DELETE 9`; empty where there is no call.
  package var text: String { text(separator: "  ") }

  /// The counts in short: `35 calls, DELETE 9`; as in `text` where that is no longer.
  package var shortText: String {
    let (total, deletes) = (total, self["DELETE"])
    let all = "\(total) call\(total == 1 ? "" : "s")"
    let short = deletes == 0 ? all : deletes == total ? text : "\(all), DELETE \(deletes)"
    let whole = text
    return short.utf8.count < whole.utf8.count ? short : whole
  }

  /// The counts with another text between them.
  package func text(separator: String) -> String {
    var text = ""
    forEach { method, count in
      if !text.isEmpty { text += separator }
      text += method
      text += " "
      text += String(count)
    }
    return text
  }
}
