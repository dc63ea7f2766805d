import Documents
import TerminalHarness
import Testing

/// The keys of a folder in one table.
struct TableTests {
  let fixture: LintFixture

  init() throws {
    fixture = try LintFixture()
    try fixture.folder.write(LintFixture.clean, to: "keys/clean.key.json")
    try fixture.folder.write(LintFixture.faulty, to: "keys/inner/faulty.key.json")
    try fixture.folder.write("{}", to: "keys/other.json")
    try fixture.folder.write(LintFixture.clean, to: "keys/.hidden/old.key.json")
  }

  private func table(_ arguments: String...) throws -> JSONValue {
    let run = try fixture.run(arguments + ["--format", "json"])
    #expect(run.status == .exited(0), "\(run.errorText)")
    return try JSONDocument(parsing: run.output).root
  }

  @Test func `a folder in the place of a manifest is a table of its keys`() throws {
    for arguments in [["keys"], ["keys/"], ["table", "keys"], ["--plain", "keys"]] {
      let run = try fixture.run(arguments)
      #expect(run.status == .exited(0), "\(run.errorText)")
      let lines = run.outputText.split(separator: "\n")
      #expect(lines.count == 4)
      #expect(lines[0].hasPrefix("key  "))
      #expect(lines[1].hasPrefix("keys/clean.key.json"))
      #expect(lines[2].hasPrefix("keys/inner/faulty.key.json") && lines[2].contains("error"))
      #expect(lines[3] == "2 keys: 1 error, 1 warning, 0 notes, 0 accepted")
    }
    let several = try fixture.run("keys/clean.key.json", "keys/inner/faulty.key.json")
    #expect(several.outputText.hasSuffix("2 keys: 1 error, 1 warning, 0 notes, 0 accepted\n"))
  }

  @Test func `its counts are those of lint, scopes and dates those of the manifest`() throws {
    let keys = try table("keys").require("keys").requireElements()
    let lint = try fixture.run("lint", "--format", "json", "keys/inner/faulty.key.json")
    let summary = try JSONDocument(parsing: lint.output).root["summary"]
    for severity in ["error", "warning", "note", "accepted"] {
      #expect(keys[1]["findings"]?[severity]?.integer == summary?[severity]?.integer)
    }
    #expect(keys[0]["label"]?.string == "Importer of the warehouse")
    #expect(keys[0]["platform"]?.string == "komerza")
    #expect(keys.map { $0["scopes"]?.integer } == [1, 3])
    #expect(keys[0]["worst"]?.kind == .null)
    #expect(keys[1]["worst"]?["severity"]?.string == "error")
    #expect(keys[0]["rotateBy"]?.string == "2027-02-01")
    #expect(keys[0]["daysToRotation"]?.integer == 62)
    #expect((keys[1]["openCalls"]?.integer ?? 0) > (keys[0]["openCalls"]?.integer ?? 0))
  }

  @Test func `each row says what lint, diff and explain say of that key alone`() throws {
    try fixture.folder.write(
      LintFixture.manifest(["stores.orders.view", "stores.orders.refund"]),
      to: "keys/refunds.key.json")
    let scope = "stores.orders.refund"
    let keys = try table("keys").require("keys").requireElements()
    #expect(keys.count == 3)
    var holders: [String] = []
    for key in keys {
      let path = try key.require("path").requireString()
      let lint = try JSONDocument(
        parsing: fixture.run("lint", "--format", "json", path).output
      ).root
      for word in ["error", "warning", "note", "accepted"] {
        #expect(key["findings"]?[word]?.integer == lint["summary"]?[word]?.integer, "\(path)")
      }
      let worst = lint["manifests"]?.elements[0]["findings"]?.elements.first
      #expect(key["worst"]?["rule"]?.string == worst?["rule"]?.string)
      let diff = try JSONDocument(
        parsing: fixture.run("diff", "none", path, "--format", "json").output
      ).root
      #expect(key["scopes"]?.integer == diff["added"]?["scopes"]?.elements.count)
      let explained = try fixture.run(
        "explain", scope, "--manifest", path, "--format", "json")
      let answer = try JSONDocument(parsing: explained.output).root["keys"]?.elements[0]["answer"]
      if answer?.string == "ticked" { holders.append(path) }
    }
    let filtered = try table("keys", "--filter", scope).require("keys").requireElements()
    #expect(filtered.map { $0["path"]?.string } == holders)
    #expect(holders == ["keys/refunds.key.json"])
  }

  @Test func `rows are sorted by a column and filtered by words`() throws {
    func paths(_ arguments: String...) throws -> [String] {
      let run = try fixture.run(["keys"] + arguments + ["--format", "csv"])
      return run.outputText.split(separator: "\r\n").dropFirst()
        .map { String($0.split(separator: ",")[0]) }
    }
    let (clean, faulty) = ("keys/clean.key.json", "keys/inner/faulty.key.json")
    #expect(try paths() == [clean, faulty])
    #expect(try paths("--sort", "findings") == [faulty, clean])
    #expect(try paths("--sort", "scopes") == [faulty, clean])
    #expect(try paths("--sort", "rotation") == [clean, faulty])
    #expect(try paths("--filter", "DELIVER") == [faulty])
    #expect(try paths("--filter", "orders warehouse") == [clean, faulty])
    #expect(try paths("--filter", "refund") == [])
  }

