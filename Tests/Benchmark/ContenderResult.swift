/// What was measured of one program: times in milliseconds, memory in MiB.
struct ContenderResult {
  let name: String
  /// Whether the ends of its frames are exact.
  let isMarked: Bool
  var firstFrame = Samples()
  var move = Samples()
  var moveBytes = Samples()
  var tick = Samples()
  var letter = Samples()
  var memory = Samples()
  var memoryAtEnd = Samples()
  var idleBytes = Samples()
  var idleWakeUps = Samples()
  /// Why something is missing.
  var problem: String?

  init(name: String, isMarked: Bool) {
    self.name = name
    self.isMarked = isMarked
  }

  /// All figures by name.
  var figures: [String: Double] {
    let all: [String: Double?] = [
      "firstFrameMedian": firstFrame.median, "firstFrameP90": firstFrame.percentile(90),
      "moveP50": move.median, "moveP99": move.percentile(99),
      "moveBytesMedian": moveBytes.median, "moveBytesMax": moveBytes.maximum,
      "tickP50": tick.median, "tickP99": tick.percentile(99),
      "letterP50": letter.median, "letterP99": letter.percentile(99),
      "memoryFirstFrame": memory.median, "memoryPeak": memoryAtEnd.maximum ?? memory.maximum,
      "starts": Double(firstFrame.count), "moves": Double(move.count),
      "ticks": Double(tick.count), "letters": Double(letter.count),
      "idleBytesMax": idleBytes.maximum, "idleWakeUpsMax": idleWakeUps.maximum,
    ]
    return all.compactMapValues { $0 }
  }
}
