import Judgement
import Keys
import Testing

struct WideAddressRangeTests {
  private func messages(_ addresses: String...) -> [String] {
    RuleProbe("stores.view") { $0.ipAddresses = addresses }.findings("ip-allowlist-too-wide")
      .map { $0.message }
  }

  @Test func `every address, a wide range and a private one are warnings`() {
    #expect(messages("0.0.0.0/0") == ["The entry 0.0.0.0/0 is every address."])
    #expect(messages("::/0") == ["The entry ::/0 is every address."])
    #expect(messages("203.0.0.0/15") == ["The entry 203.0.0.0/15 is a very wide range."])
    #expect(messages("2001:db8::/31") == ["The entry 2001:db8::/31 is a very wide range."])
    #expect(
      messages("192.168.1.7") == ["The entry 192.168.1.7 is private: the platform never sees it."])
    #expect(messages("::ffff:0:0/96") == ["The entry ::ffff:0:0/96 is every address."])
  }

  @Test func `all entries at fault are one finding that fits a line`() {
    let found = messages("10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4", "203.0.113.7")
    #expect(found.count == 1)
    #expect(found.allSatisfy { $0.count <= 140 && $0.hasSuffix("and 2 more.") })
  }

  @Test(arguments: ["203.0.113.7", "203.0.0.0/16", "2001:db8::/32", "2001:db8::1"])
  func `one public address, and a range at the limit, are silent`(address: String) {
    #expect(messages(address) == [])
  }
}
