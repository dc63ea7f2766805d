/// What was measured of one program at one size: times in milliseconds, memory in MiB.
struct ScaleResult {
  /// What is measured, in the order of the table.
  enum Figure: String, CaseIterable {
    case coldFirst = "first frame, first time"
    case coldWhole = "whole tree, first time"
    case first = "first frame"
    case whole = "whole tree"
    case move
    case moveBytes = "move, bytes"
    case page
    case pageBytes = "page, bytes"
    case tick = "tick, with its findings"
    case tickCategory = "tick of a tenth"
    case undo
    case letter1 = "filter, letter 1"
    case letter2 = "filter, letter 2"
    case letter3 = "filter, letter 3"
    case letter4 = "filter, letter 4 and on"
    case letters = "filter, all letters"
    case backspace = "filter, backspace"
    case openAll = "open all"
    case closeAll = "close all"
    case write
    case memoryStart = "MiB at start"
    case memoryPeak = "MiB at most"
  }

  private(set) var samples: [Figure: Samples] = [:]

  mutating func add(_ value: Double?, to figure: Figure) {
    if let value { samples[figure, default: Samples()].add(value) }
  }

  func median(_ figure: Figure) -> Double? { samples[figure]?.median }

  func p99(_ figure: Figure) -> Double? { samples[figure]?.percentile(99) }
}
