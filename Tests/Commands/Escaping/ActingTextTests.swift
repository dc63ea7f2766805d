import Documents
import TerminalHarness
import Testing

/// Nothing that is read acts: what a file or an argument says is shown, and no program obeys it.
@Suite struct ActingTextTests {
  private let fixture: LintFixture

  init() throws { fixture = try LintFixture() }

  private func shell(_ line: String) throws -> CommandRun {
    try CommandRun(
      "sh", ["-c", line], environment: cleanEnvironment(home: fixture.folder.path),
      directory: fixture.folder.path)
  }

  // MARK: - A shell

  /// A quote of which a mark, a joiner or a selector makes another character, and a command that
  /// would leave a file.
  static let words = ["\u{301}", "\u{338}", "\u{200D}", "\u{FE0F}", "\u{20E3}", "\u{903}"]
    .flatMap { mark in
      ["'\(mark);touch${IFS}owned;'\(mark)", "\(mark)'\(mark)$(touch${IFS}owned)\(mark)'"]
    }

  private func catalog(_ word: String) -> String {
    """
    {
      "$schema": "urn:keywright:catalog:1", "id": "x\(word)", "name": "X\(word)",
      "version": "1\(word)", "servers": ["https://api.example.com"],
      "categories": [{ "name": "All", "scopes": [{ "id": "s\(word)", "title": "S" }] }],
      "operations": [
        { "method": "GET", "path": "/a/{b\(word)}/\(word)", "requires": [["s\(word)"]] }
      ]
    }
    """
  }

  @Test(arguments: words) func `a probe's script runs no command of a catalog`(word: String) throws
  {
    try fixture.folder.write(catalog(word), to: "x.json")
    let made = try fixture.run(
      "export", "--catalog", "x.json", "--scope", "s\(word)", "-o", "key.json")
    #expect(made.status == .exited(0), "\(made.errorText)")
    let plan = try fixture.run("probe", "--catalog", "x.json", "key.json", "-o", "probe.sh")
    #expect(plan.status == .exited(0), "\(plan.errorText)")
    for reader in ["sh", "dash", "bash"] {
      let run = try shell("\(reader) -n probe.sh && \(reader) probe.sh --dry")
      #expect(run.status == .exited(0) && run.error.isEmpty, "\(run.errorText)")
      #expect(run.lines.count == 1 && run.outputText.contains(" GET https://api.example.com/a/"))
      // It has no key, and ends before it asks.
      #expect(try shell("\(reader) probe.sh").status == .exited(64))
    }
    #expect(!fixture.folder.names().contains("owned"))
  }

