import Catalogs
import Keys
import TerminalUI
import TestSupport
import Testing

@testable import Designer

/// The review of a large key opens in a time that grows with its size, and no faster.
@Suite struct ReviewGrowthTests {
  @Test func `scopes that calls need`() throws {
    let factor = try Growth.factor(at: 300) { size in
      let scopes = (0..<size).map { "{\"id\":\"s\($0)\",\"title\":\"T\"}" }
      let calls = (0..<size).map {
        "{\"method\":\"GET\",\"path\":\"/a\($0)\",\"requires\":[[\"s\($0)\"]]}"
      }
      let catalog = try Catalog(
        decoding: Array(
          """
          {"$schema":"urn:keywright:catalog:1","id":"x","name":"X","version":"1",
          "categories":[{"name":"All","scopes":[\(scopes.joined(separator: ","))]}],
          "operations":[\(calls.joined(separator: ","))]}
          """.utf8))
      let manifest = try Manifest(
        decoding: Array(
          """
          {"$schema":"urn:keywright:manifest:1","catalog":{"id":"x","version":"1"},
          "scopes":[\((0..<size).map { "\"s\($0)\"" }.joined(separator: ","))],
          "operations":[\((0..<size).map { "\"GET /a\($0)\"" }.joined(separator: ","))]}
          """.utf8)
      ) { _ in catalog }
      let today = try #require(CalendarDate("2026-06-24"))
      let state = DesignerState(
        manifest: manifest, target: .standardOutput, today: today,
        size: Size(rows: 24, columns: 80), charset: .utf8, user: "")
      return {
        var state = state
        state.openReview()
        #expect(state.reviewing.sheet?.items.contains(.note("for GET /a0")) == true)
      }
    }
    #expect(factor < Growth.mostAtFourTimes)
  }
}
