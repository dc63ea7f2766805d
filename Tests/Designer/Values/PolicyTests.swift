import Catalogs
import Judgement
import Keys
import TerminalUI
import Testing

@testable import Designer

@Suite struct PolicyTests {
  @Test func `the team's policy holds in the designer as in lint`() throws {
    var policy = Policy()
    policy.forbiddenScopes = ["stores.view"]
    let catalog = try TestCatalog.komerza()
    let index = try #require(catalog.indexOfScope("stores.view"))
    let today = try #require(CalendarDate(year: 2026, month: 11, day: 23))
    var state = DesignerState(
      manifest: Manifest(catalog: catalog), target: .undecided, today: today,
      size: Size(rows: 24, columns: 80), policy: policy)
    #expect(!state.listedFindings.contains { $0.rule == "forbidden-scope" })
    state.outline.reveal(leaf: index)
    _ = state.update(.input(.key(.space)))
    #expect(state.listedFindings.first?.rule == "forbidden-scope")
  }
}
