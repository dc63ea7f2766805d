import BundledCatalogs
import Testing

@testable import Catalogs
@testable import Judgement

/// Names held against what they open.
@Suite struct HonestNameTests {
  private func name(_ id: String, in catalog: Catalog = Samples.komerza) throws -> HonestName {
    HonestName(scope: try #require(catalog.indexOfScope(id)), in: catalog)
  }

  @Test(arguments: [
    ("stores.view", "The name says view, but it writes (PUT 1)", "writes"),
    ("user.view", "The name says view, but it writes (PATCH 1) and reads secrets", "writes+"),
    ("stores.products.view", "The name says view, but it reads secrets", "reads secrets"),
    ("stores.products.update", "The name says update, but it deletes (DELETE 9)", "deletes"),
    ("stores.orders.refund", "The name says refund, but it deletes (DELETE 1)", "deletes"),
    (
      "stores.reviews.flagged.create",
      "The name says create, but it deletes (DELETE 2) and creates nothing", "deletes+"
    ),
    ("user.crypto.viewEnabled", "It opens no call that the catalog knows", "opens no known call"),
  ])
  func `Komerza's misleading names are told`(id: String, sentence: String, badge: String) throws {
    #expect(try name(id).sentence == sentence)
    #expect(try name(id).badge == badge)
  }

  @Test(arguments: [
    "stores.create", "stores.customers.view", "stores.categories.delete", "stores.coupons.update",
    "stores.orders.deliver", "stores.analytics.view",
  ])
  func `a name that says what the scope does has no badge`(id: String) throws {
    #expect(try name(id).differences == [] && name(id).badge == nil)
    #expect(try name(id).sentence == nil)
  }

  @Test func `every Komerza name that hides deletes is one that the rule reports`() {
    let catalog = Samples.komerza
    let rule = Set(HiddenDeletes().subjects(in: catalog).numbers.map(Int.init))
    let names = catalog.scopes.indices.filter {
      HonestName(scope: $0, in: catalog).differences.contains(.deletes)
    }
    #expect(names == rule.sorted())
  }

  @Test func `the verbs are counted, reading first and deleting last`() throws {
    #expect(
      try name("stores.update").verbs.text == "GET 5  POST 6  PUT 10  PATCH 5  DELETE 9")
    #expect(try name("stores.update").verbs.total == 35)
    #expect(try name("user.crypto.viewEnabled").verbs.text == "")
    let odd = ["DELETE", "PURGE", "GET", "HEAD", "ACT"].map {
      Operation(method: $0, path: "/", requirement: .notStated)
    }
    #expect(VerbCounts(of: odd).text == "GET 1  HEAD 1  ACT 1  PURGE 1  DELETE 1")
  }

  @Test func `what a person has reviewed and what nobody could confirm are told as well`() throws {
    #expect(try name("stores.categories.update").review?.hasPrefix("Order, names") == true)
    #expect(try name("stores.view").review == nil)
    let gitlab = try #require(try BundledCatalogs.load("gitlab"))
    #expect(try name("activate_user", in: gitlab).isUnconfirmed)
    #expect(try !name("user.crypto.viewEnabled").isUnconfirmed)
    #expect(try !name("stores.view").isUnconfirmed)
  }

  @Test(arguments: [
    ("stores.orders.view", "view"), ("orders:read", "read"), ("repo/hook_delete", "delete"),
    ("a.viewEnabled", "view"), ("a.Viewer", "viewer"), ("admin", "admin"), ("x.*", "*"),
    ("x.", "x"), ("...", "..."), ("read-only:orders-list", "list"),
  ])
  func `the last word of an id is what it promises`(id: String, word: String) {
    #expect(HonestName.lastWord(of: id) == word)
  }

  /// A made-up platform with names of another style.
  private let other = Samples.catalog(
    """
    {
      "$schema": "urn:keywright:catalog:1", "id": "o", "name": "O", "version": "1",
      "categories": [{ "name": "A", "scopes": [
        { "id": "read:orders", "title": "R" }, { "id": "orders:edit", "title": "E" },
        { "id": "orders_remove", "title": "D" }, { "id": "orders:add", "title": "C" },
        { "id": "admin:all", "title": "A" }, { "id": "keys/list", "title": "K",
          "touches": ["credentials"] }, { "id": "orders:ship", "title": "S" },
        { "id": "orders-modify-public", "title": "P", "access": "update" },
        { "id": "public", "title": "Q", "access": "update" }
      ] }],
      "operations": [
        { "method": "GET", "path": "/a", "requires": [["orders:edit", "orders_remove"]] },
        { "method": "GET", "path": "/b", "requires": [["orders:add"], ["admin:all"]] },
        { "method": "DELETE", "path": "/c", "requires": [["admin:all"]] },
        { "method": "GET", "path": "/d", "requires": [["keys/list"]] },
        { "method": "GET", "path": "/e", "requires": [["orders:ship"]] },
        { "method": "DELETE", "path": "/f", "requires": [["orders-modify-public"], ["public"]] }
      ]
    }
    """)

  @Test(arguments: [("orders-modify-public", "modify"), ("public", "public")])
  func `where the last word promises nothing, the one that says the access is named`(
    id: String, word: String
  ) throws {
    let name = try name(id, in: other)
    #expect(name.sentence?.hasPrefix("The name says \(word), but it deletes (DELETE 1)") == true)
  }

  @Test(arguments: [
    ("orders:edit", [HonestName.Difference.changesNothing]),
    ("orders_remove", [.deletesNothing]), ("orders:add", [.createsNothing]), ("admin:all", []),
    ("keys/list", [.readsSecrets]), ("orders:ship", []), ("read:orders", [.opensNothing]),
  ])
  func `names of another style are held to the same`(
    id: String, differences: [HonestName.Difference]
  ) throws {
    #expect(try name(id, in: other).differences == differences)
  }
}
