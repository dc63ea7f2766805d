import BitCollections
import Catalogs
import Judgement
import Keys
import TerminalHarness
import Testing

/// Whatever Keywright writes or ships is valid against its own schemas, by a validator that is not
/// its own.
struct WrittenDocumentTests {
  private static let neighbors = [JSONSchemaValidator.ours("catalog")]

  @Test(.enabled("needs python3-jsonschema") { JSONSchemaValidator.isInstalled })
  func `the manifests of every page and preset are valid`() throws {
    let catalog = try CommandSamples.komerza()
    let rules = RuleSet(catalog: catalog)
    var manifests = catalog.presets.map { preset in
      Manifest(catalog: catalog).encode(KeyDesign(scopes: .init(preset.scopes)))
    }
    var policies: [[UInt8]] = []
    for info in rules.infos {
      let page = try #require(RulePage(rule: info.id, rules: rules))
      for example in [try #require(page.example).bad, try #require(page.example).good] {
        manifests.append(page.manifest(example))
        if let policy = example.policy { policies.append(policy) }
      }
    }
    #expect(try Self.errors(manifests, schema: "manifest") == "")
    #expect(try Self.errors(policies, schema: "policy") == "")
  }

  @Test(.enabled("needs python3-jsonschema") { JSONSchemaValidator.isInstalled })
  func `what export writes is valid`() throws {
    let run = try LintFixture().run(
      "export", "--scope", "stores.orders.view", "--label", "Reports of the \"warehouse\"")
    #expect(run.status == .exited(0))
    #expect(try Self.errors([run.output], schema: "manifest") == "")
  }

  @Test(.enabled("needs python3-jsonschema") { JSONSchemaValidator.isInstalled })
  func `the validator finds what is wrong`() throws {
    #expect(try Self.errors([Array("{}".utf8)], schema: "manifest") != "")
  }

  /// All of the documents in one start of the validator.
  private static func errors(_ documents: [[UInt8]], schema: String) throws -> String {
    let list = documents.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ",")
    return try JSONSchemaValidator.errors(
      Array("[\(list)]".utf8), schema: JSONSchemaValidator.ours(schema), neighbors: neighbors,
      isList: true)
  }
}
