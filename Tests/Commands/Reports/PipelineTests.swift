import TerminalHarness
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The files for pipelines and the examples of `Assets/Docs/ci.md`, run as far as a machine without
/// their servers can.
struct PipelineTests {
  private let fixture: LintFixture
  private static let root =
    #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()

  init() throws {
    fixture = try LintFixture()
    try fixture.folder.write("ref: refs/heads/main\n", to: ".git/HEAD")
    try fixture.folder.write(LintFixture.faulty, to: "keys/a.key.json")
    try fixture.folder.write(LintFixture.clean, to: "keys/b.key.json")
    try fixture.folder.write(
      "#!/bin/sh\nexec '\(fixture.executable)' \"$@\"\n", to: "bin/keywright")
    chmod(fixture.folder.file("bin/keywright"), 0o755)
  }

  private static func text(_ path: String) throws -> String {
    let run = try CommandRun(
      "cat", ["\(root)/\(path)"], environment: cleanEnvironment(home: "/tmp"))
    #expect(run.status == .exited(0), "\(path)")
    return run.outputText
  }

  /// Runs a script of bash with the program in its path.
  private func bash(_ script: String, _ variables: [String: String] = [:]) throws -> CommandRun {
    let path = (getenv("PATH").map { String(cString: $0) }) ?? "/usr/bin:/bin"
    var environment = cleanEnvironment(
      home: fixture.folder.path, adding: ["SOURCE_DATE_EPOCH": "1796083200"])
    environment["PATH"] = fixture.folder.file("bin") + ":" + path
    return try CommandRun(
      "bash", ["-c", script], environment: environment.merging(variables) { $1 },
      directory: fixture.folder.path)
  }

  /// What Python reads from a YAML file: the value that an expression picks.
  private func yaml(_ path: String, _ expression: String) throws -> String {
    let script = """
      import sys, yaml
      document = yaml.safe_load(open(sys.argv[1]))
      print(\(expression))
      """
    let run = try CommandRun(
      "python3", ["-c", script, "\(Self.root)/\(path)"],
      environment: cleanEnvironment(home: "/tmp"))
    #expect(run.status == .exited(0), "\(run.errorText)")
    return run.outputText
  }

  /// Debian's Python, which has the package that the README installs.
  private static let hasYAML =
    (try? CommandRun(
      "python3", ["-c", "import yaml"], environment: cleanEnvironment(home: "/tmp")))?.status
    == .exited(0)

  @Test func `every command of the page on pipelines does what it says`() throws {
    let page = try Self.text("Assets/Docs/ci.md")
    let commands = page.split(separator: "\n").compactMap { line -> Substring? in
      guard let start = line.firstRange(of: "keywright lint --")?.lowerBound,
        !line.hasPrefix("|"), !line.contains("`")
      else { return nil }
      let end = line[start...].firstIndex { "'|".contains($0) } ?? line.endIndex
      return line[start..<end]
    }
    #expect(commands.count >= 5)
    for command in commands {
      let run = try bash(String(command))
      #expect(run.status == .exited(1), "\(command): \(run.errorText)")
    }
    for name in ["summary.md", "keys.sarif", "keys.xml"] {
      #expect(fixture.folder.read(name)?.isEmpty == false, "\(name)")
    }
  }

  @Test(.enabled(if: hasYAML, "python3 has no yaml here")) func `the examples are YAML`() throws {
    let blocks = try Self.text("Assets/Docs/ci.md").split(separator: "```yaml\n").dropFirst()
    #expect(blocks.count == 5)
    for block in blocks {
      let text = String(block[..<(block.firstRange(of: "```")?.lowerBound ?? block.endIndex)])
      let run = try CommandRun(
        "python3", ["-c", "import sys, yaml; assert yaml.safe_load(sys.stdin)"],
        input: Array(text.utf8), environment: cleanEnvironment(home: "/tmp"))
      #expect(run.status == .exited(0), "\(text)\(run.errorText)")
    }
  }

