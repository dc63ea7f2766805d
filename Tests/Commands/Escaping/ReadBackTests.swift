import Documents
import TerminalHarness
import TestSupport
import Testing

/// What goes into another format comes out of that format's own readers as it was.
@Suite struct ReadBackTests {
  private let texts: [String]

  init() {
    var random = SeededRandom()
    texts = UnrulyText.many(3000, &random)
  }

  // MARK: - Shells

  @Test(arguments: ["sh", "dash", "bash", "bash --posix"])
  func `a shell reads back a quoted word`(shell: String) throws {
    let folder = try TemporaryFolder()
    for words in [texts.map(ShellWord.quoted), texts.map(ShellWord.shown)] {
      let lines = words.map { "printf '%s\\0' \($0)\n" }.joined()
      try folder.write(lines, to: "words.sh")
      let run = try CommandRun(
        "sh", ["-c", "\(shell) words.sh"],
        environment: cleanEnvironment(home: folder.path, adding: ["LC_ALL": "C.UTF-8"]),
        directory: folder.path, deadline: .seconds(60))
      #expect(run.status == .exited(0) && run.error.isEmpty, "\(run.errorText.prefix(300))")
      let read = run.output.split(separator: 0, omittingEmptySubsequences: false).dropLast()
        .map { String(decoding: $0, as: UTF8.self) }
      #expect(differences(read, texts) == "")
      #expect(folder.names() == ["words.sh"])
    }
  }

  @Test func `Python's shlex reads back a quoted word`() throws {
    let read = try Python.map(
      [texts.map(ShellWord.shown).joined(separator: " ")],
      "import shlex; results = shlex.split(texts[0])")
    #expect(differences(read, texts) == "")
  }

  // MARK: - Documents

  @Test func `JSON's readers read back a string`() throws {
    #expect(differences(try Python.map(texts, "results = texts"), texts) == "")
    let own = try JSONDocument(parsing: JSONWriter.write(.strings(texts))).root.requireStrings()
    #expect(differences(own, texts) == "")
  }

  @Test(.enabled(if: Python.has("yaml"), "python3-yaml is installed"))
  func `a YAML reader reads back a string of JSON`() throws {
    // PyYAML does not join the two escapes by which JSON writes a hidden character beyond U+FFFF.
    let plain = texts.filter { text in
      text.unicodeScalars.allSatisfy {
        $0.value <= 0xFFFF || $0.properties.generalCategory != .format
      }
    }
    let documents = plain.map {
      String(decoding: JSONWriter.writeLine(.object([("a", .string($0))])), as: UTF8.self)
    }
    let read = try Python.map(
      documents, "import yaml; results = [yaml.safe_load(text)['a'] for text in texts]")
    #expect(differences(read, plain) == "")
  }

  @Test func `a URL's readers read back a path`() throws {
    let encoded = texts.map { PercentCoding.encoded($0) }
    #expect(encoded.joined().utf8.allSatisfy { (0x21..<0x7F).contains($0) })
    let read = try Python.map(
      encoded, "from urllib.parse import unquote; results = [unquote(text) for text in texts]")
    #expect(differences(read, texts) == "")
  }

  // MARK: - Markdown

