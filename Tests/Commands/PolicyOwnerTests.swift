import Documents
import TerminalHarness
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A policy that another user could have put there is not obeyed, and every report names its own.
struct PolicyOwnerTests {
  let fixture: LintFixture
  private static let silencing =
    #"{"$schema":"urn:keywright:policy:1","severities":{"free-goods-order-deliver":"off"}}"#
  private static let error = "free-goods-order-deliver"

  init() throws {
    fixture = try LintFixture()
    try fixture.folder.write(LintFixture.faulty, to: "team/keys/a.json")
    try fixture.folder.write(Self.silencing, to: "team/.keywright.json")
  }

  private func lint(_ arguments: String...) throws -> CommandRun {
    try CommandRun(
      fixture.executable, ["lint"] + arguments + ["team/keys/a.json"],
      environment: cleanEnvironment(
        home: fixture.folder.path, adding: ["SOURCE_DATE_EPOCH": "1796083200"]),
      directory: fixture.folder.path)
  }

  private var policy: String { fixture.folder.file("team/.keywright.json") }

  private func expectRefused(_ reason: String) throws {
    let run = try lint()
    #expect(run.status == .exited(1) && run.outputText.contains(Self.error))
    #expect(!run.outputText.contains("policy:"))
    #expect(
      run.errorText
        == "keywright: \(policy): this policy is not used: \(reason). Name it with --policy to use "
        + "it.\n")
    // Whoever names it has decided.
    let named = try lint("--policy", policy)
    #expect(!named.outputText.contains(Self.error) && named.errorText.isEmpty)
  }

  @Test func `a policy of one's own is obeyed`() throws {
    let run = try lint()
    #expect(!run.outputText.contains(Self.error) && run.errorText.isEmpty)
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give a file to somebody else"))
  func `a policy of another owner is not obeyed`() throws {
    chown(policy, 1234, 1234)
    try expectRefused("user 1234 owns it")
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give a file to somebody else"))
  func `a policy in a folder of another owner is not obeyed`() throws {
    chown(fixture.folder.file("team"), 1234, 1234)
    try expectRefused("user 1234 owns the folder \(fixture.folder.file("team"))")
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give a link to somebody else"))
  func `a policy behind a link of another owner is not obeyed`() throws {
    try fixture.folder.write(Self.silencing, to: "elsewhere.json")
    unlink(policy)
    symlink("../elsewhere.json", policy)
    lchown(policy, 1234, 1234)
    try expectRefused("user 1234 owns it")
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give a file to another group"))
  func `a policy that a group can write is not obeyed`() throws {
    chown(policy, 0, 1234)
    chmod(policy, 0o664)
    try expectRefused("group 1234 can write to it")
  }

  @Test func `a policy that everybody can write is not obeyed`() throws {
    chmod(policy, 0o666)
    try expectRefused("everybody can write to it")
  }

  @Test(arguments: ["team", "team/keys"])
  func `a policy is not obeyed where everybody can write to a folder on the way`(
    folder: String
  ) throws {
    chmod(fixture.folder.file(folder), 0o777)
    try expectRefused("everybody can write to the folder \(fixture.folder.file(folder))")
  }

  @Test func `behind a policy that is not obeyed the next one holds`() throws {
    chmod(policy, 0o666)
    let own = try fixture.folder.write(Self.silencing, to: ".keywright.json")
    let run = try lint()
    #expect(!run.outputText.contains(Self.error))
    #expect(run.outputText.contains("\npolicy: \(own) (for 1 manifest)\n"))
    #expect(run.errorText.contains("this policy is not used"))
  }

  @Test(arguments: ["team/keys/.git/HEAD", "team/keys/.git"])
  func `the search ends at the root of the repository`(mark: String) throws {
    try fixture.folder.write("", to: mark)
    let run = try lint()
    #expect(run.status == .exited(1) && run.errorText.isEmpty)
  }

  @Test func `others cannot end the search with a repository of theirs`() throws {
    try fixture.folder.write("", to: "team/keys/.git")
    chmod(fixture.folder.file("team/keys"), 0o777)
    let run = try lint()
    #expect(run.errorText.contains("this policy is not used"))
  }

  @Test func `the search ends at the home folder`() throws {
    try fixture.folder.write(Self.silencing, to: "team/.keywright.json")
    let run = try CommandRun(
      fixture.executable, ["lint", "team/keys/a.json"],
      environment: cleanEnvironment(
        home: fixture.folder.file("team/keys"), adding: ["SOURCE_DATE_EPOCH": "1796083200"]),
      directory: fixture.folder.path)
    #expect(run.status == .exited(1) && run.outputText.contains(Self.error))
  }

  @Test func `a pipe in the place of a policy is told, and nobody waits for it`() throws {
    unlink(policy)
    mkfifo(policy, 0o600)
    let run = try lint()
    #expect(run.status == .exited(2))
    #expect(run.errorText.contains("\(policy): this is a pipe, not a file."))
  }

  @Test func `every report names the policy and the day`() throws {
    let text = try lint()
    #expect(
      text.outputText.contains(
        "\npolicy: \(policy) (for 1 manifest)\ntoday: 2026-12-01, by SOURCE_DATE_EPOCH\n1 manifest")
    )
    let json = try lint("--format", "json").json()
    #expect(json["manifests"]?.elements.first?["policy"]?.string == policy)
    #expect(json["today"]?.string == "2026-12-01")
    let github = try lint("--format", "github")
    #expect(
      github.outputText.contains(
        "::notice file=\(policy),line=1,title=Keywright%3A policy::1 manifest held to the policy "
          + "\(policy)\n"))
    let run = try lint("--format", "sarif").json()["runs"]?.elements.first
    let component = run?["policies"]?.elements.first
    #expect(component?["name"]?.string == policy)
    #expect(component?["locations"]?.elements.first?["uri"]?.string == "file://\(policy)")
    let diff = try fixture.run("diff", "none", "team/keys/a.json")
    #expect(diff.outputText.hasPrefix("none -> team/keys/a.json\npolicy: \(policy)\n"))
    let markdown = try fixture.run("diff", "none", "team/keys/a.json", "--format", "markdown")
    #expect(markdown.outputText.contains("\nPolicy: `\(policy)`\n"))
    let document = try fixture.run("diff", "none", "team/keys/a.json", "--format", "json").json()
    #expect(document["policy"]?.string == policy)
  }

  @Test func `today is the day where the person is`() throws {
    func today(_ zone: String) throws -> (said: String?, real: String) {
      let environment = cleanEnvironment(home: fixture.folder.path, adding: ["TZ": zone])
      let run = try CommandRun(
        "bash",
        ["-c", "\"$0\" lint --format json team/keys/a.json; date +%F >&2", fixture.executable],
        environment: environment, directory: fixture.folder.path)
      return (try run.json()["today"]?.string, String(run.errorText.dropLast()))
    }
    // Twenty-six hours apart: never the same day.
    let (east, west) = (try today("XXX-14"), try today("XXX+12"))
    #expect(east.said == east.real && west.said == west.real && east.real != west.real)
  }
}
