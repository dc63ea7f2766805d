import Catalogs
import Documents
import Keys

/// An acceptance that many keys have word by word.
enum CopiedAcceptance: AuditRule {
  /// So many keys may accept a rule with the same words.
  private static let most = 2

  static let info = RuleInfo(
    id: "copied-acceptance", title: "Many keys accept a risk with the same words", severity: .note,
    trigger: "Three keys or more accept a finding of one rule for the same reason, word by word.",
    consequence: "The rule is passed over without a thought, also where it is right.",
    remedy:
      "Ask what the rule is worth to the team: give it a severity in the policy, or settle it.",
    story: """
      The first acceptance was thought about, and the others were copied with it. Either the risk \
      is one that the team takes everywhere; then the policy is the place to say so, once. Or the \
      rule is right, and nobody has looked at the later keys.
      """)

  static func findings(in keys: [AuditedKey]) -> [AuditFinding] {
    var order: [[String]] = []
    var holders: [[String]: [Int]] = [:]
    for (place, key) in keys.enumerated() {
      for acceptance in key.details.accepted {
        let words = acceptance.reason.lowercased().parts(between: " ").joined(separator: " ")
        let common = [key.catalog.id, acceptance.rule, words]
        if holders[common] == nil { order.append(common) }
        if holders[common]?.last != place { holders[common, default: []].append(place) }
      }
    }
    return order.compactMap { common in
      guard let places = holders[common], places.count > most else { return nil }
      return finding(
        at: places[0],
        sentence(
          "It accepts \(common[1]) with the same words as", Array(places.dropFirst()), of: keys),
        remedy: "Give \(common[1]) a severity in the policy, or settle it")
    }.sorted { $0.key < $1.key }
  }
}
