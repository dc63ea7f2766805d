import TerminalHarness
import Testing

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
}
