import BitCollections
import Calls
import Catalogs
import Judgement
import Keys
import Proof
import Testing

/// Scopes that grant others, in comparisons, splits, traces and probes.
struct GrantTests {
  /// The small catalog, whose `orders.update` grants `orders.view`.
  private static func shop() throws -> Catalog {
    try Catalog(
      decoding: Array(
        Samples.shopText.replacing(
          #""title": "Update orders", "access": "update" }"#,
          with: #""title": "Update orders", "access": "update", "includes": ["orders.view"] }"#
        ).replacing(#"[["orders.view"], ["orders.update"]]"#, with: #"[["orders.view"]]"#)
          .replacing(#""call": "DELETE /orders/{id}""#, with: #""call": "GET /orders""#).utf8))
  }

  @Test func `what another scope granted before is nothing new`() throws {
    let catalog = try Self.shop()
    func key(_ ids: String...) -> ReviewedKey {
      ReviewedKey(
        Findings(
          rules: RuleSet(catalog: catalog), design: Samples.design(ids, in: catalog),
          today: Samples.today))
    }
    let narrowed = KeyDiff(from: key("orders.update"), to: key("orders.view"))
    #expect(!narrowed.isWidened && narrowed.isNarrowed)
    #expect(narrowed.added.scopes == [] && narrowed.removed.scopes == ["orders.update"])
    let widened = KeyDiff(from: key("orders.view"), to: key("orders.update"))
    #expect(widened.added.scopes == ["orders.update"] && widened.added.operations == [])
    #expect(KeyDiff(from: nil, to: key("orders.update")).added.operations == ["GET /orders"])
  }

  @Test func `a call is open by the scope that grants what it needs`() throws {
    let catalog = try Self.shop()
    let update = try #require(catalog.indexOfScope("orders.update"))
    let trace = try #require(
      AbuseTrace(catalog.combinations[0], access: KeyAccess([update], in: catalog)))
    #expect(trace.steps.map(\.openedBy) == [["orders.update"]])
  }

  @Test func `a split keeps a call with the scope that grants what it needs`() throws {
    let catalog = try Self.shop()
    var design = Samples.design(["orders.update", "orders.delete"], in: catalog)
    design.details.operations = ["GET /orders"]
    let split = KeySplit(design, rules: RuleSet(catalog: catalog), today: Samples.today)
    #expect(split.keys.map { $0.scopes.map { catalog.scopes[$0].id } } == [["orders.update"]])
    #expect(split.keys.map(\.details.operations) == [["GET /orders"]])
    #expect(split.dropped == ["orders.delete"] && split.unplaced == [])
  }

  @Test func `a probe does not take a scope for missing that another grants`() throws {
    let catalog = try Self.shop()
    let plan = ProbePlan(
      Samples.design(["orders.update", "orders.view"], in: catalog), catalog: catalog)
    #expect(plan.calls.map(\.scope) == ["orders.delete"])
    #expect(
      plan.untested.first { $0.scope == "orders.view" }?.reason
        == "no call tells it from the key's other scopes")
    let bare = ProbePlan(Samples.design([], in: catalog), catalog: catalog)
    #expect(bare.calls.map(\.scope) == ["orders.view", "orders.update"])
  }
}
