import Catalogs
import Documents
import Judgement
import Keys

/// Findings as Markdown for the summary page of a job: a table of the keys, then what was found.
///
/// GitHub takes a megabyte a step, so long lists are cut, and what was cut is counted.
enum SummaryReport {
  private static let mostKeys = 200
  private static let mostFindings = 200

  /// The document.
  static func text(_ results: LintResults) -> String {
    let summary = LintSummary(results.manifests)
    var lines = ["## Keywright: \(headline(summary, results))", ""]
    lines += table(results)
    lines += faults(results)
    lines += findings(results)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func headline(_ summary: LintSummary, _ results: LintResults) -> String {
    var parts = Severity.allCases.compactMap { severity -> String? in
      let count = summary.counts[severity] ?? 0
      return count == 0 ? nil : Counted.text(count, severity.rawValue)
    }
    if !results.faults.isEmpty {
      parts.append(Counted.text(results.faults.count, "unreadable file"))
    }
    let keys = Counted.text(results.manifests.count, "key")
    return parts.isEmpty ? "no findings in \(keys)" : parts.joined(separator: ", ") + " in \(keys)"
  }

  private static func table(_ results: LintResults) -> [String] {
    guard !results.manifests.isEmpty else { return [] }
    var lines = [
      "| key | errors | warnings | notes | accepted |", "|---|---:|---:|---:|---:|",
    ]
    // The worst are looked for first.
    let ordered = results.manifests.map { (linted: $0, counts: LintSummary([$0])) }
      .enumerated().sorted { left, right in
        let (first, second) = (weight(left.element.counts), weight(right.element.counts))
        return first == second
          ? left.offset < right.offset : second.lexicographicallyPrecedes(first)
      }.map(\.element)
    for (linted, counts) in ordered.prefix(mostKeys) {
      let numbers = Severity.allCases.map { "\(counts.counts[$0] ?? 0)" } + ["\(counts.accepted)"]
      let path = MarkdownText.cell(results.paths.relative(linted.path))
      lines.append("| " + ([path] + numbers).joined(separator: " | ") + " |")
    }
    if ordered.count > mostKeys {
      lines += ["", "and \(Counted.text(ordered.count - mostKeys, "more key", many: "more keys"))"]
    }
    return lines
  }

  private static func weight(_ summary: LintSummary) -> [Int] {
    Severity.allCases.map { summary.counts[$0] ?? 0 }
  }

  private static func faults(_ results: LintResults) -> [String] {
    guard !results.faults.isEmpty else { return [] }
    return ["", "### Files that cannot be read", ""]
      + results.faults.prefix(mostKeys).map { fault in
        let line = fault.error.place.map { ", line \($0.line)" } ?? ""
        return "- \(MarkdownText.code(results.paths.relative(fault.file)))\(line): "
          + MarkdownText.code(fault.message)
      }
  }

  private static func findings(_ results: LintResults) -> [String] {
    let all = results.worstFirst(accepted: .leaveOut)
    guard !all.isEmpty else { return [] }
    var lines = ["", "### Findings, the most severe first", ""]
    for (finding, linted) in all.prefix(mostFindings) {
      let place =
        MarkdownText.code(results.paths.relative(linted.path))
        + ", line \(linted.line(of: finding))"
      lines.append(
        "- **\(finding.severity.rawValue)** \(MarkdownText.code(finding.rule)) (\(place)): "
          + MarkdownText.prose(finding.message))
      if !finding.scopes.isEmpty {
        let more = finding.scopes.count > 8 ? " and \(finding.scopes.count - 8) more" : ""
        lines.append(
          "  " + finding.scopes.prefix(8).map(MarkdownText.code).joined(separator: ", ") + more)
      }
      if let remedy = finding.remedy {
        lines.append("  Remedy: " + MarkdownText.prose(remedy.text))
      }
    }
    if all.count > mostFindings { lines += ["", "and \(all.count - mostFindings) more"] }
    return lines
  }
}
