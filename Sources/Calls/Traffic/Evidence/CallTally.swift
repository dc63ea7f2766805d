import Catalogs

/// What came of many mentions of calls: counts by operation and outcome, and bounded lists of what
/// was left out, what was not understood, and what the catalog does not have.
///
/// Takes the same room for ten calls and for ten million. Nothing of a call is kept but its
/// operation, and of an unknown one its printed form.
package struct CallTally: Sendable {
  /// A call that the catalog does not have.
  package struct Unresolved: Hashable, Sendable {
    /// Its printed form.
    package var call: String
    /// Where it stands first.
    package var place: RecordPlace
    /// How often it came.
    package var count: Int
    /// Whether it goes to a host that is not the platform's.
    package var isElsewhere: Bool
    /// The index of the operation that was most likely meant.
    package var nearest: Int?
    /// How it ended: for calls that failed.
    package var outcome = CallOutcome.unstated
  }

  /// So many different unresolved calls are kept; further ones are counted.
  package static let mostUnresolved = 1000
  /// Of so many unresolved calls the nearest operation is looked for.
  package static let mostNearest = 200
  /// So many other hosts are told apart.
  package static let mostHosts = 20

  /// What resolves the calls.
  package let resolver: CallResolver
  /// Which statuses count.
  package let filter: StatusFilter
  /// How often each operation was called so that it counts.
  package internal(set) var counts: [Int]
  /// How often each operation was called so that it does not count, by outcome.
  package internal(set) var failures: [[Int]]
  /// Where each operation that failed did so first.
  package internal(set) var failurePlaces: [Int: RecordPlace] = [:]
  /// For operations that came as arguments, the call as it was written.
  package private(set) var written: [Int: String] = [:]
  /// The calls that count and that the catalog does not have, in the order in which they came.
  package internal(set) var unresolved: [Unresolved] = []
  /// How many of those are not in the list.
  package internal(set) var furtherUnresolved = 0
  /// The calls that failed and that the catalog does not have, or that a 400 may have cut.
  package internal(set) var failedUnknown: [Unresolved] = []
  /// How many of those are not in the list.
  package internal(set) var furtherFailedUnknown = 0
  /// What was left out, and why.
  package internal(set) var leftOut = Mentions()
  /// What may be a call and was not understood.
  package internal(set) var unread = Mentions()
  /// How many calls were read, whatever their outcome.
  package internal(set) var read = 0
  /// The name of the input that is read.
  package var input = ""

  private var indexOfUnresolved: [String: Int] = [:]
  private var indexOfFailed: [String: Int] = [:]
  private var recentUnknown: [Int: Int] = [:]
  private var hosts: Set<String> = []

  /// Starts an empty tally.
  package init(resolver: CallResolver, counting filter: StatusFilter = .standard) {
    self.resolver = resolver
    self.filter = filter
    let count = resolver.catalog.operations.count
    counts = Array(repeating: 0, count: count)
    failures = CallOutcome.allCases.map { _ in Array(repeating: 0, count: count) }
  }

  /// An empty tally of the same kind, for another part of the same input.
  package var empty: CallTally {
    var other = CallTally(resolver: resolver, counting: filter)
    other.input = input
    return other
  }

  /// The operations that were called so that they count, sorted.
  package var operations: [Int] { counts.indices.filter { counts[$0] > 0 } }

  /// The operations that were called, and never so that they count, sorted.
  package var failedOperations: [Int] {
    counts.indices.filter { index in
      counts[index] == 0 && failures.contains { $0[index] > 0 }
    }
  }

  /// How many mentions there were of all kinds.
  var mentions: Int { read + leftOut.count + unread.count }

  // MARK: - Adding

  /// Adds a call that a person named: another host's is unresolved, not left out.
  package mutating func add(argument call: WrittenCall) {
    read += 1
    switch resolver.resolve(call) {
    case .operation(let index):
      counts[index] += 1
      if written[index] == nil { written[index] = resolver.printed(argument: call) }
    case .preflight: leaveOut(LeftOutReason.preflight, at: .argument)
    case .elsewhere: addUnresolved(call, at: .argument, isElsewhere: true)
    case .unknown: addUnresolved(call, at: .argument)
    }
  }

  /// Adds a mention of a record.
  package mutating func add(_ evidence: CallEvidence, at place: Place) {
    if evidence.hasVariables, !VariablePath.isClear(evidence) {
      addUnread(UnreadReason.variable, at: place)
      return
    }
    let isRead = add(
      method: evidence.method.span, target: evidence.target.span, host: evidence.host.span,
      status: evidence.status, route: evidence.route, mayBeCut: evidence.mayBeCut, at: place)
    if !isRead { addUnread(UnreadReason.variableHost, at: place) }
  }

  /// Adds a mention; false where a variable host makes it unclear what is called.
  @discardableResult
  mutating func add(
    method: Span<UInt8>, target: Span<UInt8>, host: Span<UInt8>, status: Int?,
    route: [UInt8] = [], mayBeCut: Bool = false, at place: Place
  ) -> Bool {
    let doesCount = filter.counts(status)
    let outcome = CallOutcome(status: status)
    // A server that answers 400 may not have read the whole target: it is no other call's.
    let isCut = mayBeCut && status == 400
    var result = resolver.resolve(method: method, target: target, host: host)
    if result == .unknown, !route.isEmpty {
      let other = resolver.resolve(method: method, target: route.span, host: host)
      if case .operation = other { result = other }
    }
    switch result {
    case .operation(let index) where !isCut:
      read += 1
      if doesCount {
        counts[index] += 1
      } else {
        failures[outcome.rawValue][index] += 1
        if failurePlaces[index] == nil { failurePlaces[index] = recordPlace(place) }
      }
    case .preflight: leaveOut(LeftOutReason.preflight, at: place)
    case .elsewhere: leaveOutHost(target, host, at: place)
    case .operation, .unknown:
      if Self.isConnect(method) {
        leaveOut(LeftOutReason.tunnel, at: place)
        return true
      }
      if doesCount, !isCut, resolver.hasVariableHost(target) { return false }
      read += 1
      addUnknown(method, target, outcome, doesCount: doesCount && !isCut, at: place)
    }
    return true
  }

  /// Adds what is left out.
  package mutating func leaveOut(_ reason: String, at place: Place, count: Int = 1) {
    leftOut.add(reason, recordPlace(place), count: count)
  }

  /// Adds what may be a call and was not understood.
  package mutating func addUnread(_ reason: String, at place: Place, count: Int = 1) {
    unread.add(reason, recordPlace(place), count: count)
  }

  private func recordPlace(_ place: Place) -> RecordPlace {
    RecordPlace(input: input, place: place)
  }

  private mutating func leaveOutHost(
    _ target: Span<UInt8>, _ host: Span<UInt8>, at place: Place
  ) {
    let name = resolver.printedHost(target, host)
    guard let name else {
      leaveOut(LeftOutReason.otherProtocol, at: place)
      return
    }
    if hosts.count < Self.mostHosts { hosts.insert(name) }
    leaveOut(
      hosts.contains(name) ? LeftOutReason.host(name) : LeftOutReason.otherHosts, at: place)
  }

  private static func isConnect(_ method: Span<UInt8>) -> Bool {
    guard method.count == 7 else { return false }
    for (index, byte) in "CONNECT".utf8.enumerated() where method[index] & 0xDF != byte {
      return false
    }
    return true
  }

  // MARK: - What the catalog does not have

  private mutating func addUnknown(
    _ method: Span<UInt8>, _ target: Span<UInt8>, _ outcome: CallOutcome, doesCount: Bool,
    at place: Place
  ) {
    // Health checks and scanners ask the same again and again: a hash finds them.
    let hash = Self.hash(method, target, doesCount ? 99 : outcome.rawValue)
    if let index = recentUnknown[hash] {
      if doesCount { unresolved[index].count += 1 } else { failedUnknown[index].count += 1 }
      return
    }
    let call = WrittenCall(
      method: method.indices.map { method[$0] }, target: target.indices.map { target[$0] })
    let index =
      doesCount ? addUnresolved(call, at: place) : addFailed(call, outcome, at: place)
    if let index, recentUnknown.count < 4 * Self.mostUnresolved { recentUnknown[hash] = index }
  }

  @discardableResult
  private mutating func addUnresolved(
    _ call: WrittenCall, at place: Place, isElsewhere: Bool = false
  ) -> Int? {
    let nearest =
      unresolved.count < Self.mostNearest && !isElsewhere ? resolver.nearest(to: call) : nil
    let printed =
      place == .argument ? resolver.printed(argument: call) : resolver.printed(call)
    return add(
      Unresolved(
        call: printed, place: recordPlace(place), count: 1, isElsewhere: isElsewhere,
        nearest: nearest))
  }

  private mutating func addFailed(
    _ call: WrittenCall, _ outcome: CallOutcome, at place: Place
  ) -> Int? {
    addFailed(
      Unresolved(
        call: resolver.printed(call), place: recordPlace(place), count: 1, isElsewhere: false,
        outcome: outcome))
  }

  @discardableResult
  mutating func add(_ new: Unresolved) -> Int? {
    let key = new.call + (new.nearest.map { " \($0)" } ?? "")
    if let index = indexOfUnresolved[key] {
      unresolved[index].count += new.count
      return index
    }
    guard unresolved.count < Self.mostUnresolved else {
      furtherUnresolved += new.count
      return nil
    }
    indexOfUnresolved[key] = unresolved.count
    unresolved.append(new)
    return unresolved.count - 1
  }

  @discardableResult
  mutating func addFailed(_ new: Unresolved) -> Int? {
    let key = new.outcome.name + " " + new.call
    if let index = indexOfFailed[key] {
      failedUnknown[index].count += new.count
      return index
    }
    guard failedUnknown.count < Self.mostUnresolved else {
      furtherFailedUnknown += new.count
      return nil
    }
    indexOfFailed[key] = failedUnknown.count
    failedUnknown.append(new)
    return failedUnknown.count - 1
  }

  /// A hash of method and path, without the query.
  ///
  /// Its seed changes with each run, so that nobody can write a log in which one call passes for
  /// another.
  private static func hash(
    _ method: Span<UInt8>, _ target: Span<UInt8>, _ kind: Int
  ) -> Int {
    var hasher = Hasher()
    func add(_ bytes: Span<UInt8>, upToQuery: Bool) {
      var (word, count): (UInt64, Int) = (0, 0)
      for index in bytes.indices {
        let byte = bytes[index]
        if upToQuery, byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { break }
        word = word << 8 | UInt64(byte)
        count += 1
        if count & 7 == 0 {
          hasher.combine(word)
          word = 0
        }
      }
      hasher.combine(word)
      hasher.combine(count)
    }
    hasher.combine(kind)
    add(method, upToQuery: false)
    add(target, upToQuery: true)
    return hasher.finalize()
  }
}

extension CallTally {
  /// Adds what another tally of the same catalog counted.
  package mutating func merge(_ other: CallTally) {
    for index in counts.indices {
      counts[index] += other.counts[index]
      for outcome in failures.indices { failures[outcome][index] += other.failures[outcome][index] }
    }
    failurePlaces.merge(other.failurePlaces) { first, _ in first }
    for call in other.unresolved { add(call) }
    furtherUnresolved += other.furtherUnresolved
    for call in other.failedUnknown { addFailed(call) }
    furtherFailedUnknown += other.furtherFailedUnknown
    leftOut.merge(other.leftOut)
    unread.merge(other.unread)
    read += other.read
  }
}
