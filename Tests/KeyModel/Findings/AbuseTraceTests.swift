import BitCollections
import Catalogs
import Judgement
import TestSupport
import Testing

/// The calls of an abuse, each checked against one key.
struct AbuseTraceTests {
  @Test(arguments: Samples.komerza.combinations)
  func `each call is open exactly where the key may make it`(combination: Combination) throws {
    let catalog = Samples.komerza
    for share in [0, 1, 2, 3] {
      let scopes = BitSet(catalog.scopes.indices.filter { share > 0 && $0 % share == 0 })
      let trace = try #require(AbuseTrace(combination, access: KeyAccess(scopes, in: catalog)))
      #expect(trace.steps.count == combination.trace.count)
      for (step, told) in zip(trace.steps, combination.trace) {
        let operation = catalog.operations[told.operation]
        #expect(step.call == operation.call && step.note == told.effect)
        #expect(step.isOpen == operation.isOpen(to: scopes.contains))
        let opening = Set(step.openedBy.compactMap { catalog.indexOfScope($0) })
        if step.isOpen {
          #expect(operation.isOpen(to: opening.contains) && step.missing == [])
        } else {
          let needed = Set(step.missing.compactMap { catalog.indexOfScope($0) })
          #expect(operation.isOpen { scopes.contains($0) || needed.contains($0) })
          #expect(step.openedBy == [])
        }
      }
      #expect(trace.isOpen == trace.steps.allSatisfy(\.isOpen))
    }
  }

  @Test func `a finding carries the trace of its own key`() throws {
    let design = Samples.design(["stores.orders.create", "stores.orders.deliver"])
    let finding = try #require(
      Samples.findings(design).first { $0.rule == "free-goods-order-deliver" })
    #expect(
      finding.trace?.steps.map(\.openedBy) == [["stores.orders.create"], ["stores.orders.deliver"]])
    #expect(finding.trace?.verdict == "Every one of these calls is open to this key.")
    let blind = try #require(Samples.findings(design).first { $0.rule == "blind-write" })
    #expect(blind.trace == nil)
  }

  @Test func `a call that needs nothing is open, and one that states nothing is not`() throws {
    let text = Samples.shopText.replacing(
      #"[{ "call": "DELETE /orders/{id}", "does": "deletes" }]"#,
      with: """
        [{ "call": "GET /health", "does": "a" }, { "call": "GET /unstated", "does": "b" }, \
        { "call": "GET /orders", "does": "c" }]
        """)
    let catalog = try Catalog(decoding: Array(text.utf8))
    let trace = try #require(
      AbuseTrace(catalog.combinations[0], access: KeyAccess([], in: catalog)))
    #expect(trace.steps.map(\.isOpen) == [true, false, false])
    #expect(
      trace.steps.map(\.reason) == [
        "needs no scope", "the catalog does not state what it needs", "needs orders.view",
      ])
    #expect(trace.verdict == "1 of these 3 calls is open to this key.")
  }
}
