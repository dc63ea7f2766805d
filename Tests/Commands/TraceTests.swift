import KeyModel
import TerminalHarness
import Testing

/// The calls of an abuse where commands show them.
struct TraceTests {
  let fixture: LintFixture

  init() throws {
    fixture = try LintFixture()
    try fixture.folder.write(LintFixture.faulty, to: "bot.json")
    try fixture.folder.write(LintFixture.manifest(["stores.orders.create"]), to: "less.json")
  }

  @Test func `explain checks each call against a manifest`() throws {
    let run = try fixture.run("explain", "free-goods-order-deliver", "--manifest", "less.json")
    #expect(run.status == .exited(0) && run.errorText == "")
    var rest = run.outputText[...]
    for part in [
      "The calls, in order\n  1. open      POST /stores/{storeId}/orders\n",
      "     by stores.orders.create\n",
      "  2. not open  PUT /stores/{storeId}/orders/{orderId}/deliver\n",
      "     needs stores.orders.deliver\n", "1 of these 2 calls is open to this key.\n",
    ] {
      let found = rest.firstRange(of: part)
      #expect(found != nil, "\(part)")
      rest = found.map { rest[$0.upperBound...] } ?? rest
    }
    let all = try fixture.run("explain", "free-goods-order-deliver", "--manifest", "bot.json")
    #expect(all.outputText.contains("  Every one of these calls is open to this key.\n"))
  }

  @Test func `explain tells a rule without calls, and a manifest that is none`() throws {
    let rule = try fixture.run("explain", "blind-write", "--manifest", "bot.json")
    #expect(rule.status == .exited(2) && rule.saysOneLine)
    #expect(rule.errorText.contains("\"blind-write\" is no rule that tells calls to check"))
    let near = try fixture.run("explain", "refund-lop", "--manifest", "bot.json")
    #expect(near.errorText.contains("Did you mean \"refund-loop\"?"))
    #expect(try fixture.run("explain", "refund-loop", "--manifest", "gone").status == .exited(2))
  }

  @Test func `lint shows the calls with the scope that opens each`() throws {
    let text = try fixture.run("lint", "bot.json")
    #expect(
      text.outputText.contains(
        """
                   1. open      POST /stores/{storeId}/orders (by stores.orders.create)
                   2. open      PUT /stores/{storeId}/orders/{orderId}/deliver (by stores.orders.deliver)
        """))
    let json = try fixture.run("lint", "bot.json", "--format", "json")
    let findings = try json.json()["manifests"]?.elements.first?["findings"]?.elements ?? []
    let trace = findings.first { $0["rule"]?.string == "free-goods-order-deliver" }?["trace"]?
      .elements
    #expect(trace?.map { $0["open"]?.boolean } == [true, true])
    #expect(trace?.first?["openedBy"]?.elements.map(\.string) == ["stores.orders.create"])
    #expect(findings.allSatisfy { $0["trace"] != nil })
  }
}
