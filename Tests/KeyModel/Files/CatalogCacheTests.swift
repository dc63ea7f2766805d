import SystemPackage
import TestSupport
import Testing

@testable import Catalogs
@testable import Documents

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Catalogs of files, kept in the form that opens at once.
@Suite struct CatalogCacheTests {
  private let folder = TestFolder()
  private var kept: String { folder("cache") }
  private var file: String { folder("shop.json") }

  private func cache(rest: Int = 0) -> CatalogCache {
    CatalogCache(folder: kept, smallestDocument: 0, rest: rest)
  }

  private func write(_ text: String) throws {
    _ = try DocumentFile.write(Array(text.utf8), to: file)
  }

  /// The names of the entries that end like this.
  private func entries(_ ending: String) -> [String] {
    TestFolder.names(in: kept).filter { $0.hasSuffix(ending) }
  }

  private func text(_ catalog: Catalog) -> [UInt8] { CatalogEncoder.encode(catalog) }

  @Test("The second time gives the same, without reading the document")
  func secondTime() throws {
    try write(Samples.shopText)
    let first = try cache().catalog(of: file)
    #expect(text(first) == text(Samples.shop))
    #expect(TestFolder.names(in: kept) == entries(".catalog") && entries(".catalog").count == 1)
    // Another catalog under the same name in the cache shows that the document is not read.
    let other = try Catalog(decoding: Array(Self.other.utf8))
    let entry = try #require(entries(".catalog").first)
    _ = try DocumentFile.write(
      CompactCatalog.encode(other), to: kept + "/" + entry, mode: [.ownerReadWrite])
    #expect(try cache().catalog(of: file).id == "other")
  }

  @Test(
    "What the cache gives is what decoding gives, on generated catalogs", arguments: 0..<6)
  func generated(number: Int) throws {
    var random = SeededRandom(seed: SeededRandom.environmentSeed &+ UInt64(number))
    let isLong = SeededRandom.environment("KEYWRIGHT_LONG") != nil
    for _ in 0..<(isLong ? 40 : 1) {
      var generator = CatalogGenerator(seed: random.next())
      let shape = CatalogGenerator.Shape(
        scopes: 1 + random.next(below: 16 << number), combinations: random.next(below: 50),
        isVaried: number != 0)
      let document = generator.document(shape)
      let decoded = try Catalog(decoding: document)
      _ = try DocumentFile.write(document, to: file)
      // Made and kept, then known.
      let first = try cache().catalog(of: file)
      let second = try cache().catalog(of: file)
      for catalog in [first, second] {
        #expect(CatalogComparison.differences(catalog, decoded) == [], "\(random)")
      }
      #expect(
        CatalogComparison.differencesOfFindings(second, decoded, random) == [], "\(random)")
    }
  }

  @Test("A file that has only just changed is read, and not kept")
  func fresh() throws {
    try write(Samples.shopText)
    #expect(try text(cache(rest: 1_000).catalog(of: file)) == text(Samples.shop))
    #expect(TestFolder.names(in: kept).isEmpty)
  }

  @Test("Two files of the same content and name are two files")
  func twoFiles() throws {
    try write(Samples.shopText)
    let (kept, moved) = (try #require(FileIdentity(path: file)), folder("moved.json"))
    #expect(rename(file, moved) == 0)
    try write(Samples.shopText)
    let other = try #require(FileIdentity(path: file))
    #expect(kept.name != other.name && FileIdentity(path: moved)?.name != other.name)
    #expect(kept.name.utf8.count <= 118)
  }

  @Test("A changed document is never answered with what it was")
  func changed() throws {
    try write(Samples.shopText)
    #expect(try cache().catalog(of: file).id == "shop")
    try write(Self.other)
    #expect(try cache().catalog(of: file).id == "other")
    try write(Samples.shopText)
    #expect(try cache().catalog(of: file).id == "shop")
  }

  @Test("A damaged entry is made anew", arguments: [0, 1, 24, 200])
  func damaged(count: Int) throws {
    try write(Samples.shopText)
    _ = try cache().catalog(of: file)
    let entry = try #require(entries(".catalog").first)
    let whole = try DocumentFile.read(kept + "/" + entry)
    _ = try DocumentFile.write(Array(whole.prefix(count)), to: kept + "/" + entry)
    #expect(try text(cache().catalog(of: file)) == text(Samples.shop))
    #expect(try DocumentFile.read(kept + "/" + entry) == whole)
  }

  @Test("A folder that others can write to is not believed")
  func writableByOthers() throws {
    try write(Samples.shopText)
    _ = try cache().catalog(of: file)
    let entry = try #require(entries(".catalog").first)
    let other = try Catalog(decoding: Array(Self.other.utf8))
    _ = try DocumentFile.write(CompactCatalog.encode(other), to: kept + "/" + entry)
    #expect(chmod(kept, 0o777) == 0)
    #expect(try cache().catalog(of: file).id == "shop")
    #expect(chmod(kept, 0o700) == 0)
    #expect(chmod(kept + "/" + entry, 0o666) == 0)
    #expect(try cache().catalog(of: file).id == "shop")
  }

  @Test("A link in the folder is not followed")
  func link() throws {
    try write(Samples.shopText)
    _ = try cache().catalog(of: file)
    let entry = try #require(entries(".catalog").first)
    let other = try Catalog(decoding: Array(Self.other.utf8))
    _ = try DocumentFile.write(CompactCatalog.encode(other), to: folder("elsewhere"))
    #expect(unlink(kept + "/" + entry) == 0)
    #expect(symlink(folder("elsewhere"), kept + "/" + entry) == 0)
    #expect(try cache().catalog(of: file).id == "shop")
  }

  @Test("Starts at the same time all get the catalog")
  func together() async throws {
    try write(Samples.shopText)
    let expected = text(Samples.shop)
    let (cache, file) = (cache(), file)
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<16 {
        group.addTask { CatalogEncoder.encode(try cache.catalog(of: file)) }
      }
      for try await bytes in group { #expect(bytes == expected) }
    }
    #expect(TestFolder.names(in: kept).allSatisfy { !$0.hasSuffix(".tmp") })
  }

  @Test("Errors are those of the document, and leave nothing behind")
  func errors() throws {
    try write(#"{"$schema":"urn:keywright:catalog:1"}"#)
    #expect(throws: ModelError.self) { try cache().catalog(of: file) }
    #expect(entries(".catalog").isEmpty)
    #expect(throws: ModelError.self) { try cache().catalog(of: folder("none.json")) }
  }

  @Test(
    "Without a folder that can be had, nothing is kept and nothing is missing",
    arguments: [
      nil, "relative", "/proc/none/here",
    ])
  func noFolder(path: String?) throws {
    try write(Samples.shopText)
    let cache = CatalogCache(folder: path, smallestDocument: 0, rest: 0)
    #expect(try text(cache.catalog(of: file)) == text(Samples.shop))
  }

  @Test("The folder does not grow for ever")
  func bounded() throws {
    for number in 0..<40 {
      try write(Samples.shopText.split(separator: "\"1\"").joined(separator: "\"\(number)\""))
      _ = try cache().catalog(of: file)
    }
    #expect(TestFolder.names(in: kept).count <= CatalogCache.mostFiles + 1)
  }

  private static let other = """
    {"$schema":"urn:keywright:catalog:1","id":"other","name":"O","version":"1",
     "categories":[{"name":"G","scopes":[{"id":"a.view","title":"A"}]}]}
    """
}
