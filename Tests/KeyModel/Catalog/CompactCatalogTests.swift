import BundledCatalogs
import TestSupport
import Testing

@testable import Catalogs
@testable import Judgement
@testable import Keys

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The form of a catalog that opens at once.
@Suite struct CompactCatalogTests {
  @Test("What ships in compact form is what the documents say", arguments: BundledCatalogs.ids)
  func bundled(id: String) throws {
    let document = try #require(BundledDocument.bytes(of: id))
    let compact = CompactCatalog.encode(try Catalog(decoding: document))
    if SeededRandom.environment("KEYWRIGHT_RENEW") != nil {
      let isPacked = BundledCatalogs.isPacked(id)
      let name = "\(id)." + (isPacked ? "packed" : "compact")
      let path = "\(BundledDocument.root)/Assets/Catalogs/\(name)"
      try Data(isPacked ? BlockPacker.pack(compact) : compact).write(to: URL(filePath: path))
      return
    }
    let embedded = try #require(BundledCatalogs.compactBytes(of: id))
    let isSame = embedded == compact
    #expect(
      isSame,
      "renew it: KEYWRIGHT_RENEW=1 swift test --filter CompactCatalogTests, then build again")
    let catalog = try #require(try BundledCatalogs.load(id))
    #expect(catalog.version == BundledCatalogs.version(of: id), "Assets/BundledAssets.c")
    let isSameAgain = CompactCatalog.encode(catalog) == compact
    #expect(isSameAgain, "read where it lies")
  }

  @Test("A catalog comes back as it was, whatever is asked of it")
  func roundTrip() throws {
    let random = SeededRandom()
    var generator = CatalogGenerator(seed: random.seed)
    let generated = try [
      generator.document(.init(scopes: 700, combinations: 40)),
      generator.document(.init(scopes: 300, combinations: 60, isVaried: true)),
    ].map { try Catalog(decoding: $0) }
    let bundled = try Catalog(decoding: #require(BundledDocument.bytes(of: "komerza")))
    for catalog in [Samples.shop, Samples.granting, bundled] + generated {
      let bytes = CompactCatalog.encode(catalog)
      let copy = try #require(CompactCatalog.decode(bytes))
      // Compared before it is expected: the difference of two long lists takes minutes to find.
      let isSame = CompactCatalog.encode(copy) == bytes
      #expect(isSame, "\(random)")
      #expect(CatalogComparison.differences(copy, catalog) == [], "\(random)")
      let large = CompactCatalog.encode(catalog, fewestItemsWithPairs: 0)
      let largeCopy = try #require(CompactCatalog.decode(large))
      let isSameLarge = CompactCatalog.encode(largeCopy, fewestItemsWithPairs: 0) == large
      #expect(isSameLarge, "\(random)")
      let hasSummaries = catalog.scopes.contains { !$0.summary.isEmpty }
      #expect((largeCopy.texts?.pairs != nil) == hasSummaries, "\(random)")
      #expect(CatalogComparison.differences(largeCopy, catalog) == [], "\(random)")
    }
  }

  @Test("The texts of scopes are found side by side, without a scope to look at")
  func texts() throws {
    let random = SeededRandom()
    var generator = CatalogGenerator(seed: random.seed)
    let document = generator.document(.init(scopes: 300, combinations: 9, isVaried: true))
    let catalog = try #require(
      CompactCatalog.decode(CompactCatalog.encode(try Catalog(decoding: document))))
    let texts = try #require(catalog.texts)
    let starts = try #require(texts.starts, "\(random)")
    func pieces(_ starts: [UInt32]) -> [String] {
      zip(starts, starts.dropFirst()).map { start, end in
        String(decoding: texts.buffer.array[Int(start)..<Int(end)], as: UTF8.self)
      }
    }
    #expect(pieces(starts.names) == catalog.scopes.flatMap { [$0.id, $0.title] }, "\(random)")
    #expect(pieces(starts.summaries) == catalog.scopes.map(\.summary), "\(random)")
  }

  @Test("What a disk does to it is noticed")
  func damage() {
    let bytes = CompactCatalog.encode(Samples.shop)
    for count in 0..<bytes.count {
      #expect(CompactCatalog.decode(Array(bytes.prefix(count))) == nil, "cut at \(count)")
    }
    for place in bytes.indices {
      var copy = bytes
      copy[place] ^= 1
      #expect(CompactCatalog.decode(copy) == nil, "byte \(place)")
    }
    for place in bytes.indices.dropLast(8) where bytes[place] != bytes[place + 8] {
      var copy = bytes
      copy.swapAt(place, place + 8)
      #expect(CompactCatalog.decode(copy) == nil, "bytes \(place) and \(place + 8)")
    }
  }

  @Test("Bytes made to do harm end in nothing, or in a catalog that can be walked through")
  func hostile() {
    var random = SeededRandom()
    let forms = [0, 1_000].map { CompactCatalog.encode(Samples.shop, fewestItemsWithPairs: $0) }
    var survivors = 0
    for round in 0..<4_000 {
      let bytes = forms[round % 2]
      var copy = bytes
      for _ in 0...random.next(below: 3) {
        let place = 24 + random.next(below: bytes.count - 24)
        let values: [UInt8] = [0, 1, 2, 127, 128, 255, UInt8(random.next(below: 256))]
        copy[place] = values[random.next(below: values.count)]
      }
      // Checksums are not looked at: whoever makes such bytes makes their sums as well.
      guard let catalog = CompactCatalog.decode(copy, isTrusted: true) else { continue }
      survivors += 1
      #expect(!CatalogEncoder.encode(catalog).isEmpty, "\(random)")
      let rules = RuleSet(catalog: catalog)
      let all = KeyDesign(scopes: .init(catalog.scopes.indices))
      _ = Findings(rules: rules, design: all, today: Samples.today).list()
      for scope in catalog.scopes { _ = catalog.indexOfScope(scope.id) }
      for call in catalog.operations { _ = catalog.indexOfOperation(call.call) }
      _ = ScopeSearch(catalog: catalog).matches("o v")
    }
    #expect(survivors > 100, "nothing was walked through: \(random)")
  }
}
