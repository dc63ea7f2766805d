/// An IPv4 or IPv6 address, or a range of them in CIDR form.
package struct AddressRange: Hashable, Sendable {
  /// The address: 4 bytes or 16.
  package let bytes: [UInt8]
  /// How many leading bits are fixed: at most 32 or 128.
  package let prefixLength: Int

  /// Whether it is an IPv4 range.
  package var isIPv4: Bool { bytes.count == 4 }

  /// Reads `203.0.113.7`, `203.0.113.0/24`, `2001:db8::1` or `2001:db8::/48`; nil for anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count) else { return nil }
    guard let bytes = Self.ipv4(parts[0]) ?? Self.ipv6(parts[0]) else { return nil }
    var length = bytes.count * 8
    if parts.count == 2 {
      guard let number = Self.decimal(parts[1]), number <= length else { return nil }
      length = number
    }
    self.bytes = bytes
    prefixLength = length
  }

  private init(bytes: [UInt8], prefixLength: Int) {
    self.bytes = bytes
    self.prefixLength = prefixLength
  }

  /// Whether every address of the range is private, loopback, link-local or otherwise not public.
  ///
  /// By RFC 1918, RFC 6598, RFC 3927, RFC 1122, RFC 5771, RFC 4193 and RFC 4291.
  package var isPrivate: Bool {
    let range = unmapped
    return Self.notPublic.contains { $0.contains(range) }
  }

  /// The IPv4 range that an IPv4-mapped IPv6 range (`::ffff:0:0/96`) stands for, else the range.
  package var unmapped: AddressRange {
    guard let mapped = Self.mapped, mapped.contains(self) else { return self }
    return AddressRange(bytes: Array(bytes[12...]), prefixLength: prefixLength - 96)
  }

  private static let mapped = AddressRange("::ffff:0:0/96")
  private static let notPublic = [
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
    "192.168.0.0/16", "224.0.0.0/3", "::/128", "::1/128", "fc00::/7", "fe80::/10", "ff00::/8",
  ].compactMap { AddressRange($0) }

  /// Says whether every address of the other range lies in this one.
  package func contains(_ other: AddressRange) -> Bool {
    guard bytes.count == other.bytes.count, other.prefixLength >= prefixLength else { return false }
    return (0..<prefixLength).allSatisfy { bit in
      let mask = UInt8(0x80) >> UInt8(bit % 8)
      return bytes[bit / 8] & mask == other.bytes[bit / 8] & mask
    }
  }

  /// The two ranges of half its size that make it up; nil for a single address.
  package var halves: (low: AddressRange, high: AddressRange)? {
    guard prefixLength < bytes.count * 8 else { return nil }
    let mask = UInt8(0x80) >> UInt8(prefixLength % 8)
    var (low, high) = (bytes, bytes)
    low[prefixLength / 8] &= ~mask
    high[prefixLength / 8] |= mask
    return (
      AddressRange(bytes: low, prefixLength: prefixLength + 1),
      AddressRange(bytes: high, prefixLength: prefixLength + 1)
    )
  }

  private static func decimal(_ text: Substring) -> Int? {
    guard (1...3).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      text.utf8.count == 1 || text.utf8.first != 0x30
    else { return nil }
    return Int(text)
  }

  private static func ipv4(_ text: Substring) -> [UInt8]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    let numbers = parts.compactMap { decimal($0) }.compactMap { UInt8(exactly: $0) }
    return numbers.count == 4 ? numbers : nil
  }

  private static func ipv6(_ text: Substring) -> [UInt8]? {
    var groups = text.split(separator: ":", omittingEmptySubsequences: false)
    guard groups.count >= 3 else { return nil }
    // "::" at either end leaves two empty groups there; one of them says all.
    if groups[0].isEmpty {
      guard groups[1].isEmpty else { return nil }
      groups.removeFirst()
    }
    if groups[groups.count - 1].isEmpty {
      guard groups.count >= 2, groups[groups.count - 2].isEmpty || groups.count == 2 else {
        return nil
      }
      if groups.count >= 2, groups[groups.count - 2].isEmpty { groups.removeLast() }
    }
    let gaps = groups.indices.filter { groups[$0].isEmpty }
    guard gaps.count <= 1 else { return nil }
    var head: [UInt8] = []
    var tail: [UInt8] = []
    for (index, group) in groups.enumerated() where !group.isEmpty {
      guard let bytes = ipv6Group(group, isLast: index == groups.count - 1) else { return nil }
      if let gap = gaps.first, index > gap { tail += bytes } else { head += bytes }
    }
    let missing = 16 - head.count - tail.count
    guard gaps.isEmpty ? missing == 0 : missing >= 2 else { return nil }
    return head + Array(repeating: 0, count: missing) + tail
  }

  private static func ipv6Group(_ text: Substring, isLast: Bool) -> [UInt8]? {
    if text.contains(".") { return isLast ? ipv4(text) : nil }
    guard (1...4).contains(text.utf8.count), text.utf8.count == text.count,
      text.allSatisfy(\.isHexDigit),
      let value = UInt16(text, radix: 16)
    else { return nil }
    return [UInt8(value >> 8), UInt8(value & 0xFF)]
  }
}
