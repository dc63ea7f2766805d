#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What was measured at each size, for people and for machines.
struct ScaleReport {
  let stages: [ScaleBenchmark.Stage]
  let runs: Int
  let presses: Int

  /// A table a size, then the budgets.
  var table: String {
    var lines: [String] = []
    for stage in stages {
      lines.append(
        "## \(stage.scopes) scopes, a document of \(Self.megabytes(stage.documentBytes)) MB, "
          + "lines of \(Self.megabytes(stage.lineBytes)) MB")
      lines.append("")
      lines.append("| | keywright median | p99 | fzf median | p99 | ratio |")
      lines.append("|---|---|---|---|---|---|")
      for figure in ScaleResult.Figure.allCases {
        let (ours, theirs) = (stage.keywright.median(figure), stage.fzf.median(figure))
        guard ours != nil || theirs != nil else { continue }
        let cells = [
          figure.rawValue, Self.text(ours), Self.text(stage.keywright.p99(figure)),
          Self.text(theirs), Self.text(stage.fzf.p99(figure)), Self.ratio(ours, theirs),
        ]
        lines.append("| " + cells.joined(separator: " | ") + " |")
      }
      lines.append("")
    }
    lines.append(
      "Times in ms, medians of \(runs) starts and \(presses) presses. fzf marks no ends of frames: "
        + "its times end with the last byte before 40 ms of silence.")
    for budget in budgets {
      lines.append(
        "budget \(budget.isKept ? "kept" : "EXCEEDED"): \(budget.name) \(Self.text(budget.value)), "
          + "at most \(Self.text(budget.limit))")
    }
    return lines.joined(separator: "\n")
  }

  /// The budgets of the design for 20,000 and 100,000 scopes, as far as these were measured.
  var budgets: [Budget] {
    var budgets: [Budget] = []
    for stage in stages where stage.scopes >= 20_000 && stage.scopes < 100_000 {
      if let limit = stage.fzf.median(.first) {
        budgets.append(
          Budget(
            name: "whole tree, \(stage.scopes) scopes, by fzf's first frame",
            value: stage.keywright.median(.whole), limit: limit))
      }
    }
    for stage in stages where stage.scopes >= 100_000 {
      let keys: [ScaleResult.Figure] = [.move, .tick, .letters]
      for key in keys {
        if let letter = stage.fzf.median(.letters) {
          budgets.append(
            Budget(
              name: "\(key.rawValue) by a quarter of fzf's letter",
              value: stage.keywright.median(key), limit: letter / 4))
        }
        budgets.append(
          Budget(name: "\(key.rawValue), p99", value: stage.keywright.p99(key), limit: 16))
      }
      if let limit = stage.fzf.median(.memoryPeak) {
        budgets.append(
          Budget(
            name: "MiB by three times fzf's", value: stage.keywright.median(.memoryPeak),
            limit: limit * 3))
      }
    }
    return budgets
  }

  /// Whether every budget is kept.
  var isWithinBudget: Bool { budgets.allSatisfy(\.isKept) }

  /// Everything as JSON.
  func json() throws -> Data {
    let document = Document(
      runs: runs, presses: presses,
      sizes: stages.map { stage in
        .init(
          scopes: stage.scopes, documentBytes: stage.documentBytes, lineBytes: stage.lineBytes,
          keywright: Self.figures(stage.keywright), fzf: Self.figures(stage.fzf))
      })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return try encoder.encode(document) + Data("\n".utf8)
  }

  private struct Document: Encodable {
    struct Size: Encodable {
      let scopes: Int
      let documentBytes: Int
      let lineBytes: Int
      let keywright: [String: [String: Double]]
      let fzf: [String: [String: Double]]
    }

    let runs: Int
    let presses: Int
    let sizes: [Size]
  }

  private static func figures(_ result: ScaleResult) -> [String: [String: Double]] {
    var figures: [String: [String: Double]] = [:]
    for (figure, samples) in result.samples {
      let all = [
        "median": samples.median, "p99": samples.percentile(99), "count": Double(samples.count),
      ]
      figures[figure.rawValue] = all.compactMapValues { $0 }
    }
    return figures
  }

  private static func ratio(_ ours: Double?, _ theirs: Double?) -> String {
    guard let ours, let theirs, theirs > 0 else { return "-" }
    return text(ours / theirs)
  }

  private static func megabytes(_ bytes: Int) -> String { text(Double(bytes) / 1_000_000) }

  private static func text(_ value: Double?) -> String {
    guard let value else { return "-" }
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
