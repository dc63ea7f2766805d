import BundledCatalogs
import Catalogs
import TestSupport
import Testing

/// A catalog written as a document is the same catalog.
struct CatalogEncoderTests {
  private static let texts: [String: [UInt8]] = {
    var texts = [
      "shop": Array(Samples.shopText.utf8), "granting": Array(Samples.grantingText.utf8),
    ]
    // The large ones take long, and hold nothing that the others do not.
    for id in BundledCatalogs.ids where !BundledCatalogs.isPacked(id) {
      texts[id] = BundledDocument.bytes(of: id)
    }
    return texts
  }()

  @Test(arguments: texts.keys.sorted())
  func `what is encoded decodes to the same, and encodes to the same bytes`(id: String) throws {
    let catalog = try Catalog(decoding: try #require(Self.texts[id]))
    let bytes = CatalogEncoder.encode(catalog)
    let copy = try Catalog(decoding: bytes)
    #expect(CatalogEncoder.encode(copy) == bytes)
    #expect(copy.id == catalog.id && copy.name == catalog.name && copy.version == catalog.version)
    #expect(copy.summary == catalog.summary && copy.sources == catalog.sources)
    #expect(copy.servers == catalog.servers && copy.scopes == catalog.scopes)
    #expect(copy.categories == catalog.categories && copy.operations == catalog.operations)
    #expect(copy.combinations == catalog.combinations && copy.reviewed == catalog.reviewed)
    #expect(copy.presets == catalog.presets && copy.tree.nodes == catalog.tree.nodes)
  }

  @Test func `marks of what was inferred and undeclared stay`() throws {
    let catalog = try Catalog(decoding: CatalogEncoder.encode(Samples.granting))
    let write = try #require(catalog.scopes.first { $0.id == "repo.write" })
    #expect(write.inferred == [.access, .includes] && write.includes == [0])
    #expect(catalog.scopes.filter(\.isUndeclared).map(\.id) == ["mail.read"])
    #expect(catalog.categories[0].isInferred)
    #expect(catalog.operations[0].summary == "Reads it" && catalog.operations[0].tag == "repos")
    #expect(catalog.operations[1].isInferred && catalog.operations[2].isDeprecated)
  }
}
