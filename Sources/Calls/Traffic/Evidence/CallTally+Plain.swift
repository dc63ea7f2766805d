/// Calls that the catalog has, by operation, as plain lines name them.
struct PlainCalls: Sendable {
  /// A call that does not count, and the number of its line in the block.
  struct Failure: Sendable {
    var operation: Int32
    var outcome: UInt8
    var line: Int32
  }

  /// The operations of the calls that count.
  var counted: [Int32] = []
  /// The calls that do not.
  var failed: [Failure] = []
}

extension CallTally {
  /// Adds the calls of a block's plain lines.
  ///
  /// - Parameters:
  ///   - calls: the calls.
  ///   - line: the number of the line before the block.
  mutating func add(_ calls: PlainCalls, after line: Int) {
    read += calls.counted.count + calls.failed.count
    for operation in calls.counted { counts[Int(operation)] += 1 }
    for failure in calls.failed {
      let operation = Int(failure.operation)
      failures[Int(failure.outcome)][operation] += 1
      let place = RecordPlace(input: input, place: .line(line + Int(failure.line)))
      // The block's other lines have been read already, though they may stand further down.
      if let known = failurePlaces[operation], !place.isBefore(known) { continue }
      failurePlaces[operation] = place
    }
  }
}

extension CallTally.RecordPlace {
  /// Says whether a line stands before another of the same input.
  fileprivate func isBefore(_ other: CallTally.RecordPlace) -> Bool {
    guard input == other.input, case .line(let line) = place, case .line(let known) = other.place
    else { return false }
    return line < known
  }
}
