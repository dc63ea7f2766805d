import Catalogs
import Documents
import Judgement
import Keys

/// Findings as SARIF 2.1.0 (OASIS), for code scanning.
enum SARIFReport {
  static func node(
    _ manifests: [LintedManifest], _ unreadable: [UnreadableManifest]
  ) -> JSONNode {
    .object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .string("2.1.0")), ("runs", .array([run(manifests, unreadable)])),
    ])
  }

  private static func run(
    _ manifests: [LintedManifest], _ unreadable: [UnreadableManifest]
  ) -> JSONNode {
    let infos = ruleInfos(manifests)
    let index = Dictionary(
      zip(infos.map(\.id), infos.indices), uniquingKeysWith: { first, _ in first })
    var members: [(name: String, value: JSONNode)] = [
      (
        "tool",
        .object([
          (
            "driver",
            .object([
              ("name", .string("Keywright")), ("version", .string(Program.version)),
              ("semanticVersion", .string(Program.version)),
              ("rules", .array(infos.map(rule))),
            ])
          )
        ])
      )
    ]
    let policies = PoliciesUsed(manifests).list
    if !policies.isEmpty { members.append(("policies", .array(policies.map { policy($0.path) }))) }
    if !unreadable.isEmpty { members.append(("invocations", .array([invocation(unreadable)]))) }
    members += [
      ("columnKind", .string("utf16CodeUnits")),
      (
        "results",
        .array(
          manifests.flatMap { linted in linted.findings.map { result($0, linted, index) } })
      ),
    ]
    return .object(members)
  }

  /// A policy, as SARIF knows them: a component that configures rules.
  private static func policy(_ path: String) -> JSONNode {
    .object([
      ("name", .string(path)), ("locations", .array([.object([("uri", .string(uri(path)))])])),
    ])
  }

  /// Says that the run is no whole one, and why.
  private static func invocation(_ unreadable: [UnreadableManifest]) -> JSONNode {
    .object([
      ("executionSuccessful", .boolean(false)),
      (
        "toolExecutionNotifications",
        .array(
          unreadable.map { manifest in
            .object([
              ("level", .string("error")), ("message", text(manifest.message)),
              ("locations", .array([location(manifest.file, line: manifest.error.place?.line)])),
            ])
          })
      ),
    ])
  }

  /// The rules of all manifests, each once.
  private static func ruleInfos(_ manifests: [LintedManifest]) -> [RuleInfo] {
    var asked: Set<String> = []
    var seen: Set<String> = []
    return manifests.filter { asked.insert($0.rulesKey).inserted }.flatMap { $0.rules.infos }
      .filter { seen.insert($0.id).inserted }
  }

  private static func rule(_ info: RuleInfo) -> JSONNode {
    .object([
      ("id", .string(info.id)), ("name", .string(pascalCase(info.id))),
      ("shortDescription", text(info.title)), ("fullDescription", text(info.consequence)),
      (
        "help",
        .object([("text", message("Fires when: \(info.trigger) Remedy: \(info.remedy)"))])
      ),
      ("defaultConfiguration", .object([("level", .string(info.severity.rawValue))])),
    ])
  }

  private static func result(
    _ finding: Finding, _ linted: LintedManifest, _ index: [String: Int]
  ) -> JSONNode {
    var members: [(name: String, value: JSONNode)] = [("ruleId", .string(finding.rule))]
    if let place = index[finding.rule] { members.append(("ruleIndex", .integer(place))) }
    let scopes = finding.scopes.isEmpty ? "" : finding.scopes.joined(separator: ", ") + ": "
    members += [
      ("level", .string(finding.severity.rawValue)), ("message", text(scopes + finding.message)),
      ("locations", .array([location(linted.path, line: linted.line(of: finding))])),
      (
        "partialFingerprints",
        .object([("keywrightFinding/v1", .string(fingerprint(finding, linted)))])
      ),
    ]
    if let acceptance = finding.acceptance {
      members.append(
        (
          "suppressions",
          .array([
            .object([
              ("kind", .string("inSource")), ("status", .string("accepted")),
              ("justification", .string("\(acceptance.by): \(acceptance.reason)")),
            ])
          ])
        ))
    }
    return .object(members)
  }

  private static func location(_ path: String, line: Int?) -> JSONNode {
    let region = line.map { [("region", JSONNode.object([("startLine", .integer($0))]))] } ?? []
    return .object([
      (
        "physicalLocation",
        .object([("artifactLocation", .object([("uri", .string(uri(path)))]))] + region)
      )
    ])
  }

  /// The same for the same rule on the same scopes of the same platform, whatever else changes.
  private static func fingerprint(_ finding: Finding, _ linted: LintedManifest) -> String {
    let parts =
      [linted.manifest.catalogReference.id, finding.rule] + finding.scopes.sorted()
      // Of closed calls each is a finding of its own, and none has scopes.
      + (finding.rule == WantedCallClosed.id ? finding.operations : [])
    return Digest.of(parts.joined(separator: "\n").utf8)
  }

  /// A path as a relative or absolute URI reference.
  private static func uri(_ path: String) -> String {
    guard path != "-" else { return "stdin" }
    return (path.starts(exactlyWith: "/") ? "file://" : "") + PercentCoding.encoded(path)
  }

  private static func pascalCase(_ id: String) -> String {
    id.utf8.split(separator: UInt8(ascii: "-")).map { part in
      let word = String(Substring(part))
      guard let first = word.unicodeScalars.first else { return "" }
      return first.properties.uppercaseMapping + String(word.unicodeScalars.dropFirst())
    }.joined()
  }

  private static func text(_ text: String) -> JSONNode { .object([("text", message(text))]) }

  private static func message(_ text: String) -> JSONNode { .string(SARIFText.message(text)) }
}
