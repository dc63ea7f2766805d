import Catalogs
import Judgement
import Keys
import Testing

struct NoAddressListTests {
  private func severity(_ probe: RuleProbe) -> Severity? {
    var probe = probe
    probe.design.details.ipAddresses = []
    return probe.findings("no-ip-allowlist").first?.severity
  }

  @Test func `without addresses a harmless key gets a note`() {
    #expect(severity(RuleProbe("stores.view")) == .note)
    #expect(severity(RuleProbe("stores.orders.create", "stores.orders.view")) == .note)
  }

  @Test func `a read that is itself a warning does not raise it`() {
    #expect(severity(RuleProbe("stores.products.view", "user.webhooks.view")) == .note)
    #expect(severity(RuleProbe("stores.customers.view", "stores.orders.view")) == .note)
  }

  @Test func `a write that only a note names does not raise it`() {
    #expect(severity(RuleProbe("stores.tickets.update", "stores.tickets.view")) == .note)
  }

  @Test func `a write that is itself a warning, or part of an error, raises it`() {
    #expect(severity(RuleProbe("stores.orders.deliver", "stores.orders.view")) == .warning)
    #expect(severity(RuleProbe("user.webhooks.create", "stores.orders.view")) == .warning)
  }

  @Test func `in a rule that a read or a write can set off, only the write raises it`() throws {
    let text = Samples.shopText.replacing(
      "\"all\": [\"orders.update\", \"orders.delete\"]",
      with: "\"any\": [[\"payouts.view\", \"orders.update\"]]"
    ).replacing("\"untick\": [\"orders.delete\"],", with: "")
      .replacing("\"advice\": \"Keep them apart.\",", with: "\"advice\": \"Keep them apart.\"")
      .replacing("\"untick\": [\"orders.delete\"]", with: "")
    let catalog = try Catalog(decoding: Array(text.utf8))
    #expect(severity(RuleProbe("payouts.view", catalog: catalog)) == .note)
    #expect(severity(RuleProbe("payouts.view", "orders.view", catalog: catalog)) == .note)
    let both = RuleProbe("payouts.view", "orders.view", "orders.update", catalog: catalog)
    #expect(severity(both) == .warning)
  }

  @Test func `with an address, or without a scope, it is silent`() {
    #expect(RuleProbe("stores.orders.deliver").findings("no-ip-allowlist") == [])
    #expect(severity(RuleProbe()) == nil)
  }
}
