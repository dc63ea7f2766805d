@testable import Calls
@testable import Catalogs

extension CallTally {
  private static let komerza = CallResolver(catalog: Samples.komerza)

  /// What a reading of Komerza's calls gives.
  static func of(_ read: (inout CallTally) throws -> Void) rethrows -> CallTally {
    var tally = CallTally(resolver: Self.komerza)
    tally.input = "sample"
    try read(&tally)
    return tally
  }

  /// The operations called, with their counts where they are more than one.
  var calls: [String] {
    operations.map { index in
      resolver.catalog.operations[index].call + (counts[index] > 1 ? " x\(counts[index])" : "")
    }
  }

  /// What was not understood, as a message says it.
  var unreadTexts: [String] { unread.list.map(Self.text) }

  /// What was left out, as a message says it.
  var leftOutTexts: [String] { leftOut.list.map(Self.text) }

  /// The operations that were called in vain, with how it ended.
  var failedCalls: [String] {
    failedOperations.map { index in
      let ends = CallOutcome.allCases.filter { failures[$0.rawValue][index] > 0 }
      return resolver.catalog.operations[index].call + " "
        + ends.map { "\($0.name) x\(failures[$0.rawValue][index])" }.joined(separator: ", ")
    }
  }

  private static func text(_ mention: Mention) -> String {
    let place =
      switch mention.places.first?.place {
      case .line(let line): "line \(line)"
      case .entry(let entry): "entry \(entry)"
      case .argument, nil: "argument"
      }
    return "\(place): \(mention.reason) x\(mention.count)"
  }

  /// Made once: a thousand readings ask for it.
  private static let ofAnyHost = CallResolver(catalog: Samples.komerza, hosts: [])

  /// What the reading of a record of Komerza's calls gives.
  static func read(
    _ bytes: [UInt8], as kind: RecordReader.Kind = .any, hosts: [String] = [], pieces: Int = .max,
    counting filter: StatusFilter = .standard
  ) throws -> CallTally {
    let resolver =
      hosts.isEmpty ? ofAnyHost : CallResolver(catalog: Samples.komerza, hosts: hosts)
    var tally = CallTally(resolver: resolver, counting: filter)
    tally.input = "sample"
    var reader = RecordReader(kind)
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start.addingReportingOverflow(pieces).partialValue)
      let stop = end > start ? end : bytes.count
      try reader.read(bytes.span.extracting(start..<stop), into: &tally)
      start = stop
    }
    try reader.finish(into: &tally)
    return tally
  }

  /// The same of a text.
  static func read(
    _ text: String, as kind: RecordReader.Kind = .any, hosts: [String] = []
  ) throws -> CallTally {
    try read(Array(text.utf8), as: kind, hosts: hosts)
  }
}