  /// What stands for a text on one line.
  private func onOneLine(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      let picture =
        scalar == "\u{7F}" ? 0x2421 : scalar.value < 0x20 ? 0x2400 + scalar.value : scalar.value
      result.unicodeScalars.append(Unicode.Scalar(picture) ?? scalar)
    }
    return result
  }

  /// Renders texts in an item of a list, and gives their words; anything but words and code is named.
  private func rendered(_ texts: [String]) throws -> [String] {
    try Python.map(
      texts,
      """
      from markdown_it import MarkdownIt
      reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
      for text in texts:
          tokens = reader.parse("- Words: " + text + "\\n")
          kinds = [t.type for t in tokens if t.type != "inline"]
          words = ""
          for token in tokens:
              for part in token.children or []:
                  if part.type not in ("text", "code_inline"):
                      words += "<" + part.type + ">"
                  words += part.content
          if kinds != ["bullet_list_open", "list_item_open", "paragraph_open", "paragraph_close", "list_item_close", "bullet_list_close"]:
              words = "blocks: " + " ".join(kinds)
          results.append(words)
      """)
  }

  private static let hasRenderer = Python.has("markdown_it")

  /// A text as a span shows it: on one line, and no command in the log of a build.
  private func shown(_ text: String) -> String { onOneLine(LogLine.inertWithin(text)) }

  @Test(.enabled(if: hasRenderer, "python3-markdown-it is installed"))
  func `Markdown shows code as it was`() throws {
    let read = try rendered(texts.map(MarkdownText.code))
    // No span is empty.
    #expect(differences(read, texts.map { "Words: " + ($0.isEmpty ? " " : shown($0)) }) == "")
  }

  @Test(.enabled(if: hasRenderer, "python3-markdown-it is installed"))
  func `Markdown shows prose as it was, and no link`() throws {
    let read = try rendered(texts.map(MarkdownText.prose))
    let expected = texts.map { "Words: " + ($0.isEmpty ? " " : shown($0)) }
    #expect(differences(read, expected) == "")
    #expect(
      MarkdownText.prose("Reads orders, and/or deletes (some).")
        == "Reads orders, and/or deletes (some).")
    for markup in [
      "[a]\u{301}(b)", "@team", "see www.x.test", "a1b2c3d", "GH-12", "a:b", "<b>", "x_y_",
    ] {
      #expect(MarkdownText.prose(markup) == "`\(markup)`")
    }
  }

  @Test(.enabled(if: hasRenderer, "python3-markdown-it is installed"))
  func `Markdown shows escaped text as it was, wherever a line starts`() throws {
    let words = try Python.map(
      texts.map(MarkdownText.escaped),
      """
      from markdown_it import MarkdownIt
      reader = MarkdownIt("commonmark")
      for text in texts:
          tokens = reader.parse(text + "\\n")
          parts = [p for t in tokens for p in t.children or []]
          strange = [p.type for p in parts if p.type != "text"]
          strange += [t.type for t in tokens if t.type not in ("paragraph_open", "inline", "paragraph_close")]
          results.append(" ".join(strange) + "".join(p.content for p in parts).strip())
      """)
    let expected = try Python.map(
      texts.map(onOneLine), "results = [text.strip() for text in texts]")
    #expect(differences(words, expected) == "")
  }

  // MARK: - Build servers

  @Test func `GitHub's runner reads back a message and a property`() {
    for text in texts {
      let line =
        "::error file=\(WorkflowCommand.property(text)),line=1::\(WorkflowCommand.data(text))"
      let command = RunnerCommand(line)
      #expect(command?.name == "error")
      #expect(command?.properties["line"] == "1")
      // The runner leaves an empty value out.
      #expect(differences([command?.properties["file"] ?? ""], [text]) == "")
      #expect(differences([command?.message ?? ""], [text]) == "")
      #expect(!line.utf8.contains { $0 == 0x0A || $0 == 0x0D })
    }
  }

  @Test func `no build server finds a command in a line for people`() {
    for text in texts + [
      "::stop-commands::x", "\u{3000} ::add-mask::x", "a##[error]b", "##vso[x]y",
    ] {
      let line = LogLine.inert(text.filter { !$0.isNewline })
      #expect(RunnerCommand(line) == nil, "\(line.debugDescription)")
      #expect(!RunnerCommand.hasOldCommand(line), "\(line.debugDescription)")
    }
    for line in ["a::b", "# Title", "## Title [x]", "lint: 12 of 13", "a #[b]"] {
      #expect(LogLine.inert(line) == line)
    }
  }

  @Test func `no build server finds a command in data`() {
    for text in ["##[error]b", "a ##vso[task.x a=b]c", "##teamcity[x]", "###[x]", "##a##[b]"] {
      let form = JSONNode.object([("a", .string(text))])
      for shown in [
        String(decoding: JSONWriter.write(form), as: UTF8.self),
        String(decoding: YAMLWriter.write([form]), as: UTF8.self),
        String(decoding: TOMLWriter.write([("a", .string(text))]), as: UTF8.self),
        XMLText.escaped(text), ShellWord.quoted(text), MarkdownText.code(text),
      ] { #expect(!RunnerCommand.hasOldCommand(shown), "\(shown)") }
    }
    #expect(ShellWord.quoted("## Title [x]") == "'## Title [x]'")
  }

  @Test func `a viewer of SARIF shows a message as it was, without a link or a placeholder`() {
    for text in texts + ["[a](b)", "\\[a](b)", "{0} of {id}", "[a]\u{301}(b)", "[[a]](b)"] {
      let message = SARIFText.message(text)
      #expect(differences([SARIFViewer.text(of: message)], [text]) == "")
    }
  }

  // MARK: - Names of files

  @Test func `a file's name is letters, digits and hyphens`() {
    for text in texts {
      let name = FileName.plain(text)
      #expect(
        name.utf8.allSatisfy {
          (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D
        })
      #expect(!name.hasPrefix("-") && !name.hasSuffix("-") && name.utf8.count <= 60)
    }
    #expect(FileName.plain("Refund desk: EU/1") == "refund-desk-eu-1")
    #expect(FileName.plain("one two three", words: 2) == "one-two")
    #expect(FileName.plain(String(repeating: "x", count: 500)).utf8.count == 60)
  }
}
