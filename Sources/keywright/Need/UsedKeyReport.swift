import Calls
import Catalogs
import Documents
import Proof

/// What is said of a key beside the calls that were made.
struct UsedKeyReport {
  /// So many calls of one scope are named in text; JSON has all.
  private static let mostNamed = 5

  let used: UsedKey
  let report: NeedReport
  /// The key's label, or its file's name.
  let name: String

  private var catalog: Catalog { report.catalog }

  private func id(_ scope: Int) -> String { catalog.scopes[scope].id }

  // MARK: - JSON

  var node: JSONNode {
    .object(
      report.members + [
        (
          "key",
          .object([
            ("name", .string(name)), ("kept", .strings(used.kept.map(id))),
            ("unused", .strings(used.unused.map(id))),
            ("closed", .strings(used.closed.map(report.name))),
            ("unstated", .strings(used.unstated.map(report.name))),
            (
              "spare",
              .array(
                used.spare.map { spare in
                  .object([
                    ("scope", .string(id(spare.scope))),
                    ("opens", .strings(spare.closes.map(report.name))),
                    ("uncertain", .boolean(spare.isUncertain)),
                  ])
                })
            ),
          ])
        )
      ])
  }

  // MARK: - Text

  var lines: [String] {
    var lines = [verdict]
    for spare in used.spare {
      lines.append("take away \(id(spare.scope)): " + opens(spare, report.name))
    }
    for call in used.closed { lines.append("closed to the key, yet called: \(report.name(call))") }
    if let caution { lines.append(caution) }
    return lines
  }

  private var verdict: String {
    used.isWider
      ? "\(name) has \(report.count(used.spare.count, "scope")) that the calls do not need; "
        + "\(used.kept.count) of \(used.kept.count + used.spare.count) would do."
      : "\(name) has no scope that the calls do not need."
  }

  /// What a scope opens that the smaller key would not.
  private func opens(_ spare: UsedKey.Spare, _ shown: (Int) -> String) -> String {
    guard !spare.closes.isEmpty else { return "what it opens, the other scopes open too" }
    let names = spare.closes.prefix(Self.mostNamed).map(shown).joined(separator: ", ")
    let more = spare.closes.count - min(spare.closes.count, Self.mostNamed)
    return "it opens \(names)" + (more > 0 ? " and \(more) more" : "") + ", and none was called"
  }

  private var caution: String? {
    guard !used.unstated.isEmpty, used.isWider else { return nil }
    return "\(catalog.name) does not state what \(report.count(used.unstated.count, "call")) made "
      + "\(used.unstated.count == 1 ? "needs" : "need"): try the smaller key before the other goes."
  }

  // MARK: - Markdown

  var markdown: String {
    var lines = [
      used.isWider ? "## The key has more than was used" : "## The key has what was used", "",
      MarkdownText.prose(verdict),
    ]
    func section(_ title: String, _ items: [String]) {
      guard !items.isEmpty else { return }
      lines += ["", "### " + title, ""] + items.map { "- " + $0 }
    }
    section(
      "Scopes to take away",
      used.spare.map { spare in
        MarkdownText.code(id(spare.scope)) + ": "
          + opens(spare) { MarkdownText.code(report.name($0)) }
      })
    section("Called, and closed to the key", used.closed.map { MarkdownText.code(report.name($0)) })
    if let caution { lines += ["", MarkdownText.prose(caution)] }
    return lines.joined(separator: "\n")
  }
}
