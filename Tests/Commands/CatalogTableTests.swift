import BundledCatalogs
import Catalogs
import Documents
import TerminalHarness
import TestSupport
import Testing

/// What is said of the catalogs that ship, and of their limits.
struct CatalogTableTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  /// The rows of the README's table, by id.
  private static func rows() throws -> [(id: String, cells: [String])] {
    let bytes = try DocumentFile.read(BundledDocument.root + "/README.md")
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let start = try #require(lines.firstIndex { $0.hasPrefix("| catalog | scopes | calls |") })
    return lines[(start + 2)...].prefix { $0.hasPrefix("|") }.map { line in
      let cells = line.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
      let id = cells[0].split(separator: "`").first.map(String.init) ?? ""
      return (id, Array(cells.dropFirst()))
    }
  }

  @Test func `the README's table says of each catalog what it holds`() throws {
    let rows = try Self.rows()
    #expect(rows.map(\.id) == BundledCatalogs.ids)
    for (id, cells) in rows {
      let catalog = try #require(try BundledCatalogs.load(id))
      let holding = CatalogHolding(catalog)
      let numbers = [catalog.scopes.count, holding.calls, holding.stated, holding.uncertain]
      #expect(cells.prefix(4).map { Int($0) } == numbers, "\(id)")
      #expect(cells.count == 6 && cells[4] == catalog.version && !cells[5].isEmpty, "\(id)")
    }
  }

  @Test(arguments: ["komerza", "github", "kubernetes"])
  func `the page of a catalog says how much it has, and where that is from`(id: String) throws {
    let catalog = try #require(try BundledCatalogs.load(id))
    let holding = CatalogHolding(catalog)
    let run = try desk.run("catalog", "show", id)
    #expect(run.status == .exited(0))
    #expect(run.lines.first == "\(catalog.name) (\(id) \(catalog.version))")
    #expect(
      run.outputText.contains(
        "\nCalls\n  \(holding.calls) calls, of which \(holding.stated) state what they require\n"))
    let isUncertain = run.outputText.contains("\(holding.uncertain) of these uncertain")
    #expect(isUncertain == (holding.uncertain > 0))
    for source in catalog.sources { #expect(run.outputText.contains(source.location)) }
    #expect(!catalog.limits.isEmpty)
    for limit in catalog.limits { #expect(run.outputText.contains("  \(limit)\n")) }
  }
}
