import BundledCatalogs
import Catalogs
import Documents
import TerminalHarness
import Testing

/// `keywright catalog list`, `show`, `check`, `diff`, `add` and `remove` as a user runs them.
struct CatalogCommandTests {
  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.home.write(Catalogs.small, to: "small.json")
    return desk
  }

  private static let newer = Catalogs.small
    .replacing(#""version": "1""#, with: #""version": "2""#)
    .replacing("a.delete", with: "a.erase")

  private static let key = """
    {"$schema":"urn:keywright:manifest:1","catalog":{"id":"small","version":"1"},"label":"Things reader","scopes":["a.view","a.delete"]}
    """

  @Test func `what ships is listed with origin and version, and what was added as well`() throws {
    let desk = try desk()
    let before = try desk.run("catalog", "list")
    #expect(before.lines.count == BundledCatalogs.ids.count)
    #expect(before.lines.allSatisfy { $0.hasSuffix("(bundled)") })
    #expect(try desk.run("catalog", "add", "small.json").status == .exited(0))
    let rows = try desk.run("catalog", "list", "--format", "json").json().elements
    #expect(rows.map { $0["id"]?.string } == BundledCatalogs.ids + ["small"])
    #expect(rows.last?["version"]?.string == "1")
    #expect(
      rows.last?["origin"]?.string == desk.home.path + "/.local/share/keywright/catalogs/small.json"
    )
  }

  @Test func `an added catalog is found by its id and by the manifests that name it`() throws {
    let desk = try desk()
    try desk.home.write(Self.key, to: "k.json")
    #expect(try desk.run("lint", "k.json").status == .exited(2))
    #expect(try desk.run("catalog", "add", "small.json").status == .exited(0))
    let linted = try desk.run("lint", "k.json")
    #expect(linted.status == .exited(1) && linted.outputText.contains("full-access-key"))
    #expect(
      try desk.run("scopes", "--catalog", "small", "--format", "ids").outputText
        == "a.view\na.delete\n")
    #expect(try desk.run("catalog", "remove", "small").status == .exited(0))
    #expect(try desk.run("lint", "k.json").status == .exited(2))
  }

  @Test func `XDG_DATA_HOME says where`() throws {
    let desk = try desk()
    let run = try desk.shell(
      "export XDG_DATA_HOME=$HOME/data; $0 catalog add - < small.json && $0 catalog show small --format json"
    )
    #expect(run.status == .exited(0))
    #expect(try Catalog(decoding: run.output).id == "small")
    #expect(desk.text("data/keywright/catalogs/small.json") == Catalogs.small)
    let inFile = try desk.shell("XDG_DATA_HOME=$HOME/small.json $0 catalog add small.json")
    #expect(inFile.status == .exited(2))
    #expect(
      inFile.errorText.contains(
        "/small.json/keywright/catalogs: the folder cannot be made: Not a directory."))
    #expect(desk.text("small.json") == Catalogs.small)
  }

  @Test func `an older version is kept, and a manifest made with it is told what changed`() throws {
    let desk = try desk()
    try desk.home.write(Self.newer, to: "newer.json")
    try desk.home.write(Self.key, to: "k.json")
    _ = try desk.run("catalog", "add", "small.json")
    let added = try desk.run("catalog", "add", "newer.json")
    #expect(added.errorText == "keywright: added small 2, replacing 1\n")
    #expect(desk.text(".local/share/keywright/catalogs/small@1.json") == Catalogs.small)
    let plain = try desk.shell("printf 'q\\n' | $0 --plain k.json")
    #expect(
      plain.errorText.contains(
        "made with small 1, and this is 2: renamed: a.delete → a.erase (guessed)")
        || plain.outputText.contains("made with small 1, and this is 2"))
  }

  @Test func `what cannot be added or removed is told, and changes nothing`() throws {
    let desk = try desk()
    try desk.home.write("{}", to: "bad.json")
    try desk.home.write(
      Catalogs.small.replacing(#""id": "small""#, with: #""id": "../x""#), to: "evil.json")
    for arguments in [
      ["add", "bad.json"], ["add", "evil.json"], ["add", "none.json"], ["remove", "komerza"],
      ["remove", "nothing"], ["remove", "../x"],
    ] {
      let run = try desk.run(["catalog"] + arguments)
      #expect(run.status == .exited(2) && run.saysOneLine, "\(arguments): \(run.errorText)")
    }
    #expect(desk.names == ["bad.json", "evil.json", "small.json"])
  }

  // MARK: - Check

  @Test func `check gives the document that was promised`() throws {
    let run = try desk().run("catalog", "check", "small.json", "--format", "json")
    let root = try run.json()
    #expect(run.status == .exited(0))
    #expect(
      root.members.map(\.name) == [
        "id", "version", "categories", "scopes", "operations", "problems",
      ])
    #expect(root["scopes"]?.integer == 2 && root["operations"]?.integer == 1)
    let problem = try #require(
      root["problems"]?.elements.first { $0["path"]?.string == "categories[0].scopes[1]" })
    #expect(problem.members.map(\.name) == ["severity", "path", "message"])
    #expect(
      problem["message"]?.string == "No call is known to need a.delete.")
  }

  @Test func `check of what is no catalog is one error with its place`() throws {
    let desk = try desk()
    try desk.home.write(Catalogs.small.replacing("a.delete", with: "a.view"), to: "bad.json")
    let run = try desk.run("catalog", "check", "bad.json", "--format", "json")
    #expect(
      run.status == .exited(2)
        && run.errorText.contains("bad.json:11: at categories[0].scopes[1].id"))
    #expect(try run.json()["problems"]?.elements.map { $0["severity"]?.string } == ["error"])
    #expect(
      try desk.run("catalog", "check", "small.json", "--fail-on", "note").status == .exited(1))
    #expect(try desk.run("catalog", "check", "github").outputText.contains("0 errors"))
  }

  @Test func `check warns of a member that no catalog has, and such a catalog can be added`() throws
  {
    let desk = try desk()
    try desk.home.write(Catalogs.small.replacing("access", with: "acess"), to: "newer.json")
    let run = try desk.run("catalog", "check", "newer.json", "--fail-on", "warning")
    #expect(run.status == .exited(1))
    #expect(
      run.outputText.contains(
        """
        warning categories[0].scopes[1].acess (line 11): A scope has no member "acess". \
        Perhaps "access" was meant.

        """))
    let json = try desk.run("catalog", "check", "newer.json", "--format", "json").json()
    #expect(json["problems"]?.elements.compactMap { $0["line"]?.integer } == [10, 11])
    #expect(try desk.run("catalog", "add", "newer.json").status == .exited(0))
  }

  private static let descriptions = [
    "openapi: 3.0.0\ninfo: {title: A}\n", "# A\r\ninfo:\r\n  title: A\r\n'swagger': '2.0'\r\n",
    #"{"openapi": "3.1.0", "info": {}}"#, #"{"info": {}, "swagger": "2.0"}"#,
    "{\n  \"openapi\": \"3.1.0\",\n  \"paths\": ",
  ]

  @Test(arguments: descriptions)
  func `a description of an API in the place of a catalog is told as that`(text: String) throws {
    let desk = try desk()
    try desk.home.write(text, to: "my api")
    let message =
      "this is a description of an API (OpenAPI or Swagger), and no catalog. Make one from it with "
      + "`keywright catalog import "
    for arguments in [
      ["catalog", "check", "my api"], ["catalog", "add", "my api"], ["catalog", "show", "my api"],
      ["scopes", "--catalog", "my api"], ["k.json", "--catalog", "my api"],
    ] {
      let run = try desk.run(arguments)
      #expect(run.status == .exited(2) && run.output.isEmpty)
      #expect(run.errorText == "keywright: my api: \(message)'my api'`.\n")
    }
    for arguments in [["catalog", "check", "-"], ["catalog", "add", "-"]] {
      let run = try desk.run(arguments, input: text)
      #expect(run.status == .exited(2))
      #expect(run.errorText == "keywright: standard input: \(message)-`.\n")
    }
    let problems = try desk.run("catalog", "check", "my api", "--format", "json").json()["problems"]
    #expect(problems?.elements.map { $0["message"]?.string?.hasPrefix("this is a") } == [true])
  }

  @Test func `what only speaks of OpenAPI is a broken catalog as before`() throws {
    let desk = try desk()
    try desk.home.write(Catalogs.small.replacing("Reads.", with: "openapi: x") + "}", to: "x.json")
    let run = try desk.run("catalog", "check", "x.json")
    #expect(run.status == .exited(2) && !run.errorText.contains("catalog import"))
    let pipe = try desk.shell("\"$0\" scopes --catalog <(cat x.json)")
    #expect(pipe.status == .exited(2) && pipe.saysOneLine)
  }

  @Test func `one of a thing is no plural`() throws {
    let desk = try desk()
    for arguments in [["check", "small.json"], ["show", "small.json"]] {
      let run = try desk.run(["catalog"] + arguments)
      #expect(run.outputText.contains("1 call") && !run.outputText.contains("1 calls"))
    }
    #expect(
      try desk.run("catalog", "check", "small.json").lines.last
        == "small 1: 1 category, 2 scopes, 1 call; 0 errors, 0 warnings, 3 notes")
  }

  // MARK: - Diff

  @Test func `diff names what changed and the keys that it touches`() throws {
    let desk = try desk()
    try desk.home.write(Self.newer, to: "newer.json")
    try desk.home.write(Self.key, to: "k.json")
    try desk.home.write(Self.key.replacing(#","a.delete""#, with: ""), to: "untouched.json")
    #expect(try desk.run("catalog", "diff", "small.json", "newer.json").status == .exited(0))
    let run = try desk.run(
      "catalog", "diff", "small.json", "newer.json", "--format", "json", "--manifest", "k.json",
      "untouched.json")
    let root = try run.json()
    #expect(run.status == .exited(1))
    #expect(root["scopes"]?["renamed"]?.elements.map { $0["new"]?.string } == ["a.erase"])
    #expect(root["manifests"]?.elements.map { $0["touched"]?.boolean } == [true, false])
    let text = try desk.run(
      "catalog", "diff", "small.json", "newer.json", "--manifest", "untouched.json")
    #expect(text.status == .exited(0) && text.outputText.contains("untouched.json: not touched"))
    #expect(text.outputText.contains("a.delete -> a.erase  (guessed)"))
  }

  // MARK: - Which

  @Test(arguments: [
    ["scopes"], ["export", "--scope", "stores.view"], ["lint", "k.json"], ["need", "GET /stores"],
    ["diff", "k.json", "k.json"], ["split", "k.json"], ["probe", "k.json"],
    ["explain", "blind-write"],
  ])
  func `a command does not ask for the catalog, and does not guess it`(arguments: [String]) throws {
    let desk = try desk()
    try desk.home.write(Self.key, to: "k.json")
    let run = try desk.run(arguments + ["--catalog", "?"])
    #expect(run.status == .exited(64) && run.output.isEmpty)
    #expect(
      run.errorText.hasPrefix(
        "Error: Only the designer asks for the catalog (--catalog ?). Name one of these, or a "
          + "file: \(BundledCatalogs.ids.joined(separator: ", ")).\n"), "\(run.errorText)")
  }

  @Test func `what is shown is never another catalog than the one that was named`() throws {
    let run = try desk().run("catalog", "show", "?")
    #expect(run.status == .exited(2) && run.errorText.contains("there is no catalog \"?\""))
  }

  @Test func `without a terminal nobody can be asked for the catalog`() throws {
    let run = try desk().shell("setsid $0 --catalog '?' < /dev/null")
    #expect(run.status == .exited(2) && run.errorText.contains("no terminal on which to ask"))
  }
}
