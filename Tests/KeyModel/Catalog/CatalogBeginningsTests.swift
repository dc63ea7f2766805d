import BundledCatalogs
import Judgement
import Testing

@testable import Catalogs

/// Scopes and calls that go on from what is typed.
struct CatalogBeginningsTests {
  @Test(arguments: [
    "", "s", "stores.orders.", "stores.orders.viewer", "STORES", "GET", "GE", "GET /", "GET /user",
    "PUT /stores/{storeId}/orders", "PUT  /stores", "FETCH /",
  ])
  func `they are those whose texts start with it, however the catalog is kept`(typed: String)
    throws
  {
    let compact = try #require(try BundledCatalogs.load("komerza"))
    for catalog in [compact, Samples.komerza] {
      #expect(
        catalog.scopes(startingWith: typed).map(\.id)
          == catalog.scopes.map(\.id).filter { $0.hasPrefix(typed) })
      #expect(
        catalog.operations(startingWith: typed).map(\.call)
          == catalog.operations.map(\.call).filter { $0.hasPrefix(typed) })
    }
  }

  @Test(arguments: BundledCatalogs.ids)
  func `rules are named without being prepared`(id: String) throws {
    let catalog = try #require(try BundledCatalogs.load(id))
    #expect(RuleSet.infos(of: catalog) == RuleSet(catalog: catalog).infos)
  }
}
