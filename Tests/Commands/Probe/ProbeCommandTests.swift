import Documents
import TerminalHarness
import Testing

/// `keywright probe`: the plan, the script's own checks, and input that is wrong.
struct ProbeCommandTests {
  let fixture: LintFixture

  init() throws {
    fixture = try LintFixture()
    try fixture.folder.write(LintFixture.faulty, to: "bot.json")
  }

  private func shell(_ line: String, _ adding: [String: String] = [:]) throws -> CommandRun {
    try CommandRun(
      "bash", ["-c", line, fixture.executable],
      environment: cleanEnvironment(home: fixture.folder.path, adding: adding),
      directory: fixture.folder.path)
  }

  @Test func `one scope is one scope`() throws {
    let text = """
      {"$schema":"urn:keywright:catalog:1","id":"one","name":"One","version":"1",
      "servers":["https://one.example"],"categories":[{"name":"A","scopes":[{"id":"a","title":"A"},
      {"id":"b","title":"B"}]}],"operations":[{"method":"GET","path":"/a","requires":[["a"]]}]}
      """
    try fixture.folder.write(text, to: "one.catalog.json")
    let key =
      #"{"$schema":"urn:keywright:manifest:1","catalog":{"id":"one","version":"1"},"scopes":["a"]}"#
    try fixture.folder.write(key, to: "one.key.json")
    let run = try fixture.run("probe", "one.key.json", "--catalog", "one.catalog.json")
    #expect(
      run.errorText == "keywright: 1 scope is tested; 1 is not, because no harmless call shows it "
        + "(--format json lists it)\n")
  }

  @Test func `the plan is a script that every shell reads, and one document`() throws {
    let run = try fixture.run("probe", "bot.json")
    #expect(run.status == .exited(0))
    #expect(
      run.errorText
        == "keywright: 41 scopes are tested; 12 are not, because no harmless call shows them "
        + "(--format json lists them)\n")
    try fixture.folder.write(run.output, to: "probe.sh")
    #expect(
      try shell("dash -n probe.sh && bash -n probe.sh && bash --posix -n probe.sh").status
        == .exited(0))
    let json = try fixture.run("probe", "bot.json", "--format", "json")
    let root = try json.json()
    #expect(root["calls"]?.elements.count == 41 && root["untested"]?.elements.count == 12)
    #expect(root["base"]?.string == "https://api.komerza.com")
    let urls = root["calls"]?.elements.compactMap { $0["url"]?.string } ?? []
    let listed = try shell("dash probe.sh --dry")
    #expect(listed.status == .exited(0) && listed.errorText == "")
    #expect(listed.lines.count == 41)
    for (line, url) in zip(listed.lines, urls) {
      let nil0 = "00000000-0000-0000-0000-000000000000"
      #expect(line.hasSuffix(" " + url.replacing("{storeId}", with: nil0)))
    }
  }

  @Test func `a plan is written to a new file that can be run, and never over another`() throws {
    #expect(try fixture.run("probe", "bot.json", "-o", "probe.sh").status == .exited(0))
    #expect(try shell("./probe.sh --dry").status == .exited(0))
    let again = try fixture.run("probe", "bot.json", "-o", "probe.sh")
    #expect(again.status == .exited(2))
    #expect(
      again.errorText.contains("probe.sh: the file is there already, and nothing was written"))
  }

  /// Variables and the argument of the script, what it says, and its status.
  struct Refusal: CustomTestStringConvertible {
    var variables: [String: String] = [:]
    var argument = ""
    var message: String
    var status: Int = 64
    var testDescription: String { message }
  }

  static let refusals: [Refusal] = [
    Refusal(variables: ["KEYWRIGHT_API_KEY": ""], message: "KEYWRIGHT_API_KEY is not set"),
    Refusal(
      variables: ["KEYWRIGHT_API_KEY": "a\nX-Evil: b"],
      message: "holds a space or a control character"),
    Refusal(
      variables: ["KEYWRIGHT_API_KEY": "a", "KEYWRIGHT_DELAY": "1; touch owned"],
      message: "KEYWRIGHT_DELAY"),
    Refusal(
      variables: ["KEYWRIGHT_API_KEY": "a", "KEYWRIGHT_HEADER": "X: a\nY: b"],
      message: "KEYWRIGHT_HEADER holds a control character"),
    Refusal(
      variables: ["KEYWRIGHT_API_KEY": "a", "KEYWRIGHT_HEADER": "X"], message: "has no colon"),
    Refusal(
      variables: ["KEYWRIGHT_API_KEY": "a", "KEYWRIGHT_PATH_STORE_ID": "a/../b"],
      message: "KEYWRIGHT_PATH_STORE_ID is not an id"),
    Refusal(
      variables: ["KEYWRIGHT_API_KEY": "a", "KEYWRIGHT_PATH_STORE_ID": ".."],
      message: "is not an id:"),
    Refusal(
      variables: ["KEYWRIGHT_API_KEY": "a"], argument: "bot.json",
      message: "bot.json is there already, or cannot be written", status: 2),
    Refusal(
      variables: ["KEYWRIGHT_API_KEY": "a"], argument: "--output",
      message: "name a file for the results"),
  ]

  @Test(arguments: refusals)
  func `the script refuses what could do harm before it asks anything`(
    refusal: Refusal
  ) throws {
    _ = try fixture.run("probe", "bot.json", "--base", "http://127.0.0.1:9", "-o", "probe.sh")
    let run = try shell("dash probe.sh \(refusal.argument)", refusal.variables)
    #expect(run.status == .exited(refusal.status), "\(run.errorText)")
    #expect(run.errorText.contains(refusal.message), "\(run.errorText)")
    #expect(!run.errorText.contains("asking"))
    #expect(fixture.folder.names() == ["bot.json", "probe.sh"])
    #expect(fixture.folder.read("bot.json") == Array(LintFixture.faulty.utf8))
  }

  @Test func `a hostile catalog puts nothing into the script but quoted text`() throws {
    let evil = "/a'; touch owned; '{x'$(touch owned)}`touch owned`/../\u{E9}\\\""
    func node(_ text: String) -> String {
      String(decoding: JSONWriter.write(.array([.string(text)])), as: UTF8.self)
        .split(separator: "\n")[1].trimmingPrefix("  ").description
    }
    let text = Catalogs.small
      .replacing(
        "\"name\": \"Small\",", with: "\"name\": \"Small\", \"servers\": [\"https://h.example\"],"
      )
      .replacing("\"/a\"", with: node(evil))
      .replacing("\"a.view\"", with: node("a'$(touch${IFS}owned)'"))
    try fixture.folder.write(text, to: "evil.json")
    try fixture.folder.write(
      """
      {"$schema":"urn:keywright:manifest:1","catalog":{"id":"small","version":"1"},\
      "label":"'; touch owned; '","scopes":[\(node("a'$(touch${IFS}owned)'"))]}
      """, to: "key.json")
    let plan = try fixture.run("probe", "key.json", "--catalog", "evil.json", "-o", "probe.sh")
    #expect(plan.status == .exited(0), "\(plan.errorText)")
    try fixture.folder.write("#!/bin/sh\ncat >/dev/null\nprintf 200\n", to: "bin/curl")
    let path = ["PATH": "\(fixture.folder.path)/bin:/usr/bin:/bin", "KEYWRIGHT_API_KEY": "a"]
    let run = try shell("chmod +x bin/curl; dash probe.sh --dry; dash probe.sh r.jsonl", path)
    #expect(run.status == .exited(0), "\(run.errorText)")
    #expect(fixture.folder.read("owned") == nil)
    let judged = try fixture.run(
      "probe", "--results", "r.jsonl", "key.json", "--catalog", "evil.json")
    #expect(judged.status == .exited(0), "\(judged.errorText)\(judged.outputText)")
  }

  @Test func `a catalog's server has to be https, and a missing one is asked for`() throws {
    func plan(_ servers: String, _ more: String...) throws -> CommandRun {
      try fixture.folder.write(
        Catalogs.small.replacing("\"name\": \"Small\",", with: "\"name\": \"Small\",\(servers)"),
        to: "c.json")
      try fixture.folder.write(
        #"{"$schema":"urn:keywright:manifest:1","catalog":{"id":"small","version":"1"},"scopes":[]}"#,
        to: "key.json")
      return try CommandRun(
        fixture.executable, ["probe", "key.json", "--catalog", "c.json"] + more,
        environment: cleanEnvironment(home: fixture.folder.path), directory: fixture.folder.path)
    }
    let plain = try plan("\"servers\":[\"http://h.example\"],")
    #expect(plain.status == .exited(2))
    #expect(plain.errorText.contains("\"http://h.example\" does not start with https://. Name"))
    let none = try plan("")
    #expect(none.status == .exited(2))
    #expect(none.errorText.contains("the catalog small names no server. Name the platform's"))
    #expect(try plan("", "--base", "https://h.example").status == .exited(0))
  }

  static let wrong: [(arguments: [String], status: Int)] = [
    ([], 64), (["bot.json", "--format", "text"], 64),
    (["--results", "r.jsonl", "--format", "sh"], 64),
    (["--results", "r.jsonl", "-o", "x"], 64), (["--results", "-", "-"], 64),
    (["--results", "/dev/null"], 2), (["--results", "bot.json"], 2), (["gone.json"], 2),
    (["--results", "gone.jsonl"], 2),
  ]

  @Test(arguments: wrong)
  func `wrong usage and wrong input are told apart`(arguments: [String], status: Int) throws {
    let run = try CommandRun(
      fixture.executable, ["probe"] + arguments,
      environment: cleanEnvironment(home: fixture.folder.path), directory: fixture.folder.path)
    #expect(run.status == .exited(status), "\(run.errorText)")
    #expect(run.output == [])
    if status == 2 { #expect(run.saysOneLine) }
  }
}
