import Catalogs
import Documents
import Judgement
import Keys

/// The results of a run: what cannot be read, then the findings as the manifests have them.
struct SARIFResults {
  /// So many further places of a finding are listed.
  private static let mostPlaces = 20
  /// So many scopes of a finding are listed as data.
  private static let mostScopes = 100

  /// The results as SARIF has them.
  private(set) var nodes: [JSONNode] = []
  /// How many there was no room for.
  private(set) var leftOut = 0
  private let results: LintResults
  private let rules: SARIFRules

  init(_ results: LintResults, rules: SARIFRules) {
    (self.results, self.rules) = (results, rules)
    nodes = results.faults.prefix(SARIFReport.mostResults).map(fault)
    let room = Self.room(results, SARIFReport.mostResults - nodes.count)
    leftOut = results.faults.count - nodes.count + room.leftOut
    var left = room.ofSeverity
    for linted in results.manifests {
      add(findingsOf: linted, &left)
    }
  }

  /// How many findings of each severity there is room for: the most severe go first.
  private static func room(
    _ results: LintResults, _ most: Int
  ) -> (ofSeverity: [Severity: Int], leftOut: Int) {
    var counts: [Severity: Int] = [:]
    for linted in results.manifests {
      for finding in results.findings(linted, accepted: .leaveOut) {
        counts[finding.severity, default: 0] += 1
      }
    }
    var (room, leftOut, ofSeverity) = (most, 0, [Severity: Int]())
    for severity in Severity.allCases {
      let count = counts[severity] ?? 0
      ofSeverity[severity] = min(count, room)
      leftOut += max(0, count - room)
      room = max(0, room - count)
    }
    return (ofSeverity, leftOut)
  }

  private mutating func add(findingsOf linted: LintedManifest, _ left: inout [Severity: Int]) {
    guard !linted.findings.isEmpty, let regions = ManifestRegions(linted.manifest) else { return }
    var prints = Fingerprint()
    let uri = results.paths.uri(linted.path)
    for finding in linted.findings {
      // What is left out keeps its number, so that the others keep theirs.
      let print = prints.next(finding, linted)
      guard !finding.isAccepted || results.accepted == .include,
        let room = left[finding.severity], room > 0
      else { continue }
      left[finding.severity] = room - 1
      nodes.append(node(finding, uri, linted.regions(of: finding, in: regions), print))
    }
  }

  private func node(
    _ finding: Finding, _ uri: String, _ regions: [TextRegion], _ print: String
  ) -> JSONNode {
    var members = start(finding.rule, finding.severity, SARIFMessage.text(of: finding))
    members.append(("locations", .array([SARIFLocation.node(uri, region: regions.first)])))
    let others = regions.dropFirst().prefix(Self.mostPlaces)
    if !others.isEmpty {
      members.append(
        (
          "relatedLocations",
          .array(
            others.enumerated().map { number, region in
              SARIFLocation.node(uri, region: region, id: number + 1, message: "It needs this too.")
            })
        ))
    }
    members.append(("partialFingerprints", fingerprints(print)))
    if let acceptance = finding.acceptance { members.append(suppression(acceptance)) }
    if !finding.scopes.isEmpty {
      members.append(
        (
          "properties", .object([("scopes", .strings(finding.scopes.prefix(Self.mostScopes)))])
        ))
    }
    return .object(members)
  }

  private func fault(_ fault: UnreadableManifest) -> JSONNode {
    var prints = Fingerprint()
    let uri = results.paths.uri(fault.file)
    let line = fault.error.place?.line ?? 1
    let text = "\(fault.message) \(UnreadableManifest.meaning)"
    return .object(
      start(UnreadableManifest.rule, .error, text) + [
        ("locations", .array([SARIFLocation.node(uri, line: line)])),
        ("partialFingerprints", fingerprints(prints.next(unreadable: fault))),
      ])
  }

  private func start(
    _ rule: String, _ severity: Severity, _ text: String
  ) -> [(name: String, value: JSONNode)] {
    var members: [(name: String, value: JSONNode)] = [("ruleId", .string(rule))]
    if let place = rules.place(of: rule) { members.append(("ruleIndex", .integer(place))) }
    return members + [
      ("level", .string(severity.rawValue)), ("message", SARIFMessage.node(text)),
    ]
  }

  /// The name is GitHub's: no other one counts, and where it is missing the line's text would.
  private func fingerprints(_ print: String) -> JSONNode {
    .object([("primaryLocationLineHash", .string(print))])
  }

  private func suppression(_ acceptance: Acceptance) -> (name: String, value: JSONNode) {
    (
      "suppressions",
      .array([
        .object([
          ("kind", .string("inSource")), ("status", .string("accepted")),
          ("justification", .string("\(acceptance.by): \(acceptance.reason)")),
        ])
      ])
    )
  }
}
