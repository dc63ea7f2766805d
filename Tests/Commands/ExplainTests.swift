import BundledCatalogs
import Judgement
import TerminalHarness
import Testing

/// A rule's page, and what a scope opens, in the terminal.
struct ExplainTests {
  @Test func `a rule's page tells trigger, consequence, calls, story, remedy and examples`() throws
  {
    let run = try LintFixture().run("explain", "free-goods-order-deliver")
    #expect(run.status == .exited(0))
    #expect(run.errorText == "")
    var rest = run.outputText[...]
    for part in [
      "free-goods-order-deliver (error, documented, since 1.0)", "Free goods by own delivery",
      "Fires when    stores.orders.create and stores.orders.deliver.", "Consequence   Creates",
      "Remedy        Use two keys", "The calls, in order", "  1. POST /stores/{storeId}/orders\n",
      "     orders any product to an address of its own",
      "  2. PUT /stores/{storeId}/orders/{orderId}/deliver\n", "Whoever holds the key",
      "A bad manifest", "\"stores.orders.deliver\"", "A good manifest", "\"stores.orders.create\"",
    ] {
      let found = rest.firstRange(of: part)
      #expect(found != nil, "\(part)")
      rest = found.map { rest[$0.upperBound...] } ?? rest
    }
    #expect(!rest.contains("stores.orders.deliver"))
  }

  @Test func `prose keeps to 80 columns where there is no terminal`() throws {
    let run = try LintFixture().run("explain", "blind-write")
    let long = run.outputText.split(separator: "\n").filter { $0.count > 80 }
    #expect(long == [])
  }

  @Test func `prose keeps to the width of the terminal`() throws {
    let fixture = try LintFixture()
    let session = try TerminalSession(
      executable: fixture.executable, arguments: ["explain", "blind-write"],
      // A pager would wait for keys: the page is longer than the screen.
      environment: cleanEnvironment(home: fixture.folder.path, adding: ["PAGER": "cat"]),
      size: ScreenSize(rows: 24, columns: 50))
    #expect(try session.waitForExit() == .exited(0))
    let lines = String(decoding: session.log, as: UTF8.self).split(whereSeparator: \.isNewline)
    #expect(lines.filter { $0.count > 50 } == [])
    #expect(lines.contains { $0.count > 40 })
  }

  @Test func `a scope's page tells what it opens, touches, and which rules read it`() throws {
    let run = try LintFixture().run("explain", "stores.orders.deliver")
    #expect(run.status == .exited(0))
    for part in [
      "Access   deliver", "Touches ", "  PUT /stores/{storeId}/orders/{orderId}/deliver",
      "Combinations that it completes\n  error free-goods-order-deliver",
      "warning unpaid-delivery", "Other rules that read it",
    ] { #expect(run.outputText.contains(part), "\(part)") }
  }

  @Test func `a scope's page counts its calls and says where its name misleads`() throws {
    let run = try LintFixture().run("explain", "stores.update")
    #expect(run.outputText.contains("\nCalls    GET 5  POST 6  PUT 10  PATCH 5  DELETE 9\n"))
    #expect(run.outputText.contains("\nName     The name says update, but it deletes (DELETE 9)\n"))
  }

  @Test(arguments: [("refund-lop", "refund-loop"), ("stores.order.view", "stores.orders.view")])
  func `a misspelled name is bad input, and the nearest is named`(
    name: String, meant: String
  ) throws {
    let run = try LintFixture().run("explain", name)
    #expect(run.status == .exited(2))
    #expect(run.output == [])
    #expect(run.errorText.contains("Did you mean \"\(meant)\"?"))
  }

  @Test func `an escape sequence in the name does not reach the terminal`() throws {
    let run = try LintFixture().run("explain", "\u{1B}]0;owned\u{7}")
    #expect(run.status == .exited(2))
    #expect(!run.error.contains(0x1B) && !run.error.contains(0x07))
  }

  @Test func `a call needs no quotes`() throws {
    let fixture = try LintFixture()
    let run = try fixture.run("explain", "GET", "/stores/{storeId}/orders")
    #expect(run.status == .exited(0))
    #expect(run.output == (try fixture.run("explain", "GET /stores/{storeId}/orders").output))
  }

  // MARK: - Without a subject

  @Test func `without a subject every rule is listed, the most severe first and then by id`() throws
  {
    let run = try LintFixture().run("explain")
    #expect(run.status == .exited(0))
    let rows = run.outputText.split(separator: "\n").map { $0.split(separator: " ") }
    let ranks = try rows.map { try #require(["error", "warning", "note"].firstIndex(of: $0[0])) }
    #expect(ranks == ranks.sorted() && Set(ranks).count == 3)
    for rank in 0..<3 {
      let ids = zip(ranks, rows).filter { $0.0 == rank }.map { $0.1[1] }
      #expect(ids == ids.sorted())
    }
    let titles = ["refund-loop", "blind-write", "acceptance-unused"]
    #expect(titles.allSatisfy { title in rows.contains { $0[1] == title && $0.count > 2 } })
  }

  @Test func `every rule that is listed has a page`() throws {
    let fixture = try LintFixture()
    let ids = try fixture.run("explain").outputText.split(separator: "\n")
      .map { String($0.split(separator: " ")[1]) }
    #expect(ids.count == Set(ids).count)
    for id in ids {
      #expect(try fixture.run("explain", id).outputText.hasPrefix(id))
    }
    let rules = RuleSet(catalog: try #require(try BundledCatalogs.load("komerza")))
    let shipped = rules.infos.map(\.id) + AuditRules.infos.map(\.id)
    #expect(ids.sorted() == shipped.sorted())
  }

  @Test func `the list has the severities of the policy, its own rules, and last what is off`()
    throws
  {
    let fixture = try LintFixture()
    try fixture.folder.write(
      """
      {
        "$schema": "urn:keywright:policy:1",
        "severities": { "vague-label": "error", "hidden-deletes": "off" },
        "combinations": [
          {
            "id": "desk-makes-orders", "title": "The desk makes orders", "severity": "warning",
            "all": ["stores.tickets.update", "stores.orders.create"],
            "message": "The support desk never makes orders.", "confidence": "documented"
          }
        ]
      }
      """, to: "policy.json")
    let run = try fixture.run("explain", "--policy", "policy.json")
    let rows = run.outputText.split(separator: "\n").map { $0.split(separator: " ").prefix(2) }
    #expect(rows.contains(["error", "vague-label"]))
    #expect(rows.contains(["warning", "desk-makes-orders"]))
    #expect(rows.last == ["off", "hidden-deletes"])
  }

  @Test func `a manifest without a rule is wrong usage`() throws {
    let run = try LintFixture().run("explain", "--manifest", "bot.key.json")
    #expect(run.status == .exited(64))
    #expect(run.errorText.contains("name a call, a scope or a rule before it"))
  }
}
