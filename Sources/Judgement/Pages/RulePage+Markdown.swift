import Catalogs
import Documents

extension RulePage {
  /// The page as it stands in `Assets/Rules`.
  package var markdown: String {
    var parts = [
      "# \(MarkdownText.escaped(info.id))", MarkdownText.escaped(info.title + "."),
      """
      | severity | since | confidence | trigger |
      |---|---|---|---|
      | \(info.severity.rawValue) | \(info.since) | \(info.confidence.rawValue) | \(MarkdownText.escaped(info.trigger)) |
      """,
      "## Consequence", prose(info.consequence),
    ]
    if !calls.isEmpty {
      parts.append("The calls, in order:")
      parts.append(
        calls.enumerated().map { number, step in
          "\(number + 1). \(MarkdownText.code(step.call)): \(MarkdownText.escaped(step.effect))"
        }.joined(separator: "\n"))
    }
    if !info.story.isEmpty { parts += ["## Story", prose(info.story)] }
    parts += ["## Remedy", prose(info.remedy)]
    if let example {
      parts += [
        "## A bad manifest", "On \(RuleExample.day) it raises \(MarkdownText.code(info.id)):",
      ]
      parts += blocks(example.bad)
      parts += ["## A good manifest", "On the same day it does not:"]
      parts += blocks(example.good)
      if !example.beside.isEmpty {
        parts.append("## Beside it, both times")
        parts += example.beside.flatMap { blocks(RuleExample.Case($0)) }
      }
      if !example.calls.isEmpty {
        parts.append("## The calls that were made")
        parts.append(
          example.calls.map { "- " + MarkdownText.code($0) }.joined(separator: "\n"))
      }
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func blocks(_ example: RuleExample.Case) -> [String] {
    func block(_ bytes: [UInt8]) -> String {
      "```json\n" + String(decoding: bytes, as: UTF8.self) + "```"
    }
    let policy = example.policy.map { ["under the policy", block($0)] } ?? []
    return [block(manifest(example))] + policy
  }

  private func prose(_ text: String) -> String {
    TextWrap.lines(MarkdownText.escaped(text), width: 100).map(MarkdownText.withPlainStart)
      .joined(separator: "\n")
  }
}
