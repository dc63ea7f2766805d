import CatalogImport
import Catalogs
import Documents
import Testing

/// Documents that vendors publish, against figures that were counted independently.
struct CorpusTests {
  static let folder = environment("KEYWRIGHT_SHARED").map { $0 + "/corpus" }

  @Test(.enabled(if: folder != nil, "KEYWRIGHT_SHARED names no folder with corpus/README.md"))
  func `the importer agrees with every row of the table`() throws {
    let folder = try #require(Self.folder)
    let table = String(decoding: try DocumentFile.read(folder + "/README.md"), as: UTF8.self)
    let rows = table.split(separator: "\n").filter { $0.hasPrefix("| openapi/") }
      .map { $0.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") } }
    #expect(rows.count >= 3)
    for row in rows {
      let imported = try CatalogImporter.read(DocumentFile.read(folder + "/" + row[0]))
      let counts = imported.counts
      let found = [
        counts.declared, counts.operations, counts.operationsWithScopes, counts.named,
        counts.undeclared,
      ]
      #expect(found.map { String($0) } == Array(row[2...6]), "\(row[0])")
      let catalog = try Catalog(decoding: imported.document)
      #expect(catalog.scopes.count == counts.declared + counts.undeclared)
      #expect(catalog.scopes.count { $0.isUndeclared } == counts.undeclared)
      #expect(catalog.operations.count == counts.operations)
      // A tree that reads well: few, filled categories, and little that found no place.
      let top = catalog.categories.filter { $0.parent == nil }
      #expect(top.count <= 24 && top.allSatisfy { $0.scopes.count >= 1 })
      let other = top.first { $0.name == "Other" }?.scopes.count ?? 0
      #expect(other * 5 <= catalog.scopes.count, "\(row[0]): \(other)")
    }
  }
}
