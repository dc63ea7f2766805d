import Documents
import TerminalHarness
import Testing

/// The schemas that editors load, and documents that name them.
struct SchemaCommandTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private static let skipped: Comment = "python3 has no jsonschema here: pip install jsonschema"

  /// What a validator that knows no other schema finds in documents, a line each.
  private func problems(_ schema: String, _ document: String) throws -> String {
    let run = try desk.run("schema", schema)
    #expect(run.status == .exited(0), "\(run.errorText)")
    let path = try desk.home.write(run.output, to: "schema.json")
    return try JSONSchemaValidator.errors(Array(document.utf8), schema: path)
  }

  @Test(arguments: ["manifest", "policy", "overlay", "config", "catalog"])
  func `each schema stands alone`(name: String) throws {
    let run = try desk.run("schema", name)
    let text = run.outputText
    for part in text.split(separator: "\"$ref\": \"").dropFirst() {
      #expect(part.hasPrefix("#/"), "\(part.prefix(60))")
    }
    let root = try run.json()
    // What is referred to is there.
    for part in text.split(separator: "\"$ref\": \"#/").dropFirst() {
      let steps = part.prefix { $0 != "\"" }.split(separator: "/").map(String.init)
      var value: JSONValue? = root
      for step in steps { value = value?[step] }
      #expect(value != nil, "\(steps)")
    }
  }

  @Test(.enabled(if: JSONSchemaValidator.isInstalled, skipped))
  func `a policy is checked without the catalog's schema at hand`() throws {
    let good = """
      { "$schema": "urn:keywright:policy:1", "forbiddenScopes": ["user.view"], "combinations": [
        { "id": "a-b", "title": "t", "severity": "error", "all": ["a", "b"], "message": "M.",
          "confidence": "documented" }] }
      """
    #expect(try problems("policy", good) == "")
    #expect(try problems("policy", good.replacing("\"error\"", with: "\"fatal\"")) != "")
  }

  @Test(.enabled(if: JSONSchemaValidator.isInstalled, skipped))
  func `with a catalog an editor knows its scopes`() throws {
    let run = try desk.run("schema", "manifest", "--catalog", "komerza")
    let path = try desk.home.write(run.output, to: "keywright-manifest-1.json")
    let exported = try desk.run(
      "export", "--scope", "stores.orders.view", "--label", "x", "--never", "user.view")
    #expect(try JSONSchemaValidator.errors(exported.output, schema: path) == "")
    let wrong = exported.outputText.replacing("stores.orders.view", with: "stores.orders.veiw")
    #expect(try JSONSchemaValidator.errors(Array(wrong.utf8), schema: path) != "")
    let scopes = try run.json()["properties"]?["scopes"]?["items"]?["anyOf"]?.elements ?? []
    #expect(scopes.count == 53)
    #expect(scopes.first?["const"]?.string != nil && scopes.first?["description"]?.string != nil)
  }

  @Test(arguments: [
    "./keywright-manifest-1.json", "keywright-manifest-1.json",
    "https://keys.example/schemas/keywright-manifest-1.json",
  ])
  func `a manifest may say where its schema is, and keeps it`(name: String) throws {
    let text = try desk.run("export", "--scope", "stores.view", "--label", "x").outputText
      .replacing("urn:keywright:manifest:1", with: name)
    try desk.home.write(text, to: "a.json")
    #expect(try desk.run("lint", "a.json").status == .exited(0))
    let changed = try desk.run(
      ["--plain", "a.json"], input: "tick stores.analytics.view\nwrite\nquit\n")
    #expect(changed.status == .exited(0), "\(changed.errorText)")
    #expect(desk.text("a.json")?.contains("\"$schema\": \"\(name)\"") == true)
  }

  @Test(arguments: [
    "http://keys.example/keywright-manifest-1.json", "x-keywright-manifest-1.json",
    "keywright-manifest-2.json", "keywright-policy-1.json",
  ])
  func `other names are none of this version`(name: String) throws {
    let text = try desk.run("export", "--scope", "stores.view").outputText
      .replacing("urn:keywright:manifest:1", with: name)
    try desk.home.write(text, to: "a.json")
    let run = try desk.run("lint", "a.json")
    #expect(run.status == .exited(2))
    #expect(run.errorText.contains("is not a manifest of a version that this program knows"))
  }

  @Test(arguments: [
    "urn:keywright:catalog:1", "./keywright-catalog-1.json",
    "https://keys.example/schemas/keywright-catalog-1.json",
  ])
  func `a catalog may say where its schema is`(name: String) throws {
    let text = """
      {
        "$schema": "\(name)", "id": "odd", "name": "Odd", "version": "1",
        "categories": [{ "name": "One", "scopes": [{ "id": "a", "title": "A" }] }]
      }
      """
    try desk.home.write(text, to: "odd.json")
    #expect(try desk.run("scopes", "--catalog", "odd.json").status == .exited(0))
    if JSONSchemaValidator.isInstalled { #expect(try problems("catalog", text) == "") }
    try desk.home.write(text.replacing("catalog", with: "policy"), to: "odd.json")
    let run = try desk.run("scopes", "--catalog", "odd.json")
    #expect(run.status == .exited(2) && run.errorText.contains("is not a catalog of a version"))
  }

  @Test(arguments: ["urn:keywright:overlay:1", "https://keys.example/keywright-overlay-1.json"])
  func `an overlay may say where its schema is`(name: String) throws {
    let overlay = "{ \"$schema\": \"\(name)\", \"name\": \"Renamed\" }"
    try desk.home.write(overlay, to: "overlay.json")
    try desk.home.write(
      """
      { "openapi": "3.0.0", "info": { "title": "T", "version": "1" },
        "components": { "securitySchemes": { "o": { "type": "oauth2", "flows": {
          "clientCredentials": { "tokenUrl": "https://t.example", "scopes": { "a": "A" } } } } } },
        "paths": { "/a": { "get": { "security": [{ "o": ["a"] }], "responses": {} } } } }
      """, to: "api.json")
    let run = try desk.run(
      "catalog", "import", "api.json", "--id", "odd", "--overlay", "overlay.json")
    #expect(run.status == .exited(0), "\(run.errorText)")
    #expect(run.outputText.contains("\"name\": \"Renamed\""))
    if JSONSchemaValidator.isInstalled { #expect(try problems("overlay", overlay) == "") }
  }

  @Test func `wrong names are told`() throws {
    #expect(try desk.run("schema", "manfest").status == .exited(64))
    #expect(try desk.run("schema", "policy", "--catalog", "komerza").status == .exited(64))
    #expect(try desk.run("schema", "manifest", "--catalog", "nowhere").status == .exited(2))
  }

  @Test func `version and licenses say what this is made of`() throws {
    let version = try desk.run("--version").outputText
    #expect(version.hasPrefix("keywright 1.0.0 (") && version.contains("komerza 2026-06-24"))
    let licenses = try desk.run("licenses").outputText
    for name in ["ncurses", "Swift Argument Parser", "GNU C Library"] {
      #expect(licenses.contains(name))
    }
  }
}
