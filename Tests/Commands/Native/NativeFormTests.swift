import Foundation
import TerminalHarness
import TestSupport
import Testing

/// `keywright export --format native`: each form read back by a reader of its format that is not
/// ours.
@Suite struct NativeFormTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  /// Writes a small catalog with the forms that ship, or with others.
  private func write(_ fixture: NativeFixture, forms: String? = nil) throws {
    try desk.home.write(
      fixture.document(forms: try forms ?? fixture.shippedForms()),
      to: "catalog.json")
  }

  private func export(_ arguments: String...) throws -> CommandRun {
    try desk.run(["export", "--catalog", "catalog.json", "--format", "native"] + arguments)
  }

  private static let unruly = "A \"b\" & c: #d 'é' {x} %20 \\n"

  @Test(.enabled("needs python3-yaml") { PythonReader.isInstalled })
  func gitHub() throws {
    try write(.github)
    let run = try export(
      "--scope", "contents:read", "contents:write", "issues:read", "--label", Self.unruly,
      "--purpose", "Why?", "--rotate-by", "30d", "--fill", "owner=acme & co")
    #expect(run.status == .exited(0))
    #expect(
      try PythonReader.read(
        run.output, as: "url",
        expecting: #"""
          ["https", "github.com", "/settings/personal-access-tokens/new",
           [["name", "A \"b\" & c: #d 'é' {x} %20 \\n"], ["description", "Why?"],
            ["target_name", "acme & co"], ["expires_in", "30"], ["contents", "write"],
            ["issues", "read"]]]
          """#) == "same")
    #expect(run.errorText.contains("Which repositories the token may reach is chosen on the form."))
    let app = try export(
      "--scope", "metadata:read", "--form", "organization-app-link", "--fill",
      "organization=a/../b?c")
    #expect(
      try PythonReader.read(
        app.output, as: "url",
        expecting: #"""
          ["https", "github.com", "/organizations/a%2F..%2Fb%3Fc/settings/apps/new",
           [["public", "false"], ["webhook_active", "false"], ["metadata", "read"]]]
          """#) == "same")
  }

  @Test(arguments: [
    (["--label", String(repeating: "x", count: 41)], "label"),
    (["--label", "x", "--rotate-by", "400d"], "1 to 366"), (["--form", "nothing"], "token-link"),
    (["--fill", "company=x"], "owner"),
  ])
  func whatTheFormDoesNotTakeIsAnError(arguments: [String], words: String) throws {
    try write(.github)
    let run = try desk.run(
      ["export", "--catalog", "catalog.json", "--format", "native", "--scope", "contents:read"]
        + arguments)
    #expect(run.status == .exited(2))
    #expect(run.output.isEmpty)
    #expect(run.errorText.contains(words), "\(run.errorText)")
  }

  @Test(.enabled("needs python3-yaml") { PythonReader.isInstalled })
  func slack() throws {
    try write(.slack)
    let expected = #"""
      {"display_information": {"name": "No: yes", "description": "- *"},
       "features": {"bot_user": {"display_name": "No: yes", "always_online": false}},
       "oauth_config": {"scopes": {"bot": ["chat:write", "users:read.email"]}}}
      """#
    let scopes = [
      "--scope", "chat:write", "users:read.email", "--kind", "bot", "--label", "No: yes",
      "--purpose=- *",
    ]
    let json = try desk.run(
      ["export", "--catalog", "catalog.json", "--format", "native"] + scopes)
    #expect(try PythonReader.read(json.output, as: "json", expecting: expected) == "same")
    let yaml = try desk.run(
      ["export", "--catalog", "catalog.json", "--format", "native", "--form", "app-manifest-yaml"]
        + scopes)
    #expect(
      try PythonReader.read(yaml.output, as: "yaml", expecting: "[\(expected)]") == "same")
  }

  @Test(.enabled("needs python3-yaml") { PythonReader.isInstalled })
  func entra() throws {
    try write(.graph)
    let run = try export("--scope", "Thing3.Read.All", "--kind", "application")
    #expect(
      try PythonReader.read(
        run.output, as: "json",
        expecting: #"""
          {"requiredResourceAccess": [{"resourceAppId": "00000003-0000-0000-c000-000000000000",
            "resourceAccess": [{"id": "00000002-1111-2222-3333-444444444403", "type": "Role"}]}]}
          """#) == "same")
  }

  @Test func aPermissionWithoutGUIDIsAnError() throws {
    var fixture = NativeFixture.graph
    fixture.scopes[3].native["application"] = nil
    try write(fixture)
    let run = try export("--scope", "Thing3.Read.All", "--kind", "application")
    #expect(run.status == .exited(2))
    #expect(run.output.isEmpty)
    #expect(run.errorText.contains("\"Thing3.Read.All\" has no id of the platform's own"))
  }

  @Test(.enabled("needs python3-yaml") { PythonReader.isInstalled })
  func lists() throws {
    try write(.google)
    let google = try export(
      "--scope", "https://mail.google.com/", "https://www.googleapis.com/auth/drive.file")
    #expect(
      google.outputText
        == "https://mail.google.com/ https://www.googleapis.com/auth/drive.file\n")
    try write(.gitlab)
    let gitlab = try export("--scope", "read_job", "delete_wiki")
    #expect(gitlab.outputText == "read_job\ndelete_wiki\n")
  }

  @Test(.enabled("needs python3-yaml") { PythonReader.isInstalled })
  func aws() throws {
    try write(.aws)
    let run = try export("--scope", "s3:GetObject", "s3:ListBucket")
    #expect(run.status == .exited(0))
    #expect(
      try PythonReader.read(
        run.output, as: "json",
        expecting: #"""
          {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
            "Action": ["s3:GetObject", "s3:ListBucket"], "Resource": "RESOURCE_ARN"}]}
          """#) == "same")
    #expect(run.errorText.contains("Fill in RESOURCE_ARN: The ARN"))
    let filled = try export("--scope", "s3:GetObject", "--fill", "resource=arn:aws:s3:::b/*")
    #expect(filled.outputText.contains(#""Resource": "arn:aws:s3:::b/*""#))
    #expect(!filled.errorText.contains("Fill in"))
  }

  @Test(.enabled("needs python3-yaml") { PythonReader.isInstalled })
  func kubernetes() throws {
    try write(.kubernetes)
    let run = try export(
      "--scope", "core/pods:get", "core/pods:list", "core/pods/log:get", "apps/deployments:get",
      "nonResourceURL:/version/:get", "--label", "Log Reader (7)", "--fill", "account=yes",
      "--fill", "namespace=0x7")
    #expect(
      try PythonReader.read(
        run.output, as: "yaml",
        expecting: #"""
          [{"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "ClusterRole",
            "metadata": {"name": "log-reader-7"}, "rules": [
              {"apiGroups": [""], "resources": ["pods"], "verbs": ["get", "list"]},
              {"apiGroups": [""], "resources": ["pods/log"], "verbs": ["get"]},
              {"apiGroups": ["apps"], "resources": ["deployments"], "verbs": ["get"]},
              {"nonResourceURLs": ["/version/"], "verbs": ["get"]}]},
           {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "ClusterRoleBinding",
            "metadata": {"name": "log-reader-7"},
            "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole",
              "name": "log-reader-7"},
            "subjects": [{"kind": "ServiceAccount", "name": "yes", "namespace": "0x7"}]}]
          """#) == "same")
    let role = try export(
      "--scope", "nonResourceURL:/version/:get", "--label", "x", "--form", "role")
    #expect(role.status == .exited(2))
    #expect(role.errorText.contains("for keys of another kind than"))
  }

  @Test(
    "Roles and bindings meet the schemas of the server, in each version that the validator knows",
    .enabled("pip install kubernetes-validate") { PythonReader.hasKubernetesSchemas })
  func kubernetesSchemas() throws {
    try write(.kubernetes)
    let scopes = ["--scope", "core/pods:get", "apps/deployments:get", "--label", "yes"]
    for arguments in [
      ["--form", "role", "--kind", "role"], ["--form", "cluster-role", "--kind", "cluster-role"],
    ] {
      let run = try desk.run(
        ["export", "--catalog", "catalog.json", "--format", "native"] + scopes + arguments)
      #expect(run.status == .exited(0), "\(run.errorText)")
      #expect(try PythonReader.read(run.output, as: "kubernetes", expecting: "2") == "same")
    }
  }

  @Test(.enabled("needs python3-yaml") { PythonReader.isInstalled })
  func cloudflare() throws {
    try write(.cloudflare)
    let link = try export("--scope", "DNS Write", "--label", "x", "--form", "token-link")
    #expect(
      try PythonReader.read(
        link.output, as: "url",
        expecting: #"""
          ["https", "dash.cloudflare.com", "/profile/api-tokens",
           [["permissionGroupKeys", "[{\"key\":\"dns\",\"type\":\"edit\"}]"], ["accountId", "*"],
            ["zoneId", "all"], ["name", "x"]]]
          """#) == "same")
    // Without the ids of the groups Cloudflare takes no body: their names are there, and an error.
    let body = try export("--scope", "DNS Write", "--label", "x", "--ip", "203.0.113.7")
    #expect(body.status == .exited(1))
    #expect(body.errorText.contains("The form knows no id for DNS Write."))
    #expect(
      try PythonReader.read(
        body.output, as: "json",
        expecting: #"""
          {"name": "x", "policies": [{"effect": "allow", "resources": {"RESOURCE": "*"},
            "permission_groups": [{"name": "DNS Write"}]}],
           "condition": {"request_ip": {"in": ["203.0.113.7"]}}}
          """#) == "same")
  }

  @Test(
    "Any text stays the text that it is, in every format",
    .enabled("needs python3-yaml") { PythonReader.isInstalled },
    arguments: ["json", "yaml", "toml", "url"])
  func escaping(format: String) throws {
    var random = SeededRandom()
    let template =
      format == "url"
      ? #"{"base":"https://x.test/a","query":[{"name":"l","value":"{label}"},{"each":"scopes","as":{"name":"s","value":"{id}"}}]}"#
      : #"{"a":{"l":"{label}"},"t":[{"each":"scopes","as":{"k":"{label}"}}]}"#
    try write(
      .aws,
      forms: #"[{"id":"f","title":"F","format":"\#(format)","template":\#(template)}]"#)
    let words = ["no", "~", "1e3", "- a", "? b", "a: b", "#c", "null", "2026-01-01", "\u{1F511}"]
    for place in 0..<15 {
      let unruly = UnrulyText.make(&random).unicodeScalars
        .filter { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0 != "\u{2028}" }
      var label = place < words.count ? words[place] : ""
      // A mark at the start would join the sign before it in the arguments.
      if label.isEmpty { label.unicodeScalars.append(contentsOf: "x".unicodeScalars + unruly) }
      guard label.contains(where: { $0 != " " }) else { continue }
      let run = try export("--scope", "s3:GetObject", "--label=" + label)
      guard run.status == .exited(0) else {
        Issue.record("\(label): \(run.errorText), \(random)")
        continue
      }
      let quoted = String(decoding: try JSONEncoder().encode(label), as: UTF8.self)
      let value = #"{"a":{"l":\#(quoted)},"t":[{"k":\#(quoted)}]}"#
      let expected =
        switch format {
        case "url": #"["https","x.test","/a",[["l",\#(quoted)],["s","s3:GetObject"]]]"#
        case "yaml": "[\(value)]"
        default: value
        }
      #expect(
        try PythonReader.read(run.output, as: format, expecting: expected) == "same",
        "\(label), \(random)")
    }
  }

  @Test func theListOfTheDashboardIsAsItWas() throws {
    let fixture = NativeFixture(id: "komerza", scopes: NativeFixture.classic.scopes)
    try write(fixture)
    for arguments in [["--ip", "203.0.113.7", "2001:db8::/48"], ["--label", "x"], []] {
      let scopes = ["--catalog", "catalog.json", "--scope", "gist", "repo"] + arguments
      let native = try desk.run(["export", "--format", "native"] + scopes)
      let dashboard = try desk.run(["export", "--format", "dashboard"] + scopes)
      #expect(native.outputText == dashboard.outputText)
      #expect(native.status == .exited(0))
    }
  }

  @Test func aCatalogWithoutFormsSaysSo() throws {
    try write(.aws, forms: "[]")
    let run = try export("--scope", "s3:GetObject")
    #expect(run.status == .exited(2))
    #expect(run.errorText.contains("knows no form of the platform's own"))
  }
}
