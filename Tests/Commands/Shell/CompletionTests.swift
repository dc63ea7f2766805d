import TerminalHarness
import Testing

/// What the program answers to a shell that asks what could stand next.
struct CompletionTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  /// The answer to words, the last of them being typed.
  private func ask(_ words: String...) throws -> (places: String, texts: [String]) {
    let run = try desk.run(["__complete", "words"] + words)
    #expect(run.status == .exited(0) && run.errorText.isEmpty)
    let texts = run.lines.dropFirst().map { String($0.prefix { $0 != "\t" }) }
    return (String(run.lines.first?.prefix { $0 != "\t" } ?? ""), texts)
  }

  @Test func `the first word is a command or a manifest`() throws {
    let answer = try ask("")
    #expect(answer.places == "files")
    #expect(answer.texts.contains("lint") && answer.texts.contains("completion"))
    #expect(try ask("ex").texts == ["export", "explain"])
    #expect(try ask("catalog", "").texts.contains("import"))
    #expect(try ask("--pl").texts == ["--plain"])
  }

  @Test func `options are those of the command, each once`() throws {
    #expect(try ask("lint", "--f").texts == ["--files-from", "--format", "--fail-on"])
    #expect(
      try ask("lint", "--fail-on", "error", "--f").texts == ["--files-from", "--format"])
    #expect(try ask("lint", "--fail-on", "").texts == ["error", "warning", "note"])
    #expect(try ask("lint", "--fail-on=w").texts == ["--fail-on=warning"])
    #expect(try ask("lint", "--", "--f").texts == [])
  }

  @Test func `scopes, presets, rules and calls are those of the catalog`() throws {
    #expect(
      try ask("export", "--scope", "stores.coupons.v").texts == ["stores.coupons.view"])
    #expect(
      try ask("export", "--scope", "stores.view", "stores.coupons.v").texts
        == ["stores.coupons.view"])
    #expect(
      try ask("export", "--because", "stores.coupons.v").texts == ["stores.coupons.view="])
    #expect(try ask("export", "--preset", "dash").texts == ["dashboard"])
    #expect(try ask("explain", "refund-").texts == ["refund-loop"])
    let calls = try ask("need", "GET /stores/{storeId}/ord").texts
    #expect(calls.contains("GET /stores/{storeId}/orders"))
    #expect(try ask("need", "").places == "files")
  }

  @Test func `another catalog is asked where the line names one`() throws {
    let catalogs = try ask("scopes", "--catalog", "").texts
    #expect(catalogs.first == "komerza" && catalogs.count > 1)
    let other = try ask("scopes", "--catalog", catalogs[1], "").texts
    let standard = try ask("scopes", "").texts
    #expect(!other.isEmpty && other != standard)
    #expect(try ask("--catalog", catalogs[1], "scopes", "").texts == other)
  }

  @Test func `catalogs come with their versions, and older ones can be named`() throws {
    let run = try desk.run("__complete", "words", "catalog", "show", "kom")
    #expect(run.lines.dropFirst() == ["komerza\t2026-06-24"])
    for version in ["1/a", "2"] {
      try desk.home.write(
        """
        {
          "$schema": "keywright-catalog-1.json", "id": "odd", "name": "Odd",
          "version": "\(version)",
          "categories": [{ "name": "One", "scopes": [{ "id": "v\(version)", "title": "t" }] }]
        }
        """, to: "odd.json")
      #expect(try desk.run("catalog", "add", "odd.json").status == .exited(0))
    }
    let added = try desk.run("__complete", "words", "scopes", "--catalog", "odd")
    #expect(added.lines.dropFirst() == ["odd\tadded", "odd@1/a\tan older version"])
    for (name, scope) in [("odd@1/a", "v1/a"), ("odd@2", "v2"), ("odd", "v2")] {
      let scopes = try desk.run("scopes", "--catalog", name, "--format", "ids")
      #expect(scopes.outputText == scope + "\n", "\(scopes.errorText)")
    }
    let diff = try desk.run("catalog", "diff", "odd@1/a", "odd")
    #expect(diff.outputText.contains("v2"), "\(diff.errorText)")
    let none = try desk.run("scopes", "--catalog", "odd@3")
    #expect(none.status == .exited(2) && none.errorText.contains("there is no catalog \"odd@3\""))
  }

  @Test func `a file may stand behind a format`() throws {
    #expect(try ask("lint", "--format", "sa").texts == ["sarif"])
    #expect(try ask("lint", "--format", "sarif=ke").places == "files")
    #expect(try ask("lint", "").places == "files")
    #expect(try ask("catalog", "import", "--base", "").places == "folders")
    #expect(try ask("export", "--label", "").places == "none")
  }

  @Test func `revisions of git and their files are sides of a comparison`() throws {
    let made = try desk.shell(
      """
      git -c init.defaultBranch=main init -q && echo x > bot.key.json && git add bot.key.json \
      && git -c user.name=t -c user.email=t@example.com commit -qm m && git tag v1
      """)
    #expect(made.status == .exited(0), "\(made.errorText)")
    #expect(try ask("diff", "").texts == ["none", "git:"])
    let revisions = try ask("diff", "git:").texts
    #expect(revisions.contains("git:main:") && revisions.contains("git:v1:"))
    #expect(try ask("diff", "git:v1:b").texts == ["git:v1:bot.key.json"])
    #expect(try ask("diff", "git:--help:").texts == [])
  }

  @Test func `bash gets what has to stand on its line`() throws {
    func bash(_ line: String) throws -> [String] {
      let run = try desk.run("__complete", "bash", "9", " \t\n\"'><=;|&(:", line)
      return run.lines.dropFirst().map(String.init)
    }
    #expect(try bash("keywright lint --fail-on=w") == ["warning"])
    #expect(
      try bash("keywright need GET\\ /stores/\\{storeId\\}/orders/exp").allSatisfy {
        $0.hasPrefix("GET\\ /stores/\\{storeId\\}/orders/")
      })
    let quoted = try bash("keywright need \"GET /stores/{storeId}/orders")
    #expect(quoted.contains("GET /stores/{storeId}/orders"))
    #expect(try bash("keywright diff none git:HE") == ["HEAD:"])
  }

  @Test func `nothing of a catalog starts a line or commands the terminal`() throws {
    try desk.home.write(
      """
      {
        "$schema": "urn:keywright:catalog:1", "id": "odd", "name": "Odd", "version": "1",
        "categories": [{ "name": "One", "scopes": [
          { "id": "a$(touch x);`y`", "title": "red", "access": "read" }] }]
      }
      """, to: "odd.json")
    let run = try desk.run("__complete", "words", "scopes", "--catalog", "odd.json", "")
    #expect(!run.output.contains(0x1B))
    let line = try desk.run(
      "__complete", "bash", "9", " \t\n\"'><=;|&(:", "keywright scopes --catalog odd.json a")
    #expect(line.outputText.contains("a\\$\\(touch\\ x\\)\\;\\`y\\`"))
  }
}
