import Catalogs
import Glibc
import TerminalHarness
import Testing

/// `keywright catalog import` as a user runs it.
struct CatalogImportCommandTests {
  private static let yaml = """
    openapi: 3.0.3
    info: {title: Acme, version: "1"}
    components:
      securitySchemes:
        o: {type: oauth2, flows: {implicit: {scopes: {tasks:read: Read tasks, tasks:write: ""}}}}
    paths:
      /tasks:
        get: {security: [{o: [tasks:read]}]}
        post: {security: [{o: [tasks:write]}, {o: [ghost]}]}

    """

  @Test func `a catalog goes to a file or to standard output, and what was counted is said`() throws
  {
    let desk = try Desk()
    try desk.home.write(Array(Self.yaml.utf8), to: "acme.yaml")
    let run = try desk.run("catalog", "import", "acme.yaml", "-o", "acme.json")
    #expect(run.status == .exited(0) && run.output.isEmpty)
    #expect(
      run.errorText.contains(
        "2 scopes declared; 2 calls, 2 of which name scopes; 3 scopes named, 1 of which is not declared\n"
      ))
    #expect(
      run.errorText.contains(#"keywright: acme.yaml:9: the scope "ghost" is named by calls"#))
    let written = try #require(desk.text("acme.json"))
    let piped = try desk.run("catalog", "import", "-", "-q", input: Self.yaml)
    #expect(piped.errorText == "")
    let standard = try Catalog(decoding: piped.output)
    let file = try Catalog(decoding: Array(written.utf8))
    #expect(standard.scopes == file.scopes && standard.operations == file.operations)
  }

  @Test func `an imported catalog checks, lists, exports, lints and says needs`() throws {
    let desk = try Desk()
    try desk.home.write(Array(Self.yaml.utf8), to: "acme.yaml")
    #expect(try desk.run("catalog", "import", "acme.yaml", "-o", "acme.json").status == .exited(0))
    let scopes = try desk.run("scopes", "--catalog", "acme.json", "--format", "ids")
    #expect(scopes.outputText == "tasks:read\ntasks:write\nghost\n")
    let export = try desk.run(
      "export", "--catalog", "acme.json", "--scope", "tasks:read", "--label", "Task reader", "-o",
      "k.json")
    #expect(export.status == .exited(0))
    #expect(try desk.run("lint", "--catalog", "acme.json", "k.json").status == .exited(0))
    #expect(try desk.run("catalog", "check", "acme.json").status == .exited(0))
    let need = try desk.run(
      "need", "GET /tasks", "https://acme.example/tasks?x=1", "--host", "acme.example", "--catalog",
      "acme.json", "--format", "ids")
    #expect(need.status == .exited(0) && need.outputText == "tasks:read\n")
  }

