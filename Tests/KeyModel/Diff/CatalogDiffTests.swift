import Catalogs
import Judgement
import Keys
import Testing

/// What a new version of a catalog changes.
struct CatalogDiffTests {
  private func changed(_ edits: (old: String, new: String)...) throws -> Catalog {
    var text = Samples.shopText
    for edit in edits {
      try #require(text.contains(edit.old))
      text = text.replacing(edit.old, with: edit.new)
    }
    return try Catalog(decoding: Array(text.utf8))
  }

  private func manifest(_ scopes: String, version: String = "1", catalog: Catalog) throws
    -> Manifest
  {
    let text = """
      {"$schema":"urn:keywright:manifest:1","catalog":{"id":"shop","version":"\(version)"},"scopes":[\(scopes)],"operations":["GET /orders","GET /gone"]}
      """
    return try Manifest(decoding: Array(text.utf8)) { _ in catalog }
  }

  @Test func `the same catalog has no changes`() {
    #expect(CatalogDiff(old: Samples.shop, new: Samples.shop).isEmpty)
  }

  @Test func `scopes added and removed, and a call that requires something else`() throws {
    let new = try changed(
      (
        #"{ "id": "orders.view", "title""#,
        #"{ "id": "orders.peek", "title": "Peek", "access": "view" }, { "id": "orders.view", "title""#
      ),
      (
        #"{ "id": "payouts.old", "title": "Old", "deprecated": true, "replacement": "payouts.view" }"#,
        #"{ "id": "payouts.new", "title": "New" }"#
      ),
      (#""requires": [["orders.view"], ["orders.update"]]"#, #""requires": [["orders.peek"]]"#),
      (
        #"{ "method": "GET", "path": "/health", "requires": [[]] },"#,
        #"{ "method": "GET", "path": "/alive", "requires": [[]] },"#
      ))
    let diff = CatalogDiff(old: Samples.shop, new: new)
    #expect(diff.added == ["orders.peek", "payouts.new"] && diff.removed == ["payouts.old"])
    #expect(diff.addedCalls == ["GET /alive"] && diff.removedCalls == ["GET /health"])
    #expect(diff.changedCalls.map(\.call) == ["GET /orders"])
    #expect(diff.changedCalls.first?.old == [["orders.view"], ["orders.update"]])
    #expect(diff.changedCalls.first?.new == [["orders.peek"]])
    let impact = KeyImpact(of: diff, onKeyWith: ["orders.view", "payouts.old"])
    #expect(
      impact.removed == ["payouts.old"] && impact.closed == ["GET /orders"] && impact.opened == [])
    #expect(KeyImpact(of: diff, onKeyWith: ["payouts.view"]).isEmpty)
  }

  @Test func `two platforms that have nothing in common are compared as fast as they are read`()
    throws
  {
    func large(_ prefix: String) throws -> Catalog {
      let scopes = (0..<20_000).map { "{\"id\":\"\(prefix)\($0)\",\"title\":\"\(prefix) \($0)\"}" }
      let text = """
        {"$schema":"urn:keywright:catalog:1","id":"\(prefix)","name":"L","version":"1",
        "categories":[{"name":"All","scopes":[\(scopes.joined(separator: ","))]}]}
        """
      return try Catalog(decoding: Array(text.utf8))
    }
    let diff = try CatalogDiff(old: large("a"), new: large("b"))
    #expect(diff.removed.count == 20_000 && diff.added.count == 20_000 && diff.renamed.isEmpty)
  }

  @Test func `a scope with the same calls under another id is renamed, and only guessed`() throws {
    let new = try changed(("orders.view", "orders.read"))
    let diff = CatalogDiff(old: Samples.shop, new: new)
    #expect(
      diff.renamed.map { "\($0.old) \($0.new) \($0.isGuessed)" } == ["orders.view orders.read true"]
    )
    #expect(diff.added == [] && diff.removed == [] && diff.changedCalls == [])
    #expect(KeyImpact(of: diff, onKeyWith: ["orders.view"]).renamed.count == 1)
  }

  @Test func `a replacement that the old catalog names is no guess`() throws {
    let old = try changed(
      (
        #""title": "View orders", "access": "view""#,
        #""title": "View orders", "access": "view", "deprecated": true, "replacement": "orders.update""#
      ))
    let new = try changed(
      (#"{ "id": "orders.view", "title": "View orders", "access": "view" },"#, ""),
      (#"["orders.view"], ["orders.update"]"#, #"["orders.update"]"#),
      (#", "orders.view"]]"#, "]]"),
      (#""scopes": ["orders.view"]"#, #""scopes": ["orders.update"]"#))
    #expect(CatalogDiff(old: old, new: new).removed == ["orders.view"])
  }

  @Test func `a scope that grants more gives keys what they did not choose`() throws {
    let new = try changed(
      (
        #""title": "Update orders", "access": "update""#,
        #""title": "Update orders", "access": "update", "includes": ["orders.delete", "orders.view"]"#
      ))
    let diff = CatalogDiff(old: Samples.shop, new: new)
    #expect(diff.regranted == ["orders.update"])
    let impact = KeyImpact(of: diff, onKeyWith: ["orders.update"])
    #expect(impact.granted == ["orders.view", "orders.delete"])
    #expect(impact.opened == ["DELETE /orders/{id}"])
  }

  // MARK: - The note of a manifest

  @Test func `a manifest of this version has no note`() throws {
    #expect(try manifest("", catalog: Samples.shop).versionNote(older: nil) == nil)
  }

  @Test func `with the older catalog at hand the note says what changed for the key`() throws {
    let new = try changed(("orders.view", "orders.read"), (#""version": "1""#, #""version": "2""#))
    let note = try manifest(#""orders.view""#, catalog: new).versionNote(older: Samples.shop)
    #expect(
      note
        == "made with shop 1, and this is 2: renamed: orders.view → orders.read (guessed); no longer open: GET /orders"
    )
    let quiet = try manifest(#""payouts.view""#, catalog: new).versionNote(older: Samples.shop)
    #expect(quiet == "made with shop 1, and this is 2: nothing of this key changed")
  }

  @Test func `without it the note says what is unknown now`() throws {
    let note = try manifest(#""gone", "orders.view""#, version: "0", catalog: Samples.shop)
      .versionNote(older: nil)
    #expect(
      note == "made with shop 0, and this is 1: 1 of its scopes and 1 of its calls are unknown now")
  }
}
