import Catalogs
import Documents
import TerminalHarness
import Testing

/// The script run against a platform on this machine, and what its results are judged to show.
struct ProbeRunTests {
  let fixture: LintFixture
  let catalog: String

  static let scopes = ["stores.orders.view", "stores.orders.deliver", "user.webhooks.view"]

  init() throws {
    fixture = try LintFixture()
    try fixture.folder.write(LintFixture.manifest(Self.scopes), to: "bot.json")
    try fixture.folder.write(ProbePlatform.program, to: "platform.py")
    let text = String(
      decoding: JSONWriter.write(try Self.catalogNode(CommandSamples.komerza())), as: UTF8.self)
    catalog = try fixture.folder.write(text, to: "catalog.json")
  }

  /// The operations of a catalog as the platform reads them.
  private static func catalogNode(_ catalog: Catalog) -> JSONNode {
    .object([
      (
        "operations",
        .array(
          catalog.operations.map { operation in
            var members: [(name: String, value: JSONNode)] = [
              ("method", .string(operation.method)), ("path", .string(operation.path)),
            ]
            if case .anyOf(let sets) = operation.requirement {
              members.append(
                ("requires", .array(sets.map { .strings($0.map { catalog.scopes[$0].id }) })))
            }
            return .object(members)
          })
      )
    ])
  }

  /// Runs the script for a key that was granted these scopes.
  private func ask(
    _ granted: [String], _ manner: ProbePlatform.Manner = .usual, store: String? = "5d2f",
    key: String = ProbePlatform.key
  ) throws -> CommandRun {
    var environment = cleanEnvironment(
      home: fixture.folder.path,
      adding: [
        "SOURCE_DATE_EPOCH": "1796083200", "CATALOG": catalog, "MANNER": manner.rawValue,
        "GRANTED": granted.joined(separator: " "), "KEYWRIGHT_API_KEY": key,
      ])
    environment["KEYWRIGHT_PATH_STORE_ID"] = store
    return try CommandRun(
      "bash", ["-c", ProbePlatform.line, fixture.executable], environment: environment,
      directory: fixture.folder.path)
  }

  private func judge() throws -> CommandRun {
    try fixture.run("probe", "--results", "results.jsonl", "bot.json", "--format", "json")
  }

  private func scopes(_ run: CommandRun, _ member: String) throws -> [String] {
    try run.json()[member]?.elements.compactMap { $0["scope"]?.string } ?? ["none"]
  }

  @Test func `the right key matches, and no call was made that could change anything`() throws {
    let run = try ask(Self.scopes)
    #expect(run.status == .exited(0), "\(run.errorText)")
    let judged = try judge()
    #expect(judged.status == .exited(0), "\(judged.outputText)")
    #expect(try judged.json()["matches"]?.boolean == true)
    let calls = String(decoding: try #require(fixture.folder.read("calls.log")), as: UTF8.self)
      .split(separator: "\n")
    #expect(calls.count == 41)
    for call in calls where !call.hasPrefix("GET ") {
      #expect(call.contains("/00000000-0000-0000-0000-000000000000") && !call.hasPrefix("POST"))
    }
    let told = try fixture.run("probe", "--results", "results.jsonl", "bot.json")
    #expect(
      told.outputText.hasSuffix(
        "The issued key is the designed key, as far as 41 tested scopes show.\n"))
    let alone = try fixture.run("probe", "--results", "results.jsonl")
    #expect(alone.status == .exited(0))
  }

  @Test func `a scope that is missing and scopes that are extra are named`() throws {
    _ = try ask([
      "stores.orders.view", "user.webhooks.view", "stores.tax.view", "stores.tax.update",
    ])
    let judged = try judge()
    #expect(judged.status == .exited(1))
    #expect(try scopes(judged, "missing") == ["stores.orders.deliver"])
    #expect(try scopes(judged, "extra") == ["stores.tax.view", "stores.tax.update"])
    #expect(try scopes(judged, "unclear") == [])
    let told = try fixture.run("probe", "--results", "results.jsonl", "bot.json")
    #expect(
      told.outputText.hasSuffix(
        "The issued key is not the designed key: 1 missing, 2 extra, 0 unclear of 41 tested "
          + "scopes.\n"))
  }

  @Test func `a platform that fails shows nothing`() throws {
    _ = try ask(Self.scopes, .failing)
    let judged = try judge()
    #expect(judged.status == .exited(1))
    #expect(try scopes(judged, "unclear").count == 41)
    #expect(try scopes(judged, "missing") == [] && scopes(judged, "extra") == [])
  }

  @Test func `a platform that looks for the object first leaves writes unclear`() throws {
    _ = try ask(Self.scopes, .objectFirst)
    let judged = try judge()
    #expect(judged.status == .exited(1))
    #expect(try scopes(judged, "extra") == [])
    #expect(try scopes(judged, "unclear").contains("stores.orders.refund"))
    #expect(try !scopes(judged, "unclear").contains("stores.tax.view"))
  }

  @Test func `without a real store a refusal is not taken for a missing scope`() throws {
    _ = try ask(Self.scopes, .ownObjectsOnly, store: nil)
    let judged = try judge()
    #expect(judged.status == .exited(1))
    #expect(try scopes(judged, "missing") == [])
    #expect(try scopes(judged, "unclear").contains("stores.orders.view"))
    try #require(fixture.folder.read("results.jsonl") != nil)
  }

  @Test func `a key that is not the platform's is missing everything`() throws {
    _ = try ask(Self.scopes, key: "another")
    let judged = try judge()
    #expect(try scopes(judged, "missing") == Self.scopes)
  }

  @Test func `the key is in no file, no output and no list of processes`() throws {
    let run = try ask(Self.scopes)
    #expect(!run.outputText.contains("s3cret") && !run.errorText.contains("s3cret"))
    for name in fixture.folder.names() where name != "platform.py" {
      let text = String(decoding: fixture.folder.read(name) ?? [], as: UTF8.self)
      #expect(!text.contains("s3cret"), "\(name)")
    }
    // Whatever the script starts writes down how it was called, and whether it was handed the key.
    try fixture.folder.write(
      "#!/bin/sh\nprintf '%s\\n' \"$0 $*\" >> started\nenv >> started\ncat >> typed\nprintf 200\n",
      to: "bin/curl")
    let folder = fixture.folder.path
    let traced = try CommandRun(
      "bash",
      ["-c", "chmod +x bin/curl; KEYWRIGHT_DELAY=0 sh -x probe.sh again.jsonl"],
      environment: cleanEnvironment(
        home: folder,
        adding: ["PATH": "\(folder)/bin:/usr/bin:/bin", "KEYWRIGHT_API_KEY": "s3cret-2"]),
      directory: folder)
    #expect(traced.status == .exited(0), "\(traced.errorText)")
    #expect(!traced.errorText.contains("s3cret"))
    let started = String(decoding: try #require(fixture.folder.read("started")), as: UTF8.self)
    #expect(started.contains("--header @-") && !started.contains("s3cret"))
    let typed = String(decoding: try #require(fixture.folder.read("typed")), as: UTF8.self)
    #expect(typed.hasPrefix("Authorization: Bearer s3cret-2\n"))
  }
}
