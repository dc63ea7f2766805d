import Testing

@testable import Catalogs
@testable import Documents
@testable import Keys

/// Kind, answers, reasons and what is ruled out, as a manifest holds them.
@Suite struct KindInManifestTests {
  static let text = """
    {
      "$schema": "urn:keywright:manifest:1",
      "catalog": { "id": "hub", "version": "1" },
      "label": "Poster",
      "kind": "bot",
      "answers": { "private-repository": true, "default-branch": false },
      "scopes": ["all", "post"],
      "because": { "all": "Reads every repository", "post": "Posts the news" },
      "never": ["contents:write", "GET /search"],
      "operations": ["POST /messages"]
    }

    """

  static func decode(_ text: String) throws -> Manifest {
    try Manifest(decoding: Array(text.utf8)) { _ in HubSample.catalog }
  }

  @Test func `all of it is read and written back to the byte`() throws {
    let manifest = try Self.decode(Self.text)
    var design = manifest.original
    let details = design.details
    #expect(details.kind == "bot")
    #expect(details.answers.map(\.holds) == [true, false])
    #expect(details.reason(for: "post") == "Posts the news")
    #expect(details.reason(for: "read") == nil)
    #expect(details.never == ["contents:write", "GET /search"])
    #expect(String(decoding: manifest.encode(design), as: UTF8.self) == Self.text)
    design.details.label = "Another"
    #expect(
      String(decoding: manifest.encode(design), as: UTF8.self)
        == Self.text.replacing("Poster", with: "Another"))
  }

  @Test func `what is not said stays out`() throws {
    let text = """
      {
        "$schema": "urn:keywright:manifest:1",
        "catalog": { "id": "hub", "version": "1" },
        "scopes": ["all"]
      }

      """
    let manifest = try Self.decode(text)
    var design = manifest.original
    design.details.label = "A"
    #expect(
      String(decoding: manifest.encode(design), as: UTF8.self)
        == text.replacing("  \"scopes\"", with: "  \"label\": \"A\",\n  \"scopes\""))
  }

  @Test func `reasons stand in the order of the scopes, those of others behind them`() throws {
    let text = Self.text.replacing(
      #"{ "all": "Reads every repository", "post": "Posts the news" }"#,
      with: #"{ "gone": "?", "post": "Posts the news", "all": "Reads every repository" }"#)
    let manifest = try Self.decode(text)
    var design = manifest.original
    #expect(String(decoding: manifest.encode(design), as: UTF8.self) == text)
    design.details.label = "Another"
    let written = String(decoding: manifest.encode(design), as: UTF8.self)
    #expect(
      written.contains(
        #"{ "all": "Reads every repository", "post": "Posts the news", "gone": "?" }"#))
  }

  @Test func `a kind that the catalog lacks is opened and kept`() throws {
    let text = Self.text.replacing("\"bot\"", with: "\"robot\"")
    let manifest = try Self.decode(text)
    #expect(manifest.original.details.kind == "robot")
    var design = manifest.original
    design.details.label = "Another"
    #expect(
      String(decoding: manifest.encode(design), as: UTF8.self).contains("\"kind\": \"robot\""))
  }

  @Test(
    "What cannot be is told with its line and the nearest name",
    arguments: [
      (
        "\"private-repository\": true", "\"private-repositry\": true", 6,
        "the catalog has no condition \"private-repositry\". "
          + "Perhaps \"private-repository\" was meant."
      ),
      (
        "\"private-repository\": true", "\"private-repository\": \"yes\"", 6,
        "the answer to \"private-repository\" is neither true nor false. Write one of them."
      ),
      (
        "\"contents:write\"", "\"contents:wrote\"", 9,
        "the catalog has no scope \"contents:wrote\", so nothing is ruled out. "
          + "Perhaps \"contents:write\" was meant."
      ),
      (
        "\"GET /search\"", "\"GET /serch\"", 9,
        "the catalog has no call \"GET /serch\", so nothing is ruled out. "
          + "Perhaps \"GET /search\" was meant."
      ),
      (
        "\"contents:write\"", "\"post\"", 9,
        "the scope \"post\" is in \"scopes\" and in \"never\". Remove it from one of the two."
      ),
      (
        "\"contents:write\"", "\"GET /search\"", 9,
        "\"GET /search\" is listed twice. Keep one of them."
      ),
    ])
  func wrong(old: String, new: String, line: Int, problem: String) throws {
    let text = Self.text.replacing(old, with: new)
    let error = #expect(throws: ModelError.self) { try Self.decode(text) }
    #expect(error?.sentences == problem)
    #expect(error?.place?.line == line)
  }

  @Test(
    "A key without a kind is of the first that takes all its scopes",
    arguments: [
      ([], 0), (["all"], 0), (["post"], 0), (["search"], 1), (["all", "search"], 1),
      (["post", "search"], 0),
    ])
  func concluded(scopes: [String], kind: Int) {
    let catalog = HubSample.catalog
    let design = KeyDesign(scopes: .init(scopes.compactMap { catalog.indexOfScope($0) }))
    #expect(KeyTerms(design, in: catalog).kind == kind)
  }

  @Test func `what counts of a key is its kind and its answers`() throws {
    var context = KeyTerms(try Self.decode(Self.text).original, in: HubSample.catalog)
    #expect(context.kind == 0)
    #expect(context[0] == true)
    #expect(context[1] == false)
    context = KeyTerms(KeyDesign(), in: Samples.shop)
    #expect(context == KeyTerms())
  }
}
