import TerminalHarness
import Testing

/// What stands above the findings in text.
struct LintOverviewTests {
  let fixture: LintFixture

  init() throws {
    fixture = try LintFixture()
    try fixture.folder.write(LintFixture.clean, to: "keys/clean.key.json")
    try fixture.folder.write(LintFixture.faulty, to: "keys/faulty.key.json")
  }

  private let paths = ["keys/clean.key.json", "keys/faulty.key.json"]

  private func lines(_ arguments: [String]) throws -> [Substring] {
    try fixture.run(arguments).outputText.split(separator: "\n", omittingEmptySubsequences: false)
  }

  @Test func `several keys have the table of the folder above their findings`() throws {
    let table = try lines(["keys", "--format", "text"])
    #expect(try Array(lines(["lint"] + paths).prefix(4)) == table.prefix(3) + [""])
    // A file has what the screen has.
    _ = try fixture.run(["lint"] + paths + ["-oreport", "--format", "text", "--format=json=x"])
    let report = try #require(fixture.folder.read("report"))
    #expect(String(decoding: report, as: UTF8.self).hasPrefix(table[0] + "\n" + table[1]))
  }

  @Test func `what cannot be read stands below the table, and hides no key`() throws {
    try fixture.folder.write("{", to: "keys/broken.key.json")
    let run = try fixture.run(["lint", "keys/broken.key.json"] + paths)
    #expect(run.status == .exited(2))
    let lines = run.outputText.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0].hasPrefix("key  ") && lines[1].hasPrefix(paths[0]))
    #expect(lines[3].hasPrefix("keys/broken.key.json:1: the document ends") && lines[4] == "")
  }

  @Test func `what a key can do is said below its path, as the page for review says it`() throws {
    let page = try fixture.run(
      "export", "--scope", "stores.orders.view", "--format", "markdown"
    ).outputText
    let lines = try lines(["lint", paths[0]])
    #expect(lines[0] == "keys/clean.key.json: no findings")
    #expect(lines[1].hasPrefix("  It opens 6 of 287 calls. It reads "))
    #expect(page.contains(lines[1].dropFirst(2)))
  }

  @Test func `with a baseline the table counts what is new`() throws {
    let known = paths + ["--baseline", "known.json"]
    #expect(try fixture.run(["lint"] + known + ["--write-baseline"]).status == .exited(0))
    let row = try lines(["lint"] + known)[2].split(separator: " ")
    #expect(row.prefix(6) == ["keys/faulty.key.json", "komerza", "3", "11", "none", "0"])
  }

  @Test func `more than two hundred keys are told as they come, without it`() throws {
    let many = Array(repeating: paths[0], count: 200)
    #expect(try lines(["lint"] + many)[0].hasPrefix("key  "))
    #expect(try lines(["lint", paths[0]] + many)[0] == "keys/clean.key.json: no findings")
    try fixture.folder.write(many.joined(separator: "\n"), to: "list")
    #expect(try lines(["lint", "--files-from", "list"])[0].hasPrefix("key  "))
    let more = try lines(["lint", "--files-from", "list", paths[1]])
    #expect(more[0] == "keys/faulty.key.json" && more[1].hasPrefix("  error "))
  }
}
