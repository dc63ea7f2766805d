#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The outcome, for people and for machines.
///
/// The first result is the designer's, the second the baseline's.
struct Report {
  let results: [ContenderResult]
  let runs: Int
  let presses: Int
  /// The machine's load over the last minute, most of it other people's.
  let load = Report.measureLoad()

  /// Figures, ratios and budgets as a Markdown table.
  var table: String {
    let columns: [(String, (ContenderResult) -> String)] = [
      ("program", \.name),
      ("first frame", { Self.text($0.firstFrame.median) + Self.approximate($0) }),
      ("move p50 / p99", { Self.pair($0.move) }),
      ("tick p50 / p99", { Self.pair($0.tick) }),
      ("letter p50 / p99", { Self.pair($0.letter) }),
      ("bytes a move, max", { Self.whole($0.moveBytes) }),
      (
        "MiB start, peak",
        { "\(Self.text($0.memory.median)), \(Self.text($0.figures["memoryPeak"]))" }
      ),
      (
        "idle bytes, wake-ups",
        {
          "\(Self.whole($0.idleBytes.maximum)), \(Self.whole($0.idleWakeUps.maximum))"
        }
      ),
    ]
    let cells = [columns.map(\.0)] + results.map { result in columns.map { $0.1(result) } }
    let widths = columns.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    var lines = cells.map { row in
      "| " + zip(row, widths).map(Self.pad).joined(separator: " | ") + " |"
    }
    lines.insert("|" + widths.map { String(repeating: "-", count: $0 + 2) + "|" }.joined(), at: 1)
    lines.append("")
    lines.append(
      "Times in ms; medians of \(runs) starts and \(presses) presses, interleaved. "
        + "Load \(Self.text(load)). ~: no end-of-frame marker, the last byte before 40 ms of silence."
    )
    for (name, ratio) in ratios.sorted(by: { $0.key < $1.key }) {
      lines.append("\(results[0].name) / baseline, \(name): \(Self.text(ratio)) x")
    }
    for budget in budgets {
      let verdict = budget.isKept ? "kept" : "EXCEEDED"
      lines.append(
        "budget \(verdict): \(budget.name) \(Self.text(budget.value)), "
          + "at most \(Self.text(budget.limit))")
    }
    for result in results {
      if let problem = result.problem { lines.append("\(result.name): \(problem)") }
    }
    return lines.joined(separator: "\n")
  }

  /// The designer's figures over the baseline's.
  var ratios: [String: Double] {
    guard results.count > 1 else { return [:] }
    let (ours, base) = (results[0].figures, results[1].figures)
    let names = ["firstFrameMedian", "moveP50", "tickP50", "moveBytesMedian", "memoryPeak"]
    let pairs = names.compactMap { name -> (String, Double)? in
      guard let mine = ours[name], let other = base[name], other > 0 else { return nil }
      return (name, mine / other)
    }
    var ratios = Dictionary(uniqueKeysWithValues: pairs)
    ratios["firstFrameByRound"] = results[0].firstFrame.medianRatio(to: results[1].firstFrame)
    return ratios
  }

  /// The budgets of the design for the bundled catalog; one that was not measured is not kept.
  var budgets: [Budget] {
    let ours = results[0].figures
    return [
      Budget(
        name: "first frame over the baseline's", value: ratios["firstFrameMedian"], limit: 2),
      Budget(name: "move p50", value: ours["moveP50"], limit: 1),
      Budget(name: "move p99", value: ours["moveP99"], limit: 5),
      Budget(name: "tick p50", value: ours["tickP50"], limit: 1),
      Budget(name: "tick p99", value: ours["tickP99"], limit: 5),
      Budget(name: "bytes a move, median", value: ours["moveBytesMedian"], limit: 300),
      Budget(name: "memory at its peak", value: ours["memoryPeak"], limit: 10),
    ]
  }

  /// Whether every budget is kept.
  var isWithinBudget: Bool { budgets.allSatisfy(\.isKept) }

  /// Everything as JSON.
  func json() throws -> Data {
    let document = Document(
      runs: runs, presses: presses, load: load, ratios: ratios,
      programs: results.map {
        .init(name: $0.name, exactFrames: $0.isMarked, figures: $0.figures, problem: $0.problem)
      })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return try encoder.encode(document) + Data("\n".utf8)
  }

  private struct Document: Encodable {
    struct Program: Encodable {
      let name: String
      let exactFrames: Bool
      let figures: [String: Double]
      let problem: String?
    }

    let runs: Int
    let presses: Int
    let load: Double
    let ratios: [String: Double]
    let programs: [Program]
  }

  private static func measureLoad() -> Double {
    var averages = [0.0]
    return getloadavg(&averages, 1) == 1 ? averages[0] : 0
  }

  private static func approximate(_ result: ContenderResult) -> String {
    result.isMarked ? "" : " ~"
  }

  private static func pair(_ samples: Samples) -> String {
    samples.count == 0 ? "-" : "\(text(samples.median)) / \(text(samples.percentile(99)))"
  }

  private static func whole(_ samples: Samples) -> String {
    samples.count == 0 ? "-" : "\(whole(samples.median)), \(whole(samples.maximum))"
  }

  private static func whole(_ value: Double?) -> String { value.map { "\(Int($0))" } ?? "-" }

  private static func text(_ value: Double?) -> String {
    guard let value else { return "-" }
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: width - text.count)
  }
}
