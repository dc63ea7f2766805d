/// A rule's page: made from the very table that the program runs on.
public struct RulePage: Sendable {
  private let info: RuleInfo
  private let combination: Combination?
  private let catalog: Catalog

  /// The page of a rule, or nil where there is none of that id.
  public init?(rule id: String, rules: RuleSet) {
    guard let info = rules.info(id) else { return nil }
    self.info = info
    catalog = rules.catalog
    combination = rules.combination(id)
  }

  /// The page as plain text.
  public var text: String {
    var lines = [
      "\(info.id) (\(info.severity.rawValue), since \(info.since))", "  " + info.title, "",
      "Fires when    " + info.trigger, "Consequence   " + info.consequence,
      "Remedy        " + info.remedy,
    ]
    if let combination {
      lines.append("Confidence    " + combination.confidence.rawValue)
      if !combination.story.isEmpty { lines += ["", combination.story] }
      if !combination.trace.isEmpty {
        lines += ["", "The calls, in order"]
        for (number, step) in combination.trace.enumerated() {
          lines.append("  \(number + 1). \(catalog.operations[step.operation].call)")
          lines.append("     \(step.effect)")
        }
      }
    }
    return lines.joined(separator: "\n")
  }
}

extension RuleSet {
  /// The combination behind a rule, where the catalog or the policy brought it as data.
  public func combination(_ id: String) -> Combination? {
    (catalog.combinations + (policy.combinations[catalog.id] ?? [])).first { $0.id == id }
  }
}
