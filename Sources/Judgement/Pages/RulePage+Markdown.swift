import Catalogs

extension RulePage {
  /// The page as it stands in `Assets/Rules`.
  package var markdown: String {
    var parts = [
      "# \(info.id)", info.title + ".",
      """
      | severity | since | confidence | trigger |
      |---|---|---|---|
      | \(info.severity.rawValue) | \(info.since) | \(info.confidence.rawValue) | \(cell(info.trigger)) |
      """,
      "## Consequence", prose(info.consequence),
    ]
    if !calls.isEmpty {
      parts.append("The calls, in order:")
      parts.append(
        calls.enumerated().map { number, step in
          "\(number + 1). `\(step.call)`: \(plain(step.effect))"
        }.joined(separator: "\n"))
    }
    if !info.story.isEmpty { parts += ["## Story", prose(info.story)] }
    parts += ["## Remedy", prose(info.remedy)]
    if let example {
      parts += ["## A bad manifest", "On \(RuleExample.day) it raises `\(info.id)`:"]
      parts += blocks(example.bad)
      parts += ["## A good manifest", "On the same day it does not:"]
      parts += blocks(example.good)
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
    TextWrap.lines(plain(text), width: 100).joined(separator: "\n")
  }

  private func cell(_ text: String) -> String { plain(text).replacing("|", with: #"\|"#) }

  /// Text from a catalog: nothing of it is markup.
  private func plain(_ text: String) -> String {
    var result = ""
    for character in text {
      if #"\`*_<>[]&"#.contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}
