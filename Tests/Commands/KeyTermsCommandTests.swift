import Documents
import TerminalHarness
import Testing

/// Kinds of key, answers, reasons and what is ruled out, in commands.
@Suite struct KeyTermsCommandTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.home.write(Self.catalog, to: "hub.catalog.json")
  }

  static let catalog = """
    {"$schema":"urn:keywright:catalog:1","id":"hub","name":"Hub","version":"1",
    "kinds":[{"id":"bot","title":"Bot token"},{"id":"user","title":"User token"}],
    "conditions":[{"id":"private","question":"Does the key touch private files?"}],
    "categories":[{"name":"Files","scopes":[
    {"id":"files.public","title":"Public files","access":"view"},
    {"id":"files.all","title":"All files","access":"view","includes":["files.public"]},
    {"id":"post","title":"Post","access":"create","kinds":["bot"]},
    {"id":"search","title":"Search","access":"view","kinds":["user"]},
    {"id":"read","title":"Read messages","access":"view"}]}],
    "operations":[{"method":"GET","path":"/files","requires":[
    {"scopes":["files.all"],"when":"private"},{"scopes":["files.public"],"unless":"private"}]},
    {"method":"POST","path":"/messages","also":["GET"],"requires":[["post"]]},
    {"method":"GET","path":"/search","requires":[["search"],["read","files.all"]]}]}
    """

  private func run(_ arguments: String...) throws -> CommandRun {
    try desk.run(arguments + ["--catalog", "hub.catalog.json"])
  }

  // MARK: - export

  @Test func `export writes kind, answers, reasons and what is ruled out`() throws {
    let run = try run(
      "export", "--scope", "post", "files.all", "--kind", "bot", "--answer", "private=yes",
      "--because", "post=Posts the news", "--never", "search", "--never", "GET /search")
    #expect(run.status == .exited(0), "\(run.errorText)")
    #expect(
      run.outputText == """
        {
          "$schema": "urn:keywright:manifest:1",
          "catalog": { "id": "hub", "version": "1" },
          "kind": "bot",
          "answers": { "private": true },
          "scopes": ["files.all", "post"],
          "because": { "post": "Posts the news" },
          "never": ["search", "GET /search"]
        }

        """)
  }

  @Test func `without a kind, the first that takes the scopes is said and written`() throws {
    let run = try run("export", "--scope", "search")
    #expect(run.outputText.contains(#""kind": "user""#))
    #expect(
      run.errorText.contains("the key is taken for the kind user; --kind names another: bot"))
  }

  @Test(arguments: [
    (
      ["--kind", "bott"],
      "the catalog has no kind of key \"bott\". Did you mean \"bot\"? There are bot, user."
    ),
    (
      ["--answer", "privat=yes"],
      "the catalog has no condition \"privat\". Did you mean \"private\"? There are private."
    ),
    (
      ["--answer", "private"],
      "\"private\" says neither yes nor no. Write --answer private=yes or --answer private=no: Does the key touch private files?"
    ),
    (
      ["--answer", "private=yes", "--answer", "private=no"],
      "\"private\" is answered twice. Give --answer private=… once."
    ),
    (
      ["--never", "serch"],
      "the catalog has no scope \"serch\", so nothing is ruled out. Perhaps \"search\" was meant."
    ),
    (
      ["--never", "files.all"],
      "the scope \"files.all\" is chosen and ruled out by --never. Leave one of the two out."
    ),
    (["--because", "post=x"], "there is no chosen scope \"post\". Choose it with --scope first."),
    (
      ["--because", "files.all"], "\"files.all\" gives no scope a reason. Write --because ID=TEXT."
    ),
  ])
  func `what cannot be is told`(options: [String], problem: String) throws {
    let run = try desk.run(
      ["export", "--scope", "files.all", "--catalog", "hub.catalog.json"] + options)
    #expect(run.status == .exited(2))
    #expect(run.outputText == "")
    #expect(run.errorText.contains(problem), "\(run.errorText)")
  }

  @Test func `the page for review and the list for the dashboard say them too`() throws {
    let options = [
      "export", "--catalog", "hub.catalog.json", "--scope", "post", "--kind", "bot", "--answer",
      "private=no", "--because", "post=Posts *news*", "--never", "GET /search", "--format",
    ]
    let page = try desk.run(options + ["markdown"]).outputText
    #expect(page.contains("- Kind of key: Bot token\n"))
    #expect(page.contains("- `Does the key touch private files?` No.\n"))
    #expect(page.contains("- Must never: `GET /search`\n"))
    #expect(page.contains("- `post`: Post Because: `Posts *news*`\n"))
    #expect(try desk.run(options + ["dashboard"]).outputText.contains("\nKind: Bot token\n"))
  }

  // MARK: - need

  @Test func `need takes what is enough in both cases, and says so`() throws {
    let open = try run("need", "GET /files", "--format", "ids")
    #expect(open.outputText == "files.all\n")
    #expect(open.errorText.contains("\"Does the key touch private files?\" is not answered"))
    let yes = try run("need", "GET /files", "--answer", "private=yes", "--format", "ids")
    #expect(yes.outputText == "files.all\n")
    #expect(!yes.errorText.contains("not answered"))
    let no = try run("need", "GET /files", "--answer", "private=no")
    #expect(no.outputText.contains(#""scopes": ["files.public"]"#))
    #expect(no.outputText.contains(#""answers": { "private": false }"#))
  }

  @Test func `need takes the kind that can make the calls, and says what another cannot`() throws {
    let user = try run("need", "GET /search")
    #expect(user.outputText.contains(#""kind": "bot""#))
    #expect(user.outputText.contains(#""scopes": ["files.all", "read"]"#))
    let post = try run("need", "GET /messages", "--kind", "user", "--format", "ids")
    #expect(post.status == .exited(1))
    #expect(
      post.errorText.contains("a key of the kind user (User token) cannot make: POST /messages"))
    let named = try run("need", "GET /search", "--kind", "user", "--format", "ids")
    #expect(named.outputText == "search\n")
  }

  @Test func `need finds a way around what is ruled out, or says that there is none`() throws {
    let around = try run(
      "need", "GET /search", "--kind", "user", "--never", "search", "--format", "ids")
    #expect(around.status == .exited(0), "\(around.errorText)")
    #expect(around.outputText == "files.all\nread\n")
    let none = try run(
      "need", "GET /search", "--kind", "user", "--never", "search", "--never", "read",
      "--format", "ids")
    #expect(none.status == .exited(1))
    #expect(
      none.errorText.contains(
        "without what the key must never have there is no way to: GET /search"))
    let call = try run("need", "GET /search", "--kind", "bot", "--never", "GET /files")
    #expect(call.status == .exited(1))
  }

  // MARK: - lint, diff, policy

  @Test func `lint and diff make it an error`() throws {
    let key = { (never: String) in
      """
      {"$schema":"urn:keywright:manifest:1","catalog":{"id":"hub","version":"1"},
      "kind":"bot","scopes":["files.all","search"]\(never)}
      """
    }
    try desk.home.write(key(""), to: "old.json")
    try desk.home.write(key(#","never":["files.public"]"#), to: "new.json")
    let lint = try run("lint", "new.json")
    #expect(lint.status == .exited(1))
    #expect(lint.outputText.contains("never-held"))
    #expect(lint.outputText.contains("scope-of-another-kind"))
    let diff = try run("diff", "old.json", "new.json")
    #expect(diff.outputText.contains("never-held"))
    #expect(diff.outputText.contains("Never"))
  }

  @Test func `a policy rules out for all keys, and asks for reasons`() throws {
    try desk.home.write(
      #"{"$schema":"urn:keywright:policy:1","never":["GET /files"],"requiredFields":["because"]}"#,
      to: "policy.json")
    try desk.home.write(
      #"{"$schema":"urn:keywright:manifest:1","catalog":{"id":"hub","version":"1"},"scopes":["files.all"]}"#,
      to: "key.json")
    let lint = try run("lint", "key.json", "--policy", "policy.json")
    #expect(lint.status == .exited(1))
    #expect(lint.outputText.contains("never-open"))
    #expect(lint.outputText.contains("scope-without-reason"))
    try desk.home.write(
      #"{"$schema":"urn:keywright:policy:1","never":["GET /fils"]}"#, to: "policy.json")
    let wrong = try run("lint", "key.json", "--policy", "policy.json")
    #expect(wrong.status == .exited(2))
    #expect(wrong.errorText.contains("Perhaps \"GET /files\" was meant"))
  }
}
