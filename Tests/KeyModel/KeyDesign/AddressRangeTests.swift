import Keys
import TestSupport
import Testing

/// Addresses as RFC 4291 and RFC 4632 write them, and nothing else.
struct AddressRangeTests {
  @Test(
    arguments: [
      ("203.0.113.7", [203, 0, 113, 7], 32), ("0.0.0.0/0", [0, 0, 0, 0], 0),
      ("255.255.255.255/32", [255, 255, 255, 255], 32), ("10.1.2.3/8", [10, 1, 2, 3], 8),
    ] as [(String, [UInt8], Int)])
  func `an IPv4 address or range is read`(text: String, bytes: [UInt8], length: Int) {
    let range = AddressRange(text)
    #expect(range?.bytes == bytes)
    #expect(range?.prefixLength == length)
    #expect(range?.isIPv4 == true)
  }

  @Test(arguments: [
    ("::", "0:0:0:0:0:0:0:0", 128), ("::1", "0:0:0:0:0:0:0:1", 128),
    ("1::", "1:0:0:0:0:0:0:0", 128), ("::/0", "0:0:0:0:0:0:0:0", 0),
    ("2001:db8::1", "2001:db8:0:0:0:0:0:1", 128), ("2001:DB8::/48", "2001:db8:0:0:0:0:0:0", 48),
    ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8", 128), ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0", 128),
    ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8", 128), ("1::8", "1:0:0:0:0:0:0:8", 128),
    ("::ffff:192.0.2.1", "0:0:0:0:0:ffff:c000:201", 128),
    ("64:ff9b::192.0.2.33", "64:ff9b:0:0:0:0:c000:221", 128),
    ("1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304", 128),
  ])
  func `an IPv6 address or range is read`(text: String, groups: String, length: Int) {
    let bytes = groups.split(separator: ":").compactMap { UInt16($0, radix: 16) }
      .flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let range = AddressRange(text)
    #expect(range?.bytes == bytes)
    #expect(range?.prefixLength == length)
    #expect(range?.isIPv4 == false)
  }

  @Test(arguments: [
    "", "/", "/8", "1", "1.2.3", "1.2.3.4.5", "300.1.1.1", "1.2.3.256", "01.2.3.4", "1.2.3.04",
    "1.2.3.4/33", "1.2.3.4/-1", "1.2.3.4/", "1.2.3.4/08", "1.2.3.4/8/8", "1.2.3.4 ", " 1.2.3.4",
    "1.2.3.4\n", "0x1.2.3.4", "1..3.4", ".1.2.3.4", "1.2.3.4.", "１.2.3.4", "localhost",
    ":", ":::", "1:", ":1", "1:2", "::1::", "1::2::3", "12345::", "g::", "::1/129", "::1/0128",
    "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8::", "::1:2:3:4:5:6:7:8",
    "1:2:3:4:5:6:7:",
    ":1:2:3:4:5:6:7", "fe80::1%eth0", "fe80::1%25eth0", "[::1]", "::1.2.3", "::1.2.3.300",
    "1.2.3.4::", "::1.2.3.4:5", "1:2:3:4:5:6:7:1.2.3.4", "::ｆ", "*", "203.0.113.7-203.0.113.9",
  ])
  func `anything else is refused`(text: String) {
    #expect(AddressRange(text) == nil)
  }

  @Test(arguments: [
    "10.0.0.1", "10.0.0.0/8", "172.31.255.255", "192.168.1.0/24", "127.0.0.1", "169.254.1.1",
    "100.64.0.1", "0.0.0.0", "255.255.255.255", "224.0.0.1", "::1", "::", "fe80::1", "fd00::/8",
    "ff02::1", "::ffff:10.0.0.1", "::ffff:192.168.0.0/112",
  ])
  func `a private range is told`(text: String) {
    #expect(AddressRange(text)?.isPrivate == true)
  }

  @Test(arguments: [
    "203.0.113.7", "9.255.255.255", "11.0.0.0", "172.32.0.0", "172.16.0.0/11", "10.0.0.0/7",
    "0.0.0.0/0", "2001:db8::1", "::/0", "::2", "::ffff:8.8.8.8", "fc00::/6",
  ])
  func `a range with public addresses in it is not private`(text: String) {
    #expect(AddressRange(text)?.isPrivate == false)
  }

  @Test func `a range contains what its fixed bits say`() throws {
    let range = try #require(AddressRange("203.0.112.0/23"))
    #expect(range.contains(try #require(AddressRange("203.0.113.255"))))
    #expect(range.contains(range))
    #expect(!range.contains(try #require(AddressRange("203.0.114.0"))))
    #expect(!range.contains(try #require(AddressRange("203.0.112.0/22"))))
    #expect(!range.contains(try #require(AddressRange("::203.0.112.1"))))
  }

  @Test func `a mapped IPv6 range is the IPv4 range that it stands for`() {
    #expect(AddressRange("::ffff:1.2.3.4/120")?.unmapped == AddressRange("1.2.3.4/24"))
    #expect(AddressRange("::ffff:0:0/96")?.unmapped == AddressRange("0.0.0.0/0"))
    #expect(AddressRange("::ffff:0:0/95")?.unmapped.isIPv4 == false)
  }

  @Test func `random bytes are read or refused, never more`() {
    var random = SeededRandom()
    let alphabet = Array("0123456789abcdef::..//% ")
    for _ in 0..<20_000 {
      let length = Int.random(in: 0..<24, using: &random)
      let text = String((0..<length).compactMap { _ in alphabet.randomElement(using: &random) })
      guard let range = AddressRange(text) else { continue }
      #expect(range.prefixLength <= range.bytes.count * 8, "\(text) \(random)")
    }
  }
}
