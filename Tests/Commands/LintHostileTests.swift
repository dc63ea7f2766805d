import TerminalHarness
import Testing

/// Bad input through the binary: exit status 2 or 1, never 0, never a crash, nothing that controls
/// the terminal.
struct LintHostileTests {
  @Test(arguments: [
    ("\"rotateBy\": \"2027-02-01\"", "\"rotateBy\": \"2027-02-30\"", 6),
    ("203.0.113.7", "300.1.1.1", 5), ("203.0.113.7", "::/129", 5),
    ("\"label\": \"", "\"label\": \"\\u001b]0;owned\\u0007", 4),
    ("  \"label\"", "  \"\u{202E}scopes\": [],\n  \"scopes\"", 8),
  ])
  func `a value that makes no sense is located`(
    sound: String, hostile: String, line: Int
  ) throws {
    let fixture = try LintFixture()
    try fixture.folder.write(LintFixture.clean.replacing(sound, with: hostile), to: "a.json")
    let run = try fixture.run("lint", "a.json")
    #expect(run.status == .exited(2))
    #expect(run.output == [])
    #expect(run.errorText.hasPrefix("keywright: a.json:\(line):"), "\(run.errorText)")
    #expect(!Self.controls(run))
  }

  @Test func `a manifest that is cut short does not pass`() throws {
    let fixture = try LintFixture()
    let bytes = Array(LintFixture.clean.utf8)
    for count in stride(from: 0, to: bytes.count - 2, by: 41) {
      let run = try fixture.run("lint", "-", input: Array(bytes[..<count]))
      #expect(run.status == .exited(2), "\(count)")
      #expect(run.output == [])
    }
  }

  @Test(arguments: ["text", "json", "sarif", "github"])
  func `escape sequences reach neither stream`(format: String) throws {
    let fixture = try LintFixture()
    let scope = "stores.\u{202E}\u{200B}orders.view\u{FEFF}"
    let name = "a\u{1B}]0;owned\u{7}\u{9B}31m.json"
    try fixture.folder.write(LintFixture.manifest(["stores.orders.view", scope]), to: name)
    let run = try fixture.run(
      "lint", "--format", format, name, "missing\u{1B}[2J.json", "b\u{202E}.json")
    #expect(run.status == .exited(2))
    #expect(run.output.count > 0)
    #expect(!Self.controls(run))
  }

  @Test func `what is no text at all is located`() throws {
    let fixture = try LintFixture()
    var bytes = Array(LintFixture.clean.utf8)
    bytes[bytes.count / 2] = 0xFF
    try fixture.folder.write(bytes, to: "bytes.json")
    try fixture.folder.write(
      String(repeating: "[", count: 100_000), to: "deep.json")
    let run = try fixture.run("lint", "bytes.json", "deep.json")
    #expect(run.status == .exited(2))
    let said = run.errorText.split(separator: "\n")
    #expect(said.count == 2)
    #expect(said.first?.hasPrefix("keywright: bytes.json:") == true)
    #expect(said.last?.hasPrefix("keywright: deep.json:1:") == true)
  }

  @Test func `ten megabytes of scopes are an answer and not a crash`() throws {
    let fixture = try LintFixture()
    let long = String(repeating: "x", count: 250)
    let unknown = (0..<40_000).map { "\(long)\($0)" }
    try fixture.folder.write(LintFixture.manifest(unknown), to: "many.json")
    let same = Array(repeating: "stores.orders.view", count: 100_000)
    try fixture.folder.write(LintFixture.manifest(same), to: "same.json")
    let many = try CommandRun(
      fixture.executable, ["lint", "--format", "github", "many.json", "same.json"],
      environment: cleanEnvironment(home: fixture.folder.path), directory: fixture.folder.path,
      deadline: .seconds(120))
    #expect(many.status == .exited(2))
    let levels = ["error", "warning", "notice"].map { level in
      many.outputText.split(separator: "\n").count { $0.hasPrefix("::\(level) ") }
    }
    #expect(levels.allSatisfy { $0 <= 10 } && levels.contains(10), "a step shows ten of a level")
    #expect(many.outputText.contains("more errors; a step shows 10 of a level"))
    #expect(many.errorText.contains("same.json:9: at scopes[1]: "))
  }

  /// Whether anything but line ends controls the terminal, or hides or turns text.
  private static func controls(_ run: CommandRun) -> Bool {
    (run.outputText + run.errorText).unicodeScalars.contains { scalar in
      guard scalar != "\n" else { return false }
      return switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
  }
}
