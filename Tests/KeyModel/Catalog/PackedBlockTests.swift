import Catalogs
import TestSupport
import Testing

/// Bytes that are packed come back, and damaged ones do no harm.
struct PackedBlockTests {
  private func texts(_ random: inout SeededRandom) -> [[UInt8]] {
    let repeated = Array(repeating: Array("s3:GetObject s3:PutObject ".utf8), count: 400).joined()
    let noise = (0..<5_000).map { _ in UInt8(random.next(below: 256)) }
    let few = (0..<5_000).map { _ in UInt8(random.next(below: 2)) }
    return [
      [], [7], Array("twelve bytes".utf8), Array(repeating: 9, count: 70_000), Array(repeated),
      noise, few,
    ]
  }

  @Test func `what is packed comes back, and what repeats gets smaller`() {
    var random = SeededRandom()
    for bytes in texts(&random) {
      let packed = BlockPacker.pack(bytes)
      let isSame = PackedBlock.unpack(packed) == bytes
      #expect(isSame, "\(bytes.count) bytes, \(random)")
    }
    let zeros = BlockPacker.pack(Array(repeating: 0, count: 100_000))
    #expect(zeros.count < 500)
  }

  /// Made by `lz4.block.compress(b"abc" * 20)` of Python's lz4 4.3.3: the form is no invention of ours.
  @Test func `a block that another program packed is read`() {
    let packed: [UInt8] = [
      60, 0, 0, 0, 63, 97, 98, 99, 3, 0, 33, 80, 98, 99, 97, 98, 99,
    ]
    let text = PackedBlock.unpack(packed).map { String(decoding: $0, as: UTF8.self) }
    #expect(text == String(repeating: "abc", count: 20))
  }

  @Test func `damaged bytes end in nothing, or in as many bytes as they say`() {
    var random = SeededRandom()
    let whole = BlockPacker.pack(texts(&random)[4])
    for count in 0..<min(whole.count, 400) {
      #expect(PackedBlock.unpack(Array(whole.prefix(count))) == nil, "cut at \(count)")
    }
    for _ in 0..<3_000 {
      var copy = whole
      copy[random.next(below: copy.count)] = UInt8(random.next(below: 256))
      if let bytes = PackedBlock.unpack(copy) {
        #expect(bytes.count <= copy.count * 255, "\(random)")
      }
    }
    // It says four thousand million bytes.
    #expect(PackedBlock.unpack([255, 255, 255, 255, 0x10, 65]) == nil)
  }
}
