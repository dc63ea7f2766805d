import Documents
import TerminalHarness
import Testing

@testable import keywright

/// Long lists of arguments: the same as short ones, and not slow.
@Suite struct ManyArgumentsTests {
  private let fixture: LintFixture

  init() throws { fixture = try LintFixture() }

  @Test func `scopes and addresses of an export are taken in every way of writing them`() throws {
    let scopes = (0..<300).map { _ in "stores.orders.view" }
    let list = (0..<300).map { "10.0.\($0 / 256).\($0 % 256)" }
    let few = try fixture.run(
      "export", "--scope", "stores.orders.view", "--ip", "10.0.0.0", "--label", "x")
    let many = try fixture.run(
      ["export", "--label", "x", "--scope"] + scopes + [
        "--ip", "10.0.0.0", "--scope=stores.orders.view",
      ])
    #expect(many.status == .exited(0) && many.output == few.output, "\(many.errorText)")
    let addresses = try fixture.run(["export", "--scope", "stores.orders.view", "--ip"] + list)
    #expect(try addresses.json()["ipAddresses"]?.elements.compactMap(\.string) == list)
    let options = try fixture.run(
      ["export"] + scopes.flatMap { ["--scope", $0] } + ["--format", "ids"])
    #expect(options.outputText == "stores.orders.view\n")
    for wrong in [["--scope"], ["--nothing"], ["stray"], ["--", "stray"]] {
      let run = try fixture.run(
        ["export"] + scopes.flatMap { ["--scope", $0] } + ["--label", "y"] + wrong)
      #expect(run.status == .exited(64), "\(wrong): \(run.errorText)")
    }
  }

  @Test func `calls and words are taken`() throws {
    let calls = Array(repeating: "GET /stores/{storeId}/orders", count: 300)
    let need = try fixture.run(["need", "--format", "json"] + calls)
    #expect(try need.json()["calls"]?.elements.first?["count"]?.integer == 300)
    #expect(try fixture.run(["need"] + calls + ["GET"]).status == .exited(64))
    #expect(try fixture.run(["scopes"] + Array(repeating: "ord", count: 300)).status == .exited(0))
  }

  @Test func `more than any command takes are refused`() throws {
    let run = try fixture.run(["diff"] + (0..<3000).map(String.init))
    #expect(run.status == .exited(64))
    #expect(run.errorText.contains("There are 3001 arguments, more than 2000. Name fewer."))
    // What is left when the lists are taken out is the parser's, whose time grows with the square.
    let need = try fixture.run(
      ["need", "GET /stores"] + (0..<1500).flatMap { _ in ["--never", "stores.tax.view"] })
    #expect(need.status == .exited(64))
    #expect(need.errorText.contains("There are 3002 arguments, more than 2000. Name fewer."))
  }
}
