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
    // Most lists hold most of the other as it stands.
    let mine = Set(ranges)
    return others.allSatisfy { mine.contains($0) || Self.covers(ranges, $0) }
  }

  /// Two halves that are both covered are as good as the whole, down to single addresses.
  private static func covers(_ ranges: [AddressRange], _ range: AddressRange) -> Bool {
    if ranges.contains(where: { $0.contains(range) }) { return true }
    let inside = ranges.filter { range.contains($0) }
    guard !inside.isEmpty, let halves = range.halves else { return false }
    return covers(inside, halves.low) && covers(inside, halves.high)
  }
}
