import BitCollections
import BundledCatalogs
import Catalogs
import Keys
import Testing

@testable import Judgement

/// What a key can do, as a table and in sentences.
@Suite struct KeyPowersTests {
  let catalog = try? BundledCatalogs.load("komerza")

  private func powers(_ scopes: [String], calls: [String] = [], never: [String] = []) throws
    -> KeyPowers
  {
    let catalog = try #require(catalog)
    var design = KeyDesign()
    for id in scopes { design.scopes.insert(try #require(catalog.indexOfScope(id))) }
    design.details.operations = calls
    design.details.never = never
    return KeyPowers(design, in: catalog)
  }

  @Test func `a key without scopes opens nothing`() throws {
    let powers = try powers([])
    #expect(powers.total == 0 && powers.rows.isEmpty && powers.table.isEmpty)
    #expect(
      powers.sentences == [
        "It opens 0 of 287 calls.",
        "\(powers.notStated) calls state no scope: whether it opens those is not known.",
      ])
    #expect(powers.notStated > 0)
  }

  @Test func `every call that the scopes open is counted once in each row that it touches`() throws
  {
    let catalog = try #require(catalog)
    for scope in catalog.scopes.indices {
      var design = KeyDesign()
      design.scopes.insert(scope)
      let powers = KeyPowers(design, in: catalog)
      let opened = KeyAccess(design, in: catalog).survey.openedByScopes
      #expect(powers.total == opened.count)
      let counted = Set(powers.rows.flatMap { $0.members.values.flatMap(\.self) })
      #expect(counted == Set(opened))
      for row in powers.rows {
        let members = row.members.values.flatMap(\.self)
        #expect(members.count == Set(members).count)
      }
    }
  }

  @Test func `what is asked for stands against what is opened`() throws {
    let powers = try powers(["stores.view"], calls: ["GET /stores/{storeId}"])
    #expect(powers.sentences[0] == "It was made for 1 call and opens \(powers.total) of 287 calls.")
  }

  @Test func `a name that only speaks of reading hides no writing`() throws {
    // The scope is named for reading, its calls write as well.
    let catalog = try #require(catalog)
    let named = try #require(
      catalog.scopes.indices.first {
        HonestName(scope: $0, in: catalog).differences.contains(.writes)
      })
    let powers = try powers([catalog.scopes[named].id])
    #expect(powers.verbs.contains { $0 != .reads })
  }

  @Test func `what the key must never have is said`() throws {
    let powers = try powers(["stores.view"], never: ["stores.orders.refund"])
    #expect(powers.sentences.last == "It must never have stores.orders.refund.")
  }

  @Test func `the columns of the table are aligned`() throws {
    let powers = try powers(["stores.view", "stores.products.view", "stores.orders.view"])
    #expect(Set(powers.table.map(\.utf8.count)).count == 1)
    #expect(powers.table.count == powers.rows.count + 1)
  }
}
