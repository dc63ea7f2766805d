import Documents
import Keys
import TerminalHarness
import Testing

/// `keywright split`: files, the document, and what is left.
struct SplitCommandTests {
  let fixture: LintFixture

  init() throws {
    fixture = try LintFixture()
    try fixture.folder.write(LintFixture.faulty, to: "shop.json")
  }

  @Test func `each key is written to a file of the folder, and lint finds no error in any`() throws
  {
    let run = try fixture.run("split", "shop.json", "-o", "keys")
    #expect(run.status == .exited(0) && run.errorText == "")
    #expect(run.outputText.hasPrefix("shop.json: 2 keys; fewer are not enough.\n"))
    let names = [
      "keys/importer-of-the-warehouse-1.key.json", "keys/importer-of-the-warehouse-2.key.json",
    ]
    for name in names {
      #expect(run.outputText.contains("  \(name)\n"))
      #expect(try fixture.run("lint", name).status == .exited(0))
    }
    #expect(fixture.folder.names().filter { $0.hasPrefix("keys/") } == names)
  }

  @Test func `nothing is overwritten, and nothing stays half done`() throws {
    try fixture.folder.write("mine", to: "keys/importer-of-the-warehouse-2.key.json")
    let run = try fixture.run("split", "shop.json", "-o", "keys")
    #expect(run.status == .exited(2) && run.output == [])
    #expect(
      run.errorText
        == "keywright: keys/importer-of-the-warehouse-2.key.json: the file is there already, and "
        + "nothing was written. Move it away, or name another folder.\n")
    #expect(fixture.folder.names().filter { $0.hasPrefix("keys/") }.count == 1)
    let nowhere = try fixture.run("split", "shop.json", "-o", "gone/keys")
    #expect(nowhere.status == .exited(2))
    #expect(nowhere.errorText.contains("gone/keys: the folder cannot be made: No such file"))
  }

  @Test func `without a folder the keys are one document, each a manifest`() throws {
    let run = try fixture.run("split", "shop.json")
    #expect(run.status == .exited(0))
    let root = try run.json()
    #expect(root["minimum"]?["proven"]?.boolean == true)
    #expect(root["minimum"]?["atLeast"]?.integer == 2)
    let keys = root["keys"]?.elements ?? []
    #expect(keys.count == 2)
    let catalog = try BundledPresets.catalog
    for key in keys {
      let manifest = try Manifest(decoding: Array(key.source)) { _ in catalog }
      #expect(manifest.original.details.ipAddresses == ["203.0.113.7"])
    }
    #expect(root["unsettled"]?.elements.count == 0)
  }

  @Test func `members that are not known go with every key`() throws {
    try fixture.folder.write(
      LintFixture.manifest(
        ["stores.orders.create", "stores.orders.deliver"], more: ",\n  \"x-team\": \"warehouse\""),
      to: "team.json")
    let run = try fixture.run("split", "team.json")
    #expect(
      try run.json()["keys"]?.elements.allSatisfy { $0["x-team"]?.string == "warehouse" } == true)
  }

  @Test func `what no split can settle is said, with status 1`() throws {
    try fixture.folder.write(
      LintFixture.manifest(
        ["stores.orders.view", "made.up"], more: ",\n  \"operations\": [\"GET /made/up\"]"),
      to: "odd.json")
    let run = try fixture.run("split", "odd.json", "--format", "text")
    #expect(run.status == .exited(1))
    #expect(run.outputText.contains("odd.json: one key, with an error that no split can settle.\n"))
    #expect(run.outputText.contains("Errors that no split can settle\n  unknown-scope: made.up: "))
    #expect(run.outputText.contains("Not known to be open to any of the keys\n  GET /made/up\n"))
    #expect(run.saysOneLine)
    #expect(run.errorText.hasSuffix("no split can settle. Look at the end of the report.\n"))
    let document = try fixture.run("split", "odd.json")
    #expect(document.errorText.contains("in the report (--format text shows them last).\n"))
  }

  @Test(arguments: ["GET /made/up", "GET /user/applications"])
  func `a call that is not known to be open is not counted as opened`(call: String) throws {
    try fixture.folder.write(
      LintFixture.manifest(
        ["stores.orders.view"],
        more: ",\n  \"operations\": [\"GET /stores/{storeId}/orders\", \"\(call)\"]"),
      to: "one.json")
    let run = try fixture.run("split", "one.json", "--format", "text")
    #expect(run.status == .exited(1))
    #expect(run.outputText.contains("one.json: one key is enough.\n"))
    #expect(run.outputText.contains("  opens 1 of the chosen calls\n"))
    #expect(run.outputText.contains("Not known to be open to any of the keys\n  \(call)\n"))
  }

  @Test func `what one key has too much of is left out and listed`() throws {
    try fixture.folder.write(
      LintFixture.manifest(
        ["stores.orders.view", "stores.tax.view"],
        more: ",\n  \"operations\": [\"GET /stores/{storeId}/orders\"]"),
      to: "wide.json")
    let run = try fixture.run("split", "wide.json", "--format", "text")
    #expect(run.status == .exited(0))
    #expect(
      run.outputText.contains(
        "Left out, because no chosen call needs them\n  stores.tax.view\n"))
    #expect(try fixture.run("split", "wide.json").json()["dropped"]?.elements.count == 1)
  }

  @Test(arguments: [
    ("shop.key.json", "shop"), ("deep/Shop 2.json", "shop-2"), ("-", "key"), (".json", "key"),
  ])
  func `without a label the files are named after the manifest's own`(
    path: String, name: String
  ) throws {
    let text = LintFixture.manifest(["stores.orders.create", "stores.orders.deliver"])
      .replacing("  \"label\": \"Importer of the warehouse\",\n", with: "")
    if path != "-" { try fixture.folder.write(text, to: path) }
    let run = try fixture.run("split", path, "-o", "keys", input: Array(text.utf8))
    #expect(run.status == .exited(0), "\(run.errorText)")
    #expect(
      fixture.folder.names().filter { $0.hasPrefix("keys/") } == [
        "keys/\(name)-1.key.json", "keys/\(name)-2.key.json",
      ])
  }

  @Test func `a label is no way out of the folder`() throws {
    try fixture.folder.write(
      LintFixture.manifest(
        ["stores.orders.create", "stores.orders.deliver"], label: "../../Ä evil/.."),
      to: "evil.json")
    let run = try fixture.run("split", "evil.json", "-o", "keys")
    #expect(run.status == .exited(0))
    #expect(
      fixture.folder.names().filter { $0.contains("evil-") } == [
        "keys/evil-1.key.json", "keys/evil-2.key.json",
      ])
  }

  @Test func `input that is no manifest is told`() throws {
    let run = try fixture.run("split", "-")
    #expect(run.status == .exited(2) && run.output == [] && run.saysOneLine)
    #expect(try fixture.run("split").status == .exited(64))
  }
}
