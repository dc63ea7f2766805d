import Catalogs
import Documents
import Testing

/// Whatever is wrong with a catalog, the error says where, what, and what to do.
struct CatalogValidationTests {
  @Test func `the sample is valid before it is spoiled`() throws {
    let catalog = try Catalog(decoding: Array(Samples.shopText.utf8))
    #expect(
      catalog.scopes.map(\.id).joined(separator: " ")
        == "orders.view orders.update orders.delete payouts.view payouts.old")
    #expect(catalog.categories.map(\.name) == ["Orders", "Money", "Payouts"])
    #expect(catalog.categoryPath(ofScope: 3) == ["Money", "Payouts"])
    #expect(Array(catalog.operationsOfScope) == [[0, 1], [0], [1], [], []])
  }

  @Test func `access and touches may be left out`() {
    let scope = Samples.shop.scopes[3]
    #expect(scope.access == .unstated)
    #expect(!scope.access.isWrite)
    #expect(scope.touches.words == ["money"])
    #expect(Samples.shop.scopes[0].touches.isEmpty)
  }

  /// A place of the sample, what stands there instead, and the error's whole text.
  struct Spoiled: Sendable, CustomTestStringConvertible {
    var old: String
    var new: String
    var error: String

    init(_ old: String, _ new: String, _ error: String) {
      (self.old, self.new, self.error) = (old, new, error)
    }

    var testDescription: String { error }
  }

  @Test(arguments: [
    Spoiled(
      "urn:keywright:catalog:1", "urn:keywright:catalog:2",
      "line 2: at $schema: \"urn:keywright:catalog:2\" is not a catalog of a version that this "
        + "program knows. Use a catalog with \"$schema\": \"urn:keywright:catalog:1\"."),
    Spoiled(
      "\"$schema\": \"urn:keywright:catalog:1\",", "",
      "line 1: the member \"$schema\" is missing. Add it."),
    Spoiled(
      "\"id\": \"shop\"", "\"id\": 7",
      "line 3: at id: expected a string, found a number. Write a string here."),
    Spoiled(
      "\"id\": \"shop\"", "\"id\": \"my shop\"",
      "line 3: at id: the id \"my shop\" holds a space. Write it without."),
    Spoiled(
      "\"name\": \"Shop\"", "\"name\": \"\"",
      "line 4: at name: the text is empty. Write something here."),
    Spoiled(
      "\"name\": \"Shop\"", "\"name\": \"  \"",
      "line 4: at name: the text is empty. Write something here."),
    Spoiled(
      "\"name\": \"Shop\"", #""name": "Sh\u001bop""#,
      "line 4: at name: the text has the control character U+001B. Remove it."),
    Spoiled(
      "\"name\": \"Shop\"", "\"name\": \"Sh\u{9B}op\"",
      "line 4: at name: the text has the control character U+009B. Remove it."),
    Spoiled(
      "\"name\": \"Shop\"", "\"name\": \"Shop\", \"name\": \"Shop\"",
      "line 4: at name: the member \"name\" appears twice in one object. Keep one of them."),
    Spoiled(
      "\"View orders\"", #""View\norders""#,
      "line 12: at categories[0].scopes[0].title: the text has the control character U+000A. "
        + "Remove it."),
    Spoiled(
      "\"id\": \"orders.update\"", "\"id\": \"orders.view\"",
      "line 13: at categories[0].scopes[1].id: the scope \"orders.view\" is listed twice. "
        + "Keep one of them."),
    Spoiled(
      "\"touches\": [\"money\"]", "\"touches\": [\"gold\"]",
      "line 23: at categories[1].categories[0].scopes[0].touches[0]: \"gold\" is not something that a "
        + "scope can touch. Use one of: money, personal data, credentials, goods, settings, "
        + "content, rights."),
    Spoiled(
      "\"replacement\": \"payouts.view\"", "\"replacement\": \"payout.view\"",
      "line 24: at categories[1].categories[0].scopes[1].replacement: the catalog has no scope "
        + "\"payout.view\". Perhaps \"payouts.view\" was meant."),
    Spoiled(
      "\"replacement\": \"payouts.view\"", "\"replacement\": \"payouts.old\"",
      "line 24: at categories[1].categories[0].scopes[1].replacement: the scope \"payouts.old\" "
        + "is replaced by itself in the end. Break the cycle."),
    Spoiled(
      "\"deprecated\": true", "\"deprecated\": \"yes\"",
      "line 24: at categories[1].categories[0].scopes[1].deprecated: expected true or "
        + "false. Write one of them."),
    Spoiled(
      "\"name\": \"Money\"", "\"name\": \"Orders\"",
      "line 18: at categories[1].name: the category \"Orders\" appears twice under the same parent. "
        + "Join the two or rename one."),
    Spoiled(
      "\"method\": \"DELETE\"", "\"method\": \"delete\"",
      "line 32: at operations[1].method: \"delete\" is not an HTTP method. "
        + "Write it in capitals, such as GET."),
    Spoiled(
      "\"path\": \"/health\"", "\"path\": \"health\"",
      "line 33: at operations[2].path: the path \"health\" does not start with a slash. "
        + "Start it with /."),
    Spoiled(
      "\"path\": \"/health\"", "\"path\": \"/orders\"",
      "line 33: at operations[2]: the call \"GET /orders\" is listed twice. Keep one of them."),
    Spoiled(
      "\"requires\": [[]]", "\"requires\": []",
      "line 33: at operations[2].requires: the requirement has no alternative. Leave \"requires\" "
        + "out where nothing is stated; write [[]] where none is needed."),
    Spoiled(
      "[[\"orders.view\"], [\"orders.update\"]]", "[[\"orders.veiw\"]]",
      "line 31: at operations[0].requires[0][0]: the catalog has no scope \"orders.veiw\". "
        + "Perhaps \"orders.view\" was meant."),
    Spoiled(
      "[\"orders.update\", \"orders.delete\"]", "[\"orders.update\", \"orders.update\"]",
      "line 41: at combinations[0].all[1]: the scope \"orders.update\" is in the list twice. "
        + "Keep one of them."),
    Spoiled(
      "\"all\": [\"orders.update\", \"orders.delete\"],", "",
      "line 37: at combinations[0]: the combination \"wipe\" has nothing that sets it off. "
        + "Give it \"all\", \"any\" or \"atLeast\"."),
    Spoiled(
      "\"all\": [", "\"atLeast\": { \"count\": 2, \"of\": [\"orders.view\"] }, \"all\": [",
      "line 41: at combinations[0].atLeast.of: fewer than 2 scopes cannot be counted. "
        + "Name more, or write \"all\" instead of \"atLeast\"."),
    Spoiled(
      "\"all\": [",
      "\"atLeast\": { \"count\": 3, \"of\": [\"orders.view\", \"orders.update\"] }, \"all\": [",
      "line 41: at combinations[0].atLeast.count: the count has to be a whole number from 2 to 2. "
        + "Correct it."),
    Spoiled(
      "\"all\": [",
      "\"atLeast\": { \"count\": 1, \"of\": [\"orders.view\", \"orders.update\"] }, \"all\": [",
      "line 41: at combinations[0].atLeast.count: the count has to be a whole number from 2 to 2. "
        + "Correct it, or write the scopes as a list of \"any\"."),
    Spoiled(
      "\"severity\": \"error\"", "\"severity\": \"fatal\"",
      "line 40: at combinations[0].severity: \"fatal\" is not a severity. "
        + "Use error, warning or note."),
    Spoiled(
      "\"confidence\": \"documented\"", "\"confidence\": \"sure\"",
      "line 43: at combinations[0].confidence: \"sure\" is not a confidence. "
        + "Use documented or inferred."),
    Spoiled(
      "\"id\": \"wipe\"", "\"id\": \"destructive-scope\"",
      "line 38: at combinations[0].id: the id \"destructive-scope\" belongs to a rule of the "
        + "program. Choose another."),
    Spoiled(
      "\"operations\": [\"DELETE /orders/{id}\"]", "\"operations\": [\"DELETE /orders\"]",
      "line 44: at combinations[0].operations[0]: the catalog has no call \"DELETE /orders\". "
        + "Perhaps \"GET /orders\" was meant."),
    Spoiled(
      "{ \"call\": \"DELETE /orders/{id}\"", "{ \"call\": \"TRACE /x\"",
      "line 45: at combinations[0].trace[0].call: the catalog has no call \"TRACE /x\". "
        + "Name one of its calls as \"METHOD /path\"."),
    Spoiled(
      "\"untick\": [\"orders.delete\"]", "\"untick\": [\"orders.view\"]",
      "line 48: at combinations[0].untick: the combination \"wipe\" can stay after these are "
        + "unticked. Name scopes without which it never fires."),
    Spoiled(
      "\"untick\": [\"orders.delete\"]", "\"tick\": [\"orders.view\"]",
      "line 48: at combinations[0].tick: the combination \"wipe\" stays after these are ticked. "
        + "Name one of the scopes of \"without\"."),
    Spoiled(
      "\"untick\": [\"orders.delete\"]", "\"without\": [\"orders.delete\"]",
      "line 48: at combinations[0].without: the combination \"wipe\" can never fire: what sets it "
        + "off silences it. Take out of \"without\" what the other lists need."),
    Spoiled(
      "{ \"scope\": \"payouts.view\"", "{ \"scope\": \"payouts\"",
      "line 51: at reviewed[0].scope: the catalog has no scope \"payouts\". "
        + "Name a scope of this catalog."),
    Spoiled(
      "\"scopes\": [\"orders.view\"], \"warnings\"", "\"scopes\": [\"orders\"], \"warnings\"",
      "line 53: at presets[0].scopes[0]: the catalog has no scope \"orders\". "
        + "Name a scope of this catalog."),
    Spoiled(
      "\"presets\": [", "\"presets\": null, \"x\": [",
      "line 52: at presets: expected an array, found null. Write an array here."),
  ])
  func `one spoiled place is named`(_ spoiled: Spoiled) {
    let text = Samples.shopText.replacing(spoiled.old, with: spoiled.new, maxReplacements: 1)
    #expect(text != Samples.shopText)
    let error = #expect(throws: ModelError.self) { try Catalog(decoding: Array(text.utf8)) }
    #expect(error?.description == spoiled.error)
  }

  @Test func `a replacement through several scopes that leads back is a cycle`() {
    let scopes = (0..<3).map { index in
      """
      { "id": "s\(index)", "title": "S", "deprecated": true, "replacement": "s\((index + 1) % 3)" }
      """
    }
    let error = #expect(throws: ModelError.self) { try Self.decode(scopes: scopes) }
    #expect(
      error?.description
        == "line 3: at categories[0].scopes[0].replacement: the scope \"s0\" is "
        + "replaced by itself in the end. Break the cycle.")
  }

  @Test func `a long chain of replacements is no cycle, and costs no more than its length`() throws
  {
    let scopes = (0..<5000).map { index in
      index == 4999
        ? "{ \"id\": \"s4999\", \"title\": \"S\" }"
        : "{ \"id\": \"s\(index)\", \"title\": \"S\", \"replacement\": \"s\(index + 1)\" }"
    }
    #expect(try Self.decode(scopes: scopes).scopes.count == 5000)
  }

  @Test(arguments: ["[]", #"[{ "name": "Empty" }]"#])
  func `a catalog or a category without a scope is refused`(categories: String) {
    let error = #expect(throws: ModelError.self) { try Self.decode(categories: categories) }
    #expect(error?.place?.path.hasPrefix("categories") == true)
    #expect(error?.place?.line == 3)
  }

  @Test func `64 levels of categories are read, 65 are not`() throws {
    func nested(_ levels: Int) -> String {
      let inner = #"[{ "name": "A", "scopes": [{ "id": "s", "title": "S" }] }]"#
      return (1..<levels).reduce(inner) { text, _ in
        "[{ \"name\": \"A\", \"categories\": \(text) }]"
      }
    }
    #expect(try Self.decode(categories: nested(64)).categories.count == 64)
    let error = #expect(throws: ModelError.self) { try Self.decode(categories: nested(65)) }
    #expect(error?.problem == "categories are nested more than 64 levels deep")
    #expect(error?.remedy == "Flatten them")
  }

  private static func decode(scopes: [String]) throws -> Catalog {
    try decode(
      categories: "[{ \"name\": \"A\", \"scopes\": [\(scopes.joined(separator: ",\n"))] }]")
  }

  private static func decode(categories: String) throws -> Catalog {
    try Catalog(
      decoding: Array(
        """
        {
          "$schema": "urn:keywright:catalog:1", "id": "a", "name": "A", "version": "1",
          "categories": \(categories)
        }
        """.utf8))
  }
}
