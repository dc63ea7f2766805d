import Documents
import TerminalHarness

/// What GitHub's code scanning makes of a SARIF file, as its documentation has it and as its upload
/// action does ("SARIF support for code scanning"; github/codeql-action, `fingerprints.ts`).
///
/// Nothing here knows what wrote the file.
struct CodeScanning {
  /// Why a file is not taken.
  enum Refusal: Error, Equatable {
    case tooManyResults(Int)
    case malformed(String)
  }

  /// What is listed in the repository.
  struct Alert: Hashable {
    /// What makes it the same alert in the next run.
    struct Identity: Hashable {
      var path: String
      var rule: String
      var fingerprint: String
    }

    var identity: Identity
    /// The beginning of the message.
    var title: String
    /// Line and column of its start and end; a column of 0 is not stated.
    var region: [Int]
    /// critical, high, medium or low, as a merge gate asks for; nil for a rule without a score.
    var securitySeverity: String?
    /// Whether the rule's page is shown as Markdown.
    var hasPage: Bool
  }

  /// The alerts of a run, each once.
  let alerts: [Alert]

  /// Reads a file; suppressions, notifications and other fingerprints change nothing.
  init(_ bytes: [UInt8]) throws {
    let root = try JSONDocument(parsing: bytes).root
    guard root["version"]?.string == "2.1.0", let runs = root["runs"]?.elements, runs.count <= 20
    else { throw Refusal.malformed("version or runs") }
    var alerts: [Alert] = []
    var seen: Set<Alert.Identity> = []
    for run in runs {
      let rules = run["tool"]?["driver"]?["rules"]?.elements ?? []
      let results = run["results"]?.elements ?? []
      guard results.count <= 25_000 else { throw Refusal.tooManyResults(results.count) }
      for result in results.prefix(5000) {
        let alert = try Self.alert(result, rules)
        if seen.insert(alert.identity).inserted { alerts.append(alert) }
      }
    }
    self.alerts = alerts
  }

  private static func alert(_ result: JSONValue, _ rules: [JSONValue]) throws -> Alert {
    guard let rule = result["ruleId"]?.string, let text = result["message"]?["text"]?.string,
      let description = rules.first(where: { $0["id"]?.string == rule }),
      let place = result["locations"]?.elements.first?["physicalLocation"],
      let path = place["artifactLocation"]?["uri"]?.string,
      let line = place["region"]?["startLine"]?.integer
    else { throw Refusal.malformed("a result without rule, text or place") }
    let isElsewhere = path.hasPrefix("/") || path.hasPrefix("..") || path.contains("://")
    guard !isElsewhere else { throw Refusal.malformed("\(path) is in no repository") }
    // The action makes it of the line's text where it is missing: of two on a line one is left.
    let print = result["partialFingerprints"]?["primaryLocationLineHash"]?.string
    let region = ["startLine", "startColumn", "endLine", "endColumn"].map {
      place["region"]?[$0]?.integer ?? 0
    }
    let isSecurity =
      description["properties"]?["tags"]?.elements.contains { $0.string == "security" } == true
    let score = description["properties"]?["security-severity"]?.string.flatMap(Double.init)
    return Alert(
      identity: .init(path: path, rule: rule, fingerprint: print ?? "line \(line)"),
      title: String(text.prefix(200)), region: region,
      securitySeverity: isSecurity ? score.map(word) : nil,
      hasPage: description["help"]?["markdown"]?.string?.isEmpty == false)
  }

  private static func word(_ score: Double) -> String {
    switch score {
    case 9...: "critical"
    case 7...: "high"
    case 4...: "medium"
    default: "low"
    }
  }
}
