import BundledCatalogs
import Catalogs
import TerminalHarness
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// All that the program writes meets its published JSON Schemas.
@Suite struct SchemaTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  /// The schemas, seen by a validator that knows nothing of this program.
  private static let hasValidator =
    (try? CommandRun(
      "/usr/bin/env", ["python3", "-c", "import jsonschema"],
      environment: cleanEnvironment(home: "/tmp", adding: Self.path)
    ).status) == .exited(0)

  /// The tester's own path: a validator is most often installed there.
  private static let path = ["PATH": getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"]

  private static let assets =
    #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/Assets"

  /// Validates documents against a schema; the validator's words where one does not meet it.
  private func problems(_ documents: [String], _ schema: String) throws -> String {
    let script = """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1]))
      kind = jsonschema.validators.validator_for(schema)
      kind.check_schema(schema)
      for path in sys.argv[2:]:
          for error in kind(schema).iter_errors(json.load(open(path))):
              print(path, error.json_path, error.message[:200])
      """
    let run = try CommandRun(
      "/usr/bin/env",
      ["python3", "-W", "ignore", "-c", script, "\(Self.assets)/Schemas/\(schema)"]
        + documents,
      environment: desk.environment.merging(Self.path) { $1 }, directory: desk.home.path)
    return run.status == .exited(0) ? run.outputText : run.errorText
  }

  private static let skipped: Comment = "python3 has no jsonschema here: pip install jsonschema"

  /// A catalog of megabytes keeps a validator in Python busy for minutes: of a long list of calls or of
  /// scopes every so many are looked at.
  @Test(.enabled(if: hasValidator, skipped), arguments: BundledCatalogs.ids)
  func eachCatalogThatShipsMeetsItsSchema(id: String) throws {
    let script = """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1]))
      document = json.load(open(sys.argv[2]))
      def thin(items):
          return items[:: max(1, len(items) // 100)]
      def scopes(categories):
          for category in categories:
              if "scopes" in category:
                  category["scopes"] = thin(category["scopes"])
              scopes(category.get("categories", []))
      document["categories"] = thin(document["categories"])
      scopes(document["categories"])
      document["operations"] = thin(document.get("operations", []))
      kind = jsonschema.validators.validator_for(schema)
      for error in kind(schema).iter_errors(document):
          print(error.json_path, error.message[:200])
      """
    let run = try CommandRun(
      "/usr/bin/env",
      [
        "python3", "-W", "ignore", "-c", script, "\(Self.assets)/Schemas/catalog.schema.json",
        "\(Self.assets)/Catalogs/\(id).json",
      ], environment: desk.environment.merging(Self.path) { $1 }, deadline: .seconds(60))
    #expect(run.status == .exited(0))
    #expect(run.outputText + run.errorText == "")
  }

  @Test(.enabled(if: hasValidator, skipped)) func settingsAsTheyAreShownMeetTheirSchema() throws {
    #expect(
      try desk.shell("\"$0\" config show > config.json && \"$0\" config check config.json").status
        == .exited(0))
    #expect(try problems([desk.home.file("config.json")], "config.schema.json") == "")
  }

  @Test(.enabled(if: hasValidator, skipped)) func allExportsMeetTheManifestsSchema() throws {
    let full = try desk.run(
      "export", "--scope", "stores.view", "--label", "caf\u{E9} \"x\"", "--purpose", "p", "--ip",
      "203.0.113.7", "2001:db8::/48", "--rotate-by", "2027-02-01", "-o", "full.json")
    #expect(full.status == .exited(0))
    var names = ["full.json"]
    for preset in BundledPresets.all {
      let run = try desk.run("export", "--preset", preset.id, "-o", "\(preset.id).json")
      #expect(run.status == .exited(0))
      names.append("\(preset.id).json")
    }
    #expect(names.count > 5)
    #expect(try problems(names, "manifest.schema.json") == "")
  }

  @Test(.enabled(if: hasValidator, skipped)) func theSchemasRefuseWhatTheProgramRefuses() throws {
    try desk.home.write(
      #"{"$schema":"urn:keywright:manifest:2","catalog":{"id":"a","version":"1"},"scopes":[]}"#,
      to: "version.json")
    try desk.home.write(
      #"{"$schema":"urn:keywright:manifest:1","catalog":{"id":"a","version":"1"}}"#,
      to: "scopes.json")
    let text = try problems(["version.json", "scopes.json"], "manifest.schema.json")
    #expect(text.contains("version.json") && text.contains("scopes.json"))
  }
}
