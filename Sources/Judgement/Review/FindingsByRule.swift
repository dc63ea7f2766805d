/// The findings of rules one behind the other, of which each rule's can be replaced.
struct FindingsByRule: Sendable {
  /// All of them, rule by rule.
  private(set) var all: [Finding] = []
  /// For each rule how many it has.
  private var counts: [Int]

  /// None, of so many rules.
  init(rules: Int) { counts = Array(repeating: 0, count: rules) }

  /// Puts the findings of a rule in the place of those that it had.
  mutating func replace(ofRule rule: Int, with findings: [Finding]) {
    // Most rules have nothing to say, before and after.
    if findings.isEmpty, counts[rule] == 0 { return }
    let start = counts[..<rule].reduce(0, +)
    all.replaceSubrange(start..<start + counts[rule], with: findings)
    counts[rule] = findings.count
  }
}
