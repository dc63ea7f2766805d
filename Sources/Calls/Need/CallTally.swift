import Catalogs

/// What came of many calls: counts by operation, and a bounded list of what could not be used.
///
/// Takes the same room for ten calls and for ten million. Nothing of a call is kept but its
/// operation, and of an unresolved one its printed form.
package struct CallTally: Sendable {
  /// Where a call stands in its input, counted from 1.
  package enum Place: Hashable, Sendable {
    /// An argument.
    case argument
    /// A line.
    case line(Int)
    /// An entry of an HTTP archive.
    case entry(Int)
  }

  /// A call that the catalog does not have.
  package struct Unresolved: Hashable, Sendable {
    /// Its printed form.
    package var call: String
    /// The name of the input that it came from first.
    package var input: String
    /// Where it stands first.
    package var place: Place
    /// How often it came.
    package var count: Int
    /// Whether it goes to a host that is not the platform's.
    package var isElsewhere: Bool
    /// The index of the operation that was most likely meant.
    package var nearest: Int?
  }

  /// A part of an input that holds no call that could be read.
  package struct Fault: Hashable, Sendable {
    /// What is wrong, as a message says it of one part.
    package var problem: String
    /// The input's name.
    package var input: String
    /// Where it happened first.
    package var place: Place
    /// How often it happened in this input.
    package var count: Int
  }

  /// So many different unresolved calls are kept; further ones are counted.
  package static let mostUnresolved = 1000
  /// Of so many unresolved calls the nearest operation is looked for.
  package static let mostNearest = 200

  /// What resolves the calls.
  package let resolver: CallResolver
  /// How often each operation of the catalog was called.
  package private(set) var counts: [Int]
  /// For operations that came as arguments, the call as it was written.
  package private(set) var written: [Int: String] = [:]
  /// The unresolved calls, in the order in which they came.
  package private(set) var unresolved: [Unresolved] = []
  /// How many unresolved calls are not in the list.
  package private(set) var furtherUnresolved = 0
  /// What could not be read.
  package private(set) var faults: [Fault] = []
  /// How many calls went to other hosts.
  package private(set) var elsewhere = 0
  /// How many calls were a browser's questions before a call.
  package private(set) var preflights = 0
  /// The name of the input that is read.
  package var input = ""

  private var indexOfUnresolved: [String: Int] = [:]
  private var recentUnresolved: [UInt64: Int] = [:]

  /// Starts an empty tally.
  package init(resolver: CallResolver) {
    self.resolver = resolver
    counts = Array(repeating: 0, count: resolver.catalog.operations.count)
  }

  /// The operations that were called, sorted.
  package var operations: [Int] { counts.indices.filter { counts[$0] > 0 } }

  /// Adds a call that a person named: another host's is unresolved, not left out.
  package mutating func add(_ call: WrittenCall, at place: Place) {
    switch resolver.resolve(call) {
    case .operation(let index):
      counts[index] += 1
      if place == .argument, written[index] == nil { written[index] = resolver.printed(call) }
    case .preflight: preflights += 1
    case .elsewhere where place != .argument: elsewhere += 1
    case .elsewhere: addUnresolved(call, at: place, isElsewhere: true)
    case .unknown: addUnresolved(call, at: place)
    }
  }

  /// Adds a call of a log.
  package mutating func add(method: Span<UInt8>, target: Span<UInt8>, at place: Place) {
    switch resolver.resolve(method: method, target: target) {
    case .operation(let index): counts[index] += 1
    case .preflight: preflights += 1
    case .elsewhere: elsewhere += 1
    case .unknown:
      // Health checks and scanners ask the same again and again: a hash finds them.
      let hash = Self.hash(method, target)
      if let index = recentUnresolved[hash] {
        unresolved[index].count += 1
      } else if unresolved.count < Self.mostUnresolved {
        let call = WrittenCall(
          method: method.indices.map { method[$0] },
          target: target.indices.map { target[$0] })
        let index = addUnresolved(call, at: place)
        if recentUnresolved.count < 4 * Self.mostUnresolved { recentUnresolved[hash] = index }
      } else {
        furtherUnresolved += 1
      }
    }
  }

  /// Adds a part of an input that could not be read.
  package mutating func addFault(_ problem: String, at place: Place, count: Int = 1) {
    if let index = faults.firstIndex(where: { $0.problem == problem && $0.input == input }) {
      faults[index].count += count
    } else {
      faults.append(Fault(problem: problem, input: input, place: place, count: count))
    }
  }

  @discardableResult
  private mutating func addUnresolved(
    _ call: WrittenCall, at place: Place, isElsewhere: Bool = false
  ) -> Int? {
    let text = resolver.printed(call)
    if let index = indexOfUnresolved[text] {
      unresolved[index].count += 1
      return index
    }
    guard unresolved.count < Self.mostUnresolved else {
      furtherUnresolved += 1
      return nil
    }
    let nearest = unresolved.count < Self.mostNearest ? resolver.nearest(to: call) : nil
    indexOfUnresolved[text] = unresolved.count
    unresolved.append(
      Unresolved(
        call: text, input: input, place: place, count: 1, isElsewhere: isElsewhere,
        nearest: nearest))
    return unresolved.count - 1
  }

  /// FNV-1a over method and path, without the query.
  private static func hash(_ method: Span<UInt8>, _ target: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for index in method.indices { hash = (hash ^ UInt64(method[index])) &* 1_099_511_628_211 }
    hash = (hash ^ 0x20) &* 1_099_511_628_211
    for index in target.indices {
      let byte = target[index]
      if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { break }
      hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211
    }
    return hash
  }
}
