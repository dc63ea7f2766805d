import TerminalHarness
import Testing

/// What people see.
struct LintTextTests {
  @Test func `findings stand under their file, and a count at the end`() throws {
    let fixture = try LintFixture()
    try fixture.folder.write(LintFixture.faulty, to: "faulty.json")
    try fixture.folder.write(LintFixture.clean, to: "clean.json")
    let run = try fixture.run("lint", "faulty.json", "clean.json")
    #expect(run.status == .exited(1))
    #expect(run.errorText == "")
    #expect(
      run.outputText == """
        key          platform  scopes  calls  worst finding                   findings  touches                                   rotation    catalog
        faulty.json  komerza   3       11     error free-goods-order-deliver  2         money, personal data, credentials, goods  in 62 days  2026-06-24
        clean.json   komerza   1       6      none                            0         money, personal data, credentials, goods  in 62 days  2026-06-24

        faulty.json
          It opens 11 of 287 calls. It reads money, personal data, credentials and goods; makes money, personal data and goods; and changes money and goods.
          error    free-goods-order-deliver  line 9: stores.orders.create, stores.orders.deliver
                   Creates an order and forces its delivery: goods leave unpaid.
                   1. open      POST /stores/{storeId}/orders (by stores.orders.create)
                   2. open      PUT /stores/{storeId}/orders/{orderId}/deliver (by stores.orders.deliver)
                   remedy: Untick stores.orders.deliver
                   page: keywright explain free-goods-order-deliver
          warning  unpaid-delivery  line 10: stores.orders.deliver
                   Delivers orders that nobody paid for, and approves custom payments.
                   1. open      PUT /stores/{storeId}/orders/{orderId}/deliver (by stores.orders.deliver)
                   remedy: Untick stores.orders.deliver
                   page: keywright explain unpaid-delivery
        clean.json: no findings
          It opens 6 of 287 calls. It reads money, personal data, credentials and goods, and changes nothing.
        today: 2026-12-01, by SOURCE_DATE_EPOCH
        2 manifests: 1 error, 1 warning, 0 notes, 0 accepted

        """)
  }

  @Test(arguments: [(["NO_COLOR": ""], true), (["NO_COLOR": "1"], false)])
  func `a terminal gets color unless it is unwanted, a pipe never does`(
    environment: [String: String], hasColor: Bool
  ) throws {
    let fixture = try LintFixture()
    let path = try fixture.folder.write(LintFixture.faulty, to: "faulty.json")
    let session = try TerminalSession(
      executable: fixture.executable, arguments: ["lint", path],
      environment: cleanEnvironment(home: fixture.folder.path, adding: environment))
    #expect(try session.waitForExit() == .exited(1))
    #expect(session.log.contains(0x1B) == hasColor)
    #expect(session.screen.text.contains("1 manifest: 1 error"))
    let piped = try fixture.run("lint", path, environment: environment)
    #expect(!piped.output.contains(0x1B))
  }

  @Test func `an accepted finding is counted apart, with who accepted it and why`() throws {
    let fixture = try LintFixture()
    let accepted = """
      ,
        "accepted": [
          {
            "rule": "unpaid-delivery", "scopes": ["stores.orders.deliver"],
            "reason": "Cash on pickup", "by": "Ada", "until": "2027-01-31"
          }
        ]
      """
    try fixture.folder.write(
      LintFixture.manifest(["stores.orders.view", "stores.orders.deliver"], more: accepted),
      to: "desk.json")
    let run = try fixture.run("lint", "--fail-on", "note", "desk.json")
    #expect(run.status == .exited(0))
    #expect(run.outputText.contains("accepted by Ada until 2027-01-31: Cash on pickup"))
    #expect(
      run.outputText.hasSuffix("1 manifest: 0 errors, 0 warnings, 0 notes, 1 accepted\n"))
  }

  @Test(arguments: [("error", 0), ("warning", 1), ("note", 1)])
  func `the threshold decides about the exit status`(threshold: String, status: Int) throws {
    let fixture = try LintFixture()
    try fixture.folder.write(
      LintFixture.manifest(["stores.orders.view", "stores.orders.deliver"]), to: "a.json")
    let run = try fixture.run("lint", "--fail-on", threshold, "a.json")
    #expect(run.status == .exited(status))
  }

  @Test func `a dash is standard input, beside files`() throws {
    let fixture = try LintFixture()
    try fixture.folder.write(LintFixture.clean, to: "clean.json")
    let run = try fixture.run("lint", "clean.json", "-", input: Array(LintFixture.faulty.utf8))
    #expect(run.status == .exited(1))
    #expect(run.outputText.contains("\n-\n") || run.outputText.contains("\nstandard input\n"))
    #expect(run.outputText.contains("2 manifests: 1 error"))
  }
}
