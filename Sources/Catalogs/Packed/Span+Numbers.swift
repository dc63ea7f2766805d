/// Bytes as numbers, the lowest first: one load, where looking at them one by one is checked one by
/// one.
extension Span<UInt8> {
  /// The eight bytes from a place on, all of which have to be inside.
  @inline(__always)
  func eight(at place: Int) -> UInt64 {
    let part = extracting(place..<place &+ 8)
    return UInt64(part[0]) | UInt64(part[1]) << 8 | UInt64(part[2]) << 16 | UInt64(part[3]) << 24
      | UInt64(part[4]) << 32 | UInt64(part[5]) << 40 | UInt64(part[6]) << 48
      | UInt64(part[7]) << 56
  }

  /// The four bytes from a place on, all of which have to be inside.
  @inline(__always)
  func four(at place: Int) -> UInt32 {
    let part = extracting(place..<place &+ 4)
    return UInt32(part[0]) | UInt32(part[1]) << 8 | UInt32(part[2]) << 16 | UInt32(part[3]) << 24
  }
}
