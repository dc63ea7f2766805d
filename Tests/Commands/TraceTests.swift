import Documents
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

  @Test(arguments: ["blind-write", "no-ip-allowlist"])
  func `explain shows the page of a rule without calls, and says that there are none to check`(
    rule: String
  ) throws {
    let run = try fixture.run("explain", rule, "--manifest", "bot.json")
    #expect(run.status == .exited(0) && run.errorText == "")
    #expect(run.outputText.hasPrefix("\(rule) ("))
    #expect(
      run.outputText.contains(
        "\nThe rule tells no calls: there are none to check against this key.\n"))
    #expect(try !fixture.run("explain", rule).outputText.contains("tells no calls"))
  }

  @Test func `explain tells what is no rule, and a manifest that is none`() throws {
    let scope = try fixture.run("explain", "stores.tax.view", "--manifest", "bot.json")
    #expect(scope.status == .exited(0) && scope.outputText.contains("stores.tax.view"))
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
