import Documents
import TerminalHarness
import Testing

/// The reports for pipelines other than GitHub's code scanning.
struct OtherReportTests {
  private let fixture: LintFixture

  init() throws {
    fixture = try LintFixture()
    try fixture.folder.write("ref: refs/heads/main\n", to: ".git/HEAD")
    try fixture.folder.write(LintFixture.faulty, to: "keys/a.json")
    try fixture.folder.write("{", to: "keys/cut.json")
  }

  @Test func `GitLab gets an issue a finding, with prints that differ between files`() throws {
    try fixture.folder.write(LintFixture.faulty, to: "keys/b.json")
    let run = try fixture.run(
      "lint", "--format", "gitlab", "keys/a.json", "keys/b.json", "keys/cut.json")
    #expect(run.status == .exited(2))
    let issues = try run.json().elements
    #expect(issues.count == 5)
    let prints = issues.compactMap { $0["fingerprint"]?.string }
    #expect(Set(prints).count == 5)
    for issue in issues {
      #expect(issue["description"]?.string?.isEmpty == false)
      #expect(issue["location"]?["path"]?.string?.hasPrefix("keys/") == true)
      #expect(issue["location"]?["lines"]?["begin"]?.integer ?? 0 > 0)
    }
    #expect(
      issues.map { $0["severity"]?.string } == [
        "critical", "major", "critical", "major", "blocker",
      ])
    try fixture.folder.write(LintFixture.clean, to: "clean.json")
    #expect(try fixture.run("lint", "--format", "gitlab", "clean.json").outputText == "[]\n")
  }

  /// What Python's parser of XML makes of a report: a line a case, with what became of it.
  private func cases(_ report: [UInt8]) throws -> [String] {
    let script = """
      import sys, xml.etree.ElementTree as tree
      root = tree.fromstring(sys.stdin.buffer.read())
      assert root.tag == "testsuites", root.tag
      assert int(root.get("tests")) == len(root.findall("*/testcase"))
      assert int(root.get("failures")) == len(root.findall("*/testcase/failure"))
      assert int(root.get("errors")) == len(root.findall("*/testcase/error"))
      for case in root.findall("*/testcase"):
          child = case.find("*")
          print(ascii(case.get("classname")), case.get("name"), "-" if child is None else child.tag)
      """
    let run = try CommandRun(
      "python3", ["-c", script], input: report,
      environment: cleanEnvironment(home: fixture.folder.path))
    #expect(run.status == .exited(0), "\(run.errorText)")
    return run.outputText.split(separator: "\n").map(String.init)
  }

  @Test func `JUnit's XML has a suite a key; what fails is what the exit status counts`() throws {
    let accepted = """
      ,
        "accepted": [{ "rule": "unpaid-delivery", "scopes": ["stores.orders.deliver"], "reason": "<&\\"", "by": "Ada" }]
      """
    try fixture.folder.write(
      LintFixture.manifest(["stores.orders.view", "stores.orders.deliver"], more: accepted),
      to: "keys/accepted.json")
    try fixture.folder.write(LintFixture.clean, to: "clean.json")
    let names = ["keys/a.json", "keys/accepted.json", "clean.json", "keys/cut.json"]
    let run = try fixture.run(["lint", "--format", "junit"] + names)
    #expect(
      try cases(run.output) == [
        "'keys/a.json' free-goods-order-deliver stores.orders.create stores.orders.deliver failure",
        "'keys/a.json' unpaid-delivery stores.orders.deliver system-out",
        "'keys/accepted.json' unpaid-delivery stores.orders.deliver skipped",
        "'clean.json' no findings -", "'keys/cut.json' keywright/unreadable-file error",
      ])
    let strict = try fixture.run(
      ["lint", "--format", "junit", "--fail-on", "warning", "keys/a.json"])
    #expect(try cases(strict.output).allSatisfy { $0.hasSuffix(" failure") })
  }

  @Test func `a hostile name and scope stay text in XML`() throws {
    let name = "a\u{1B}\"<b>&\n'\u{FFFE}.json"
    try fixture.folder.write(
      LintFixture.manifest(["stores.orders.view", "]]></failure><x>"]), to: name)
    let run = try fixture.run("lint", "--format", "junit", name)
    let found = try cases(run.output)
    #expect(found.count == 1)
    #expect(found.first?.contains("]]></failure><x>") == true)
  }

  @Test func `Azure gets errors and warnings as issues, and nothing that a name could add`() throws
  {
    let name = "a;type=x]##vso[task.complete]\n%0A.json"
    try fixture.folder.write(
      LintFixture.manifest(["stores.orders.view", "stores.orders.deliver"], label: "test"),
      to: name)
    let run = try fixture.run("lint", "--format", "azure", name, "keys/cut.json")
    let lines = run.outputText.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(
      lines[0].hasPrefix("##vso[task.logissue type=error;sourcepath=keys/cut.json;linenumber=1;"))
    #expect(
      lines[1].hasPrefix("##vso[task.logissue type=warning;sourcepath=a%3Btype=x%5D##vso[task"))
    #expect(lines[1].split(separator: "]", omittingEmptySubsequences: false).count == 2)
    #expect(lines[2].hasPrefix("note: a;type=x]# #vso[task"))
  }

  @Test func `TeamCity gets inspections of known types, and nothing from a name`() throws {
    let name = "a' SEVERITY='INFO'] ##teamcity[x\n|.json"
    try fixture.folder.write(
      LintFixture.manifest(["stores.orders.view", "stores.orders.deliver"], label: "test"),
      to: name)
    let run = try fixture.run("lint", "--format", "teamcity", name, "keys/cut.json")
    let lines = run.outputText.split(separator: "\n")
    #expect(lines.count == 6)
    for line in lines {
      // One message a line, and all of it.
      #expect(line.hasPrefix("##teamcity[inspection") && line.hasSuffix("']"))
      let plain = line.dropFirst("##teamcity[".count).dropLast().replacing("||", with: "")
        .replacing("|[", with: "").replacing("|]", with: "").replacing("|'", with: "")
      #expect(!plain.contains("[") && !plain.contains("]") && !plain.contains("|"))
      #expect(plain.count { $0 == "'" } % 2 == 0)
    }
    #expect(lines[0].hasPrefix("##teamcity[inspectionType id='keywright/unreadable-file' name='"))
    #expect(lines[1].hasSuffix(" file='keys/cut.json' line='1' SEVERITY='ERROR']"))
    let types = lines.filter { $0.hasPrefix("##teamcity[inspectionType ") }
    #expect(types.count == 3)
    #expect(lines[3].contains(" SEVERITY='WARNING']") && lines[5].contains(" SEVERITY='INFO']"))
  }

  @Test func `the summary is a table and the findings, the most severe first`() throws {
    try fixture.folder.write(
      LintFixture.manifest(["stores.orders.deliver"]), to: "keys/a|b `c` @ada.json")
    let run = try fixture.run(
      "lint", "--format", "summary", "keys/a|b `c` @ada.json", "keys/a.json", "keys/cut.json")
    let text = run.outputText
    #expect(text.hasPrefix("## Keywright: 1 error, "))
    #expect(text.contains("| `keys/a.json` | 1 | 1 | 0 | 0 |\n"))
    #expect(text.contains("| ``keys/a\\|b `c` @ada.json`` | 0 |"))
    let places = ["**error**", "**warning**"].map { mark in text.firstRange(of: mark)?.lowerBound }
    #expect(places[0] != nil && places[1] != nil && places[0]! < places[1]!)
    #expect(text.contains("- `keys/cut.json`, line 1: "))
  }

  @Test func `of each level GitHub gets ten annotations, the last of which sums up`() throws {
    let path = "keys/a.json"
    let run = try fixture.run(
      ["lint", "--format", "github", "keys/cut.json"] + Array(repeating: path, count: 12))
    let lines = run.outputText.split(separator: "\n")
    let errors = lines.filter { $0.hasPrefix("::error ") }
    #expect(errors.count == 10 && lines.count { $0.hasPrefix("::warning ") } == 10)
    #expect(errors.first?.contains("keys/cut.json") == true)
    #expect(
      errors.last
        == "::error title=Keywright%3A and more::4 more errors; a step shows 10 of a level")
  }
}
