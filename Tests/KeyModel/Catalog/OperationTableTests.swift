import TestSupport
import Testing

@testable import Catalogs

/// A catalog's operations, decoded or still words of a compact form.
@Suite struct OperationTableTests {
  @Test("What is asked of an operation is the same in both forms")
  func bothForms() throws {
    let random = SeededRandom()
    var generator = CatalogGenerator(seed: random.seed)
    let document = generator.document(.init(scopes: 200, combinations: 9, isVaried: true))
    let decoded = try Catalog(decoding: document)
    let compact = try #require(CompactCatalog.decode(CompactCatalog.encode(decoded)))
    #expect(decoded.operations.count > 100)
    #expect(compact.operations == decoded.operations, "\(random)")
    for index in decoded.operations.indices {
      let operation = decoded.operations[index]
      for table in [decoded.operations, compact.operations] {
        #expect(table.method(of: index) == operation.method, "\(random)")
        #expect(table.pathText(of: index).string == operation.path, "\(random)")
      }
      #expect(compact.indexOfOperation(operation.call) == index, "\(random)")
    }
    for method in ["GET", "DELETE", "BREW"] {
      let expected = decoded.operations.map { $0.method == method }
      #expect(decoded.operations.flags(method: method) == expected, "\(random)")
      #expect(compact.operations.flags(method: method) == expected, "\(random)")
    }
  }

  @Test("Tables that differ in one operation are not equal")
  func difference() {
    let operations = Array(Samples.shop.operations)
    #expect(OperationTable(operations) == Samples.shop.operations)
    #expect(OperationTable(operations.dropLast()) != Samples.shop.operations)
    #expect(OperationTable(operations.reversed()) != Samples.shop.operations)
  }
}
