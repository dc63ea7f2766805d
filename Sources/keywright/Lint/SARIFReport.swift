import Catalogs
import Documents
import Judgement
import Keys

/// Findings as SARIF 2.1.0 (OASIS), for code scanning.
///
/// What GitHub makes of it is in its documentation ("SARIF support for code scanning"): it takes no
/// suppressions, notifications or invocations into account, keeps 5,000 results, and refuses a run
/// of more than 25,000. So what counts stands in the results.
enum SARIFReport {
  /// So many results a run are kept.
  static let mostResults = 5000

  /// The document.
  static func node(_ results: LintResults) -> JSONNode {
    .object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .string("2.1.0")), ("runs", .array([run(results)])),
    ])
  }

  private static func run(_ results: LintResults) -> JSONNode {
    let rules = SARIFRules(results)
    let found = SARIFResults(results, rules: rules)
    if found.leftOut > 0 { Console.say("keywright: \(leftOutText(found.leftOut))") }
    var members: [(name: String, value: JSONNode)] = [
      (
        "tool",
        .object([
          (
            "driver",
            .object([
              ("name", .string("Keywright")), ("version", .string(Program.version)),
              ("semanticVersion", .string(Program.version)), ("rules", .array(rules.nodes)),
            ])
          )
        ])
      )
    ]
    let policies = PoliciesUsed(results.manifests).list
    if !policies.isEmpty {
      members.append(("policies", .array(policies.map { policy($0.path, results) })))
    }
    if !results.faults.isEmpty || found.leftOut > 0 {
      members.append(("invocations", .array([invocation(results, leftOut: found.leftOut)])))
    }
    members += [("columnKind", .string("utf16CodeUnits")), ("results", .array(found.nodes))]
    return .object(members)
  }

  /// A policy, as SARIF knows them: a component that configures rules.
  private static func policy(_ path: String, _ results: LintResults) -> JSONNode {
    .object([
      ("name", .string(path)),
      ("locations", .array([.object([("uri", .string(results.paths.uri(path)))])])),
    ])
  }

  /// Says that the run is no whole one, and why.
  private static func invocation(_ results: LintResults, leftOut: Int) -> JSONNode {
    var notes = results.faults.map { fault in
      JSONNode.object([
        ("level", .string("error")), ("message", SARIFMessage.node(fault.message)),
        (
          "locations",
          .array([
            SARIFLocation.node(
              results.paths.uri(fault.file), line: fault.error.place?.line)
          ])
        ),
      ])
    }
    if leftOut > 0 {
      notes.append(
        .object([
          ("level", .string("warning")),
          ("message", SARIFMessage.node(leftOutText(leftOut))),
        ]))
    }
    return .object([
      ("executionSuccessful", .boolean(results.faults.isEmpty)),
      ("toolExecutionNotifications", .array(notes)),
    ])
  }

  /// What is said of results that there was no room for.
  static func leftOutText(_ count: Int) -> String {
    "\(Counted.text(count, "finding")) left out, the least severe: code scanning keeps "
      + "\(mostResults) results of a run. Lint fewer keys in a run, each with a category of its own."
  }
}
