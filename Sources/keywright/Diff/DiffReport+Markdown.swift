import Catalogs
import Documents
import Judgement

extension DiffReport {
  /// A page for a pull request.
  ///
  /// Lists instead of a table: nothing that a text holds can end a line of a list, where a table
  /// has the bar to look out for.
  var markdown: [String] {
    let title = diff.isWidened ? "## The key is widened" : "## The key is not widened"
    var lines = [title, "", MarkdownText.code(old) + " to " + MarkdownText.code(new), "", verdict]
    if let policy { lines += ["", "Policy: " + MarkdownText.code(policy)] }
    func section(_ title: String, _ added: [String], _ removed: [String], folds: Bool = false) {
      guard !added.isEmpty || !removed.isEmpty else { return }
      let isLong = folds && added.count + removed.count > 10
      lines += [""]
      lines +=
        isLong
        ? ["<details><summary>\(title): \(added.count) more, \(removed.count) less</summary>"]
        : ["### " + title]
      for (heading, list) in [("Added", added), ("Removed", removed)] where !list.isEmpty {
        lines += ["", "**\(heading)**", ""] + list.map { "- " + $0 }
      }
      if isLong { lines += ["", "</details>"] }
    }
    section(
      "Scopes", diff.added.scopes.map(MarkdownText.code), diff.removed.scopes.map(MarkdownText.code)
    )
    if !diff.isEmpty { lines += powersLines }
    section("Findings", diff.added.findings.map(item), diff.removed.findings.map(item))
    if !diff.details.isEmpty { lines += ["", "### Details", ""] }
    for change in diff.details {
      let note = note(on: change).map { " (\($0))" } ?? ""
      func list(_ texts: [String]) -> String {
        texts.isEmpty ? "none" : texts.map(MarkdownText.code).joined(separator: ", ")
      }
      let (before, after) =
        change.isList ? (change.removed, change.added) : (change.old, change.new)
      lines.append(
        change.isList
          ? "- \(change.detail.title)\(note): added \(list(after)); removed \(list(before))"
          : "- \(change.detail.title)\(note): \(list(before)) to \(list(after))")
    }
    section(
      "Calls", diff.added.operations.map(MarkdownText.code),
      diff.removed.operations.map(MarkdownText.code), folds: true)
    return lines
  }

  /// What each key can do.
  private var powersLines: [String] {
    let sides = [("Before", oldPowers), ("After", newPowers)].compactMap { name, powers in
      powers.map { "- \(name): " + $0.sentences.map(MarkdownText.prose).joined(separator: " ") }
    }
    return ["", "### What it can do", ""] + sides
  }

  private func item(_ finding: Finding) -> String {
    let severity = (finding.isAccepted ? "accepted " : "") + finding.severity.rawValue
    let scopes = finding.scopes.prefix(4).map(MarkdownText.code).joined(separator: ", ")
    let more = finding.scopes.count > 4 ? " and \(finding.scopes.count - 4) more" : ""
    return "**\(severity)** \(MarkdownText.code(finding.rule)): "
      + MarkdownText.prose(finding.message) + (scopes.isEmpty ? "" : " (\(scopes)\(more))")
  }
}
