import TerminalHarness
import Testing

/// Documents that cannot be read: one message with file, place and remedy, status 2, and nothing
/// is touched.
@Suite struct BadInputTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  /// A document and what the message about it has to say.
  struct Document: CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let words: [String]
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ words: String...) {
      (self.name, bytes, self.words) = (name, Array(text.utf8), words)
    }

    init(_ name: String, bytes: [UInt8], _ words: String...) {
      (self.name, self.bytes, self.words) = (name, bytes, words)
    }
  }

  private static func manifest(_ members: String, version: Int = 1) -> String {
    """
    {
      "$schema": "urn:keywright:manifest:\(version)",
      "catalog": { "id": "komerza", "version": "2026-06-24" },
      \(members)
    }
    """
  }

  static let anyDocument: [Document] = [
    Document("empty", "", "empty"),
    Document("blank", " \n\n", "white space"),
    Document("not JSON", "key: value\n", ":1:"),
    Document("an array", "[]", "object"),
    Document("a number", "7", "object"),
    Document("UTF-16", bytes: [0xFF, 0xFE, 0x7B, 0, 0x7D, 0], "UTF-16", "UTF-8"),
    Document(
      "broken UTF-8", bytes: Array("{\n\"label\": \"".utf8) + [0xC3, 0x28] + Array("\"}".utf8),
      ":2:", "UTF-8"),
    Document("zero bytes", bytes: [0, 0, 0, 0], ":1:"),
    Document("without a schema", "{}", "$schema"),
    Document("nested without end", String(repeating: "[", count: 100_000), ":1:"),
    Document("a member twice", "{\"$schema\": \"a\", \"$schema\": \"b\"}", "$schema"),
  ]

  static let manifests: [Document] = [
    Document(
      "truncated", String(manifest("\"scopes\": [\"stores.view\"]").dropLast(6)), ":4:", "cut off"),
    Document(
      "another version", manifest("\"scopes\": []", version: 2), ":2:", "$schema", "manifest:1"),
    Document("no scopes", manifest("\"label\": \"x\""), "scopes"),
    Document(
      "a scope twice", manifest("\"scopes\": [\"stores.view\",\n\"stores.view\"]"),
      ":5: at scopes[1]", "listed twice"),
    Document(
      "an OSC in the label",
      manifest("\"label\": \"a\\u001b]0;owned\\u0007\", \"scopes\": []"), ":4: at label", "U+001B"),
    Document(
      "a CSI in the purpose", manifest("\"purpose\": \"\\u001b[2J\", \"scopes\": []"), "at purpose"),
    Document("a C1 control", manifest("\"label\": \"\\u009b31m\", \"scopes\": []"), "U+009B"),
    Document(
      "an escape in an unknown scope", manifest("\"scopes\": [\"\\u001b[31mred\"]"),
      "at scopes[0]", "U+001B"),
    Document(
      "a raw escape", bytes: Array(manifest("\"label\": \"\u{1B}[31m\", \"scopes\": []").utf8),
      ":4:"),
    Document(
      "a bad address", manifest("\"ipAddresses\": [\"::1\", \"here\"], \"scopes\": []"),
      "at ipAddresses[1]", "\"here\""),
    Document(
      "a bad date", manifest("\"rotateBy\": \"2027-02-30\", \"scopes\": []"), "at rotateBy",
      "YYYY-MM-DD"),
    Document(
      "another catalog",
      "{\"$schema\":\"urn:keywright:manifest:1\",\"catalog\":{\"id\":\"other\",\"version\":\"1\"},\"scopes\":[]}",
      "at catalog.id", "\"other\"", "--catalog"),
    Document("a label that is no text", manifest("\"label\": 7, \"scopes\": []"), "at label"),
  ]

  static let catalogs: [Document] = [
    Document("truncated", String(Catalogs.small.dropLast(20)), "cut off"),
    Document(
      "another version", Catalogs.small.replacing("catalog:1", with: "catalog:9"), "at $schema",
      "catalog:1"),
    Document(
      "a scope twice", Catalogs.small.replacing("a.delete", with: "a.view"),
      "at categories[0].scopes[1].id", "listed twice"),
    Document(
      "an OSC in a title", Catalogs.text(title: "x\\u001b]0;owned\\u0007"),
      "at categories[0].scopes[1].title", "U+001B"),
    Document("a CSI in a title", Catalogs.text(title: "\\u001b[31m"), "U+001B"),
    Document("a C1 in a title", Catalogs.text(title: "\\u009b31m"), "U+009B"),
    Document(
      "a scope that dangles", Catalogs.small.replacing("[[\"a.view\"]]", with: "[[\"a.veiw\"]]"),
      "\"a.veiw\"", "a.view"),
    Document(
      "no scope",
      "{\"$schema\":\"urn:keywright:catalog:1\",\"id\":\"x\",\"name\":\"X\",\"version\":\"1\",\"categories\":[]}",
      "at categories"),
  ]

  private func expectRefusal(_ run: CommandRun, _ file: String, _ words: [String]) {
    #expect(run.status == .exited(2) && run.output.isEmpty)
    #expect(run.saysOneLine, "\(run.errorText.debugDescription)")
    #expect(run.errorText.hasPrefix("keywright: \(file):"))
    for word in words { #expect(run.errorText.contains(word)) }
  }

  @Test(arguments: anyDocument + manifests) func aBadManifestIsNotOpened(document: Document) throws
  {
    try desk.home.write(document.bytes, to: "key.json")
    let run = try desk.run("design", "key.json")
    expectRefusal(run, "key.json", document.words)
    let alone = try desk.run("key.json", "-o", "other.json")
    #expect(alone.status == .exited(2) && alone.error == run.error)
    #expect(desk.home.read("key.json") == document.bytes)
    #expect(desk.names == ["key.json"])
  }

  @Test(arguments: anyDocument + catalogs) func aBadCatalogIsNotUsed(document: Document) throws {
    try desk.home.write(document.bytes, to: "c.json")
    let run = try desk.run("scopes", "--catalog", "c.json")
    expectRefusal(run, "c.json", document.words)
    for arguments in [["export", "--scope", "a.view", "-o", "key.json"], ["design", "key.json"]] {
      let other = try desk.run(arguments + ["--catalog", "c.json"])
      #expect(other.status == .exited(2) && other.error == run.error)
    }
    #expect(desk.home.read("c.json") == document.bytes)
    #expect(desk.names == ["c.json"])
  }

  @Test(arguments: [
    ("\"$schema\": \"LONG\"", "xxx…\" is not a manifest"),
    (
      "\"$schema\": \"urn:keywright:manifest:1\", \"LONG\": 1, \"LONG\": 2",
      "xxx…\" appears twice in one object"
    ),
    ("\"LONG\": \"\\q\"", "at xxx"),
    (
      "\"$schema\": \"urn:keywright:manifest:1\", \"catalog\": {\"id\": \"LONG\", \"version\": \"1\"}",
      "xxx…\", which is not here"
    ),
  ]) func aMessageIsShortHoweverLongTheValue(members: String, words: String) throws {
    let long = String(repeating: "x", count: 3_000_000)
    try desk.home.write(Array("{\(members.replacing("LONG", with: long))}".utf8), to: "key.json")
    let run = try desk.run("lint", "key.json")
    expectRefusal(run, "key.json", [words])
    #expect(run.error.count < 500)
  }

  @Test func aMessageIsShortHoweverDeepTheDocument() throws {
    try desk.home.write(Array(String(repeating: "{\"a\":[", count: 1000).utf8), to: "key.json")
    let run = try desk.run("lint", "key.json")
    expectRefusal(run, "key.json", ["nested more than 256 levels deep"])
    #expect(run.error.count < 250)
  }

  @Test func aBadManifestOnStandardInputIsCalledThat() throws {
    let run = try desk.run("design", "-", input: "{")
    expectRefusal(run, "standard input", ["cut off"])
  }

  @Test func aCatalogThatIsMissingIsSaid() throws {
    expectRefusal(
      try desk.run("scopes", "--catalog", "no/such.json"), "no/such.json", ["Check the path"])
    #expect(desk.names == [])
  }

  @Test(arguments: [
    ["lint", ""], ["lint", "key.json", "--policy", ""],
    ["export", "--scope", "stores.view", "-o", ""],
    ["need", "/user", "-o", ""], ["catalog", "check", ""], ["diff", "", "key.json"],
    ["split", "key.json", "-o", ""], [""], ["-o", ""], ["--plain", "key.json", "-o", ""],
    ["key.json", "--policy", ""],
  ]) func anEmptyFileNameIsSaid(arguments: [String]) throws {
    let text = Self.manifest("\"scopes\": [\"user.view\"]")
    try desk.home.write(text, to: "key.json")
    let run = try desk.run(arguments)
    #expect(run.status == .exited(2) && run.output.isEmpty)
    #expect(run.errorText == "keywright: the name of the file is empty. Name a file.\n")
    #expect(desk.names == ["key.json"] && desk.text("key.json") == text)
  }

  @Test func aFolderIsSaidToBeOne() throws {
    try desk.home.write("x", to: "folder/file")
    expectRefusal(try desk.run("design", "folder"), "folder", ["folder, not a file"])
    expectRefusal(try desk.run("scopes", "--catalog", "folder"), "folder", ["folder, not a file"])
    expectRefusal(
      try desk.run("design", "folder/file/key.json"), "folder/file/key.json", ["cannot be read"])
  }

  @Test func aHostileFileNameIsNoEscape() throws {
    let run = try desk.run("design", "a\u{1B}]0;owned\u{7}/\u{202E}b\u{9B}31m.json/")
    #expect(!run.errorText.unicodeScalars.contains { ["\u{1B}", "\u{7}", "\u{9B}"].contains($0) })
    let other = try desk.run("scopes", "--catalog", "a\u{1B}]0;owned\u{7}.json")
    #expect(other.status == .exited(2) && other.saysOneLine)
  }

  @Test func aFileWhoseNameIsNotUTF8IsNoNewKey() throws {
    let run = try desk.shell(
      "name=$(printf 'n\\377.json'); echo '{}' > \"$name\"; \"$0\" --plain \"$name\" < /dev/null")
    #expect(run.status == .exited(2))
    #expect(run.errorText.contains("the name of the file is not UTF-8. Rename the file."))
  }
}
