import Catalogs
import Documents
import Keys

/// Holds the accepted risks of a design against what its rules found.
///
/// An acceptance covers a finding of its rule whose scopes it names, all of them. It never covers
/// more: a finding that grew is a finding again, and the acceptance is reported as widened.
struct AcceptanceReview: Sendable {
  static let infos = [
    RuleInfo(
      id: "acceptance-expired", title: "An accepted risk is past its date", severity: .warning,
      trigger: "An acceptance's last day has passed.",
      consequence: "A risk that was taken for a while stays for good.",
      remedy: "Look at the risk: accept it again or settle it.",
      story: """
        Risks are accepted until something is built, and then the something is late. The date was \
        the promise to look again, and it has come. Until somebody does, the finding counts again \
        as if nobody had accepted it.
        """),
    RuleInfo(
      id: "acceptance-unused", title: "An accepted risk is not there", severity: .warning,
      trigger: "An acceptance matches no finding.",
      consequence: "It would silence a later mistake that nobody has looked at.",
      remedy: "Remove the acceptance.",
      story: """
        An acceptance without a finding is left from a scope that is gone, or was copied from \
        another key, or misspells its rule. It does nothing today. On the day the scope returns it \
        would wave the risk through in the name of a person who was thinking of something else.
        """),
    RuleInfo(
      id: "acceptance-widened", title: "A risk has grown since it was accepted",
      severity: .warning,
      trigger: "A finding covers more scopes than its acceptance names.",
      consequence: "The key does more harm than the person who accepted it knew.",
      remedy: "Look at the risk: accept it again or settle it.",
      story: """
        Somebody took a risk for the scopes that they named, and the key has grown since. The \
        finding now covers more than they looked at, so their word does not cover it. They may \
        well accept it again, but they have to be asked.
        """),
  ]

  private var policy = Policy()
  private(set) var findings: [Finding] = []
  private var covered: [Key: [(finding: Finding, acceptance: Acceptance)]] = [:]

  /// Enough of a finding to look it up: all of it can be thousands of scopes to hash.
  private struct Key: Hashable {
    var rule: String
    var firstScope: String?

    init(_ finding: Finding) { (rule, firstScope) = (finding.rule, finding.scopes.first) }
  }

  /// The severities of the findings that are covered.
  var acceptedSeverities: [Severity] { covered.values.joined().map(\.finding.severity) }

  /// Whether nothing is accepted, and nothing said of it.
  var isEmpty: Bool { covered.isEmpty && findings.isEmpty }

  init() {}

  init(key: KeyUnderReview, rules: RuleSet, candidates: (Acceptance) -> [Finding]) {
    policy = rules.policy
    for acceptance in key.design.details.accepted {
      let candidates = candidates(acceptance)
      let names = Set(acceptance.scopes.map(ExactText.init))
      let isNamed = { (id: String) in names.contains(ExactText(id)) }
      let matching = candidates.filter { $0.scopes.allSatisfy(isNamed) }
      let hasGrown = candidates.contains {
        !$0.scopes.allSatisfy(isNamed) && $0.scopes.contains(where: isNamed)
      }
      if matching.isEmpty, !hasGrown {
        report("acceptance-unused", acceptance, "matches no finding of this key.")
      } else if let until = acceptance.until, until < key.today {
        report("acceptance-expired", acceptance, "ended on \(until).")
      } else {
        for finding in matching { cover(finding, acceptance) }
        if hasGrown {
          report("acceptance-widened", acceptance, "names fewer scopes than the finding now has.")
        }
      }
    }
  }

  /// The finding with the acceptance that covers it.
  func mark(_ finding: Finding) -> Finding {
    guard !covered.isEmpty,
      let acceptance = covered[Key(finding)]?.first(where: { $0.finding == finding })?.acceptance
    else { return finding }
    var copy = finding
    copy.acceptance = acceptance
    return copy
  }

  private mutating func cover(_ finding: Finding, _ acceptance: Acceptance) {
    let known = covered[Key(finding)]?.contains { $0.finding == finding } ?? false
    if !known { covered[Key(finding), default: []].append((finding, acceptance)) }
  }

  private mutating func report(_ rule: String, _ acceptance: Acceptance, _ what: String) {
    guard !policy.isOff(rule) else { return }
    findings.append(
      Finding(
        rule: rule, severity: policy.severity(of: rule) ?? .warning, scopes: acceptance.scopes,
        message: "The acceptance of \(Wording.cut(acceptance.rule)) by "
          + "\(Wording.cut(acceptance.by, to: 30)) \(what)",
        remedy: Remedy(
          rule == "acceptance-unused"
            ? "Remove the acceptance" : "Accept the risk again, or settle it",
          edits: [.dropAcceptance(acceptance)])))
  }
}
