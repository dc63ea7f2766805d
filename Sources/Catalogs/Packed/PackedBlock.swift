/// Bytes packed as an LZ4 block, behind their number (32 bits, the lowest byte first).
///
/// Large catalogs stand so in the program: a third of the size, and unpacked only when somebody asks
/// for that catalog. The form is the one of
/// https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md: a token holds the number of literal
/// bytes and that of bytes to repeat (less four), 15 goes on in further bytes up to one that is not
/// 255, and the distance of what is repeated has 16 bits. The last piece has literal bytes alone.
package enum PackedBlock {
  /// A repetition has so many bytes at least.
  package static let leastRepeat = 4
  /// The bytes of the number before a block.
  package static let headerCount = 4

  /// The bytes of a block that is part of the program; nil where it is none.
  package static func unpack(_ packed: ProgramBytes) -> [UInt8]? { packed.withSpan { unpack($0) } }

  /// The bytes of a block; nil where it is none, or damaged.
  ///
  /// Whatever the bytes are, this ends, and makes no more than the number before them says.
  package static func unpack(_ packed: [UInt8]) -> [UInt8]? { unpack(packed.span) }

  private static func unpack(_ packed: borrowing Span<UInt8>) -> [UInt8]? {
    guard packed.count > headerCount else { return nil }
    let count = Int(packed.four(at: 0))
    // A byte stands for 255 at most, so that nobody is made to reserve more than that.
    guard count <= packed.count * 255 else { return nil }
    var bytes = [UInt8](repeating: 0, count: count)
    var (place, end) = (headerCount, 0)
    while place < packed.count {
      let token = Int(packed[place])
      place += 1
      guard let literals = length(token >> 4, packed, &place),
        literals <= packed.count - place, literals <= count - end
      else { return nil }
      for offset in 0..<literals { bytes[end + offset] = packed[place + offset] }
      place += literals
      end += literals
      if place == packed.count { break }
      guard place + 2 <= packed.count else { return nil }
      let distance = Int(packed[place]) | Int(packed[place + 1]) << 8
      place += 2
      guard let more = length(token & 15, packed, &place) else { return nil }
      let length = more + leastRepeat
      guard distance > 0, distance <= end, length <= count - end else { return nil }
      // One by one: what is repeated may overlap what it makes.
      for target in end..<end + length { bytes[target] = bytes[target - distance] }
      end += length
    }
    return end == count ? bytes : nil
  }

  /// A number whose four bits stand in a token, and which goes on in further bytes where they are full.
  private static func length(
    _ start: Int, _ bytes: borrowing Span<UInt8>, _ place: inout Int
  ) -> Int? {
    var length = start
    guard start == 15 else { return length }
    while place < bytes.count {
      let next = bytes[place]
      place += 1
      length += Int(next)
      if next < 255 { return length }
    }
    return nil
  }
}
