import Catalogs
import Documents

/// What was counted, as a document that can be added to others: one line of JSON.
package enum TallyDocument {
  /// The value of `$schema`, version 1.
  package static let schema = "urn:keywright:tally:1"

  // MARK: - Writing

  /// The document of a tally.
  package static func encode(_ tally: CallTally) -> [UInt8] {
    JSONWriter.writeLine(node(tally))
  }

  private static func node(_ tally: CallTally) -> JSONNode {
    let catalog = tally.resolver.catalog
    let calls = tally.counts.indices.compactMap { index -> JSONNode? in
      var members: [(String, JSONNode)] = [("operation", .string(catalog.operations[index].call))]
      if tally.counts[index] > 0 { members.append(("count", .integer(tally.counts[index]))) }
      for outcome in CallOutcome.allCases {
        let count = tally.failures[outcome.rawValue][index]
        if count > 0 { members.append((outcome.name, .integer(count))) }
      }
      guard members.count > 1 else { return nil }
      if let place = tally.failurePlaces[index] { members += self.members(of: place) }
      return .object(members)
    }
    return .object([
      ("$schema", .string(schema)),
      ("catalog", .object([("id", .string(catalog.id)), ("version", .string(catalog.version))])),
      ("read", .integer(tally.read)), ("calls", .array(calls)),
      ("unresolved", .array(tally.unresolved.map { node($0, catalog) })),
      ("furtherUnresolved", .integer(tally.furtherUnresolved)),
      ("failed", .array(tally.failedUnknown.map { node($0, catalog) })),
      ("furtherFailed", .integer(tally.furtherFailedUnknown)),
      ("leftOut", mentions(tally.leftOut)), ("unread", mentions(tally.unread)),
    ])
  }

  private static func node(_ call: CallTally.Unresolved, _ catalog: Catalog) -> JSONNode {
    var members: [(String, JSONNode)] = [
      ("call", .string(call.call)), ("count", .integer(call.count)),
    ]
    if call.isElsewhere { members.append(("elsewhere", .boolean(true))) }
    if let nearest = call.nearest {
      members.append(("nearest", .string(catalog.operations[nearest].call)))
    }
    members.append(("outcome", .string(call.outcome.name)))
    return .object(members + self.members(of: call.place))
  }

  private static func mentions(_ mentions: CallTally.Mentions) -> JSONNode {
    .array(
      mentions.list.map { mention in
        .object([
          ("reason", .string(mention.reason)), ("count", .integer(mention.count)),
          ("places", .array(mention.places.map { .object(members(of: $0)) })),
        ])
      })
  }

  private static func members(of place: CallTally.RecordPlace) -> [(String, JSONNode)] {
    let input: (String, JSONNode) = ("input", .string(place.input))
    return switch place.place {
    case .argument: [input]
    case .line(let line): [input, ("line", .integer(line))]
    case .entry(let entry): [input, ("entry", .integer(entry))]
    }
  }

  // MARK: - Reading

  /// Adds the tallies of a file, one or several after one another, to another tally.
  ///
  /// - Throws: `ModelError` with JSON path and line: another catalog, an operation that the catalog
  ///   lacks, a count that is no count.
  package static func add(_ bytes: [UInt8], to tally: inout CallTally) throws(ModelError) {
    var number = 0
    for (line, text) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      guard text.contains(where: { $0 > 0x20 }) else { continue }
      do {
        try add(JSONDocument(parsing: Array(text)).root, to: &tally)
      } catch {
        var error = error
        if var place = error.place {
          place.line += line
          error.place = place
        }
        throw error
      }
      number += 1
    }
    guard number > 0 else {
      throw ModelError(
        problem: "the file holds no tally",
        remedy: "Make one with `keywright need … --format tally`")
    }
  }

  private static func add(_ root: JSONValue, to tally: inout CallTally) throws(ModelError) {
    let catalog = tally.resolver.catalog
    guard root["$schema"]?.string == schema else {
      throw root.error(
        "this is not a tally of version 1",
        remedy: "Make one with `keywright need … --format tally`")
    }
    let made = root["catalog"]
    guard made?["id"]?.string == catalog.id, made?["version"]?.string == catalog.version else {
      throw (made ?? root).error(
        "the tally was made with another catalog",
        remedy: "Name the catalog and version that it was made with, or count again")
    }
    var other = tally.empty
    other.read = try count(root["read"], root)
    for call in root["calls"]?.elements ?? [] {
      guard let name = call["operation"]?.string, let index = catalog.indexOfOperation(name) else {
        throw call.error(
          "the catalog does not have this call", remedy: "Count again with this catalog")
      }
      other.counts[index] += try count(call["count"], call, isOptional: true)
      for outcome in CallOutcome.allCases {
        other.failures[outcome.rawValue][index] += try count(
          call[outcome.name], call, isOptional: true)
      }
      if call["input"] != nil { other.failurePlaces[index] = try place(call) }
    }
    for call in root["unresolved"]?.elements ?? [] { other.add(try unresolved(call, catalog)) }
    other.furtherUnresolved = try count(root["furtherUnresolved"], root)
    for call in root["failed"]?.elements ?? [] { other.addFailed(try unresolved(call, catalog)) }
    other.furtherFailedUnknown = try count(root["furtherFailed"], root)
    other.leftOut = try mentions(root["leftOut"], root)
    other.unread = try mentions(root["unread"], root)
    tally.merge(other)
  }

  private static func count(
    _ value: JSONValue?, _ owner: JSONValue, isOptional: Bool = false
  ) throws(ModelError) -> Int {
    if value == nil, isOptional { return 0 }
    // More than this in one part is no count of calls, and the sum could not hold it.
    guard let count = value?.integer, (0...(1 << 52)).contains(count) else {
      throw (value ?? owner).error(
        "a count is missing or not a whole number", remedy: "Count again")
    }
    return count
  }

  private static func unresolved(
    _ value: JSONValue, _ catalog: Catalog
  ) throws(ModelError) -> CallTally.Unresolved {
    guard let call = value["call"]?.string else {
      throw value.error("a call is missing", remedy: "Count again")
    }
    let outcome = CallOutcome.allCases.first { $0.name == value["outcome"]?.string }
    return CallTally.Unresolved(
      call: call, place: try place(value), count: try count(value["count"], value),
      isElsewhere: value["elsewhere"] != nil,
      nearest: value["nearest"]?.string.flatMap(catalog.indexOfOperation),
      outcome: outcome ?? .unstated)
  }

  private static func mentions(
    _ value: JSONValue?, _ owner: JSONValue
  ) throws(ModelError) -> CallTally.Mentions {
    var mentions = CallTally.Mentions()
    for mention in value?.elements ?? [] {
      guard let reason = mention["reason"]?.string else {
        throw mention.error("a reason is missing", remedy: "Count again")
      }
      let places = try mention["places"]?.elements.map(place) ?? []
      mentions.add(reason, places.first, count: try count(mention["count"], mention))
      for place in places.dropFirst() { mentions.add(reason, place, count: 0) }
    }
    return mentions
  }

  private static func place(_ value: JSONValue) throws(ModelError) -> CallTally.RecordPlace {
    let input = value["input"]?.string ?? ""
    if let line = value["line"] {
      return CallTally.RecordPlace(input: input, place: .line(try count(line, value)))
    }
    if let entry = value["entry"] {
      return CallTally.RecordPlace(input: input, place: .entry(try count(entry, value)))
    }
    return CallTally.RecordPlace(input: input, place: .argument)
  }
}
