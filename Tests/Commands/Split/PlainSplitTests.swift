import Documents
import TerminalHarness
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What a session writes beside the key: the keys of a split, the script of a probe.
struct PlainSplitTests {
  let fixture: LintFixture

  init() throws {
    fixture = try LintFixture()
    try fixture.folder.write(LintFixture.faulty, to: "bot.json")
  }

  private func plain(_ lines: String...) throws -> CommandRun {
    let input = Array(lines.map { $0 + "\n" }.joined().utf8)
    return try fixture.run("--plain", "bot.json", input: input)
  }

  @Test func `a split and a probe are written as the commands write them`() throws {
    let run = try plain("split ~/keys", "probe bot.sh", "quit")
    #expect(run.errorText.contains("wrote"), "\(run.errorText)")
    _ = try fixture.run("split", "bot.json", "-o", "same")
    _ = try fixture.run("probe", "bot.json", "-o", "same.sh")
    for place in 1...2 {
      let name = "importer-of-the-warehouse-\(place).key.json"
      let bytes = try #require(fixture.folder.read("same/\(name)"))
      #expect(fixture.folder.read("keys/\(name)") == bytes)
    }
    let script = try #require(fixture.folder.read("same.sh"))
    #expect(fixture.folder.read("bot.sh") == script)
  }

  @Test func `nothing is replaced unless that is asked for`() throws {
    try fixture.folder.write("mine", to: "bot.sh")
    let kept = try plain("probe bot.sh", "back", "quit")
    #expect(kept.errorText.contains("bot.sh exists already"))
    #expect(fixture.folder.read("bot.sh") == Array("mine".utf8))
    _ = try plain("probe bot.sh", "replace", "quit")
    #expect(fixture.folder.read("bot.sh")?.starts(with: Array("#!/bin/sh".utf8)) == true)
  }

  @Test func `results holds the answers to the probe's calls against the key`() throws {
    let plan = try fixture.run("probe", "bot.json", "--format", "json").json()
    let calls = try #require(plan["calls"]?.elements)
    var lines = [
      #"{"$schema":"urn:keywright:probe-results:1","catalog":{"id":"komerza","version":"2026-06-24"},"calls":\#(calls.count)}"#
    ]
    for call in calls {
      let members = ["scope", "method", "path", "expected", "kind"].map { name in
        "\"\(name)\":\"\(call[name]?.string ?? "")\""
      }
      // The platform refuses the key all that it is asked.
      lines.append("{\(members.joined(separator: ",")),\"given\":true,\"status\":403}")
    }
    try fixture.folder.write(lines.joined(separator: "\n"), to: "answers.jsonl")
    let run = try plain("results answers.jsonl", "results bot.json", "quit")
    let text = run.errorText.split { $0.isWhitespace }.joined(separator: " ")
    #expect(text.contains("Missing: the key should have these scopes and does not"), "\(text)")
    #expect(text.contains("2 missing, 0 extra, 0 unclear of \(calls.count) tested scopes."))
    #expect(text.contains("bot.json:1: this is not a file of a probe's answers."))
  }

  @Test func `a pipe, which may never end, is not read in a session`() throws {
    try #require(mkfifo(fixture.folder.file("pipe"), 0o600) == 0)
    let names = ["results", "open", "diff", "newer", "need"]
    let input = names.map { "\($0) pipe\n" }.joined() + "leave\nquit\n"
    let run = try fixture.run("--plain", "bot.json", input: Array(input.utf8))
    let told = run.errorText.ranges(of: "pipe: this is not a regular file. Name a file.")
    #expect(told.count == names.count, "\(run.errorText)")
  }
}
