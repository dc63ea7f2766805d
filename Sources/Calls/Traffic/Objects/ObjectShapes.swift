/// The shapes of the lines of a block, learned from the lines themselves.
struct ObjectShapes {
  /// So many shapes are kept: programs log in a few.
  private static let mostShapes = 8
  /// So many lines are learned from.
  private static let mostLessons = 24

  private var shapes: [ObjectShape] = []
  private var recent = 0
  private var lessons = 0

  /// Where the call stands in a line that is one object; nil for every line that is to be read
  /// otherwise.
  mutating func call(in line: Span<UInt8>) -> ObjectShape.Call? {
    guard Self.isPlain(line) else { return nil }
    if recent < shapes.count {
      switch shapes[recent].fit(line) {
      case .call(let call): return call
      case .unusual: return nil
      case .none: break
      }
    }
    for index in shapes.indices where index != recent {
      switch shapes[index].fit(line) {
      case .call(let call):
        recent = index
        return call
      case .unusual: return nil
      case .none: break
      }
    }
    guard lessons < Self.mostLessons, shapes.count < Self.mostShapes else { return nil }
    lessons += 1
    guard let shape = ObjectShape.learn(from: line) else { return nil }
    shapes.append(shape)
    recent = shapes.count - 1
    guard case .call(let call) = shape.fit(line) else { return nil }
    return call
  }

  /// Says whether every byte is printable ASCII and none a backslash: eight at a time.
  static func isPlain(_ line: Span<UInt8>) -> Bool {
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    var flaws: UInt64 = 0
    var index = 0
    while index + 8 <= line.count {
      let word = line.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      let slashes = word ^ (ones &* 0x5C)
      flaws |= word | (word &- ones &* 0x20) & ~word | (slashes &- ones) & ~slashes
      index += 8
    }
    guard flaws & highs == 0 else { return false }
    while index < line.count {
      let byte = line[index]
      guard byte >= 0x20, byte < 0x80, byte != UInt8(ascii: "\\") else { return false }
      index += 1
    }
    return true
  }
}
