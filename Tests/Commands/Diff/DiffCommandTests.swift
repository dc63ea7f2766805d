import Documents
import TerminalHarness
import Testing

/// `keywright diff` on files, and what scripts and pull requests read of it.
struct DiffCommandTests {
  let fixture: LintFixture

  init() throws {
    fixture = try LintFixture()
    try fixture.folder.write(
      LintFixture.manifest(["stores.orders.view", "stores.orders.create"]), to: "old.json")
    try fixture.folder.write(LintFixture.faulty, to: "new.json")
  }

  @Test func `a widened key says so for people, with status 1`() throws {
    let run = try fixture.run("diff", "old.json", "new.json")
    #expect(run.status == .exited(1) && run.errorText == "")
    for part in [
      "old.json -> new.json\n", "Scopes\n  + stores.orders.deliver\n",
      "  + PUT /stores/{storeId}/orders/{orderId}/deliver\n",
      "  + error free-goods-order-deliver: Creates an order",
      "\nWidened: 1 scope more, 4 open calls more.\n",
    ] { #expect(run.outputText.contains(part), "\(part)") }
  }

  @Test func `a narrowed key and an equal one have status 0`() throws {
    let narrowed = try fixture.run("diff", "new.json", "old.json")
    #expect(narrowed.status == .exited(0))
    #expect(narrowed.outputText.contains("Not widened: the new key can do less.\n"))
    let equal = try fixture.run("diff", "new.json", "new.json")
    #expect(equal.status == .exited(0))
    #expect(equal.outputText.contains("No change: both keys are the same.\n"))
  }

  @Test func `the document has the shape that is promised`() throws {
    try fixture.folder.write(
      LintFixture.manifest(["stores.view"], label: "Reader of stores"), to: "a.json")
    try fixture.folder.write(
      LintFixture.manifest(["stores.view", "stores.create"], label: "Maker of stores"),
      to: "b.json")
    let run = try fixture.run("diff", "a.json", "b.json", "--format", "json")
    #expect(run.status == .exited(1))
    #expect(
      run.outputText == """
        {
          "policy": null,
          "added": { "scopes": ["stores.create"], "operations": ["POST /stores"], "findings": [] },
          "removed": { "scopes": [], "operations": [], "findings": [] },
          "widened": true,
          "details": [{ "detail": "label", "old": ["Reader of stores"], "new": ["Maker of stores"], "widened": false }]
        }

        """)
  }

