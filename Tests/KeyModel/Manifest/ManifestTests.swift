import BitCollections
import Catalogs
import Documents
import Keys
import TestSupport
import Testing

/// The manifest is the contract: what it says is kept, and equal designs are equal bytes.
struct ManifestTests {
  private let catalog = Samples.komerza

  private func decode(_ text: String) throws(ModelError) -> Manifest {
    let catalog = catalog
    return try Manifest(decoding: Array(text.utf8)) { id in id == "komerza" ? catalog : nil }
  }

  private func text(_ manifest: Manifest, _ design: KeyDesign) -> String {
    String(decoding: manifest.encode(design), as: UTF8.self)
  }

  /// The example of the contract.
  private static let example = """
    {
      "$schema": "urn:keywright:manifest:1",
      "catalog": { "id": "komerza", "version": "2026-06-24" },
      "label": "fulfilment-bot",
      "purpose": "Marks paid orders as delivered",
      "ipAddresses": ["203.0.113.7"],
      "rotateBy": "2027-02-01",
      "scopes": ["stores.orders.view", "stores.orders.deliver"],
      "operations": ["PUT /stores/{storeId}/orders/{orderId}/deliver"],
      "accepted": [
        { "rule": "unpaid-delivery", "scopes": ["stores.orders.deliver"], "reason": "…", "by": "…", "until": "2027-01-01" }
      ]
    }

    """

  @Test func `the example of the contract encodes byte for byte`() {
    var design = KeyDesign()
    design.details.label = "fulfilment-bot"
    design.details.purpose = "Marks paid orders as delivered"
    design.details.ipAddresses = ["203.0.113.7"]
    design.details.rotateBy = CalendarDate("2027-02-01")
    design.details.operations = ["PUT /stores/{storeId}/orders/{orderId}/deliver"]
    design.details.accepted = [
      Acceptance(
        rule: "unpaid-delivery", scopes: ["stores.orders.deliver"], reason: "…", by: "…",
        until: CalendarDate("2027-01-01"))
    ]
    for id in ["stores.orders.deliver", "stores.orders.view"] {
      design.scopes.insert(catalog.indexOfScope(id) ?? 0)
    }
    #expect(text(Manifest(catalog: catalog), design) == Self.example)
  }

  @Test func `the example decodes into the design that it was made from`() throws {
    let manifest = try decode(Self.example)
    let details = manifest.original.details
    #expect(manifest.catalogReference == .init(id: "komerza", version: "2026-06-24"))
    #expect(details.label == "fulfilment-bot")
    #expect(details.rotateBy == CalendarDate("2027-02-01"))
    #expect(details.accepted.first?.until == CalendarDate("2027-01-01"))
    #expect(manifest.original.scopes.count == 2)
    #expect(manifest.unknownMembers.isEmpty && manifest.source == Array(Self.example.utf8))
  }

  @Test func `a new manifest of nothing holds the three members that every one has`() {
    #expect(
      text(Manifest(catalog: catalog), KeyDesign()) == """
        {
          "$schema": "urn:keywright:manifest:1",
          "catalog": { "id": "komerza", "version": "2026-06-24" },
          "scopes": []
        }

        """)
  }

  @Test(arguments: [
    "{\"scopes\":[],\"catalog\":{\"version\":\"0\",\"id\":\"komerza\"},"
      + "\"$schema\":\"urn:keywright:manifest:1\"}",
    "\r\n{ \"$schema\": \"urn:keywright:manifest:1\",\r\n\t\"catalog\": {\"id\": \"komerza\", "
      + "\"version\": \"1\"}, \"label\": \"\\u0041\",\"scopes\": [\"user.view\",\n\"stores.view\"] }",
  ])
  func `saving unchanged gives the same bytes, whatever the formatting`(source: String) throws {
    let manifest = try decode(source)
    #expect(text(manifest, manifest.original) == source)
    // Also after a change that was taken back.
    var editor = DesignEditor(catalog: catalog, design: manifest.original)
    editor.edit(named: "label") { $0.details.label = "other" }
    #expect(text(manifest, editor.design) != source)
    _ = editor.undo()
    #expect(text(manifest, editor.design) == source)
  }

  @Test func `members that this program does not know outlive a change, at the end`() throws {
    let manifest = try decode(Samples.manifestText)
    var design = manifest.original
    design.details.label = "renamed"
    design.scopes.insert(0)
    let changed = text(manifest, design)
    #expect(
      changed == """
        {
          "$schema": "urn:keywright:manifest:1",
          "catalog": { "id": "komerza", "version": "2026-06-24", "mirror": [1, 2] },
          "label": "renamed",
          "purpose": "Marks paid orders as delivered",
          "ipAddresses": ["203.0.113.7"],
          "rotateBy": "2027-02-01",
          "scopes": ["stores.view", "stores.orders.view", "stores.orders.deliver", "stores.order.view"],
          "operations": ["PUT /stores/{storeId}/orders/{orderId}/deliver"],
          "accepted": [
            { "rule": "unpaid-delivery", "scopes": ["stores.orders.deliver"], "reason": "r", "by": "b", "x": {} }
          ],
          "x-team": { "name": "warehouse", "pager": null }
        }

        """)
    // And through a second one.
    let again = try decode(changed)
    #expect(again.original == design)
    var second = again.original
    second.details.label = "fulfillment-bot"
    second.scopes.remove(0)
    #expect(text(again, second) == Samples.manifestText)
  }

  @Test func `an unknown member in the middle moves behind the known ones, in its order`() throws {
    let manifest = try decode(
      """
      { "z": 1, "$schema": "urn:keywright:manifest:1", "catalog": { "id": "komerza", "version": "1" },
        "a": { "deep": [ 1,2 ] }, "scopes": [] }
      """)
    #expect(manifest.unknownMembers.map(\.name) == ["z", "a"])
    var design = manifest.original
    design.details.label = "x"
    #expect(text(manifest, design).hasSuffix("  \"z\": 1,\n  \"a\": { \"deep\": [ 1,2 ] }\n}\n"))
  }

  @Test func `scopes are written in the catalog's order, unknown ones after them in theirs`() throws
  {
    let manifest = try decode(
      """
      { "$schema": "urn:keywright:manifest:1", "catalog": { "id": "komerza", "version": "1" },
        "scopes": ["zz", "user.view", "aa", "stores.view"] }
      """)
    #expect(manifest.original.details.unknownScopes == ["zz", "aa"])
    var design = manifest.original
    design.details.label = "x"
    #expect(
      text(manifest, design).contains(#""scopes": ["stores.view", "user.view", "zz", "aa"]"#))
  }

  @Test func `each scope knows its line`() throws {
    let manifest = try decode(
      """
      {
        "$schema": "urn:keywright:manifest:1",
        "catalog": { "id": "komerza", "version": "1" },
        "scopes": [
          "stores.view", "user.view",

          "stores.update"
        ]
      }
      """)
    #expect(manifest.lineOfScope == ["stores.view": 5, "user.view": 5, "stores.update": 7])
  }

  @Test func `equal designs are equal bytes, however they came about`() {
    var random = SeededRandom()
    let manifest = Manifest(catalog: catalog)
    for _ in 0..<50 {
      let scopes = catalog.scopes.indices.filter { _ in Bool.random(using: &random) }
      var editor = DesignEditor(catalog: catalog, design: KeyDesign())
      for scope in scopes.shuffled(using: &random) {
        editor.set([scope], chosen: true, named: "tick")
      }
      let direct = KeyDesign(scopes: BitSet(scopes))
      #expect(manifest.encode(editor.design) == manifest.encode(direct), "\(random)")
    }
  }
}
