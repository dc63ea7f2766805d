import Testing

@testable import Calls

/// What an assignment of a script lasts for, and where a variable has no value that is known.
@Suite struct ShellScopeTests {
  private static let url = "https://api.komerza.com"

  /// Scripts, `U` for the address, and the only call of each; nil where it cannot be known.
  static let scripts: [(String, String?)] = [
    // In front of a command it is the command's alone, and put in before.
    ("R=user curl U/$R", nil), ("R=user; curl U/$R", "GET /user"),
    ("R=user && curl U/$R", "GET /user"), ("R=webhooks\nR=user curl U/$R", "GET /webhooks"),
    ("R=webhooks\nR=user true\ncurl U/$R", "GET /webhooks"), ("env R=user curl U/$R", nil),
    ("S=1 R=user \\\n curl U/$R", nil), ("time R=user curl U/$R", nil),
    ("R=user bash -c 'curl U/$R'", "GET /user"), ("R=user bash -c \"curl U/$R\"", nil),
    ("A=U/stores curl -X POST $A", nil), ("M=PUT curl -X $M U/stores/1/tax", nil),
    ("export R=user; curl U/$R", "GET /user"), ("S=user R=$S\ncurl U/$R", "GET /user"),
    // It ends with its shell.
    ("R=user | cat; curl U/$R", nil), ("R=user & curl U/$R", nil), ("(R=user); curl U/$R", nil),
    ("R=webhooks; (R=user; true); curl U/$R", "GET /webhooks"),
    ("(R=user; curl U/$R)", "GET /user"), ("X=$(R=user; echo 5)\ncurl U/$R", nil),
    ("R=webhooks\nbash -c 'R=user; true'\ncurl U/$R", "GET /webhooks"),
    ("R=user\ncat > .env <<EOF\nR=webhooks\nEOF\ncurl U/$R", "GET /user"),
    ("bash <<'EOF'\nR=user\ncurl U/$R\nEOF", "GET /user"),
    ("R=webhooks # R=user\ncurl U/$R", "GET /webhooks"),
    // Several values are none.
    ("R=webhooks\n[ $1 ] && R=user\ncurl U/$R", nil), ("cd x && R=user && curl U/$R", "GET /user"),
    ("R=webhooks\nif a; then R=user; else true; fi\ncurl U/$R", nil),
    ("R=webhooks\nif a; then R=user; else curl U/$R; fi", "GET /webhooks"),
    ("R=webhooks\nfor R in a b; do curl U/$R; done", nil),
    ("R=user\nwhile a; do\n curl U/$R\n R=webhooks\ndone", nil),
    ("R=user\nwhile a; do R=webhooks; done\ncurl U/$R", nil),
    ("for i in 1 2; do\n R=user\n curl U/$R\ndone", "GET /user"),
    ("R=user\nwhile a; do # wait for it\n curl U/$R\n R=webhooks\ndone", nil),
    ("R=user\nwhile a; do\n echo \"wait for it\"\n curl U/$R\n R=webhooks\ndone", nil),
    ("R=user\nwhile a; do\n echo all done\n curl U/$R\n R=webhooks\ndone", nil),
    ("R=user\nread -r R\ncurl U/$R", nil), ("R=user\nunset R\ncurl U/$R", nil),
    ("R=webhooks\nf() {\n local R=user\n}\ncurl U/$R", "GET /webhooks"),
    ("R=webhooks\nf() {\n R=user\n}\nf\ncurl U/$R", nil),
    ("R=user\nf() {\n curl U/$R\n}\nf\nR=webhooks\nf", nil),
    ("R=user\nf() {\n curl U/$R\n}\nf", "GET /user"),
    ("$r = \"user\"\n$r = Get-It\ncurl U/$r", nil),
    // What is put in.
    ("R=stores/1\nR+=/orders\ncurl U/$R", "GET /stores/{storeId}/orders"),
    ("R=user\nR+=$X\ncurl U/$R", nil), ("R=(user webhooks)\ncurl U/$R", nil),
    ("R=webhooks\ncurl U/${R:-user}", "GET /webhooks"),
    ("curl U/${R:-user}", "GET /user"), ("R=$(cat x)\ncurl U/${R:-user}", nil),
    ("read R\ncurl U/${R:-user}", nil), ("if a; then R=webhooks; fi\ncurl U/${R:-user}", nil),
    ("R=webhooks\nif a; then R=stores/1/tax; fi\ncurl U/${R:-user}", nil),
    ("(R=webhooks; true)\ncurl U/${R:-user}", "GET /user"), ("R=é\ncurl U/${#R}", nil),
    ("R=webhooks\ncurl U/${R:+user}", "GET /user"),
    ("R=webhooks\ncurl U/${R/webhooks/user}", "GET /user"),
    ("R=user.json\ncurl U/${R%.json}", "GET /user"), ("R=user/5\ncurl U/${R:0:4}", "GET /user"),
    ("R=user\ncurl U/${R^^}", nil), ("N=R R=user\ncurl U/${!N}", nil),
    ("A=\"-s --request DELETE\"\ncurl $A U/webhooks/1", "DELETE /webhooks/{webhookId}"),
  ]

  @Test(arguments: scripts)
  func `an assignment lasts as in a shell`(script: String, call: String?) throws {
    let text = script.split(separator: "U/", omittingEmptySubsequences: false)
      .joined(separator: Self.url + "/")
    let tally = try CallTally.read(Array(text.utf8), as: .script)
    #expect(tally.calls == (call.map { [$0] } ?? []))
    // Never another call, and never nothing.
    #expect(call != nil || tally.unread.count + tally.unresolved.count > 0)
  }

  @Test func `commands that get their addresses from another are not understood`() throws {
    let tally = try CallTally.read(
      Array("curl \(Self.url)/user\ncat urls | xargs curl\n".utf8), as: .script)
    #expect(tally.calls == ["GET /user"])
    #expect(tally.unreadTexts == ["line 2: the command names no URL x1"])
  }

  @Test func `values that double with each line stay small`() throws {
    let text = "A=user\ncurl \(Self.url)/$A\n" + String(repeating: "A=$A$A\n", count: 60)
    let tally = try CallTally.read(Array((text + "curl \(Self.url)/$A").utf8), as: .script)
    #expect(tally.calls == ["GET /user"])
    #expect(tally.unresolved.count == 1)
  }

  @Test func `what is put in a text again and again stays small`() throws {
    let long = String(repeating: "a", count: 2_000)
    let lines = [
      "A=\(long)", "curl \(Self.url)/user ${A//a/\(long)}",
      "curl \(Self.url)/user "
        + String(repeating: "\"$A\"", count: 10_000),
      String(repeating: "if a; then\n", count: 60) + String(repeating: "B=$A$A\n", count: 500),
    ]
    let tally = try CallTally.read(Array(lines.joined(separator: "\n").utf8), as: .script)
    #expect(tally.calls == ["GET /user"])
  }
}
