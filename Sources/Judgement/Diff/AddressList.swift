import Documents
import Keys

/// The addresses from which a key may be used.
struct AddressList: Hashable, Sendable {
  /// The ranges; empty for every address.
  let ranges: [AddressRange]

  init(_ details: KeyDetails) {
    ranges = details.ipAddresses.compactMap { AddressRange($0)?.unmapped }
  }

  /// Says whether every address of the other list is in this one.
  func covers(_ other: AddressList) -> Bool {
    if ranges.isEmpty { return true }
    // No list means every address of both kinds.
    let others =
      other.ranges.isEmpty
      ? ["0.0.0.0/0", "::/0"].compactMap { AddressRange($0) } : other.ranges
    let runs = Self.runs(of: ranges)
    return Self.runs(of: others).allSatisfy { run in
      // Two runs of one list never touch: what one does not hold whole, none does.
      let place = runs.partitioningIndex { run.first < $0.first }
      return place > 0 && runs[place - 1].contains(run)
    }
  }

  /// Addresses without a gap between them, both ends included.
  private struct Run: Comparable {
    var first: Address
    var last: Address

    func contains(_ other: Run) -> Bool { first <= other.first && other.last <= last }

    static func < (left: Run, right: Run) -> Bool {
      (left.first, left.last) < (right.first, right.last)
    }
  }

  /// An address as a number, those of IPv4 before all of IPv6.
  private struct Address: Comparable {
    var isIPv6: Bool
    var high: UInt64
    var low: UInt64

    init(_ bytes: [UInt8]) {
      isIPv6 = bytes.count > 4
      (high, low) = (Self.number(bytes.dropLast(8)), Self.number(bytes.suffix(8)))
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
      bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// The address behind this one; nil behind the last of its kind.
    var next: Address? {
      var next = self
      next.low &+= 1
      if next.low == 0 { next.high &+= 1 }
      let isPastEnd = isIPv6 ? next.high == 0 && next.low == 0 : next.low > UInt64(UInt32.max)
      return isPastEnd ? nil : next
    }

    static func < (left: Address, right: Address) -> Bool {
      if left.isIPv6 != right.isIPv6 { return right.isIPv6 }
      return (left.high, left.low) < (right.high, right.low)
    }
  }

  /// The runs that some ranges make, ascending, none touching another.
  private static func runs(of ranges: [AddressRange]) -> [Run] {
    var runs: [Run] = []
    for run in ranges.map({ Self.run(of: $0) }).sorted() {
      if let last = runs.last,
        last.last.next.map({ run.first <= $0 }) ?? (last.first.isIPv6 == run.first.isIPv6)
      {
        runs[runs.count - 1].last = max(last.last, run.last)
      } else {
        runs.append(run)
      }
    }
    return runs
  }

  private static func run(of range: AddressRange) -> Run {
    var (first, last) = (range.bytes, range.bytes)
    for bit in range.prefixLength..<range.bytes.count * 8 {
      let mask = UInt8(0x80) >> UInt8(bit % 8)
      first[bit / 8] &= ~mask
      last[bit / 8] |= mask
    }
    return Run(first: Address(first), last: Address(last))
  }
}