  @Test func `findings are the objects of lint`() throws {
    let diff = try fixture.run("diff", "old.json", "new.json", "--format", "json")
    let lint = try fixture.run("lint", "new.json", "--format", "json")
    let added = try diff.json()["added"]?["findings"]?.elements ?? []
    let all =
      try JSONDocument(parsing: lint.output).root["manifests"]?.elements.first?["findings"]?
      .elements
      ?? []
    func flat(_ value: JSONValue) -> String {
      value.source.map { UInt8($0) }.split { $0 == 0x20 || $0 == 0x0A }
        .map { String(decoding: $0, as: UTF8.self) }.joined()
    }
    #expect(!added.isEmpty)
    for finding in added { #expect(all.map(flat).contains(flat(finding))) }
  }

  @Test func `either side may be standard input, and not both`() throws {
    let text = String(decoding: try #require(fixture.folder.read("old.json")), as: UTF8.self)
    let old = try fixture.run("diff", "-", "new.json", input: Array(text.utf8))
    #expect(old.status == .exited(1))
    let new = try fixture.run("diff", "new.json", "-", input: Array(text.utf8))
    #expect(new.status == .exited(0))
    #expect(try fixture.run("diff", "-", "-").status == .exited(64))
    #expect(try fixture.run("diff", "none", "none").status == .exited(64))
  }

  @Test(arguments: ["", "\n\n"])
  func `empty input is no key`(text: String) throws {
    let run = try fixture.run("diff", "-", "new.json", input: Array(text.utf8))
    #expect(run.status == .exited(2) && run.output == [])
    #expect(
      run.errorText
        == "keywright: standard input: the document is empty. Name a manifest; for a key that is "
        + "new or gone, compare with none.\n")
    #expect(try fixture.run("diff", "/dev/null", "new.json").status == .exited(2))
  }

  @Test func `none stands for a key that is new or gone`() throws {
    let new = try fixture.run("diff", "none", "old.json")
    #expect(new.status == .exited(1))
    #expect(new.outputText.contains("  + stores.orders.view\n"))
    let gone = try fixture.run("diff", "old.json", "none", "--format", "json")
    #expect(gone.status == .exited(0))
    #expect(try gone.json()["removed"]?["scopes"]?.elements.count == 2)
  }

  @Test func `both keys are held to the policy of the new one`() throws {
    try fixture.folder.write(
      #"{"$schema":"urn:keywright:policy:1","forbiddenScopes":["stores.orders.create"]}"#,
      to: "strict/.keywright.json")
    try fixture.folder.write(LintFixture.faulty, to: "strict/new.json")
    let run = try fixture.run("diff", "old.json", "strict/new.json")
    #expect(!run.outputText.contains("forbidden-scope"))
    let gone = try fixture.run("diff", "strict/new.json", "none")
    #expect(gone.outputText.contains("- error forbidden-scope"))
  }

  @Test func `a key of a catalog file is compared with --catalog`() throws {
    try fixture.folder.write(Catalogs.small, to: "small.json")
    func manifest(_ version: String, _ scopes: String) -> String {
      """
      {"$schema":"urn:keywright:manifest:1","catalog":{"id":"small","version":"\(version)"},\
      "scopes":[\(scopes)]}
      """
    }
    try fixture.folder.write(manifest("0", "\"a.view\""), to: "a.json")
    try fixture.folder.write(manifest("1", "\"a.view\",\"gone\""), to: "b.json")
    let run = try fixture.run("diff", "a.json", "b.json", "--catalog", "small.json")
    #expect(run.status == .exited(1))
    #expect(run.outputText.contains("  + gone\n"))
    #expect(
      run.outputText.contains(
        "Catalog version: 0 -> 1 (each is read with the catalog that is here)"))
    #expect(try fixture.run("diff", "a.json", "b.json").status == .exited(2))
  }

  @Test func `nothing of a hostile manifest reaches the terminal or leaves its place in Markdown`()
    throws
  {
    let label = "a`b | @owner #1 <img src=x> [x](http://e.example) \u{202E}**"
    let escaped = label.replacing("\"", with: "\\\"")
    try fixture.folder.write(
      LintFixture.manifest(["x|y`z", "@team"], label: escaped), to: "hostile.json")
    for format in ["text", "markdown"] {
      let run = try fixture.run("diff", "old.json", "hostile.json", "--format", format)
      #expect(run.status == .exited(1))
      #expect(!run.outputText.unicodeScalars.contains("\u{202E}"))
    }
    let run = try fixture.run("diff", "old.json", "hostile.json", "--format", "markdown")
    let outside = MarkdownReading.outsideCode(run.outputText)
    for sign in ["@", "#1", "<img", "http", "|", "\\"] {
      #expect(!outside.contains(sign), "\(sign) in \(outside)")
    }
    #expect(run.outputText.contains("- `` x|y`z ``\n") || run.outputText.contains("- ``x|y`z``\n"))
  }
}

/// Reads Markdown as a renderer does, as far as code spans go.
enum MarkdownReading {
  /// The text without its code spans.
  static func outsideCode(_ text: String) -> String {
    var result = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var rest = line[...]
      while let start = rest.firstIndex(of: "`") {
        result += rest[..<start]
        let fence = rest[start...].prefix { $0 == "`" }
        rest = rest[fence.endIndex...]
        var isClosed = false
        while let next = rest.firstIndex(of: "`") {
          let run = rest[next...].prefix { $0 == "`" }
          rest = rest[run.endIndex...]
          if run.count == fence.count {
            isClosed = true
            break
          }
        }
        // What is never closed is no code.
        if !isClosed { result += line[fence.endIndex...] }
      }
      result += rest + "\n"
    }
    return result
  }
}