  @Test func `a link in the folder of --base is followed inside it, and not out of it`() throws {
    let desk = try Desk()
    try desk.home.write("get: {security: [{o: [tasks:read]}]}\n", to: "secret.yaml")
    try desk.home.write("get: {security: [{o: [tasks:write]}]}\n", to: "base/inner/real.yaml")
    #expect(symlink("../secret.yaml", desk.home.file("base/out.yaml")) == 0)
    #expect(symlink("inner/real.yaml", desk.home.file("base/in.yaml")) == 0)
    #expect(symlink("base", desk.home.file("other")) == 0)
    func importing(_ reference: String, base: String) throws -> (status: Int?, text: String) {
      let run = try desk.run(
        "catalog", "import", "-", "--base", base,
        input: Self.yaml + "  /linked: {$ref: \"\(reference)\"}\n")
      return (run.status == .exited(0) ? 0 : run.status == .exited(2) ? 2 : nil, run.errorText)
    }
    #expect(try importing("in.yaml", base: "base").status == 0)
    #expect(try importing("in.yaml", base: "other").status == 0)
    for reference in ["out.yaml", "out.yaml#/get"] {
      let run = try importing(reference, base: "base")
      #expect(
        run.status == 2
          && run.text
            == "keywright: standard input:10: at paths./linked.$ref: the reference \"out.yaml\" leads "
            + "out of the folder. Keep the files inside --base.\n"
      )
    }
    // What a file of the folder refers to is said of that file.
    try desk.home.write("\n$ref: out.yaml\n", to: "base/inner.yaml")
    let run = try importing("inner.yaml", base: "base")
    #expect(run.text.hasPrefix("keywright: base/inner.yaml:2: at $ref: the reference"))
  }

  @Test func `each note says of which file it is, and one of a thing is one`() throws {
    let desk = try Desk()
    try desk.home.write(
      Self.yaml.replacing("    get: {security: [{o: [tasks:read]}]}\n", with: ""),
      to: "acme.yaml")
    try desk.home.write(
      """
      {
        "$schema": "urn:keywright:overlay:1",
        "scopes": { "gone": { "title": "Gone" } },
        "operations": { "GET /gone": { "deprecated": true } }
      }
      """, to: "over.json")
    let run = try desk.run(
      "catalog", "import", "acme.yaml", "--overlay", "over.json", "-o", "a.json")
    let lines = run.errorText.split(separator: "\n").map(String.init)
    #expect(
      lines == [
        "keywright: Acme 1: 2 scopes declared; 1 call, 1 of which names scopes; 2 scopes named, "
          + "1 of which is not declared",
        "keywright: acme.yaml:8: the scope \"ghost\" is named by calls, and no scheme declares it",
        "keywright: over.json:3: the overlay corrects the scope \"gone\", which is not there any more",
        "keywright: over.json:4: the overlay corrects the call \"GET /gone\", which is not there any "
          + "more",
      ])
    let piped = try desk.run("catalog", "import", "-", input: Self.yaml)
    #expect(piped.errorText.contains("keywright: standard input:9: the scope \"ghost\""))
  }

  @Test(arguments: [
    (
      #""scopes": {"tasks:read": {"includes": ["nope"]}}"#,
      #"2: at scopes.tasks:read.includes[0]: the catalog has no scope "nope""#
    ),
    (
      #""scopes": {"tasks:read": {"touches": ["content", "x"]}}"#,
      #"2: at scopes.tasks:read.touches[1]: "x" is not something that a scope can touch"#
    ),
    (
      #""scopes": {"tasks:read": {"title": " "}}"#,
      "2: at scopes.tasks:read.title: the text is empty"
    ),
    (
      #""scopes": {"tasks:read": {"category": ["A", "a\tb"]}}"#,
      "2: at scopes.tasks:read.category[1]: the text has the control character U+0009"
    ),
    (#""categories": {"Tasks": {"name": " "}}"#, "2: at categories.Tasks.name: the text is empty"),
    (
      #""categories": {"Tasks": {"summary": "a\nb"}}"#,
      "2: at categories.Tasks.summary: the text has the control character U+000A"
    ),
    (
      #""operations": {"GET /tasks": {"requires": []}}"#,
      "2: at operations.GET /tasks.requires: the requirement has no alternative"
    ),
    (#""servers": ["http://a", ""]"#, "2: at servers[1]: the text is empty"),
    (#""id": "a b""#, #"2: at id: the id "a b" holds a space"#),
    (#""presets": 5"#, "2: at presets: expected an array, found a number"),
    (
      #""reviewed": [{"scope": "nope", "reason": "x"}]"#,
      #"2: at reviewed[0].scope: the catalog has no scope "nope""#
    ),
    (
      #""scopes": {"ghost": {"includes": ["tasks:read"]}, "tasks:read": {"includes": ["ghost"]}}"#,
      "2: at scopes."
    ),
  ])
  func `what a catalog cannot hold is said of the overlay's own line and member`(
    member: String, place: String
  ) throws {
    let desk = try Desk()
    try desk.home.write(Array(Self.yaml.utf8), to: "acme.yaml")
    try desk.home.write("{\"$schema\": \"urn:keywright:overlay:1\",\n\(member)}", to: "over.json")
    let run = try desk.run("catalog", "import", "acme.yaml", "--overlay", "over.json")
    #expect(run.status == .exited(2) && run.output.isEmpty)
    #expect(run.errorText.hasPrefix("keywright: over.json:" + place), "\(run.errorText)")
  }

  @Test func `what the overlay and an inferred grant do together has no line of either`() throws {
    let desk = try Desk()
    let yaml = Self.yaml.replacing("tasks:read: Read tasks", with: "tasks: All, tasks:read: Read")
    try desk.home.write(Array(yaml.utf8), to: "acme.yaml")
    try desk.home.write(
      """
      $schema: urn:keywright:overlay:1
      scopes: {"tasks:read": {includes: [tasks]}}
      """, to: "over.yaml")
    let run = try desk.run("catalog", "import", "acme.yaml", "--overlay", "over.yaml")
    #expect(run.status == .exited(2))
    #expect(
      run.errorText.hasPrefix("keywright: over.yaml: the scope \"tasks")
        || run.errorText.hasPrefix("keywright: over.yaml:2: at scopes.tasks:read.includes[0]: "),
      "\(run.errorText)")
  }

  @Test(arguments: [
    ("--id", "a b", #"--id: the id "a b" holds a space. Write it without."#),
    ("--name", " ", "--name: the text is empty. Write something here."),
    (
      "--catalog-version", "1\n2", "--catalog-version: the text has the control character U+000A."
    ),
  ])
  func `an option that no catalog can hold is wrong usage, and names itself`(
    option: String, value: String, message: String
  ) throws {
    let desk = try Desk()
    let overlay = "$schema: urn:keywright:overlay:1\nsummary: Said\n"
    try desk.home.write(Array(overlay.utf8), to: "over.yaml")
    for further in [[], ["--overlay", "over.yaml"]] {
      let run = try desk.run(
        ["catalog", "import", "-", option, value] + further, input: Self.yaml)
      #expect(run.status == .exited(64) && run.output.isEmpty)
      #expect(run.errorText.contains(message), "\(run.errorText)")
    }
  }

  @Test(arguments: [
    ("openapi: 3.0.0\n\tpaths: {}\n", "bad.yaml:2:", "a tab"),
    ("{\"openapi\": \"3.0.0\", \"paths\": {", "bad.yaml:1:", "ends too early"),
    ("a: 1\n", "bad.yaml:1:", "not a description of an API"), ("", "bad.yaml:", "empty"),
    ("openapi: 3.0.0\npaths: {/a: {$ref: '\u{1B}[31mx'}}\n", "bad.yaml:2:", "another file"),
  ])
  func `bad input is one located message, status 2, and nothing is written`(
    text: String, place: String, problem: String
  ) throws {
    let desk = try Desk()
    try desk.home.write(Array(text.utf8), to: "bad.yaml")
    try desk.home.write(Array("old".utf8), to: "old.json")
    let run = try desk.run("catalog", "import", "bad.yaml", "-o", "old.json")
    #expect(run.status == .exited(2) && run.output.isEmpty)
    #expect(
      run.errorText.contains(place) && run.errorText.contains(problem)
        && !run.errorText.contains("\u{1B}"))
    #expect(desk.text("old.json") == "old")
  }
}
