import Catalogs
import TerminalHarness
import Testing

/// Catalogs that are added at the same moment are all kept.
struct CatalogRaceTests {
  @Test func `twenty versions that are added at once are all kept`() throws {
    let desk = try Desk()
    for version in 1...20 {
      try desk.home.write(
        Catalogs.small.replacing("\"version\": \"1\"", with: "\"version\": \"\(version)\""),
        to: "\(version).json")
    }
    let run = try desk.shell(
      "for i in {1..20}; do \"$0\" catalog add $i.json 2>> said & done; wait; cat said")
    #expect(
      run.lines.count == 20 && run.lines.allSatisfy { $0.hasPrefix("keywright: added small ") })
    let folder = ".local/share/keywright/catalogs"
    let files = desk.home.names().filter { $0.hasPrefix(folder + "/small") }
    let versions = try files.map { file in
      try Catalog(decoding: try #require(desk.home.read(file))).version
    }
    #expect(Set(versions) == Set((1...20).map(String.init)))
    #expect(versions.count == 20)
  }
}
