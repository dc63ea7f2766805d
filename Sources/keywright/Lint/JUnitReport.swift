import Catalogs
import Documents
import Judgement
import Keys

/// Findings as the XML that JUnit made common: a suite a manifest, a case a finding.
///
/// A finding at or above `--fail-on` is a failure, one below it a case that passes and says why; one
/// that is accepted is skipped. A manifest without findings is a case that passes.
enum JUnitReport {
  /// The document.
  static func text(_ results: LintResults) -> String {
    var suites: [String] = []
    var (tests, failures) = (0, 0)
    for linted in results.manifests {
      let cases = results.findings(linted, accepted: .include)
        .map { testCase($0, linted, results) }
      let failed = results.findings(linted, accepted: .include)
        .count { fails($0, results) }
      let skipped = results.findings(linted, accepted: .include).count(where: \.isAccepted)
      let path = results.paths.relative(linted.path)
      let lines = cases.isEmpty ? ["    " + open("no findings", path) + "/>"] : cases
      suites.append(
        suite(path, tests: lines.count, failures: failed, errors: 0, skipped: skipped, lines))
      tests += lines.count
      failures += failed
    }
    for fault in results.faults {
      let path = results.paths.relative(fault.file)
      let line = fault.error.place.map { "line \($0.line): " } ?? ""
      let error =
        "    " + open(UnreadableManifest.rule, path) + "><error message=\""
        + XMLText.escaped(line + fault.message) + "\" type=\"error\"/></testcase>"
      suites.append(suite(path, tests: 1, failures: 0, errors: 1, skipped: 0, [error]))
      tests += 1
    }
    let counts = "tests=\"\(tests)\" failures=\"\(failures)\" errors=\"\(results.faults.count)\""
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + "<testsuites name=\"Keywright\" \(counts)>\n" + suites.joined() + "</testsuites>\n"
  }

  private static func suite(
    _ path: String, tests: Int, failures: Int, errors: Int, skipped: Int, _ cases: [String]
  ) -> String {
    "  <testsuite name=\"\(XMLText.escaped(path))\" tests=\"\(tests)\" failures=\"\(failures)\" "
      + "errors=\"\(errors)\" skipped=\"\(skipped)\">\n"
      + cases.map { $0 + "\n" }.joined() + "  </testsuite>\n"
  }

  private static func open(_ name: String, _ path: String) -> String {
    "<testcase name=\"\(XMLText.escaped(name))\" classname=\"\(XMLText.escaped(path))\""
  }

  private static func fails(_ finding: Finding, _ results: LintResults) -> Bool {
    !finding.isAccepted && finding.severity >= results.failOn
  }

  private static func testCase(
    _ finding: Finding, _ linted: LintedManifest, _ results: LintResults
  ) -> String {
    let path = results.paths.relative(linted.path)
    let text = "line \(linted.line(of: finding)): \(finding.sentenceWithScopes)"
    let name = [finding.rule] + finding.scopes.prefix(3)
    var content: String
    if let acceptance = finding.acceptance {
      let reason = "accepted by \(acceptance.by): \(acceptance.reason)"
      content = "<skipped message=\"\(XMLText.escaped(reason))\"/>"
    } else if fails(finding, results) {
      content =
        "<failure message=\"\(XMLText.escaped(finding.message))\" "
        + "type=\"\(finding.severity.rawValue)\">\(XMLText.escaped(text))</failure>"
    } else {
      content =
        "<system-out>\(finding.severity.rawValue): \(XMLText.escaped(text))</system-out>"
    }
    return "    " + open(name.joined(separator: " "), path) + ">" + content + "</testcase>"
  }
}
