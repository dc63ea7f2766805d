import Documents
import TerminalHarness
import Testing

/// `keywright scopes`.
@Suite struct ScopesCommandTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  @Test func allScopesAreListedByCategory() throws {
    let run = try desk.run("scopes")
    #expect(run.status == .exited(0) && run.error.isEmpty)
    #expect(run.lines.first == "Store Management")
    #expect(run.lines.count { $0.hasPrefix("  ") } == 53)
    #expect(run.outputText.hasSuffix("\n") && !run.outputText.hasSuffix("\n\n"))
    let crypto = run.lines.first { $0.contains("user.crypto.viewEnabled") }
    #expect(crypto?.contains("deprecated") == true)
  }

  @Test(arguments: ["fulfil", "DELIVERED", "storefront"])
  func `presets are found by the words of their jobs`(words: String) throws {
    let run = try desk.run("scopes", words)
    #expect(run.status == .exited(0))
    #expect(run.lines.contains { $0.hasPrefix("Presets, ") }, "\(run.outputText)")
    let ids = try desk.run("scopes", words, "--format", "ids")
    #expect(!ids.outputText.contains("Preset"))
  }

  @Test func idsAreOneALine() throws {
    let run = try desk.run("scopes", "--format", "ids")
    #expect(run.status == .exited(0))
    #expect(run.lines.count == 53 && Set(run.lines).count == 53)
    #expect(run.lines.prefix(2) == ["stores.view", "stores.update"])
    #expect(run.lines.allSatisfy { !$0.contains(" ") })
  }

  @Test func jsonHasTheMembersThatScriptsReadFor53Scopes() throws {
    let run = try desk.run("scopes", "--format", "json")
    #expect(run.status == .exited(0) && run.error.isEmpty)
    let scopes = try run.json().requireElements()
    #expect(scopes.count == 53)
    for scope in scopes {
      let id = try scope.require("id").requireString()
      #expect(!id.isEmpty)
      #expect(try !scope.require("title").requireString().isEmpty, "\(id)")
      let category = try scope.require("category").requireElements()
      #expect(!category.isEmpty && category.allSatisfy { $0.string != nil }, "\(id)")
      #expect(try !scope.require("access").requireString().isEmpty, "\(id)")
      let isDeprecated = try scope.require("deprecated").boolean
      #expect(isDeprecated == .some(id == "user.crypto.viewEnabled"))
      for operation in try scope.require("operations").requireElements() {
        let parts = try operation.requireString().split(separator: " ")
        #expect(parts.count == 2 && parts[1].hasPrefix("/"), "\(id)")
        #expect(["GET", "POST", "PUT", "PATCH", "DELETE"].contains(parts[0]), "\(id)")
      }
    }
  }

  @Test func jsonNamesWhatARefundOpens() throws {
    let run = try desk.run("scopes", "stores.orders.refund", "--format", "json")
    let scopes = try run.json().requireElements()
    #expect(scopes.count == 1)
    let scope = try #require(scopes.first)
    #expect(try scope.require("id").requireString() == "stores.orders.refund")
    #expect(try scope.require("category").requireElements().map(\.string) == ["Order Processing"])
    #expect(
      try scope.require("operations").requireElements().map(\.string)
        == ["DELETE /stores/{storeId}/orders/{orderId}/refund"])
  }

  @Test func eachScopeCountsItsCallsAndSaysWhereItsNameMisleads() throws {
    let run = try desk.run("scopes", "stores.view")
    let line = try #require(run.lines.first { $0.hasPrefix("stores.view ") })
    #expect(
      line.hasSuffix(
        "View stores (Store Management; GET 11, PUT 1; The name says view, but it writes (PUT 1))"))
    let json = try desk.run("scopes", "stores.products.view", "--format", "json").json()
    let scope = try #require(try json.requireElements().first)
    #expect(try scope.require("nameDiffers").requireElements().map(\.string) == ["reads secrets"])
    #expect(try scope.require("methods").require("GET").integer == 9)
  }

  @Test func wordsNarrowTheList() throws {
    let run = try desk.run("scopes", "order", "refund", "--format", "ids")
    #expect(run.status == .exited(0))
    #expect(run.lines.contains("stores.orders.refund"))
    #expect(!run.lines.contains("stores.view") && run.lines.count < 10)
  }

  @Test(arguments: ["text", "json", "ids"]) func noMatchIsNoSuccess(format: String) throws {
    let run = try desk.run("scopes", "no\u{1B}]0;x\u{7}such", "--format", format)
    #expect(run.status == .exited(1))
    #expect(run.output.isEmpty)
    #expect(run.saysOneLine && run.errorText.contains("no scope matches"))
  }

  @Test func aCatalogFileCanBeBrowsed() throws {
    try desk.home.write(Catalogs.small, to: "small.json")
    let run = try desk.run("scopes", "--catalog", "small.json", "--format", "ids")
    #expect(run.status == .exited(0))
    #expect(run.lines == ["a.view", "a.delete"])
  }
}
