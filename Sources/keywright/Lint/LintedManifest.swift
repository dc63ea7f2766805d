import Calls
import Catalogs
import Documents
import Judgement
import Keys

/// A manifest with what the rules found in it.
struct LintedManifest {
  /// The path as it was given; `-` for standard input.
  var path: String
  /// The manifest.
  var manifest: Manifest
  /// The findings, strongest first.
  var findings: [Finding]
  /// The rules that were asked.
  var rules: RuleSet
  /// What these rules were prepared from: manifests with the same have the same rules.
  var rulesKey: String
  /// What names the catalog to a command; nil for the one that is taken without a name.
  var catalogName: String?
  /// The path of the policy, where there is one.
  var policyPath: String?

  /// The line of a finding in the manifest, from 1: that of its first scope, or of the call that is
  /// closed, else the first.
  func line(of finding: Finding) -> Int {
    if finding.rule == WantedCallClosed.id, let call = finding.operations.first {
      return manifest.line(ofCall: call) ?? 1
    }
    if finding.rule == Self.reasonUnused, let scope = finding.scopes.first {
      return manifest.line(ofReason: scope) ?? 1
    }
    return finding.scopes.lazy.compactMap { manifest.lineOfScope[$0] }.min() ?? 1
  }

  /// The rule about reasons for scopes that the key does not have.
  static let reasonUnused = "reason-unused"

  /// The command that shows the page of a rule.
  func page(of rule: String) -> String {
    var command = "keywright explain " + ShellWord.shown(rule)
    if let catalogName { command += " --catalog " + ShellWord.shown(catalogName) }
    if let policyPath, rules.isOfPolicy(rule) {
      command += " --policy " + ShellWord.shown(policyPath)
    }
    return command
  }
}

/// The policies that manifests were held to, each once, in the order of the manifests.
struct PoliciesUsed {
  /// A policy's path, and how many manifests it holds for.
  private(set) var list: [(path: String, count: Int)] = []

  private var places: [String: Int] = [:]

  init(_ manifests: [LintedManifest] = []) {
    for manifest in manifests { add(manifest) }
  }

  /// Counts the policy of one more manifest.
  mutating func add(_ manifest: LintedManifest) {
    guard let path = manifest.policyPath else { return }
    if let place = places[path] {
      list[place].count += 1
    } else {
      places[path] = list.count
      list.append((path, 1))
    }
  }
}

/// How many findings there are over all manifests.
struct LintSummary {
  var counts: [Severity: Int] = [:]
  var accepted = 0
  /// How many manifests were judged.
  var manifests = 0

  init(_ manifests: [LintedManifest] = []) {
    for manifest in manifests { add(manifest) }
  }

  /// Counts the findings of one more manifest.
  mutating func add(_ manifest: LintedManifest) {
    manifests += 1
    for finding in manifest.findings {
      if finding.isAccepted {
        accepted += 1
      } else {
        counts[finding.severity, default: 0] += 1
      }
    }
  }

  /// Whether any finding that nobody has accepted is at or above a severity.
  func fails(on severity: Severity) -> Bool {
    counts.contains { $0.key >= severity && $0.value > 0 }
  }
}
