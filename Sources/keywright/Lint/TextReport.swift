import Catalogs
import Documents
import Judgement
import Keys
import TerminalUI

/// Findings for people: by file, a count at the end.
struct TextReport: Sendable {
  /// Whether hues may be used; text is sanitized before they are put in.
  var hasColor: Bool
  /// What has to be said of the day; nil where it is today.
  var dayNote: String?

  /// The lines, sanitized.
  func lines(_ results: LintResults) -> [String] {
    let manifests = results.manifests
    let hasOverview = Self.hasOverview(results)
    return (hasOverview ? table(results) : [])
      + manifests.flatMap { linted in
        lines(
          of: linted, results.findings(linted, accepted: .include),
          below: hasOverview ? [powers(of: linted)] : [])
      } + end(LintSummary(manifests), PoliciesUsed(manifests))
  }

  /// The lines of one manifest, with the findings that the report has, and what it says of the key
  /// below its path.
  func lines(
    of linted: LintedManifest, _ findings: [Finding], below path: [String] = []
  ) -> [String] {
    guard !findings.isEmpty else { return [clean(linted.path) + ": no findings"] + path }
    return [bold(clean(linted.path))] + path + findings.flatMap { entry($0, linted) }
  }

  /// The same as text that is inert: what is printed as it comes.
  func text(of linted: LintedManifest, _ findings: [Finding]) -> String {
    Console.inertText(lines(of: linted, findings))
  }

  /// Where a finding stands; nil where it is about no scope.
  private static func place(_ finding: Finding, _ linted: LintedManifest) -> String? {
    finding.scopes.isEmpty ? nil : "  line \(linted.line(of: finding)): "
  }

  /// The lines behind all manifests; none where nothing was judged, as there is no result then.
  func end(_ summary: LintSummary, _ policies: PoliciesUsed) -> [String] {
    guard summary.manifests > 0 else { return [] }
    var lines: [String] = []
    for policy in policies.list {
      lines.append(
        "policy: \(clean(policy.path)) (for \(Counted.text(policy.count, "manifest")))")
    }
    if let dayNote { lines.append(dayNote) }
    lines.append(text(of: summary))
    return lines
  }

  private func entry(_ finding: Finding, _ linted: LintedManifest) -> [String] {
    let word = finding.isAccepted ? "accepted" : finding.severity.rawValue
    var heading = "  " + paint(word, finding)
    heading += String(repeating: " ", count: max(0, 8 - word.utf8.count)) + " "
    heading += bold(clean(finding.rule))
    if let place = Self.place(finding, linted) { heading += place }
    for (number, scope) in finding.scopes.prefix(4).enumerated() {
      if number > 0 { heading += ", " }
      heading += clean(scope)
    }
    if finding.scopes.count > 4 { heading += " and \(finding.scopes.count - 4) more" }
    var lines = [heading, "           " + clean(finding.message)]
    for (number, step) in (finding.trace?.steps ?? []).enumerated() {
      lines.append(
        "           \(number + 1). \(step.mark)  \(clean(step.call)) (\(clean(step.reason)))")
    }
    if let acceptance = finding.acceptance {
      let until = acceptance.until.map { " until \($0)" } ?? ""
      lines.append(
        "           accepted by \(clean(acceptance.by))\(until): \(clean(acceptance.reason))")
    } else if let remedy = finding.remedy {
      lines.append("           remedy: " + clean(remedy.text))
    }
    lines.append("           page: " + clean(linted.page(of: finding.rule)))
    return lines
  }

  private func text(of summary: LintSummary) -> String {
    func count(_ number: Int, _ word: String) -> String {
      "\(number) \(word)\(number == 1 ? "" : "s")"
    }
    let parts =
      Severity.allCases.map { count(summary.counts[$0] ?? 0, $0.rawValue) }
      + ["\(summary.accepted) accepted"]
    return count(summary.manifests, "manifest") + ": " + parts.joined(separator: ", ")
  }

  private func clean(_ text: String) -> String { Sanitizer.sanitize(text) }

  private func bold(_ text: String) -> String { hasColor ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  private func paint(_ text: String, _ finding: Finding) -> String {
    guard hasColor else { return text }
    let code =
      switch finding.isAccepted ? nil : finding.severity {
      case .error: "1;31"
      case .warning: "33"
      case .note: "36"
      case nil: "2"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