  @Test(arguments: words) func `a page's command runs as one word`(word: String) throws {
    let policy = """
      { "$schema": "urn:keywright:policy:1", "combinations": [{
        "id": "ours", "title": "Ours", "severity": "error", "confidence": "documented",
        "all": ["stores.orders.view", "stores.orders.create"], "message": "Not both."
      }] }
      """
    let name = "p\(word).json"
    try fixture.folder.write(policy, to: name)
    try fixture.folder.write(LintFixture.faulty, to: "a.json")
    let run = try fixture.run("lint", "--policy", name, "a.json")
    let command = try #require(
      run.lines.first { $0.contains("explain ours") }?.split(separator: "page: ").last)
    let read = try shell("printf '%s\\n' \(command.dropFirst("keywright ".count))")
    #expect(read.lines.prefix(3) == ["explain", "ours", "--policy"] && read.lines.count == 4)
    #expect(!fixture.folder.names().contains("owned"))
  }

  // MARK: - Markdown

  @Test(.enabled(if: Python.has("markdown_it"), "python3-markdown-it is installed"))
  func `a key's page for review has no link of a label or a purpose`() throws {
    for mark in ["", "\u{301}", "\u{200D}", "\u{FE0F}"] {
      let markup = "[\(mark)see\(mark)]\(mark)(\(mark)https://x.test/ \(mark)<b>\(mark)`\(mark)"
      let text = "[see\(mark)](https://x.test/) \(markup)"
      let run = try fixture.run(
        "export", "--scope", "stores.orders.view", "--label", text, "--purpose", text, "--format",
        "markdown")
      #expect(run.status == .exited(0))
      let kinds = try Python.map(
        [run.outputText],
        """
        from markdown_it import MarkdownIt
        for token in MarkdownIt("commonmark").parse(texts[0]):
            results += [part.type for part in token.children or []]
        """)
      #expect(
        Set(kinds).isSubset(of: ["text", "code_inline", "strong_open", "strong_close"]), "\(kinds)")
    }
  }

  // MARK: - A build server

  /// A line of a runner's own in the name of a file.
  static let names = [
    "a\n::stop-commands::owned\n.json", "a\r\n::add-mask::owned\r.json",
    "a,\u{301}line=9:\u{301}:owned.json",
    "::stop-commands::owned", "##[stop-commands]owned", "a\u{2028}::stop-commands::owned",
  ]

  /// The lines of both streams that a runner obeys, but for our own annotations.
  private func commands(_ run: CommandRun) -> [String] {
    [run.outputText, run.errorText].flatMap { text in
      text.utf8.split { $0 == 0x0A || $0 == 0x0D }.map { String(Substring($0)) }
    }.filter { line in
      if let command = RunnerCommand(line) {
        return !["error", "warning", "notice"].contains(command.name)
      }
      return RunnerCommand.hasOldCommand(line)
    }
  }

  @Test(arguments: names) func `the name of a file starts no command`(name: String) throws {
    let runs = [
      ["lint", name], ["lint", "--format", "github", name], ["lint", "--policy", name, "a.json"],
      ["diff", name, "a.json"], ["diff", "a.json", name, "--format", "markdown"], ["split", name],
      ["explain", name], ["explain", "--manifest", name, "no-address-list"], ["scopes", name],
      ["scopes", "--catalog", name], ["need", "--curl", name], ["need", "--har", name],
      ["need", "--log", name], ["probe", name], ["probe", "--results", name],
      ["config", "check", name],
      ["catalog", "check", name], ["catalog", "show", name], ["catalog", "add", name],
      ["catalog", "import", name], ["catalog", "remove", name], ["export", "--scope", name],
      ["export", "--preset", name], ["export", "--format", name], ["--catalog", name, "--plain"],
      [name, "--nothing"], ["lint", "--nothing=\(name)"], ["help", name],
    ]
    try fixture.folder.write(LintFixture.faulty, to: "a.json")
    // Each name without a file, and with one that is read or one that is refused.
    let isRead = Self.names.firstIndex(of: name).map { $0 % 2 == 0 } ?? true
    for content in [nil, isRead ? LintFixture.faulty : "{ \"a\": \"" + "\\u0000\"}"] {
      if let content { try fixture.folder.write(content, to: name) }
      for arguments in runs {
        let run = try fixture.run(arguments)
        #expect(commands(run) == [], "\(arguments)")
        #expect(!run.output.contains(0x1B) && !run.error.contains(0x1B))
      }
    }
  }

  @Test(arguments: names) func `an annotation names its file, and has no other property`(
    name: String
  ) throws {
    guard !name.starts(exactlyWith: "-") else { return }
    try fixture.folder.write(LintFixture.faulty, to: name)
    let run = try fixture.run("lint", "--format", "github", name)
    let lines = run.outputText.utf8.split(separator: 0x0A).map { String(Substring($0)) }
    #expect(lines.count == 2)
    for line in lines {
      let command = try #require(RunnerCommand(line), "\(line)")
      #expect(Set(command.properties.keys) == ["file", "line", "title"], "\(line)")
      #expect(command.properties["line"] == "9" || command.properties["line"] == "10")
      let visible = name.unicodeScalars.map { $0 == "\u{2028}" ? "<U+2028>" : String($0) }.joined()
      #expect(differences([command.properties["file"] ?? ""], [visible]) == "")
    }
  }

  @Test func `nothing that is printed holds a command to a build server`() throws {
    let text = "##vso[task.x a=b]c"
    for id in [text, "::stop-commands::x", "a##[b]"] {
      try fixture.folder.write(LintFixture.manifest(["stores.orders.view", id]), to: "a.json")
      let run = try fixture.run("export", "--format", "ids", "a.json")
      #expect(run.status == .exited(2) && run.output.isEmpty)
      #expect(run.errorText.contains("would be a command in the log of a build"))
      #expect(!RunnerCommand.hasOldCommand(run.errorText))
    }
    try fixture.folder.write(
      LintFixture.manifest(["stores.orders.view", "made.up"], label: text), to: "a.json")
    for arguments in [
      ["lint", "--format", "json"], ["lint", "--format", "sarif"], ["lint", "--format", "junit"],
      ["lint", "--format", "summary"], ["table", "--format", "csv"], ["table", "--format", "json"],
      ["table", "--format", "markdown"], ["export"], ["export", "--format", "markdown"],
      ["export", "--format", "dashboard"], ["split"], ["diff", "--format", "markdown", "a.json"],
    ] {
      let run = try fixture.run(arguments + ["a.json"])
      #expect([.exited(0), .exited(1)].contains(run.status), "\(arguments): \(run.errorText)")
      #expect(!run.output.isEmpty)
      #expect(!RunnerCommand.hasOldCommand(run.outputText + run.errorText), "\(arguments)")
    }
  }

  @Test func `a message of SARIF has no link and no placeholder`() throws {
    let scope = "[see]\u{301}(https://x.test)"
    try fixture.folder.write(
      LintFixture.manifest(["stores.orders.view", scope, "[a](b){0}"]), to: "a.json")
    let run = try fixture.run("lint", "--format", "sarif", "a.json")
    let results = try run.json()["runs"]?.elements.first?["results"]?.elements ?? []
    let messages = results.compactMap { $0["message"]?["text"]?.string }
    #expect(messages.contains { $0.contains("{{0}}") })
    for message in messages {
      let shown = SARIFViewer.text(of: message)
      #expect(!shown.contains("<link>") && !shown.contains("<argument>"), "\(shown)")
    }
    #expect(messages.map(SARIFViewer.text).contains { $0.contains("[a](b){0}") })
  }

  // MARK: - A terminal

  @Test func `columns stand under each other in any script`() throws {
    let catalog = """
      {
        "$schema": "urn:keywright:catalog:1", "id": "x", "name": "X", "version": "1",
        "categories": [{ "name": "All", "scopes": [
          { "id": "漢字", "title": "T1" }, { "id": "ab", "title": "T2" },
          { "id": "e\u{301}e\u{323}\u{301}", "title": "T3" }, { "id": "👩‍👩‍👧", "title": "T4" }
        ] }]
      }
      """
    try fixture.folder.write(catalog, to: "x.json")
    let run = try fixture.run("scopes", "--catalog", "x.json")
    #expect(
      run.lines.dropFirst().map { $0.prefix { $0 != "(" } } == [
        "  漢字  T1 ", "  ab    T2 ", "  é\u{1EB9}\u{301}    T3 ", "  👩    T4 ",
      ])
  }
}