  @Test(
    .enabled(if: hasYAML, "python3 has no yaml here"),
    arguments: [("error", 1), ("warning", 1)])
  func `GitHub's action leaves annotations, a SARIF file and a summary`(
    failOn: String, status: Int
  ) throws {
    let path = ".github/actions/lint/action.yml"
    let script = try yaml(path, "document['runs']['steps'][0]['run']")
    let names = try yaml(path, "' '.join(document['runs']['steps'][0]['env'])")
    #expect(names == "FILES FAIL_ON POLICY KEYWRIGHT\n")
    #expect(try yaml(path, "'${{' in document['runs']['steps'][0]['run']") == "False\n")
    let variables = [
      "FILES": "keys/*.key.json none/*.json", "FAIL_ON": failOn, "POLICY": "",
      "KEYWRIGHT": "keywright", "RUNNER_TEMP": fixture.folder.path,
      "GITHUB_OUTPUT": fixture.folder.file("output"),
      "GITHUB_STEP_SUMMARY": fixture.folder.file("page.md"),
    ]
    let run = try bash(script, variables)
    #expect(run.status == .exited(status), "\(run.errorText)")
    #expect(run.outputText.hasPrefix("::error file=keys/a.key.json,line=9,"))
    let sarif = try #require(fixture.folder.read("keywright.sarif"))
    #expect(try CodeScanning(sarif).alerts.count == 2)
    let page = try #require(fixture.folder.read("page.md"))
    #expect(String(decoding: page, as: UTF8.self).hasPrefix("## Keywright: 1 error, 1 warning"))
    // A pattern without files is no success.
    #expect(
      try bash(script, variables.merging(["FILES": "none/*.json"]) { $1 }).status == .exited(2))
  }

  @Test(.enabled(if: hasYAML, "python3 has no yaml here"))
  func `GitLab's template leaves the two reports that it declares`() throws {
    let path = "Assets/Pipelines/gitlab.yml"
    let script = try yaml(path, "document['.keywright-lint']['script'][0]")
    let run = try bash(
      script, ["KEYWRIGHT_FILES": "keys/*.key.json", "KEYWRIGHT_FAIL_ON": "error"])
    #expect(run.status == .exited(1), "\(run.errorText)")
    let reports = try yaml(
      path, "'\\n'.join(document['.keywright-lint']['artifacts']['reports'].values())")
    for name in reports.split(separator: "\n") {
      #expect(fixture.folder.read(String(name)) != nil, "\(name)")
    }
  }

  private static let hasPreCommit =
    (try? CommandRun(
      "/usr/bin/env", ["pre-commit", "--version"],
      environment: cleanEnvironment(
        home: "/tmp", adding: ["PATH": getenv("PATH").map { String(cString: $0) } ?? ""])))?.status
    == .exited(0)

  @Test(.enabled(if: hasPreCommit, "needs pre-commit: pip install pre-commit"))
  func `pre-commit runs the hook on the manifests alone, several at once`() throws {
    let git = "git -c user.name=t -c user.email=t@example.com -c init.defaultBranch=main"
    let made = try bash(
      """
      set -e
      mkdir hooks work && cp '\(Self.root)/.pre-commit-hooks.yaml' hooks/
      (cd hooks && \(git) init -q && git add . && \(git) commit -qm hooks)
      cd work && \(git) init -q
      for n in $(seq 1 60); do cp ../keys/b.key.json "key $n.key.json"; done
      echo '{' > other.json
      git add .
      """)
    #expect(made.status == .exited(0), "\(made.errorText)")
    let clean = try bash("cd work && pre-commit try-repo ../hooks keywright-lint --all-files")
    #expect(clean.status == .exited(0), "\(clean.outputText)\(clean.errorText)")
    #expect(clean.outputText.contains("Passed"))
    let faulty = try bash(
      "cd work && cp ../keys/a.key.json . && git add . && "
        + "pre-commit try-repo ../hooks keywright-lint --all-files")
    #expect(faulty.status == .exited(1))
    #expect(faulty.outputText.contains("free-goods-order-deliver"))
  }
}
