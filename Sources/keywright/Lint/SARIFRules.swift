import Catalogs
import Documents
import Judgement

/// The rules of a run, with the pages that code scanning shows beside an alert.
struct SARIFRules {
  /// The rules as SARIF has them.
  let nodes: [JSONNode]
  private let places: [String: Int]

  /// The rules of all manifests, each once.
  init(_ results: LintResults) {
    var asked: Set<String> = []
    var places: [String: Int] = [:]
    var nodes: [JSONNode] = []
    for linted in results.manifests where asked.insert(linted.rulesKey).inserted {
      let infos = results.isAudit ? AuditRules.infos(linted.rules.policy) : linted.rules.infos
      for info in infos where places[info.id] == nil {
        places[info.id] = nodes.count
        nodes.append(Self.rule(info, linted.rules))
      }
    }
    if !results.faults.isEmpty {
      places[UnreadableManifest.rule] = nodes.count
      nodes.append(Self.unreadable)
    }
    (self.nodes, self.places) = (nodes, places)
  }

  /// The place of a rule in the list; nil where it is not there.
  func place(of rule: String) -> Int? { places[rule] }

  private static func rule(_ info: RuleInfo, _ rules: RuleSet) -> JSONNode {
    let page = RulePage(rule: info.id, rules: rules)
    return node(
      info.id, title: info.title, consequence: info.consequence, severity: info.severity,
      help: page?.text() ?? "Fires when: \(info.trigger) Remedy: \(info.remedy)",
      markdown: page?.markdown)
  }

  private static let unreadable = node(
    UnreadableManifest.rule, title: "A file cannot be read",
    consequence: UnreadableManifest.meaning, severity: .error,
    help: UnreadableManifest.meaning + " Mend the file, or take it out of the list.", markdown: nil)

  private static func node(
    _ id: String, title: String, consequence: String, severity: Severity, help: String,
    markdown: String?
  ) -> JSONNode {
    var pages: [(name: String, value: JSONNode)] = [("text", .string(help))]
    if let markdown { pages.append(("markdown", .string(markdown))) }
    return .object([
      ("id", .string(id)), ("name", .string(pascalCase(id))),
      ("shortDescription", SARIFMessage.node(title)),
      ("fullDescription", SARIFMessage.node(consequence)), ("help", .object(pages)),
      ("defaultConfiguration", .object([("level", .string(severity.rawValue))])),
      (
        "properties",
        .object([
          ("tags", .strings(["security", "api-key"])),
          ("security-severity", .string(score(severity))),
        ])
      ),
    ])
  }

  /// A score in the middle of what GitHub calls high (7.0 to 8.9), medium (4.0 to 6.9) and low (0.1
  /// to 3.9): a gate can be set to one of them.
  private static func score(_ severity: Severity) -> String {
    switch severity {
    case .error: "8.0"
    case .warning: "5.5"
    case .note: "2.0"
    }
  }

  private static func pascalCase(_ id: String) -> String {
    id.utf8.split { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") }.map { part in
      let word = String(Substring(part))
      guard let first = word.unicodeScalars.first else { return "" }
      return first.properties.uppercaseMapping + String(word.unicodeScalars.dropFirst())
    }.joined()
  }
}
