import Catalogs
import TerminalHarness
import TestSupport
import Testing

@testable import keywright

/// Catalogs that were added open as quickly as files do: from their compact form.
struct CatalogCacheCommandTests {
  private func desk() throws -> Desk {
    let desk = try Desk()
    var generator = CatalogGenerator(seed: 7)
    try desk.home.write(generator.document(.init(scopes: 400)), to: "big.json")
    #expect(try desk.run("catalog", "add", "big.json").status == .exited(0))
    return desk
  }

  /// Lists the scopes until the file has rested long enough to be kept.
  private func listUntilKept(_ desk: Desk) throws -> CommandRun {
    let end = ContinuousClock.now + .seconds(30)
    while true {
      let result = try desk.run("scopes", "--catalog", "generated", "--format", "ids")
      if !entries(desk).isEmpty || ContinuousClock.now > end { return result }
    }
  }

  private func entries(_ desk: Desk) -> [String] {
    desk.home.names().filter { $0.hasPrefix(".cache/keywright/") && $0.hasSuffix(".catalog") }
  }

  @Test func `an added catalog is decoded once`() throws {
    let desk = try desk()
    let first = try listUntilKept(desk)
    #expect(first.status == .exited(0) && first.lines.count == 400)
    let entry = try #require(entries(desk).first)
    // Another catalog in its place in the cache shows that the document is not decoded again.
    try desk.home.write(
      CompactCatalog.encode(Catalog(decoding: Array(Catalogs.small.utf8))), to: entry)
    let second = try desk.run("scopes", "--catalog", "generated", "--format", "ids")
    #expect(second.outputText == "a.view\na.delete\n")
  }

  @Test func `a changed document, or a damaged cache, is never believed`() throws {
    let desk = try desk()
    _ = try listUntilKept(desk)
    try desk.home.write("garbage", to: try #require(entries(desk).first))
    let mended = try desk.run("scopes", "--catalog", "generated", "--format", "ids")
    #expect(mended.lines.count == 400)
    let file = ".local/share/keywright/catalogs/generated.json"
    try desk.home.write(
      Catalogs.small.replacing(#""id": "small""#, with: #""id": "generated""#), to: file)
    let changed = try desk.run("scopes", "--catalog", "generated", "--format", "ids")
    #expect(changed.outputText == "a.view\na.delete\n")
    try desk.home.write("{", to: file)
    let broken = try desk.run("scopes", "--catalog", "generated")
    #expect(broken.status == .exited(2) && broken.errorText.contains("generated.json:1:"))
  }
}