  @Test func `a file that cannot be read is a row, hides no other and is in the status`() throws {
    try fixture.folder.write("{", to: "keys/broken.key.json")
    let run = try fixture.run("keys")
    #expect(run.status == .exited(2))
    #expect(run.outputText.contains("keys/clean.key.json"))
    #expect(run.outputText.contains("keys/broken.key.json: the document ends too early"))
    #expect(run.outputText.contains("3 keys: 1 error"))
    #expect(run.outputText.contains("1 file cannot be read"))
    let json = try JSONDocument(parsing: fixture.run("keys", "--format", "json").output).root
    #expect(json["keys"]?.elements[0]["error"]?.string?.hasPrefix("the document ends") == true)
    let csv = try fixture.run("keys", "--format", "csv").outputText
    #expect(csv.split(separator: "\r\n").count == 4)
  }

  @Test func `links to folders are not followed, and what is no file is not read`() throws {
    for arguments in [["-s", "..", "keys/inner/loop"], ["-s", "gone", "keys/dead.key.json"]] {
      let link = try CommandRun(
        "ln", arguments, environment: cleanEnvironment(home: fixture.folder.path),
        directory: fixture.folder.path)
      try #require(link.status == .exited(0))
    }
    let pipe = try CommandRun(
      "mkfifo", ["keys/pipe.key.json"], environment: cleanEnvironment(home: fixture.folder.path),
      directory: fixture.folder.path)
    try #require(pipe.status == .exited(0))
    let run = try fixture.run("keys")
    #expect(run.status == .exited(2))
    #expect(run.outputText.contains("keys/pipe.key.json: this is not a file"))
    #expect(run.outputText.contains("keys/dead.key.json: "))
    #expect(run.outputText.contains("4 keys: "))
  }

  @Test func `a folder without keys says what it looked for`() throws {
    try fixture.folder.write("x", to: "empty/readme.md")
    let run = try fixture.run("empty")
    #expect(run.status == .exited(2))
    #expect(run.errorText.contains("there is no manifest in this folder and those below it"))
    #expect(run.errorText.contains(".key.json"))
  }

  @Test func `keys are compared with a revision of git`() throws {
    func git(_ arguments: String...) throws {
      let run = try CommandRun(
        "git", ["-c", "user.name=t", "-c", "user.email=t@example.com"] + arguments,
        environment: cleanEnvironment(home: fixture.folder.path), directory: fixture.folder.path)
      try #require(run.status == .exited(0), "\(run.errorText)")
    }
    try git("init", "-q", ".")
    try git("add", ".")
    try git("commit", "-q", "-m", "Two keys")
    try fixture.folder.write(LintFixture.faulty, to: "keys/clean.key.json")
    try fixture.folder.write(LintFixture.clean, to: "keys/new.key.json")
    func changes(_ path: String, from folder: String? = nil) throws -> [String?] {
      let run = try fixture.run(
        ["table", path, "--base", "HEAD", "--format", "json"],
        directory: folder.map(fixture.folder.file))
      #expect(run.status == .exited(0), "\(run.errorText)")
      return try JSONDocument(parsing: run.output).root.require("keys").requireElements()
        .map { $0["change"]?.string }
    }
    #expect(try changes("keys") == ["changed", "unchanged", "new"])
    #expect(try changes("./keys/") == ["changed", "unchanged", "new"])
    #expect(try changes("../keys", from: "keys") == ["changed", "unchanged", "new"])
    let run = try fixture.run("keys", "--base", "gone")
    #expect(run.status == .exited(2) && run.errorText.contains("git finds no revision \"gone\""))
  }

  @Test func `markdown and values hold nothing of a label that would act there`() throws {
    try fixture.folder.write(
      LintFixture.manifest(["stores.orders.view"], label: "=HYPERLINK(1,2)"),
      to: "keys/clean.key.json")
    try fixture.folder.write(LintFixture.clean, to: "keys/a|b.key.json")
    let csv = try fixture.run("keys", "--format", "csv").outputText
    #expect(csv.contains("\"'=HYPERLINK(1,2)\""))
    let markdown = try fixture.run("keys", "--format", "markdown").outputText
    #expect(markdown.hasPrefix("| key | platform |"))
    #expect(markdown.contains("a\\|b.key.json"))
  }

  @Test func `a sign with a mark behind it ends no value and no cell`() throws {
    try fixture.folder.write(
      LintFixture.manifest(["stores.orders.view"], label: "a\\\"\u{301},b|\u{301}c"),
      to: "keys/clean.key.json")
    let csv = try fixture.run("keys", "--format", "csv").outputText
    #expect(csv.contains(bytesOf: "\"a\"\"\u{301},b|\u{301}c\""))
    try fixture.folder.write(LintFixture.clean, to: "keys/d|\u{301}e.key.json")
    let markdown = try fixture.run("keys", "--format", "markdown").outputText
    #expect(markdown.contains(bytesOf: "d\\|\u{301}e.key.json"))
  }
}
