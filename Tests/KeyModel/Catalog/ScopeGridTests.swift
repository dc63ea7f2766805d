import Catalogs
import Testing

/// Scopes as a grid of resources and verbs.
@Suite struct ScopeGridTests {
  let catalog = Samples.komerza

  private func verb(_ id: String, in catalog: Catalog) throws -> ScopeVerb {
    ScopeVerb(scope: try #require(catalog.indexOfScope(id)), in: catalog)
  }

  @Test(arguments: [
    ("stores.view", ScopeVerb.view), ("stores.create", .create), ("stores.update", .update),
    ("stores.products.delete", .delete), ("stores.orders.deliver", .other),
    ("stores.orders.refund", .other), ("user.crypto.viewEnabled", .view),
  ])
  func `a stated access decides the column`(id: String, column: ScopeVerb) throws {
    #expect(try verb(id, in: catalog) == column)
  }

  @Test(arguments: [
    ("a.read", ScopeVerb.view), ("a.add", .create), ("a.edit", .update), ("a.remove", .delete),
    ("a.all", .other), ("gets", .view), ("posts", .create), ("puts", .update),
    ("deletes", .delete), ("mixes", .other), ("nothing", .other),
  ])
  func `without one the last word does, and without that the calls`(
    id: String, column: ScopeVerb
  ) throws {
    let ids = [
      "a.read", "a.add", "a.edit", "a.remove", "a.all", "gets", "posts", "puts", "deletes",
      "mixes", "nothing",
    ]
    let scopes = ids.map { #"{"id":"\#($0)","title":"T"}"# }.joined(separator: ",")
    let calls = [
      ("GET", "gets"), ("POST", "posts"), ("PUT", "puts"), ("PATCH", "puts"),
      ("DELETE", "deletes"), ("GET", "mixes"), ("PUT", "mixes"), ("DELETE", "a.read"),
    ].enumerated().map {
      #"{"method":"\#($1.0)","path":"/\#($0)","requires":[["\#($1.1)"]]}"#
    }
    let made = Samples.catalog(
      #"{"$schema":"urn:keywright:catalog:1","id":"t","name":"T","version":"1","#
        + #""categories":[{"name":"A","scopes":[\#(scopes)]}],"#
        + #""operations":[\#(calls.joined(separator: ","))]}"#)
    #expect(try verb(id, in: made) == column)
  }

  @Test func `rows are resources in the order of the tree, a row a category`() {
    let grid = ScopeGrid(catalog: catalog)
    #expect(
      grid.rows.prefix(3).map(\.resource) == ["stores", "stores.analytics", "stores.categories"])
    #expect(Set(grid.rows).count == grid.rows.count)
    #expect(grid.rows.map(\.category) == grid.rows.map(\.category).sorted())
  }

  @Test func `every scope stands in one cell, and in that of its row and verb`() {
    let grid = ScopeGrid(catalog: catalog)
    var seen: [Int] = []
    for row in grid.rows.indices {
      for verb in ScopeVerb.allCases {
        let scopes = grid.scopes(row: row, verb)
        #expect(scopes == scopes.sorted())
        for scope in scopes {
          #expect(grid.rowOfScope[scope] == row && grid.verbOfScope[scope] == verb)
          #expect(String(catalog.scopes[scope].resource) == grid.rows[row].resource)
        }
        seen += scopes
      }
      #expect(
        grid.scopes(row: row).count == catalog.scopes.indices.count { grid.rowOfScope[$0] == row })
    }
    #expect(seen.sorted() == Array(catalog.scopes.indices))
  }

  @Test func `a cell can hold several`() throws {
    let grid = ScopeGrid(catalog: catalog)
    let row = try #require(grid.rows.firstIndex { $0.resource == "stores.orders" })
    #expect(
      grid.scopes(row: row, .other).map { catalog.scopes[$0].id }
        == ["stores.orders.deliver", "stores.orders.refund"])
    #expect(grid.scopes(row: row, .update).isEmpty)
  }
}
