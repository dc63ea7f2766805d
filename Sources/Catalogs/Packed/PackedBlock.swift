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
  private static let wordWidth = MemoryLayout<UInt64>.size

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
    var all = bytes.mutableSpan
    var raw = all.mutableBytes
    return fill(&raw, from: packed) ? bytes : nil
  }

  /// Unpacks into exactly as many bytes as there are; false where the block does not give these.
  private static func fill(
    _ unpacked: inout MutableRawSpan, from packed: borrowing Span<UInt8>
  ) -> Bool {
    let count = unpacked.byteCount
    var (place, end) = (headerCount, 0)
    while place < packed.count {
      let token = Int(packed[place])
      place += 1
      guard let literals = length(token >> 4, packed, &place),
        literals <= packed.count - place, literals <= count - end
      else { return false }
      copy(packed.bytes, place, &unpacked, end, literals)
      place += literals
      end += literals
      if place == packed.count { break }
      guard place + 2 <= packed.count else { return false }
      let distance = Int(packed[place]) | Int(packed[place + 1]) << 8
      place += 2
      guard let more = length(token & 15, packed, &place) else { return false }
      let length = more + leastRepeat
      guard distance > 0, distance <= end, length <= count - end else { return false }
      repeatBytes(distance, &unpacked, end, length)
      end += length
    }
    return end == count
  }

  /// Copies bytes, a word at a time while there is room for one: what the last word has too much is
  /// written over by the next piece.
  private static func copy(
    _ source: RawSpan, _ from: Int, _ target: inout MutableRawSpan, _ to: Int, _ count: Int
  ) {
    let hasRoom =
      source.byteCount - from >= count + wordWidth && target.byteCount - to >= count + wordWidth
    var done = 0
    while hasRoom ? done < count : count - done >= wordWidth {
      let word = source.unsafeLoadUnaligned(fromByteOffset: from + done, as: UInt64.self)
      target.storeBytes(of: word, toByteOffset: to + done, as: UInt64.self)
      done += wordWidth
    }
    while done < count {
      let byte = source.unsafeLoad(fromByteOffset: from + done, as: UInt8.self)
      target.storeBytes(of: byte, toByteOffset: to + done, as: UInt8.self)
      done += 1
    }
  }

  /// Repeats what stands so far before a place; one by one where it overlaps what it makes.
  private static func repeatBytes(
    _ distance: Int, _ bytes: inout MutableRawSpan, _ place: Int, _ count: Int
  ) {
    let hasRoom = bytes.byteCount - place >= count + wordWidth
    var done = 0
    while distance >= wordWidth, hasRoom ? done < count : count - done >= wordWidth {
      let word = bytes.bytes.unsafeLoadUnaligned(
        fromByteOffset: place + done - distance, as: UInt64.self)
      bytes.storeBytes(of: word, toByteOffset: place + done, as: UInt64.self)
      done += wordWidth
    }
    while done < count {
      let byte = bytes.bytes.unsafeLoad(
        fromByteOffset: place + done - distance, as: UInt8.self)
      bytes.storeBytes(of: byte, toByteOffset: place + done, as: UInt8.self)
      done += 1
    }
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
