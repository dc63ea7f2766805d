import TerminalHarness
import Testing

@testable import keywright

/// Many manifests in one process.
struct LintManyTests {
  @Test func `hundreds of manifests are answered in their order`() throws {
    let fixture = try LintFixture()
    var names: [String] = []
    for number in 0..<400 {
      let text = number == 270 ? LintFixture.faulty : LintFixture.clean
      names.append("key\(number).json")
      try fixture.folder.write(text, to: "key\(number).json")
    }
    func lint(_ arguments: [String]) throws -> CommandRun {
      try CommandRun(
        fixture.executable, ["lint"] + arguments,
        environment: cleanEnvironment(home: fixture.folder.path), directory: fixture.folder.path)
    }
    let run = try lint(names)
    #expect(run.status == .exited(1))
    let paths = run.outputText.split(separator: "\n").filter { $0.hasPrefix("key") }
      .map { $0.split(separator: ":")[0] }
    #expect(paths.map(String.init) == names)
    #expect(run.outputText.hasSuffix("\n400 manifests: 1 error, 1 warning, 0 notes, 0 accepted\n"))
    #expect(try lint(["--format", "github"] + names + ["--fail-on=note"]).status == .exited(1))
    #expect(try lint(["--format", "xml"] + names).status == .exited(64))
    #expect(try lint(["--no-such-option"] + names).status == .exited(64))
    #expect(try lint(names + ["--help"]).status == .exited(0))
    #expect(try lint(names + ["missing.json"]).status == .exited(2))
  }

  @Test func `options and manifests are told apart as the parser does`() {
    let (options, manifests) = ManyArguments.split([
      "a", "--format", "json", "-", "--fail-on=note", "b", "--policy", "-p", "--", "--c", "-d",
    ])
    #expect(options == ["--format", "json", "--fail-on=note", "--policy", "-p"])
    #expect(manifests == ["a", "-", "b", "--c", "-d"])
  }
}

/// Manifests that a list names.
struct LintListTests {
  private let fixture: LintFixture

  init() throws {
    fixture = try LintFixture()
    for number in 0..<40 {
      try fixture.folder.write(
        number % 9 == 4 ? LintFixture.faulty : LintFixture.clean, to: "key \(number).json")
    }
    try fixture.folder.write(LintFixture.clean, to: "two\nlines.json")
  }

  private func lint(_ arguments: [String], input: String = "") throws -> CommandRun {
    try CommandRun(
      fixture.executable, ["lint"] + arguments, input: Array(input.utf8),
      environment: cleanEnvironment(home: fixture.folder.path), directory: fixture.folder.path)
  }

  private let names = (0..<40).map { "key \($0).json" }

  @Test(arguments: ["text", "json", "github", "sarif"])
  func `a list says what the same arguments say, in their order`(format: String) throws {
    let named = try lint(["--format", format] + names)
    let options = ["--format", format, "--files-from", "-"]
    let lines = try lint(options, input: names.joined(separator: "\n") + "\n\n")
    let zeros = try lint(options, input: names.joined(separator: "\0") + "\0")
    let open = try lint(options, input: names.joined(separator: "\n"))
    for run in [lines, zeros, open] {
      #expect(run.status == named.status && run.outputText == named.outputText)
      #expect(run.errorText == named.errorText)
    }
    try fixture.folder.write(names.dropFirst(3).joined(separator: "\n"), to: "list")
    let both = try lint(["--format", format, "--files-from", "list"] + names.prefix(3))
    #expect(both.outputText == named.outputText)
  }

  @Test func `a zero byte behind each path lets it have line breaks`() throws {
    let run = try lint(["--files-from", "-"], input: "key 0.json\0two\nlines.json\0")
    #expect(run.status == .exited(0), "\(run.errorText)")
    #expect(run.outputText.contains("\n2 manifests: "))
  }

  @Test func `what cannot be read is said in its place, and the rest is judged`() throws {
    let run = try lint(["--files-from", "-"], input: "missing.json\nkey 0.json\n.\nkey 1.json\n")
    #expect(run.status == .exited(2))
    #expect(run.outputText.contains("\n2 manifests: "))
    #expect(run.errorText.split(separator: "\n").count == 2)
    #expect(run.errorText.hasPrefix("keywright: missing.json: "))
  }

  @Test func `a list that names nothing, or is none, is an error`() throws {
    for input in ["", "\n\n", "\0"] {
      #expect(try lint(["--files-from", "-"], input: input).status == .exited(2))
    }
    #expect(try lint(["--files-from", "missing"]).status == .exited(2))
    #expect(try lint(["--files-from", "."]).status == .exited(2))
    #expect(try lint(["--files-from", "-", "-"]).status == .exited(64))
    let long = String(repeating: "a", count: 200_000)
    let run = try lint(["--files-from", "-"], input: long)
    #expect(run.status == .exited(2) && run.errorText.contains("longer than 64 KiB"))
  }
}
