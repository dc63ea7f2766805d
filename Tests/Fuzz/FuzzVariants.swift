import TestSupport

/// What is like an input: some of its bytes changed, left out, doubled or exchanged.
///
/// A decoder takes a microsecond, libFuzzer's bookkeeping fifty, so each of its inputs is read with a
/// few variants. They follow from the input alone: what one of them finds, the input finds again.
struct FuzzVariants: Sequence, IteratorProtocol {
  /// So many variants are made of one input.
  static let most = 15
  /// What means something to one of the decoders.
  private static let signs = Array("\"\\{}[]:,#&*!|>%@`'$()<;=?/ -+.\n\r\t\0\u{1B}eu0".utf8)

  private let input: [UInt8]
  private var random: SeededRandom
  private var left: Int

  init(of input: [UInt8]) {
    self.input = input
    left = Self.most
    random = SeededRandom(
      seed: input.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
  }

  mutating func next() -> [UInt8]? {
    guard left > 0, !input.isEmpty else { return nil }
    left -= 1
    var bytes = input
    for _ in 0...random.next(below: 3) { change(&bytes) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    let place = random.next(below: bytes.count)
    let end = Swift.min(bytes.count, place + 1 + random.next(below: 8))
    switch random.next(below: 8) {
    case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
    case 1: bytes[place] ^= 1 << UInt8(random.next(below: 8))
    case 2: bytes[place] = Self.signs[random.next(below: Self.signs.count)]
    case 3: bytes.insert(Self.signs[random.next(below: Self.signs.count)], at: place)
    case 4: bytes.removeSubrange(place..<end)
    case 5: bytes.insert(contentsOf: bytes[place..<end], at: random.next(below: bytes.count))
    case 6: bytes.swapAt(place, random.next(below: bytes.count))
    default: bytes.removeSubrange(place...)
    }
  }
}
