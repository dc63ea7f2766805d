import Foundation
import TerminalHarness
import TestSupport
import Testing

/// `keywright adopt`: a manifest of what exists.
@Suite struct AdoptCommandTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  private func write(_ fixture: NativeFixture) throws {
    try desk.home.write(
      fixture.document(forms: try fixture.shippedForms()), to: "catalog.json")
  }

  private func adopt(_ document: String, _ arguments: String...) throws -> CommandRun {
    try desk.run(["adopt", "-", "--catalog", "catalog.json"] + arguments, input: document)
  }

  private func scopes(_ run: CommandRun) -> [String] {
    let root = try? JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any]
    return root?["scopes"] as? [String] ?? []
  }

  @Test func wildcardsAreExpandedAndCounted() throws {
    try write(.aws)
    let run = try adopt(
      #"{"Statement":{"Effect":"Allow","Action":["s3:Get*","EC2:runinstances"],"Resource":"*"}}"#)
    #expect(run.status == .exited(0))
    #expect(
      scopes(run) == ["ec2:RunInstances", "s3:GetBucketPolicy", "s3:GetObject", "s3:GetObjectAcl"])
    #expect(run.errorText.contains("s3:Get* stands for 3 scopes of the catalog"))
  }

  @Test(arguments: [
    (#"{"Effect":"Deny","Action":"s3:*","Resource":"*"}"#, "Statement[1]: a Deny"),
    (#"{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}"#, "NotAction, which allows all"),
    (
      #"{"Effect":"Allow","Action":"s3:GetObject","Resource":"*","Condition":{"Bool":{"a":"b"}}}"#,
      "Statement[1].Condition: conditions"
    ),
    (#"{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b"}"#, "resources"),
    (#"{"Effect":"Allow","Action":"s4:*","Resource":"*"}"#, "no action of the catalog matches"),
  ])
  func whatAKeyCannotSayIsKeptAndNamed(statement: String, words: String) throws {
    try write(.aws)
    let run = try adopt(
      #"{"Statement":[{"Effect":"Allow","Action":"s3:PutObject","Resource":"*"},\#(statement)]}"#)
    #expect(run.status == .exited(1))
    #expect(run.errorText.contains("not said in the key: at "))
    #expect(run.errorText.contains(words), "\(run.errorText)")
    #expect(run.outputText.contains("\"notSaid\""))
    #expect(scopes(run).contains("s3:PutObject"))
    // The manifest is one, and keeps what was not said.
    try desk.home.write(run.outputText, to: "adopted.key.json")
    let lint = try desk.run("lint", "adopted.key.json", "--catalog", "catalog.json")
    #expect(lint.status != .exited(2), "\(lint.errorText)")
  }

  @Test func anActionThatTheCatalogLacksIsKept() throws {
    try write(.aws)
    let run = try adopt(
      #"{"Statement":[{"Effect":"Allow","Action":["s3:GetObject","new:Thing"],"Resource":"*"}]}"#)
    #expect(scopes(run) == ["s3:GetObject", "new:Thing"])
    #expect(run.errorText.contains("1 not in the catalog"))
  }

  @Test func theBodyOfATokenOfCloudflare() throws {
    try write(.cloudflare)
    let body = #"""
      {"name":"dns bot","expires_on":"2027-02-01T00:00:00Z","condition":{"request_ip":{"in":
      ["203.0.113.7"],"not_in":["203.0.113.9"]}},"policies":[{"effect":"allow","resources":
      {"com.cloudflare.api.account.zone.abc":"*"},"permission_groups":[{"id":"c8fed203ed3043cba015a93ad1616f1f",
      "name":"Zone Read"},{"id":"4755a26eedb94da69e1066d98aa820be","name":"DNS Write"},{"id":"0"}]},
      {"effect":"deny","permission_groups":[{"id":"1","name":"DNS Read"}]}]}
      """#
    for text in [body, #"{"success":true,"result":"# + body + "}"] {
      let run = try adopt(text)
      #expect(run.status == .exited(1), "\(run.errorText)")
      #expect(scopes(run) == ["DNS Write", "Zone Read"])
      #expect(run.outputText.contains(#""label": "dns bot""#))
      #expect(run.outputText.contains(#""ipAddresses": ["203.0.113.7"]"#))
      #expect(run.outputText.contains(#""rotateBy": "2027-02-01""#))
      for words in [
        "policies[0].resources: what the policy reaches", "policies[1]: a policy that denies",
        "policies[0].permission_groups[2]: a group by an id alone",
        "condition.request_ip.not_in: addresses that are kept out",
      ] { #expect(run.errorText.contains(words), "\(run.errorText)") }
    }
  }

  @Test func headersOfAnAnswer() throws {
    try write(.classic)
    let held = try adopt("HTTP/2 200\r\nX-OAuth-Scopes: repo, admin:org\r\nx-other: 1\r\n\r\n")
    #expect(held.status == .exited(0))
    #expect(scopes(held) == ["repo", "admin:org"])
    try write(.github)
    let accepted = try adopt(
      "< x-accepted-github-permissions: contents=write,metadata=read; issues=read\n")
    #expect(scopes(accepted) == ["issues:read"])
    #expect(accepted.errorText.contains("of 2 alternatives"))
    let both = try adopt("X-Accepted-GitHub-Permissions: contents=read,issues=read")
    #expect(scopes(both) == ["contents:read", "issues:read"])
  }

  @Test func linksOfOAuth() throws {
    try write(.slack)
    let run = try adopt(
      "https://slack.com/oauth/v2/authorize?client_id=1&scope=chat:write,commands&user_scope=admin\n",
      "--kind", "bot")
    #expect(scopes(run) == ["chat:write", "commands"])
    try write(.google)
    let google = try adopt(
      "https://accounts.google.com/o/oauth2/auth?scope="
        + "https%3A%2F%2Fmail.google.com%2F+https://www.googleapis.com/auth/drive&state=x")
    #expect(
      scopes(google) == ["https://mail.google.com/", "https://www.googleapis.com/auth/drive"])
  }

  @Test func severalKindsAskForOneOrAFolder() throws {
    try write(.slack)
    let manifest = """
      display_information:
        name: Both
      oauth_config:
        scopes:
          bot: ["chat:write"]
          user: ["admin"]
      """
    let asked = try adopt(manifest)
    #expect(asked.status == .exited(2))
    #expect(asked.errorText.contains("--kind (bot, user)"))
    let run = try adopt(manifest, "-o", "keys/")
    #expect(run.status == .exited(0))
    #expect(desk.text("keys/slack-bot.key.json")?.contains("chat:write") == true)
    #expect(desk.text("keys/slack-user.key.json")?.contains("admin") == true)
    let again = try desk.run(
      "export", "keys/slack-bot.key.json", "keys/slack-user.key.json", "--catalog", "catalog.json",
      "--format", "native")
    #expect(again.outputText.contains(#""user": ["admin"]"#), "\(again.errorText)")
  }

  @Test func rolesSayWhatAKeyDoesNot() throws {
    try write(.kubernetes)
    let run = try adopt(
      """
      # Two documents.
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata: {name: reader, namespace: web}
      rules:
      - apiGroups: [""]
        resources: [pods, "pods/*", widgets]
        resourceNames: [a]
        verbs: [get]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      subjects: [{kind: User, name: jo}]
      """)
    #expect(run.status == .exited(1))
    #expect(scopes(run) == ["core/pods:get", "core/widgets:get"])
    for words in ["resourceNames", "metadata.namespace", "matches nothing", "a binding"] {
      #expect(run.errorText.contains(words), "\(words): \(run.errorText)")
    }
  }

  @Test func aListAsADashboardShowsIt() throws {
    let run = try desk.run(
      ["adopt", "-"],
      input: """
        Store Management
          [x] View stores
          [ ] Update stores
        - stores.orders.view
        """)
    #expect(scopes(run) == ["stores.view", "stores.orders.view"])
  }

  @Test(arguments: [
    ("", "empty"), ("  \n\t", "empty"), ("{}", "no form that is known"),
    ("[1", "standard input:1:"),
    ("kind: Pod\napiVersion: v1\n", "no form that is known"),
    ("hello there", "names no scope"), (#"{"Statement":[]}"#, "nothing in it"),
    (#"{"Statement":[{"Effect":"Perhaps","Action":"*"}]}"#, "neither Allow nor Deny"),
    ("kind: Role\nrules:\n- apiGroups: {}\n", "standard input:3:"),
    ("X-OAuth-Scopes: \n", "nothing in it"),
  ])
  func badInput(document: String, words: String) throws {
    try write(.aws)
    let list =
      words == "names no scope" ? ["adopt", "-"] : ["adopt", "-", "--catalog", "catalog.json"]
    let run = try desk.run(list, input: document)
    #expect(run.status == .exited(2), "\(document): \(run.outputText)")
    #expect(run.output.isEmpty)
    #expect(run.errorText.contains(words), "\(document): \(run.errorText)")
  }

  @Test func whatIsTooMuchIsRefused() throws {
    try write(.aws)
    let patterns = (0..<1100).map { #""s3:\#($0)*""# }.joined(separator: ",")
    let run = try adopt(
      #"{"Statement":{"Effect":"Allow","Action":[\#(patterns)],"Resource":"*"}}"#)
    #expect(run.status == .exited(2))
    #expect(run.errorText.contains("more than 1000 patterns"))
    try write(.kubernetes)
    let many = (0..<1000).map { #""a\#($0)""# }.joined(separator: ",")
    let role = try adopt(
      #"{"kind":"Role","rules":[{"apiGroups":[\#(many)],"resources":[\#(many)],"verbs":["get"]}]}"#)
    #expect(role.status == .exited(2))
    #expect(role.errorText.contains("combines more than"))
    let large = String(repeating: " ", count: 9 * 1024 * 1024)
    #expect(try adopt(large + "{}").errorText.contains("bytes"))
  }

  @Test func nothingOfADocumentCommandsTheTerminal() throws {
    try write(.aws)
    let run = try adopt(
      #"{"Statement":{"Effect":"Allow","Action":["s3:GetObject","a:\u001b[2J"],"Resource":"\u001b]0;x"}}"#
    )
    #expect(!run.errorText.contains("\u{1B}"))
    #expect(!run.outputText.contains("\u{1B}"))
  }
}
