/// Packs bytes as an LZ4 block behind their number, as `PackedBlock` reads them.
///
/// Plain: it looks at the last place alone where the same four bytes stood.
public enum BlockPacker {
  private static let leastRepeat = 4
  /// The last bytes are literal ones, as the form has it.
  private static let literalEnd = 12

  /// The packed form of bytes.
  public static func pack(_ bytes: [UInt8]) -> [UInt8] {
    var packed = (0..<4).map { UInt8(truncatingIfNeeded: bytes.count >> (8 * $0)) }
    var last = [Int32](repeating: -1, count: 1 << 16)
    var (start, place) = (0, 0)
    while place < bytes.count - literalEnd {
      let four = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[place + $1]) << UInt32(8 * $1) }
      let slot = Int((four &* 2_654_435_761) >> 16)
      let candidate = Int(last[slot])
      last[slot] = Int32(place)
      guard candidate >= 0, place - candidate < 1 << 16,
        (0..<leastRepeat).allSatisfy({ bytes[candidate + $0] == bytes[place + $0] })
      else {
        place += 1
        continue
      }
      var length = leastRepeat
      while place + length < bytes.count - literalEnd / 2,
        bytes[candidate + length] == bytes[place + length]
      { length += 1 }
      append(bytes[start..<place], repeats: (place - candidate, length), to: &packed)
      place += length
      start = place
    }
    append(bytes[start...], repeats: nil, to: &packed)
    return packed
  }

  private static func append(
    _ literals: ArraySlice<UInt8>, repeats: (distance: Int, length: Int)?, to packed: inout [UInt8]
  ) {
    let more = (repeats?.length ?? leastRepeat) - leastRepeat
    packed.append(UInt8(min(literals.count, 15) << 4 | min(more, 15)))
    appendRest(of: literals.count, to: &packed)
    packed += literals
    guard let repeats else { return }
    packed.append(UInt8(repeats.distance & 255))
    packed.append(UInt8(repeats.distance >> 8))
    appendRest(of: more, to: &packed)
  }

  private static func appendRest(of number: Int, to packed: inout [UInt8]) {
    guard number >= 15 else { return }
    var rest = number - 15
    while rest >= 255 {
      packed.append(255)
      rest -= 255
    }
    packed.append(UInt8(rest))
  }
}
