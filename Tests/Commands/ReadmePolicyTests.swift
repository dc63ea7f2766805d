import Documents
import TerminalHarness
import Testing

/// The policy that the README shows is one.
struct ReadmePolicyTests {
  @Test func `the example of the README is a policy that holds`() throws {
    let path =
      "\(#filePath)".split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/README.md"
    let text = String(decoding: try DocumentFile.read(path), as: UTF8.self)
    let section = try #require(text.firstRange(of: "\n## Policy\n")).upperBound
    let start = try #require(text[section...].firstRange(of: "```json\n")).upperBound
    let end = try #require(text[start...].firstRange(of: "```")).lowerBound
    let fixture = try LintFixture()
    try fixture.folder.write(String(text[start..<end]), to: ".keywright.json")
    try fixture.folder.write(
      LintFixture.manifest(["stores.tickets.view", "stores.tickets.update", "stores.orders.create"]
      ),
      to: "desk.json")
    let run = try fixture.run("lint", "desk.json")
    #expect(run.status == .exited(1))
    #expect(run.outputText.contains("desk-makes-orders"))
    #expect(run.outputText.contains("The policy requires purpose, and the key has none."))
  }
}
